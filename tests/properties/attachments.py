"""What lies beside the text: what pages show and link to, and what people, phones and programs leave in folders."""

from collections.abc import Mapping

from properties.disk import Content, Pipe, Symlink

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><path d="M0 0h9v9z"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)
USUAL: Mapping[str, bytes] = {
    "filer/tegning.svg": SVG,
    "filer/bilde.png": PNG,
    "filer/ark (1).pdf": b"%PDF-1.7\n",
    "merke.svg": SVG,
}
ODD_FILES: Mapping[str, Content] = {
    "filer/notat.markdown": "# Notat\n\nTekst.\n",
    "filer/notat.mkd": "# Notat\n",
    "filer/les.txt": "Tekst",
    "filer/tom.pdf": b"",
    "filer/\udce6\udcf8.pdf": b"%PDF-1.7",
    "filer/utf16.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'.encode("utf-16"),
    "filer/bom.svg": b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "filer/latin.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>å</title></svg>'.encode("latin-1"),
    "filer/ror.pdf": Pipe(),
    "filer/ror.md": Pipe(),
    "filer/ring.png": Symlink("ring.png"),
    "filer/ring.md": Symlink("ring.md"),
    "filer/borte.png": Symlink("ingensteds"),
    "filer/opp": Symlink(".."),
    "filer/side.html": "<p>Hei</p>",
    "filer/side.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>',
    "filer/stil.css": "@import 'https://example.org/x.css'; p { background: url(borte.png) }",
    "filer/latin.css": "/* å */".encode("latin-1"),
    "filer/kode.js": "alert(1)",
    "filer/index.htm": "<p>",
    "filer/STOR.PNG": b"\x89PNG",
    "filer/Bilde med mellomrom Æ.png": b"\x89PNG",
    "filer/a#b?c.pdf": b"%PDF",
    "filer/100%.pdf": b"%PDF",
    "filer/linje\nskift.pdf": b"%PDF",
    "filer/\u202efdp.exe": b"MZ",
    "filer/CON.pdf": b"%PDF",
    f"filer/{'x' * 250}.pdf": b"%PDF",
    "filer/.skjult.pdf": b"%PDF",
    "filer/~$dok.docx": b"PK",
    "filer/uten": b"x",
    "filer/search_index.json": "{}",
    "search/search_index.json": "{",
    "assets/css/tokens.css": "p {}",
    "404.html": "<p>",
    "sitemap.xml": "<x/>",
    "CNAME": "portal.example",
    "robots.txt": "User-agent: *",
    "main.html": "{{ x",
    "mkdocs.yml": "a: [",
    "index.txt": "x",
    "filer/sub/dyp/fil.pdf": b"%PDF",
    "README.md": "# Les\n",
    "programmer/README.md": "# Les\n",
    "programmer/tom/filer/x.pdf": b"%PDF",
    "Index.md": "# To\n",
    "INDEX.MD": "# Tre\n",
}
"""What people, phones and programs leave in folders, below a programme where nothing else is said."""

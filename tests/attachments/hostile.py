"""Files and names that must never be published, made by kinds: the same ones every time."""

import io
import zipfile
from collections.abc import Iterator

from stifinner.attachments.documents import OFFICE
from stifinner.attachments.foreign import AS_MARKDOWN, FOREIGN
from stifinner.attachments.types import BY_ENDING

SCRIPT = "<script>document.title='PWN'</script>"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DISGUISES = {
    "page": f"<!doctype html><html><body>{SCRIPT}".encode(),
    "page with a mark": f"\ufeff  <html>{SCRIPT}".encode(),
    "page in UTF-16": f"<html>{SCRIPT}".encode("utf-16"),
    "xhtml": f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{SCRIPT}</html>'.encode(),
    "script alone": SCRIPT.encode(),
    "php": b"<?php system($_GET['x']); ?>",
    "windows program": b"MZ\x90\0\3\0\0\0" + bytes(60) + b"PE\0\0",
    "linux program": b"\x7fELF\2\1\1" + bytes(60),
    "mac program": b"\xcf\xfa\xed\xfe" + bytes(60),
    "shell": b"#!/bin/sh\nrm -rf /\n",
    "wasm": b"\0asm\1\0\0\0",
    "flash": b"FWS\x09" + bytes(20),
    "gzip": b"\x1f\x8b\x08\0" + bytes(20),
    "rar": b"Rar!\x1a\x07\0" + bytes(20),
    "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "database": b"SQLite format 3\0" + bytes(100),
    "key": b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n",
    "shortcut": b"[InternetShortcut]\nURL=javascript:alert(1)\n",
    "nothing": b"",
    "noise": bytes(range(7, 256)),
}
ZIPPED = b"PK\x03\x04" + bytes(60)

MAIN = "<Types><Override PartName='/x' ContentType=\"{}\"/></Types>"
PARTS = {
    "macro project": {"word/vbaProject.bin": b"x"},
    "macro sheet": {"xl/macrosheets/sheet1.xml": b"<x/>"},
    "control": {"word/activeX/activeX1.xml": b"<x/>"},
    "object": {"word/embeddings/oleObject1.bin": b"x"},
    "program inside": {"ppt/media/setup.exe": b"MZ"},
    "page inside": {"word/afchunk.html": b"<p>"},
    "climbing path": {"../../etc/passwd": b"x"},
    "far template": {
        "word/_rels/settings.xml.rels": b'<R><Relationship Type="u/attachedTemplate" TargetMode="External"'
        b' Target="&#104;ttps://example.org/a.dotm"/></R>'
    },
    "far template on a share": {
        "word/_rels/settings.xml.rels": b'<R><Relationship Type="u/attachedTemplate" TargetMode="External"'
        b' Target="file:///\\\\server\\a.dotm"/></R>'
    },
    "far object": {
        "word/_rels/document.xml.rels": b'<R><Relationship Target="https://example.org/a" TargetMode="External"'
        b' Type="u/oleObject"/></R>'
    },
    "doctype in relations": {"word/_rels/document.xml.rels": b"<!DOCTYPE a [<!ENTITY b 'c'>]><R/>"},
    "order in a field": {"word/document.xml": b"<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\x</w:instrText>"},
    "order in a simple field": {"word/document.xml": b'<w:fldSimple w:instr=" DDEAUTO x y"/>'},
    "order in a header": {"word/header1.xml": b"<w:instrText> DDE x </w:instrText>"},
    "order in a table": {"xl/externalLinks/externalLink1.xml": b'<ddeLink ddeService="cmd"/>'},
}
FREE_PARTS = {
    "macros": {"Basic/Standard/Module1.xml": b"<x/>"},
    "script": {"Scripts/python/a.py": b"x"},
    "event": {"content.xml": b"<script:event-listener xlink:href='vnd.sun.star.script:a?language=Basic'/>"},
    "order": {"content.xml": b"<office:dde-source/>"},
    "object": {"META-INF/manifest.xml": b"<x m='application/vnd.sun.star.oleobject'/>"},
}

PDF = "%PDF-1.7\n1 0 obj <</Type /Catalog {} >>\n%%EOF"
IN_PDF = {
    "script when opened": "/OpenAction <</S /JavaScript /JS (app.alert(1))>>",
    "script, spelt in numbers": "/OpenAction <</S /J#61vaScr#69pt /JS (x)>>",
    "script, all in numbers": "/S /#4A#61#76#61#53#63#72#69#70#74",
    "program": "/OpenAction <</S /Launch /F (cmd.exe)>>",
    "program, spelt in numbers": "/S /L#61unch",
    "file inside": "/Names <</EmbeddedFiles 5 0 R>>",
    "file": "/Type /EmbeddedFile",
    "film with a program": "/Subtype /RichMedia",
    "form that is sent": "/A <</S /SubmitForm /F (https://example.org)>>",
    "form that fetches": "/A <</S /ImportData /F (x)>>",
    "another document": "/A <</S /GoToE>>",
}

DRAWINGS = {
    "script": "<script>document.title='PWN'</script>",
    "script in CDATA": "<script><![CDATA[document.title='PWN']]></script>",
    "script from elsewhere": '<script href="https://example.org/a.js"/>',
    "script deep inside": f"<g><g><g>{SCRIPT}</g></g></g>",
    "script under another name": '<x:script xmlns:x="http://www.w3.org/2000/svg">x</x:script>',
    "page's script": '<script xmlns="http://www.w3.org/1999/xhtml">x</script>',
    "script in metadata": f"<metadata>{SCRIPT}</metadata>",
    "handler": '<rect onclick="x" width="9" height="9"/>',
    "handler, loading": '<image onload="x" href="data:image/gif;base64,R0lGODdh"/>',
    "handler in capitals": '<g ONLOAD="x"/>',
    "handler, entity": '<g onload="&#120;"/>',
    "handler of focus": '<g tabindex="1" onfocusin="x"/>',
    "handler of a movement": '<animate onbegin="x" attributeName="x"/>',
    "page inside": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
    "frame": '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:x"/></foreignObject>',
    "frame alone": '<iframe src="https://example.org"/>',
    "link that runs": '<a href="javascript:alert(1)"><rect/></a>',
    "old link that runs": '<a xlink:href="java&#10;script:alert(1)"><rect/></a>',
    "link that runs, spaced": '<a href=" javascript:alert(1)"><rect/></a>',
    "link to a page in it": '<a href="data:text/html,x"><rect/></a>',
    "movement of a link": '<a><animate attributeName="href" to="javascript:alert(1)"/></a>',
    "movement of an old link": '<a><set attributeName="xlink:href" to="javascript:x"/></a>',
    "movement of a handler": '<set attributeName="onclick" to="x"/>',
    "movement to a script": '<animate attributeName="fill" values="red;javascript:x"/>',
    "use of another file": '<use href="https://example.org/a.svg#b"/>',
    "use of a file beside": '<use xlink:href="a.svg#b"/>',
    "use of data": '<use href="data:image/svg+xml;base64,AAAA#x"/>',
    "picture elsewhere": '<image href="https://example.org/a.png"/>',
    "picture beside": '<image href="a.png"/>',
    "picture on disk": '<image href="file:///etc/passwd"/>',
    "picture of a share": '<image href="\\\\server\\a.png"/>',
    "picture that is a page": '<image href="data:text/html;base64,PHNjcmlwdD4="/>',
    "picture that is no picture": '<image href="data:image/png;base64,PHNjcmlwdD4="/>',
    "drawing that runs inside": "<image href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'"
    " viewBox='0 0 1 1'%3E%3Cscript/%3E%3C/svg%3E\"/>",
    "filter's picture": '<filter id="f"><feImage href="https://example.org/a.png"/></filter>',
    "fill from elsewhere": '<rect fill="url(https://example.org/a.svg#b)"/>',
    "fill in a style": "<rect style=\"fill:url('//example.org/a#b')\"/>",
    "sheet with a picture": "<style>rect{fill:url(https://example.org/a)}</style>",
    "sheet that runs": "<style>rect{fill:expression(alert(1))}</style>",
    "gradient from elsewhere": '<linearGradient href="a.svg#b"/>',
    "path from elsewhere": '<text><textPath href="a.svg#b">x</textPath></text>',
    "mask from elsewhere": '<g mask="url(a.svg#b)"/>',
    "itself": '<g id="a"><use href="#a"/></g>',
    "each other": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "a billion": '<g id="a0"><rect/></g>'
    + "".join(f'<g id="a{n + 1}">{f"""<use href="#a{n}"/>""" * 10}</g>' for n in range(9)),
    "a billion patterns": '<pattern id="p0"><rect/></pattern>'
    + "".join(f'<pattern id="p{n + 1}">{f"""<rect fill="url(#p{n})"/>""" * 10}</pattern>' for n in range(9)),
    "a billion by a sheet": "<style>"
    + "".join(f".c{n}{{fill:url(#q{n})}}" for n in range(9))
    + "</style>"
    + "".join(f'<pattern id="q{n + 1}">{f"""<rect class="c{n}"/>""" * 10}</pattern>' for n in range(9))
    + '<pattern id="q0"><rect/></pattern><rect class="c8"/>',
    "too deep": "<g>" * 200 + "</g>" * 200,
    "too many": "<g/>" * 60_000,
    "unfinished": "<g>",
    "unknown name": "<x:y/>",
    "noise without end": '<filter id="a"><feTurbulence numOctaves="100000"/></filter><rect filter="url(#a)"/>',
    "effect of a thousand neighbours": '<filter id="a"><feMorphology radius="1e3"/></filter><rect filter="url(#a)"/>',
    "effect of a large square": '<filter id="a"><feConvolveMatrix order="3 99"/></filter><rect filter="url(#a)"/>',
    "effect that reaches far": '<filter id="a" width="9000%"><feOffset/></filter><rect filter="url(#a)"/>',
    "effect on everything": "<style>.a { filter: blur(1px) }</style>" + '<rect class="a"/>' * 200,
    "effects on effects": '<filter id="a"><feOffset/></filter>'
    + '<g filter="url(#a)">' * 45
    + "</g>" * 45
    + '<use href="#b"/>' * 60
    + '<g id="b" style="filter: url(#a)"/>',
    "two roots": "</svg><svg>",
    "unknown entity": "&x;",
}
"""Each within a drawing of its own."""

WHOLE_DRAWINGS = {
    "entity": f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG} width="9" height="9">&a;</svg>',
    "entities in entities": '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    + f"<svg {SVG}><text>&b;</text></svg>",
    "parameter entity": f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/a"> %a;]><svg {SVG}/>',
    "entity with markup": f'<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg {SVG} viewBox="0 0 9 9">&a;</svg>',
    "attribute list": f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x">]><svg {SVG} viewBox="0 0 9 9"/>',
    "many short names": f'<!DOCTYPE svg [<!ENTITY a "{"x" * 9000}">]><svg {SVG}><text>{"&a;" * 2000}</text></svg>',
    "handler on top": f'<svg {SVG} viewBox="0 0 9 9" onload="x"/>',
    "page": "<html><svg/></html>",
    "page that is a drawing": f'<html xmlns="http://www.w3.org/1999/xhtml"><svg {SVG}>{SCRIPT}</svg></html>',
    "no size": f"<svg {SVG}/>",
    "size of nothing": f'<svg {SVG} width="0" height="0"/>',
    "endless size": f'<svg {SVG} viewBox="0 0 1e99 1e99"/>',
    "text": "svg",
    "UTF-7": f'<?xml version="1.0" encoding="utf-7"?><svg {SVG} viewBox="0 0 9 9"/>',
    "unknown encoding": f'<?xml version="1.0" encoding="x-mac"?><svg {SVG} viewBox="0 0 9 9"/>',
}

TEXTS = {
    "escape.txt": "A\x1b[2J",
    "null.txt": "A\0B",
    "bell.csv": "A\x07",
    "turned.txt": "A\u202etxt.exe",
    "turned.csv": "A\u2066B",
    "page.txt": "Hei\n<script>x</script>",
    "page-utf16.csv": "\ufeff<html>".encode("utf-16-le"),
    "frame.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<iframe src=x>",
    "link.txt": "javascript:alert(1)",
    "utf-7.txt": "+ADw-script+AD4-x",
    "no-captions.vtt": "Hei",
    "no-captions.srt": "Hei",
    "no-calendar.ics": "Hei",
    "half-calendar.ics": "BEGIN:VCALENDAR\n",
    "program.ics": "BEGIN:VCALENDAR\nACTION:PROCEDURE\nEND:VCALENDAR",
    "file.ics": "BEGIN:VCALENDAR\nATTACH;FMTTYPE=x;ENCOD\n ING=BASE64;VALUE=BINARY:AAAA\nEND:VCALENDAR",
    "script.ics": "BEGIN:VCALENDAR\nURL:javascript:alert(1)\nEND:VCALENDAR",
    "order.csv": "a;=cmd|' /C calc'!A0",
    "order-at.csv": "a,@SUM(1+1)*cmd|' /C calc'!A0",
    "order-plus.tsv": "a\t+cmd|' /C calc'!A0",
    "order-minus.csv": "-2+3+cmd|' /C calc'!A0",
    "link.csv": 'a;"=HYPERLINK(""https://example.org"")"',
    "fetch.csv": '=WEBSERVICE("https://example.org")',
    "fetch.tsv": "a\n=IMPORTXML(A1)",
    "pointer.pdf": "version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
}

NAMES = (
    *(f"a{letter}b.pdf" for letter in "\x01\x07\t\n\r\x1b\x7f\x85\x9b\xad\u061c\u200b\u200d\u200e\u200f\u2028\u2029"),
    *(
        f"a{letter}b.pdf"
        for letter in "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0041"
    ),
    *(f"a{letter}b.pdf" for letter in "\ue000\U000f0000\u0378\ufffe\u3164\u2800\u115f\uffa0"),
    *(f"a{letter}b.pdf" for letter in '<>:"|?*\\'),
    *(f"{word}.pdf" for word in ("con", "PRN", "Aux", "nul", "com1", "COM9", "lpt1", "LPT9", "com¹", "conin$")),
    *("nul", "con.tar.pdf", "aux .pdf", "plan.pdf ", "plan.pdf.", "plan.pdf. .", "plan\u202efdp.exe"),
    *(f"{'a' * 230}.pdf", f"{'å' * 110}.pdf", "~$plan.docx", "plan.pdf~", "plan.pdf.bak", ".#plan.pdf"[1:] + "#"),
    *(
        "plan.pdf.exe",
        "plan.pdf.lnk",
        "id_rsa",
        "id_ed25519.pub",
        "plan",
        "plan.",
        "plan.pdf.001",
        "plan.r00",
        "a.php5",
    ),
)
"""Each a PDF that is one."""
UNREADABLE = (b"bl\xe5b\xe6r.pdf", b"\xff\xfe.pdf", b"a\x80b.pdf", b"sj\xf8.md")
"""Bytes that are no UTF-8: the letters of older machines."""


def document(kind: str, parts: dict[str, bytes]) -> bytes:
    """An office document of a kind with some parts."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as written:
        if "opendocument" in kind:
            parts = {"mimetype": kind.encode(), "META-INF/manifest.xml": b"<x/>", "content.xml": b"<x/>", **parts}
        else:
            parts = {"[Content_Types].xml": MAIN.format(kind).encode(), **parts}
        for name, text in parts.items():
            written.writestr(zipfile.ZipInfo(name), text)
    return package.getvalue()


def hostile_drawings() -> Iterator[tuple[str, bytes]]:
    """What it is, and the drawing."""
    for name, inside in DRAWINGS.items():
        yield name, f'<svg {SVG} viewBox="0 0 9 9">\n{inside}\n</svg>'.encode()
    for name, whole in WHOLE_DRAWINGS.items():
        yield name, whole.encode()
    yield "script in UTF-16", f'<svg {SVG} viewBox="0 0 9 9">{SCRIPT}</svg>'.encode("utf-16")
    yield "script in UTF-16 without a mark", f'<svg {SVG} viewBox="0 0 9 9">{SCRIPT}</svg>'.encode("utf-16-be")
    yield "packed", b"\x1f\x8b\x08\0" + bytes(20)


def hostile_files() -> dict[str, bytes]:
    """Name → content of every file that may not be published as it is."""
    files = {
        f"ending{ending}": b"Hei." for ending in (*sorted(FOREIGN), *sorted(AS_MARKDOWN), ".xyz", ".woff2", ".dat")
    }
    for ending in sorted(BY_ENDING):
        files |= {f"{name}{ending}".replace(" ", "-"): content for name, content in DISGUISES.items()}
        if ending not in OFFICE:
            files[f"zip{ending}"] = ZIPPED
    for ending, kind in OFFICE.items():
        bad = FREE_PARTS if "opendocument" in kind else PARTS
        files |= {f"{name}{ending}".replace(" ", "-"): document(kind, parts) for name, parts in bad.items()}
        files[f"with-macros{ending}"] = document(kind.replace("main+xml", "macroEnabled.main+xml") + "x", {})
        files[f"archive{ending}"] = document("x", {"a.js": b"x"})
    files |= {f"{name}.pdf".replace(" ", "-"): PDF.format(said).encode() for name, said in IN_PDF.items()}
    files |= {name: text if isinstance(text, bytes) else text.encode() for name, text in TEXTS.items()}
    files |= {f"drawing-{name}.svg".replace(" ", "-"): content for name, content in hostile_drawings()}
    return files

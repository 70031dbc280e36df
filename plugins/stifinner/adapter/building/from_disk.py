"""Change a built site so that it opens from disk: who reviews a proposal unpacks it and opens ``index.html``.

From disk, a browser shows no folder's ``index.html``, takes no symbol from another file by ``<use>``, and fetches
nothing. So links name files, symbols are put into the page, and ``fromdisk.js`` makes the search work.
"""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..files.reuse import SEARCH_INDEX

INDEX = "index.html"
_NOT_FROM_DISK = ("404.html", "sitemap.xml")
"""Files that only a server has a use for."""
_SCRIPTS = Path("assets", "js")
_TAG = re.compile(r"""<(?:a|link|meta|use)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r'(?P<before>\bhref="|\bcontent="0; url=)(?P<address>[^"]*)"')
_POLICY = re.compile(r"""(?<=http-equiv="Content-Security-Policy" content=")[^"]*""")
_PICTURE = re.compile(r'(?P<before><use\b[^>]*? href="| data-sprite=")(?P<file>[^"#]+\.svg)#')
_SYMBOL = re.compile(r'(?P<before><symbol\b[^>]*?\bid=")(?P<after>[^"]+".*?</symbol>)', re.DOTALL)
_END = "</body>"


def make_openable(site: Path) -> None:
    """Make the site in the folder ``site`` work without a server."""
    for name in _NOT_FROM_DISK:
        (site / name).unlink(missing_ok=True)
    pictures = _Pictures()
    for page in sorted(site.rglob("*.html")):
        page.write_text(pictures.put_into(_name_files(page), page.parent), encoding="utf-8")
    index = site / SEARCH_INDEX
    if index.is_file():
        text = f"window.stifinner.searchIndex = {index.read_text(encoding='utf-8')};\n"
        index.with_suffix(".js").write_text(text, encoding="utf-8")
        index.unlink()
        finder = site / _SCRIPTS / "finder.js"
        parts = [path.read_text(encoding="utf-8") for path in (finder.with_name("fromdisk.js"), finder)]
        finder.write_text("\n".join(parts), encoding="utf-8")


def _name_files(page: Path) -> str:
    """Read a page, and give its HTML with links that lead to files instead of folders."""

    def named(tag: re.Match[str]) -> str:
        if 'rel="preload"' in tag[0] or 'rel="canonical"' in tag[0]:
            # From disk, a preloaded font is not used, and browsers warn of it; and a preview's pages have no
            # address of their own.
            return ""
        text = _ADDRESS.sub(lambda found: f'{found["before"]}{_file_of(found["address"], page.parent)}"', tag[0])
        # Not every browser takes a file on disk for «self».
        return _POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), text)

    return _TAG.sub(named, page.read_text(encoding="utf-8"))


def _file_of(address: str, folder: Path) -> str:
    """Give a relative address of a folder as that of its ``index.html``; any other address as it is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or not (folder / unquote(parts.path)).is_dir():
        return address
    path = f"{parts.path.removesuffix('/')}/{INDEX}".removeprefix("./")
    return parts._replace(path=path).geturl()


class _Pictures:
    """The symbols in the site's SVG files; each file is read once."""

    def __init__(self) -> None:
        self._read: dict[Path, str] = {}

    def put_into(self, text: str, folder: Path) -> str:
        """Give a page's HTML with the symbols of the SVG files that it uses at its end.

        All symbols of a file are put in, since scripts may show others than the page does at first. ``folder``: of the
        page.
        """
        used: set[Path] = set()

        def inside(found: re.Match[str]) -> str:
            file = (folder / found["file"]).resolve()
            used.add(file)
            return f"{found['before']}#{file.stem}-"

        text = _PICTURE.sub(inside, text)
        symbols = "".join(self._symbols_of(file) for file in sorted(used))
        return text.replace(_END, f'<svg hidden aria-hidden="true">{symbols}</svg>\n{_END}') if symbols else text

    def _symbols_of(self, file: Path) -> str:
        """Read all symbols of a file, with ids that begin with the file's name, so that no other id is the same."""
        if file not in self._read:
            symbols = _SYMBOL.finditer(file.read_text(encoding="utf-8"))
            self._read[file] = "".join(f"{found['before']}{file.stem}-{found['after']}" for found in symbols)
        return self._read[file]

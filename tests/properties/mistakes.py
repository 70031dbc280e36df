"""Files that are told of, as the tests of every problem have them: each may lie in a portal among others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from properties.disk import Content, Pipe, Symlink
from stifinner.phrases import load_phrases

_CASES = Path(__file__).parents[1] / "core" / "cases"
_HERE = "programmer/p/"
"""The programme of the cases."""


@dataclass(frozen=True)
class Case:
    """Files, and what is told of them."""

    files: Mapping[str, Content]
    codes: frozenset[str]

    @property
    def stops(self) -> bool:
        """Whether any of it is an error."""
        problems = load_phrases("nb")["problems"]
        return any(problems[code].get("severity", "error") == "error" for code in self.codes)

    def moved(self, programme: str) -> dict[str, Content]:
        """The files, those of a programme in one of their own."""
        there = f"programmer/{programme}/"
        files: dict[str, Content] = {}
        for path, content in self.files.items():
            text = content.replace(_HERE, there) if isinstance(content, str) else content
            files[path.replace(_HERE, there)] = text
        if any(path.startswith(there) for path in files):
            files.setdefault(f"{there}index.md", f"# Programmet {programme}\n\nEt lite program.\n")
        return files


ELSEWHERE = (
    Case({"programmer/p/samlinger/latin.md": "# Bl\u00e5b\u00e6r\n".encode("latin-1")}, frozenset({"not-utf-8"})),
    Case({"programmer/p/samlinger/null.md": b"# A\n\n\0\n"}, frozenset({"not-utf-8"})),
    Case({"programmer/p/filer/ut.png": Symlink("/etc/hostname")}, frozenset({"symlink-outside"})),
    Case({"programmer/p/filer/inn.png": Symlink("../index.md")}, frozenset({"symlink"})),
    Case({"programmer/p/index.md": "---\nbilde: br\u00e5\n---\n# P\n"}, frozenset({"unknown-picture"})),
    Case({"filer/\u00e5.txt": "1", "filer/a\u030a.txt": "2"}, frozenset({"twin-names"})),
    Case({"programmer/p/artikler/stor.md": "# Stor\n\n" + "Ord. \n" * 170_000}, frozenset({"large-file"})),
    Case({"programmer/p/artikler/nr.md": "# Nr\n\n01026010087\n"}, frozenset({"birth-number"})),
    Case({"programmer/p/index.md": "---\ntilstand: planlagt\n---\n# P\n\nEt.\n", "programmer/p/samlinger/a.md": "---\ndato: 1. mai 2024\n---\n# A\n"}, frozenset({"old-state"})),
    Case({"programmer/p/samlinger/a.md": "---\nforbereder: b\n---\n# A\n", "programmer/p/samlinger/b.md": "---\ndato: 1. mai 2024\n---\n# B\n"}, frozenset({"undated-and-past"})),
)
"""What stands in no file of cases."""


@cache
def cases() -> tuple[Case, ...]:
    """Every case there is."""
    return (*_problems(), *_bodies("review.yml", "Om"), *_bodies("foreign.yml", "Siden"), *ELSEWHERE)


@cache
def sound_cases() -> tuple[Case, ...]:
    """Those that stop nothing."""
    return tuple(case for case in cases() if not case.stops)


@cache
def unsound_cases() -> tuple[Case, ...]:
    """Those that stop the build."""
    return tuple(case for case in cases() if case.stops)


def _load(name: str) -> Any:
    return yaml.safe_load((_CASES / name).read_text(encoding="utf-8"))


def _problems() -> Iterator[Case]:
    for case in _load("problems.yml"):
        files = {path: content for path, content in case["files"].items() if content is not None}
        yield Case(files, frozenset(line.rsplit(" ", 1)[-1] for line in case["told"]))


def _bodies(name: str, title: str) -> Iterator[Case]:
    """Cases that say what stands below a title, and where."""
    for of in _load(name).values():
        for case in of:
            at = case.get("at", "programmer/p/artikler/om.md")
            facts = f"---\n{case['facts']}\n---\n" if "facts" in case else ""
            files = {at: f"{facts}# {title}\n\n{case['text']}\n", **case.get("files", {})}
            yield Case(files, frozenset(line.rsplit(" ", 1)[-1] for line in case["told"]))


ODD_FILES: Mapping[str, Content] = {
    "filer/notat.markdown": "# Notat\n\nTekst.\n",
    "filer/notat.mkd": "# Notat\n",
    "filer/les.txt": "Tekst",
    "filer/tom.pdf": b"",
    "filer/\udce6\udcf8.pdf": b"%PDF-1.7",
    "filer/utf16.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'.encode("utf-16"),
    "filer/bom.svg": b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "filer/latin.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>\u00e5</title></svg>'.encode("latin-1"),
    "filer/ror.pdf": Pipe(),
    "filer/ror.md": Pipe(),
    "filer/ring.png": Symlink("ring.png"),
    "filer/ring.md": Symlink("ring.md"),
    "filer/borte.png": Symlink("ingensteds"),
    "filer/opp": Symlink(".."),
    "filer/side.html": "<p>Hei</p>",
    "filer/side.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>',
    "filer/stil.css": "@import 'https://example.org/x.css'; p { background: url(borte.png) }",
    "filer/latin.css": "/* \u00e5 */".encode("latin-1"),
    "filer/kode.js": "alert(1)",
    "filer/index.htm": "<p>",
    "filer/STOR.PNG": b"\x89PNG",
    "filer/Bilde med mellomrom \u00c6.png": b"\x89PNG",
    "filer/a#b?c.pdf": b"%PDF",
    "filer/100%.pdf": b"%PDF",
    "filer/linje\nskift.pdf": b"%PDF",
    "filer/\u202efdp.exe": b"MZ",
    "filer/CON.pdf": b"%PDF",
    "filer/" + "x" * 250 + ".pdf": b"%PDF",
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

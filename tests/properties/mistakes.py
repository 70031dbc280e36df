"""Files that are told of, as the tests of every problem have them: each may lie in a portal among others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from properties.disk import Content, Symlink
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


_PASSED = "---\ndato: 1. mai 2024\n---\n# Samling\n"
ELSEWHERE = (
    Case({"programmer/p/samlinger/latin.md": "# Blåbær\n".encode("latin-1")}, frozenset({"not-utf-8"})),
    Case({"programmer/p/samlinger/null.md": b"# A\n\n\0\n"}, frozenset({"not-utf-8"})),
    Case({"programmer/p/filer/ut.png": Symlink("/etc/hostname")}, frozenset({"symlink-outside"})),
    Case({"programmer/p/filer/inn.png": Symlink("../index.md")}, frozenset({"symlink"})),
    Case({"programmer/p/index.md": "---\nbilde: brå\n---\n# P\n"}, frozenset({"unknown-picture"})),
    Case({"filer/å.txt": "1", "filer/a\u030a.txt": "2"}, frozenset({"twin-names"})),
    Case({"programmer/p/artikler/stor.md": "# Stor\n\n" + "Ord. \n" * 170_000}, frozenset({"large-file"})),
    Case({"programmer/p/artikler/nr.md": "# Nr\n\n01026010087\n"}, frozenset({"birth-number"})),
    Case(
        {"programmer/p/index.md": "---\ntilstand: planlagt\n---\n# P\n", "programmer/p/samlinger/a.md": _PASSED},
        frozenset({"old-state"}),
    ),
    Case(
        {"programmer/p/samlinger/a.md": "---\nforbereder: b\n---\n# A\n", "programmer/p/samlinger/b.md": _PASSED},
        frozenset({"undated-and-past"}),
    ),
)
"""What stands in no file of cases."""


@cache
def cases() -> tuple[Case, ...]:
    """Every case there is."""
    return (*_problems(), *_bodies("review.yml", "Om"), *_bodies("foreign.yml", "Siden"), *ELSEWHERE)


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

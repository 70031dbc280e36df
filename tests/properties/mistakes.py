"""Files that are told of, as the tests of every problem have them: each may lie in a portal among others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from attachments.hostile import OFFICE, PARTS, document
from core.test_review import made_up
from properties.disk import Content, Pipe, Symlink
from stifinner.graph.rules.sheets import LONGEST_QUESTION, MOST_STATEMENTS
from stifinner.graph.support import MOST_ARROWS
from stifinner.language.phrases import load_phrases
from stifinner.source.bounds import LONGEST_FACT, LONGEST_PARAGRAPH, MOST_CELLS, MOST_LINES
from yaml_files import read_yaml

_CASES = Path(__file__).parents[1] / "core" / "cases"
_HERE = "programmer/p/"
"""The programme of the cases."""


@dataclass(frozen=True)
class Case:
    """Files, and what is told of them."""

    files: Mapping[str, Content | None]
    """None where one is missing."""
    codes: frozenset[str]

    @property
    def stops(self) -> bool:
        """Whether any of it is an error."""
        problems = load_phrases("nb")["problems"]
        return any(problems[code].get("severity", "error") == "error" for code in self.codes)

    def moved(self, programme: str) -> dict[str, Content | None]:
        """The files, those of a programme in one of their own."""
        there = f"programmer/{programme}/"
        files: dict[str, Content | None] = {}
        for path, content in self.files.items():
            text = content.replace(_HERE, there) if isinstance(content, str) else content
            files[path.replace(_HERE, there)] = text
        if any(path.startswith(there) for path in files):
            files.setdefault(f"{there}index.md", f"# Programmet {programme}\n\nEt lite program.\n")
        return files


def _case(code: str, files: Mapping[str, Content]) -> Case:
    """What is told of files in a programme."""
    return Case({f"{_HERE}{path}": content for path, content in files.items()}, frozenset({code}))


_PASSED = "---\ndato: 1. mai 2024\n---\n# Samling\n"
_ROW = "| a | b | c | d |\n"
_CELLS = f"# Vid\n\n{_ROW}| - | - | - | - |\n" + _ROW * (MOST_CELLS // 4)
_QUESTIONS = "# Ark\n\nEt ark.\n\n## Spørsmål\n\n"
_SHEET = "# Ark\n\n## Kjerneelementer\n\n### Ett\n\n" + "- Utsagn\n" * (MOST_STATEMENTS + 1)
_ROLE = "# Rolle\n\n## Støtter\n\n" + "- støtter **Navn**\n" * (MOST_ARROWS + 1)
ELSEWHERE = (
    _case("not-utf-8", {"samlinger/latin.md": "# Blåbær\n".encode("latin-1")}),
    _case("not-utf-8", {"samlinger/null.md": b"# A\n\n\0\n"}),
    _case("not-a-file", {"filer/plan.pdf": Pipe()}),
    _case("symlink-outside", {"filer/ut.png": Symlink("/etc/hostname")}),
    _case("symlink", {"filer/inn.png": Symlink("../index.md")}),
    _case("symlink", {"samlinger/ring.md": Symlink("ring.md")}),
    _case("unknown-picture", {"index.md": "---\nbilde: brå\n---\n# P\n"}),
    _case("twin-names", {"filer/\u00e5.txt": "1", "filer/a\u030a.txt": "2"}),
    _case("birth-number", {"artikler/nummer.md": f"# Nummer\n\n{made_up('0102')}\n"}),
    _case("old-state", {"index.md": "---\ntilstand: planlagt\n---\n# P\n", "samlinger/a.md": _PASSED}),
    _case("undated-and-past", {"samlinger/a.md": "---\nforbereder: b\n---\n# A\n", "samlinger/b.md": _PASSED}),
    _case("long-paragraph", {"artikler/lang.md": f"# Lang\n\n{'Et ord. ' * (LONGEST_PARAGRAPH // 8)} Til.\n"}),
    _case("long-fact", {"samlinger/a.md": f"---\nsted: {'a' * (LONGEST_FACT + 1)}\n---\n# A\n"}),
    _case("long-question", {"refleksjon/ark.md": _QUESTIONS + f"- {'ord ' * LONGEST_QUESTION}\n"}),
    _case(
        "long-sheet",
        {
            "refleksjon/ark.md": _QUESTIONS
            + "- Hva?\n\n## Om\n\n"
            + "Et ord og to. " * 20
            + "\n\n"
            + ("Et avsnitt. " * 50 + "\n\n") * 50
        },
    ),
    _case("many-lines", {"artikler/lang.md": "# Lang\n\n" + "Ord.\n\n" * (MOST_LINES + 1)}),
    _case("many-cells", {"artikler/vid.md": _CELLS}),
    _case("many-statements", {"refleksjon/ark.md": _SHEET}),
    _case("not-drawn", {"roller/a.md": _ROLE}),
    _case("macros-in-document", {"filer/plan.docx": document(OFFICE[".docx"], PARTS["macro project"])}),
    _case("object-in-document", {"filer/plan.docx": document(OFFICE[".docx"], PARTS["object"])}),
    Case({"index.md": None}, frozenset({"no-portal"})),
)
"""What stands in no file of cases."""


@cache
def cases() -> tuple[Case, ...]:
    """Every case there is."""
    return (*_problems(), *_bodies("review.yml", "Om"), *_bodies("foreign.yml", "Siden"), *ELSEWHERE)


def _load(name: str) -> Any:
    return read_yaml(_CASES / name)


def _problems() -> Iterator[Case]:
    for case in _load("problems.yml"):
        yield Case(case["files"], frozenset(line.rsplit(" ", 1)[-1] for line in case["told"]))


def _bodies(name: str, title: str) -> Iterator[Case]:
    """Cases that say what stands below a title, and where."""
    for of in _load(name).values():
        for case in of:
            at = case.get("at", "programmer/p/artikler/om.md")
            facts = f"---\n{case['facts']}\n---\n" if "facts" in case else ""
            files = {at: f"{facts}# {title}\n\n{case['text']}\n", **case.get("files", {})}
            yield Case(files, frozenset(line.rsplit(" ", 1)[-1] for line in case["told"]))

"""The sample's files, as operators see them: plain text by path, read with nothing of what is being tested."""

import re
from dataclasses import dataclass, field
from pathlib import Path

CONTENT = Path(__file__).parents[2] / "content"

Place = tuple[str, int]
"""A file and a line; line 0 is the file itself."""


@dataclass
class Mistake:
    """What an operator did, and what ought to be told."""

    operator: str
    files: dict[str, bytes | None]
    """Files that are now different; None where one is gone."""
    told: dict[Place, str]
    """Every place to be told → words that the cure must have."""


@dataclass(frozen=True)
class Line:
    """One line of one file."""

    path: str
    number: int
    text: str


@dataclass
class Sample:
    """All files of the content folder."""

    files: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "Sample":
        """The content folder as it is."""
        paths = sorted(path for path in CONTENT.rglob("*") if path.is_file())
        return cls({path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in paths})

    def pages(self) -> list[str]:
        """Paths of all Markdown files."""
        return [path for path in self.files if path.endswith(".md")]

    def lines(self, path: str) -> list[str]:
        """The lines of a file; line 1 is the first."""
        return self.files[path].decode("utf-8").split("\n")

    def body_line(self, path: str) -> int:
        """The line below the closing ``---``; 1 where there is none."""
        lines = self.lines(path)
        return lines.index("---", 1) + 2 if lines[0] == "---" else 1

    def facts(self) -> list[Line]:
        """Every fact."""
        return [
            Line(path, number, text)
            for path in self.pages()
            for number, text in enumerate(self.lines(path)[: self.body_line(path) - 1], start=1)
            if ":" in text
        ]

    def body(self) -> list[Line]:
        """Every line below the facts, without notes to editors."""
        found = []
        for path in self.pages():
            first = self.body_line(path)
            for number, text in enumerate(self.lines(path), start=1):
                if text.startswith("## Notat"):
                    break
                if number >= first:
                    found.append(Line(path, number, text))
        return found

    def links(self) -> list[tuple[Line, str]]:
        """Every line with one link into the portal, and its target."""
        found = [(line, re.findall(r"\]\(([^)]*)\)", line.text)) for line in self.body()]
        return [(line, targets[0]) for line, targets in found if len(targets) == 1 and not is_web(targets[0])]

    def changed(self, line: Line, *now: str) -> dict[str, bytes | None]:
        """The file with other lines in place of one."""
        lines = self.lines(line.path)
        return {line.path: "\n".join([*lines[: line.number - 1], *now, *lines[line.number :]]).encode()}


def is_web(target: str) -> bool:
    """Whether a target leaves the portal, or goes to a place on its own page."""
    return bool(re.match(r"[a-z]+:|#", target))


def resolved(origin: str, target: str) -> str:
    """The path that a target means."""
    parts = origin.split("/")[:-1]
    for part in target.split("#")[0].split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def way(origin: str, path: str) -> str:
    """The target that leads from one file to another."""
    here, there = origin.split("/")[:-1], path.split("/")
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there)

"""The facts on top of a file: one a line, ``key: value``, where the value is plain text.

python-frontmatter asks this handler where the block is and what is in it. It is not read as YAML, so ``19:00``, ``no``,
``Samling #2`` and ``Losby: hotell`` mean what their author wrote, and every fact keeps its line and column.
"""

import re

from frontmatter.default_handlers import BaseHandler

from ..problems.problem import ProblemList
from .front import find_front
from .source_file import Fact

_KEY = re.compile(r"[^\W\d_][\w -]*")
_MARKS = {"&": "anchor", "*": "anchor", "!": "tag", "|": "block", ">": "block", "[": "list", "{": "list"}


class FactsHandler(BaseHandler):
    """python-frontmatter's handler for facts; one for each file, since it keeps what it has read in ``facts``."""

    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str, lines: tuple[str, ...], problems: ProblemList) -> None:
        self._path = path
        self._lines = lines
        self.front = find_front(path, lines, problems)
        self._problems = problems
        self._known = problems.fact_words
        self.facts: tuple[Fact, ...] = ()

    def detect(self, text: str) -> bool:  # noqa: ARG002 (the file's lines are known already)
        """Tell whether the file has facts."""
        return bool(self.front.facts)

    def split(self, text: str) -> tuple[str, str]:  # noqa: ARG002
        """Split the file into the block between the lines of dashes, and the body, both as they were written."""
        return "\n".join(self.front.facts), "\n".join(self._lines[self.front.body - 1 :])

    def load(self, fm: str, **_: object) -> dict[str, object]:
        """Read the block into ``facts``; a line that is no fact becomes a problem.

        python-frontmatter gets an empty dictionary, since it has no use for lines and columns.
        """
        facts: dict[str, Fact] = {}
        for number, line in enumerate(fm.split("\n"), start=self.front.first):
            fact = self._read_line(line, number)
            if fact and (earlier := facts.get(fact.key)):
                self._problem("duplicate-fact", fact.line, fact.key_column, line, key=fact.key, first=earlier.line)
            elif fact:
                facts[fact.key] = fact
        self.facts = tuple(facts.values())
        return {}

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """Refuse to write: facts are only read."""
        raise NotImplementedError

    def _read_line(self, line: str, number: int) -> Fact | None:
        """Read a line of the block; None for a blank line, a comment, and a line that becomes a problem instead of a
        fact."""
        if not line.strip() or line.startswith("#"):
            return None
        if re.match(r"\s*-\s+\S", line):
            self._problem("list-in-facts", number, 1, line)
            return None
        if line[0] in " \t":
            self._problem("indented-fact", number, 1, line)
            return None
        written, colon, rest = line.partition(":")
        if not colon or not _KEY.fullmatch(written):
            self._problem("unreadable-fact", number, 1, line, suggestion=self._suggest(line))
            return None
        value = rest.strip()
        column = len(line) - len(rest.lstrip()) + 1
        if value[:1] in _MARKS and not re.match(r"\*\*|\*\w", value):
            self._problem("yaml-in-facts", number, column, line, mark=value[0])
            return None
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, column = value[1:-1], column + 1
        key = " ".join(written.lower().split())
        if second := self._find_second(value):
            self._problem("two-facts", number, column + second.start(1), line, key=second[1])
        return Fact(key, value.replace("\u00a0", " ").strip(), number, 1, column)

    def _suggest(self, line: str) -> str:
        """Suggest the line with a colon, where it begins with the word of a fact; empty where it doesn't."""
        for key in sorted(self._known, key=len, reverse=True):
            rest = line[len(key) :]
            if line.lower().startswith(key) and not rest[:1].isalnum():
                return self._problems.suggestion(f"{key}: {rest.lstrip(' =;,.-–>')}")
        return ""

    def _find_second(self, value: str) -> re.Match[str] | None:
        """Find the key of a fact inside the value of another, where a line break was lost."""
        if ": " not in f"{value} ":
            return None
        keys = sorted(self._known, key=len, reverse=True)
        return re.search(rf"(?<=\s)({'|'.join(map(re.escape, keys))}):(?:\s|$)", value)

    def _problem(self, code: str, line: int, column: int, excerpt: str, **details: object) -> None:
        """Add a problem at a line of the facts."""
        self._problems.add(code, self._path, line, column, excerpt=excerpt, **details)

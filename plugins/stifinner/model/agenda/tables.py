"""Reads a day plan that was written as a table: a row becomes a point where the columns are those of a plan."""

from collections.abc import Sequence
from dataclasses import replace

from ...language.phrases import Phrases
from ...markdown.lines import beginning, line_text
from ...markdown.text import Text, words_of
from ...markdown.tokens import Token
from .timing import TimingReader

_MOST = 3
"""Columns of a plan: when, what, who."""


class TableReader:
    """Reads tables in one language. Any other table stays one, so that nothing of it is lost."""

    def __init__(self, phrases: Phrases, times: TimingReader) -> None:
        plan = phrases["dates"]["plan"]
        self._columns: Sequence[frozenset[str]] = [frozenset(plan["columns"][name]) for name in ("when", "what", "who")]
        self._led_by = plan["led_by"][0]
        self._times = times

    def points(self, table: Text) -> tuple[Text, ...]:
        """Make a point of each row; none where the table is no plan."""
        if table.kind != "table_open":
            return ()
        head, *rows = _rows(table.tokens)
        names = [words_of(cell.children or ()).lower().rstrip(":") for cell in head]
        is_plan = 2 <= len(names) <= _MOST and all(
            not name or name in known for name, known in zip(names, self._columns, strict=False)
        )
        if not is_plan or not rows or not all(self._has_time(row[0]) for row in rows):
            return ()
        return tuple(self._point(row) for row in rows)

    def _has_time(self, cell: Token) -> bool:
        """Tell whether a cell begins with a time, or is empty."""
        line = beginning(cell.children or ())
        return line == "" or (self._times.begins(line) and bool(line))

    def _point(self, row: Sequence[Token]) -> Text:
        """Write a row as a list would have it: «09.00 Velkommen (v/ rektor)»."""
        when, what, *who = ([*(cell.children or ())] for cell in row)
        tokens = [*when, _word(" "), *what] if when else what
        if who and words_of(who[0]):
            tokens += [_word(f" ({self._led_by} "), *who[0], _word(")")]
        line = row[0].map[0] + 1 if row[0].map else 0
        return replace(line_text(tokens, line), begins=line)


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """List the cells of each row."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def _word(content: str) -> Token:
    """Make a token of text."""
    return Token("text", "", 0, content=content)

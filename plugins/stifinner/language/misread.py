"""The exception for text that cannot be read: a parser raises it, and whoever knows the file makes it a problem."""

from collections.abc import Sequence


class Misread(ValueError):
    """Raised by a parser that cannot read a text.

    The parser knows what is wrong, the caller which file and line it is in. ``code``: code of the problem; ``line`` and
    ``column``: from 1, 0 where the parser does not know them; ``details``: what fills the placeholders of the problem's
    message and hint.
    """

    def __init__(self, code: str, *, line: int = 0, column: int = 0, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.details: dict[str, object] = details
        self.written = ""
        """The words of the line that are meant, by which a column is found that the parser did not know."""
        self.others: tuple[Misread, ...] = ()
        """What else the parser could not read in the same text."""

    @classmethod
    def all_of(cls, several: Sequence["Misread"]) -> "Misread":
        """Make one exception of several about the same text: the first, with the rest in its ``others``."""
        first, *others = several
        first.others = tuple(others)
        return first

    def at(self, line: int, written: str = "") -> "Misread":
        """Copy it, with a line that the parser did not know, and the words of the line that are meant."""
        placed = Misread(self.code, line=line, column=self.column)
        placed.written = written or self.written
        placed.details = self.details
        return placed

"""What cannot be read: raised by whoever reads a value, and made a problem by whoever knows the file."""

from collections.abc import Sequence


class Misread(ValueError):
    """Raised by a parser that cannot read a text. The caller knows the file and line, the parser what is wrong."""

    def __init__(self, code: str, *, line: int = 0, column: int = 0, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.details: dict[str, object] = details
        self.others: tuple[Misread, ...] = ()
        """What else the parser could not read in the same text."""

    @classmethod
    def all_of(cls, several: Sequence["Misread"]) -> "Misread":
        """Several of one text as one that can be raised."""
        first, *others = several
        first.others = tuple(others)
        return first

    def at(self, line: int) -> "Misread":
        """The same, at a line that the parser did not know."""
        placed = Misread(self.code, line=line, column=self.column)
        placed.details = self.details
        return placed

"""Collects what could not be read in a section, each with its line and the words that are meant."""

from ...language.misread import Misread
from ...language.slugs import slugify
from ...markdown.lines import lines_of
from ...markdown.text import Text
from ..item import Reference


class Told:
    """What could not be read in a section.

    ``stray``: code of the problem that something stands where nothing is shown; ``details``: words for any message.
    """

    def __init__(self, stray: str, **details: object) -> None:
        self._stray, self._details = stray, details
        self._misread: list[Misread] = []

    def add(self, code: str, line: int, written: str = "", /, **details: object) -> None:
        """Note a mistake. ``written``: the words of the line that are meant."""
        misread = Misread(code)
        misread.details = details
        self.keep(misread, line, written)

    def keep(self, misread: Misread, line: int, written: str) -> None:
        """Note a mistake that a parser found, which does not know where it reads."""
        misread.details = {**self._details, **misread.details}
        self._misread.append(misread.at(line, written))

    def add_stray(self, block: Text) -> None:
        """Note a block that stands where nothing is shown."""
        first = next((words for _, words in lines_of(block)), "").strip()
        self.add(self._stray, block.line, first, value=block.plain)

    def add_without_link(self, reference: Reference, folder: str) -> None:
        """Note a name that must be a link to a file in the folder."""
        details = {"name": reference.name, "folder": folder, "slug": slugify(reference.name)}
        self.add("no-link", reference.line, reference.name, **details)

    def __len__(self) -> int:
        """Count what was noted."""
        return len(self._misread)

    def raise_all(self) -> None:
        """Raise one Misread with all that was noted; nothing where nothing was."""
        if self._misread:
            raise Misread.all_of(self._misread)

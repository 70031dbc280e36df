"""Links that tell on somebody, let somebody in, or lead where most readers are left outside."""

from collections.abc import Iterator

from ...problems.problem import ProblemList
from ...source.wall import is_web_address
from ..reviewed import ReviewedFile
from ..words import Words
from .web_addresses import find_in_address

_LEAKS = frozenset({"wrapped-link", "secret-in-link"})
"""What matters in notes to editors too: anybody can read them in the repository."""


def check_leaks(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """One thing of each address, in the text and on top of the file."""
    for line, column, address in _addresses(file):
        found = find_in_address(address)
        if found and (line not in file.hidden or found.code in _LEAKS):
            details = {"what": found.what, "right": found.right, "excerpt": file.source.excerpt(line)}
            problems.add(found.code, file.path, line, column, **details)


def _addresses(file: ReviewedFile) -> Iterator[tuple[int, int, str]]:
    for fact in file.source.facts:
        if is_web_address(fact.value):
            yield fact.line, fact.value_column, fact.value
    for link in file.source.places.links:
        yield link.line, link.column, link.target

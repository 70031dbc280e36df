"""Links that give away a person or a secret, or that lead where most readers are not let in."""

from collections.abc import Iterator
from typing import NamedTuple

from ...problems.problem import ProblemList
from ...source.wall import is_web_address
from ..reviewed import ReviewedFile
from ..words import Words
from .web_addresses import find_in_address

_LEAKS = frozenset({"wrapped-link", "secret-in-link"})
"""Codes that are told in notes to editors too: anybody can read the notes in the repository."""


def check_leaks(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add at most one problem for each web address in the text and in the facts."""
    for address in _addresses(file):
        finding = find_in_address(address.written)
        if finding and (address.line not in file.hidden or finding.code in _LEAKS):
            details = {"what": finding.what, "right": finding.right, "excerpt": file.source.excerpt(address.line)}
            problems.add(finding.code, file.path, address.line, address.column, **details)


class _Address(NamedTuple):
    """A target in a file, and where it stands."""

    line: int
    column: int
    written: str


def _addresses(file: ReviewedFile) -> Iterator[_Address]:
    """Give the web addresses in facts, and all targets of links."""
    for fact in file.source.facts:
        if is_web_address(fact.value):
            yield _Address(fact.line, fact.value_column, fact.value)
    for link in file.source.places.links:
        yield _Address(link.line, link.column, link.target)

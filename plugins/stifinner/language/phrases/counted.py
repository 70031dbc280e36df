"""Texts that depend on a number."""

from typing import TypedDict


class Counted(TypedDict):
    """A text for one of something, and one with a gap for more."""

    one: str
    many: str
    """With ``{count}`` in it."""


def say_count(words: Counted, count: int) -> str:
    """«1 samling», «7 samlinger»."""
    return words["one"] if count == 1 else words["many"].format(count=count)

"""Texts that depend on a number."""

from typing import TypedDict


class Counted(TypedDict):
    """A text about one thing, and one about several."""

    one: str
    many: str
    """Has ``{count}`` in it."""


def say_count(words: Counted, count: int) -> str:
    """Choose the text for a number, and fill the number in: «1 samling», «7 samlinger»."""
    return words["one"] if count == 1 else words["many"].format(count=count)

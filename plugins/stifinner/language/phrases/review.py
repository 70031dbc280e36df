"""The catalogue's ``review``: words that the review of the content looks for."""

from typing import TypedDict

from .counted import Counted


class SilenceWords(TypedDict):
    """Words that begin a comment by which an editor turns a problem off."""

    one: str
    whole: str


class Review(TypedDict):
    """Words that the review of the content looks for; all in small letters."""

    comment: SilenceWords
    vague_links: list[str]
    contact_headings: list[str]
    numbers: list[list[str]]
    gatherings: str
    days: str
    gathering_days: str
    spread_over: list[str]
    times: list[str]
    all_told: list[str]
    not_a_length: list[str]
    held: list[str]
    the_gathering: list[str]
    respelt: list[list[str]]
    to_self: list[str]
    to_self_in_brackets: list[str]
    first_gathering: str
    last_gathering: str
    days_of_gathering: Counted
    gatherings_of_days: str

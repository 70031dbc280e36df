"""The shape of ``dates.yml``: the words that dates are read by, of all languages."""

from typing import TypedDict


class DurationVocabulary(TypedDict):
    """Words of durations."""

    half: list[str]
    days: list[str]
    hours: list[str]
    minutes: list[str]
    one_and_a_half: list[str]
    numbers: list[list[str]]


class AheadVocabulary(TypedDict):
    """Words of how long before something a deadline is."""

    days: list[str]
    weeks: list[str]
    the_day: list[str]
    the_week: list[str]


_Keywords = TypedDict("_Keywords", {"from": list[str], "and": list[str], "or": list[str], "except": list[str]})


class DateVocabulary(_Keywords):
    """Key of a meaning → the words that have it."""

    months: dict[int, list[str]]
    weekdays: dict[int, list[str]]
    many: list[str]
    seasons: dict[str, list[str]]
    week: list[str]
    until: list[str]
    clock: list[str]
    times: list[str]
    each: list[str]
    other: list[str]
    weekly: list[str]
    monthly: list[str]
    in_month: list[str]
    other_meaning: dict[str, list[str]]
    deadline: list[str]
    next: list[str]
    ahead: AheadVocabulary
    audience: list[str]
    everyone: list[str]
    ordinals: list[list[str]]
    last: list[str]
    endings: list[str]
    nothing: list[str]
    after: list[str]
    before: list[str]
    open: list[str]
    recurring: list[str]
    durations: DurationVocabulary

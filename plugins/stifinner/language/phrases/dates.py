"""The catalogue's ``dates``: how they are shown, and how a day plan is read."""

from typing import TypedDict


class PlanColumns(TypedDict):
    """Headings of the columns of a day plan that is written as a table."""

    when: list[str]
    what: list[str]
    who: list[str]


_PlanKeywords = TypedDict("_PlanKeywords", {"from": list[str], "and": list[str]})


class Plan(_PlanKeywords):
    """How the lines of a day plan begin, and who leads them."""

    hours: list[str]
    about: list[str]
    before_noon: list[str]
    after_noon: list[str]
    lengths: dict[int, list[str]]
    """Minutes → words for that length: «en halv time»."""
    led_by: list[str]
    perhaps_led_by: list[str]
    leads: list[str]
    people: list[str]
    columns: PlanColumns


class Durations(TypedDict):
    """Words of durations."""

    half: str
    days: list[str]
    numbers: list[str]


_DatesKeywords = TypedDict("_DatesKeywords", {"and": str})


class Dates(_DatesKeywords):
    """How dates and clock times are shown, as patterns of the CLDR and sentences with gaps."""

    day: str
    day_of_year: str
    day_alone: str
    clock: str
    clock_words: list[str]
    minutes: list[str]
    plan: Plan
    at: str
    until: list[str]
    the: str
    day_endings: list[str]
    month_first: bool
    until_gathering: str
    open: str
    after_shown: str
    before_shown: str
    unknown: str
    year_unknown: str
    seasons: dict[str, str]
    week: str
    weeks: str
    durations: Durations

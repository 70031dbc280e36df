"""Dates, times and scales as people write them, and such as nobody should."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from stifinner.dates.shown import DateWords
from stifinner.dates.words import vocabulary
from stifinner.language.phrases import Phrases
from yaml_files import read_yaml

_TESTS = Path(__file__).parents[1]


def _written_dates() -> dict[str, list[str]]:
    """Language → dates as people write them, without those that refer to another gathering."""
    cases = read_yaml(_TESTS / "core/cases/dates.yml")
    relative = {"after", "before"}
    return {
        language: [str(case["written"]) for case in of if "kind" in case and case["kind"] not in relative]
        for language, of in cases.items()
    }


DATES = _written_dates()
WORDS = vocabulary().words
"""What dates are read by, in every portal."""


def dates(phrases: Phrases, gatherings: Sequence[str]) -> st.SearchStrategy[str]:
    """Dates that can be read, and, where there are gatherings, before and after one."""
    relative = (
        [st.builds("{} {}".format, st.sampled_from([*WORDS["after"], *WORDS["before"]]), st.sampled_from(gatherings))]
        if gatherings
        else []
    )
    return st.one_of(st.sampled_from(DATES[phrases["language"]]), days(phrases), *relative)


def days(phrases: Phrases) -> st.SearchStrategy[str]:
    """One day whose year is known."""
    month = st.sampled_from(DateWords(phrases).month_names())
    shape = "{} {} {}" if phrases["language"] == "en" else "{}. {} {}"
    return st.builds(shape.format, st.integers(1, 28), month, st.integers(2024, 2035))


def odd_dates(phrases: Phrases) -> st.SearchStrategy[str]:
    """Numbers where a date has them, whether there is such a day or not."""
    day, month = st.sampled_from((0, 1, 15, 29, 30, 31, 32)), st.sampled_from((0, 1, 2, 6, 12, 13))
    year = st.sampled_from((0, 1, 22, 1899, 2027, 9999))
    name = st.sampled_from(DateWords(phrases).month_names())
    return st.one_of(
        st.builds("{:04}-{:02}-{:02}".format, year, month, day),
        st.builds("{}.{}.{}".format, day, month, year),
        st.builds("{}. {} {}".format, day, name, year),
        st.builds("{}.–{}. {} {}".format, day, day, name, year),
        st.builds("{} {}".format, name, year),
        st.builds("{}–{}".format, year, year),
        st.builds("{}.{}.–{}.{}.{}".format, day, month, day, month, year),
    )


def times(*, odd: bool) -> st.SearchStrategy[str]:
    """Clock times, from and to."""
    hour, minute = (st.integers(0, 25), st.integers(0, 61)) if odd else (st.integers(8, 11), st.integers(0, 59))
    later = st.integers(0, 25) if odd else st.integers(12, 20)
    clock, until = st.builds("{:02}.{:02}".format, hour, minute), st.builds("{:02}:{:02}".format, later, minute)
    return st.one_of(clock, st.builds("{}–{}".format, clock, until), st.builds("{}–{}".format, hour, later))


def durations(phrases: Phrases, *, odd: bool) -> st.SearchStrategy[str]:
    """How long something lasts."""
    words = phrases["dates"]
    number = st.integers(0, 9999) if odd else st.integers(1, 9)
    unit = st.sampled_from([*words["durations"]["days"], *(words["minutes"] if odd else ())])
    named = st.sampled_from(words["durations"]["numbers"])
    days = st.sampled_from(words["durations"]["days"])
    return st.one_of(
        st.sampled_from(WORDS["durations"]["half"]),
        st.builds("{} {}".format, number, unit),
        st.builds("{} {}".format, named, days),
    )


def scales(phrases: Phrases, *, odd: bool) -> st.SearchStrategy[str]:
    """Steps of a scale, some with what they mean, a letter, a shape or a colour."""
    words = phrases["values"]["scale"]
    marks = [*words["shapes"].values(), *words["colours"].values(), "A", "æ"]
    names = ("Ja", "Nei", "Alltid", "Av og til", "Å", "3", "Ofte", "Vet ikke") + (
        ("–", "😀", "أ", "***") if odd else ()
    )
    step = st.builds(
        "{}{}{}".format,
        st.sampled_from(names),
        st.sampled_from(("", "", ": vi er der")),
        st.one_of(st.just(""), st.builds(" ({})".format, st.sampled_from(marks))) if odd else st.just(""),
    )
    most = 7 if odd else 5
    return st.lists(step, min_size=1 if odd else 2, max_size=most, unique_by=lambda one: one[:2]).map(", ".join)

"""Dates as people write and read them in each language."""

from datetime import time
from pathlib import Path

import pytest
import yaml

from stifinner.dates.reader import DateReader
from stifinner.dates.shown import DateWords
from stifinner.phrases import load_phrases
from stifinner.problems import Misread

CASES = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"))
ALL = [(language, case) for language, cases in CASES.items() for case in cases]
READERS = {language: DateReader(load_phrases(language)) for language in CASES}


@pytest.mark.parametrize(("language", "case"), ALL, ids=lambda part: part if isinstance(part, str) else part["written"])
def test_date_is_read_and_shown(language, case):
    when = READERS[language].parse_when(case["written"])
    days = f"{when.start}/{when.end}" if when.start else None
    assert (when.kind, when.text, days) == (case["kind"], case["shown"], case.get("days"))
    if case["kind"] in {"day", "month", "yearless", "season"}:
        assert READERS[language].parse_when(when.text) == when


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_month_and_weekday_is_read_as_it_is_shown(language):
    reader, words = DateReader(load_phrases(language)), DateWords(load_phrases(language))
    for month in range(1, 13):
        when = reader.parse_when(f"2023-{month:02}-11")
        assert reader.parse_when(when.text) == when
        weekday = words.weekday(when.start)
        assert reader.parse_when(f"{weekday} {when.text}") == when
        assert weekday.lower() == load_phrases(language)["dates"]["weekdays"][when.start.weekday()]


@pytest.mark.parametrize(
    ("language", "written", "code"),
    [
        ("nn", "mandag 1. november 2022", "unreadable-date"),
        ("nn", "måndag 1. november 2022", "wrong-weekday"),
        ("nn", "31. november 2022", "impossible-date"),
        ("en", "1. oktober 2022", "unreadable-date"),
        ("en", "Monday 1 November 2022", "wrong-weekday"),
        ("en", "November 31, 2022", "impossible-date"),
        ("en", "1/11/2022", "unreadable-date"),
    ],
)
def test_date_that_cannot_be_is_refused(language, written, code):
    with pytest.raises(Misread) as refused:
        READERS[language].parse_when(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("nn", "klokka 9–15.30", "kl. 09.00–15.30"),
        ("nn", "kl. 18.30", "kl. 18.30"),
        ("en", "9–15:30", "09:00–15:30"),
        ("en", "at 9.30", "09:30"),
    ],
)
def test_time_is_read_and_shown(language, written, shown):
    assert DateWords(load_phrases(language)).show_time(READERS[language].parse_time(written)) == shown


@pytest.mark.parametrize(
    ("language", "written", "days"),
    [("nn", "to dagar", 2), ("nn", "ein halv dag", 0.5), ("en", "two days", 2), ("en", "half a day", 0.5)],
)
def test_duration_is_read(language, written, days):
    assert READERS[language].parse_duration(written).days == days


def test_end_of_a_day_is_midnight():
    assert READERS["en"].parse_time("22:00–24:00").end == time(0)

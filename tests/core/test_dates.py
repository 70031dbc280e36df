"""Dates as Norwegians write them."""

from pathlib import Path

import pytest
import yaml

from stifinner.dates.reader import DateReader
from stifinner.dates.shown import DateWords
from stifinner.model.date_slips import meant_date, why_impossible
from stifinner.phrases import load_phrases
from stifinner.problems import Misread

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yml").read_text(encoding="utf-8"))
PHRASES = load_phrases("nb")


@pytest.fixture(scope="module")
def reader():
    return DateReader(PHRASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"] or "nothing")
def test_date_is_read_and_shown(case, reader):
    when = reader.parse_when(case["written"])
    days = f"{when.start}/{when.end}" if when.start else None
    assert (when.kind, when.text, days) == (case["kind"], case["shown"], case.get("days"))


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["kind"] in {"day", "month", "yearless", "season"}],
    ids=lambda c: c["written"],
)
def test_shown_date_is_read_as_the_same(case, reader):
    when = reader.parse_when(case["written"])
    assert reader.parse_when(when.text) == when


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31. november 2022", "impossible-date"),
        ("29. februar 2027", "impossible-date"),
        ("0. mai 2027", "impossible-date"),
        ("13.13.2022", "impossible-date"),
        ("13.–12. mai 2027", "impossible-date"),
        ("2018–17", "impossible-date"),
        ("mandag 1. november 2022", "wrong-weekday"),
        ("snart", "unreadable-date"),
        ("1. novemmber 2022", "unreadable-date"),
        ("1. og 2. mai", "unreadable-date"),
    ],
)
def test_date_that_cannot_be_is_refused(written, code, reader):
    with pytest.raises(Misread) as refused:
        reader.parse_when(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("09.00–15.30", "kl. 09.00–15.30"),
        ("9-15", "kl. 09.00–15.00"),
        ("kl. 9.30", "kl. 09.30"),
        ("19:00", "kl. 19.00"),
        ("kl 19 til 21", "kl. 19.00–21.00"),
        ("22.00–02.00", "kl. 22.00–02.00"),
        ("18–24", "kl. 18.00–00.00"),
    ],
)
def test_time_is_read_and_shown(written, shown, reader):
    assert DateWords(PHRASES).show_time(reader.parse_time(written)) == shown


@pytest.mark.parametrize("written", ["25.00", "9.75", "sent", "9–25"])
def test_time_that_cannot_be_is_refused(written, reader):
    with pytest.raises(Misread) as refused:
        reader.parse_time(written)
    assert refused.value.code == "unreadable-time"


@pytest.mark.parametrize(("written", "days"), [("2 dager", 2), ("to dager", 2), ("en dag", 1), ("halv dag", 0.5)])
def test_duration_is_read(written, days, reader):
    assert reader.parse_duration(written).days == days


@pytest.mark.parametrize("year", ["0000", "0001", "2026", "9999"])
def test_no_figure_of_a_date_is_too_odd_to_be_told(year, reader):
    """Whatever figures stand where a date does: it is read, or refused with a reason."""
    for month in ("00", "01", "02", "12", "13", "99"):
        for day in ("0", "00", "01", "31", "32", "99"):
            for written in (
                f"{year}-{month}-{day}",
                f"{day}.{month}.{year}",
                f"{day}. oktober {year}",
                f"{day}.–{day}. mai",
            ):
                try:
                    reader.parse_when(written)
                except Misread:
                    why_impossible(written, PHRASES)
                    meant_date(written, reader, PHRASES)

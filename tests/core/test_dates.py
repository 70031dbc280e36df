"""Dates as people write them, in bokmål, nynorsk and English."""

from datetime import date, time
from pathlib import Path

import pytest

from stifinner.dates.reader import DateReader
from stifinner.dates.shown import DateWords
from stifinner.dates.slips import meant_date, meant_duration, meant_time
from stifinner.language.misread import Misread
from stifinner.language.phrases import load_phrases
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "dates.yml")
ALL = [(language, case) for language, cases in CASES.items() for case in cases]
READ = [(language, case) for language, case in ALL if "kind" in case]
TOLD = [(language, case) for language, case in ALL if "told" in case]
READERS = {language: DateReader(load_phrases(language)) for language in CASES}
WORDS = {language: DateWords(load_phrases(language)) for language in CASES}
PHRASES = load_phrases("nb")


def named(part):
    return part if isinstance(part, str) else part["written"]


def days_of(when):
    return list(when.dates) or (f"{when.start}/{when.end}" if when.start else None)


@pytest.mark.parametrize(("language", "case"), READ, ids=named)
def test_date_is_read_and_shown(language, case):
    when, words = READERS[language].parse_when(case["written"]), WORDS[language]
    assert (when.kind, words.show(when), days_of(when)) == (case["kind"], case["shown"], case.get("days"))
    clock = words.show_time(when.clock) if when.clock else None
    assert (clock, when.refers_to, when.length) == (
        case.get("clock"),
        case.get("refers_to", ""),
        case.get("length", 0),
    )


@pytest.mark.parametrize(("language", "case"), TOLD, ids=named)
def test_date_that_cannot_be_read_is_told(language, case):
    with pytest.raises(Misread) as refused:
        READERS[language].parse_when(case["written"])
    said = refused.value.details
    assert (refused.value.code, said.get("why", "").strip() or None, said.get("right")) == (
        case["told"],
        case.get("why"),
        case.get("right"),
    )
    assert said["value"] in case["written"]


@pytest.mark.parametrize("form", ["long", "short"])
@pytest.mark.parametrize(("language", "case"), [one for one in READ if one[1]["shown"]], ids=named)
def test_what_is_shown_is_read_as_the_same(language, case, form):
    """What stands on a page can be copied into a file, in any portal."""
    when = READERS[language].parse_when(case["written"])
    for reader in READERS.values():
        again = reader.parse_when(WORDS[language].show(when, form))
        assert (again.kind, days_of(again)) == (when.kind, days_of(when))


MONTH_FIRST = {"November 5", "October 26"}
"""Only an English portal begins with the month where no year follows."""


@pytest.mark.parametrize("language", CASES)
def test_every_portal_reads_what_the_others_read(language):
    cases = [case for _, case in READ if language == "en" or case["written"] not in MONTH_FIRST]
    read = [READERS[language].parse_when(case["written"]) for case in cases]
    assert [(when.kind, days_of(when)) for when in read] == [(case["kind"], case.get("days")) for case in cases]


@pytest.mark.parametrize("language", CASES)
def test_every_month_and_weekday_is_read_as_it_is_shown(language):
    reader, words = READERS[language], WORDS[language]
    for month in range(1, 13):
        day = date(2023, month, 11)
        for written in (words.show_day(day, weekday="long"), words.show_day(day, weekday="short"), words.show_day(day)):
            assert (reader.parse_when(written).start, reader.parse_when(written).end) == (day, day)


def test_dates_keep_their_day_over_both_changes_of_summer_time():
    when = READERS["nb"].parse_when("hver søndag kl. 02.30 fra 14. mars til 14. november 2027")
    assert {day.weekday() for day in when.dates} == {6}
    assert {date(2027, 3, 28), date(2027, 10, 31)} < set(when.dates)
    assert (len(when.dates), when.clock.start) == (36, time(2, 30))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1. novemmber 2022", "1. november 2022"),
        ("tirsdg 1. november 2022", "tirsdag 1. november 2022"),
        ("1O. mai 2027", "10. mai 2027"),
        ("høstn 2027", "høsten 2027"),
        ("1, november 2022", "1 november 2022"),
        ("neste gang", ""),
        ("høstferien 2026", ""),
        ("slutten av oktober 2026", ""),
        ("påske 2027", ""),
        ("15. oktober 2026 (med forbehold om rom)", ""),
        ("15. eller 16. oktober 2026", ""),
    ],
)
def test_cure_is_what_was_written_or_absent(written, meant):
    assert meant_date(written, READERS["nb"], PHRASES) == meant


@pytest.mark.parametrize(("language", "case"), TOLD, ids=named)
def test_no_cure_has_another_figure_than_what_was_written(language, case):
    meant = meant_date(case["written"], READERS[language], load_phrases(language))
    assert not meant or [c for c in meant if c.isdigit()] == [c for c in case["written"] if c.isdigit()]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("09.00–15.30", "kl. 09.00–15.30"),
        ("9-15", "kl. 09.00–15.00"),
        ("kl. 9.30", "kl. 09.30"),
        ("19:00", "kl. 19.00"),
        ("kl 19 til 21", "kl. 19.00–21.00"),
        ("kl. 19 til kl. 21", "kl. 19.00–21.00"),
        ("klokka 9–15.30", "kl. 09.00–15.30"),
        ("at 9.30", "kl. 09.30"),
        ("22.00–02.00", "kl. 22.00–02.00"),
        ("18–24", "kl. 18.00–00.00"),
        ("0900-1530", "kl. 09.00–15.30"),
        ("fra kl. 9 til kl. 15", "kl. 09.00–15.00"),
    ],
)
def test_time_is_read_and_shown(written, shown):
    assert WORDS["nb"].show_time(READERS["nb"].parse_time(written)) == shown


def test_time_is_shown_in_each_language():
    span = READERS["en"].parse_time("9–15:30")
    assert [WORDS[language].show_time(span) for language in CASES] == [
        "kl. 09.00–15.30",
        "kl. 09.00–15.30",
        "09:00–15:30",
    ]


@pytest.mark.parametrize("written", ["25.00", "9.75", "sent", "9–25", "9–15–16", "15. oktober"])
def test_time_that_cannot_be_is_refused(written):
    with pytest.raises(Misread) as refused:
        READERS["nb"].parse_time(written)
    assert refused.value.code == "unreadable-time"
    meant_time(written, READERS["nb"])


@pytest.mark.parametrize(
    ("written", "days", "minutes"),
    [
        ("2 dager", 2, 0),
        ("to dager", 2, 0),
        ("en dag", 1, 0),
        ("halv dag", 0.5, 0),
        ("to dagar", 2, 0),
        ("ein halv dag", 0.5, 0),
        ("two days", 2, 0),
        ("half a day", 0.5, 0),
        ("2 timer", 0.5, 120),
        ("2t", 0.5, 120),
        ("1,5 timer", 0.5, 90),
        ("1½ time", 0.5, 90),
        ("halvannen time", 0.5, 90),
        ("en time", 0.5, 60),
        ("1 time 30 min", 0.5, 90),
        ("6 timar", 1, 360),
        ("90 min", 0.5, 90),
        ("two hours", 0.5, 120),
        ("1 time og 30 minutter", 0.5, 90),
        ("halvdag", 0.5, 0),
        ("hel dag", 1, 0),
    ],
)
def test_duration_is_read(written, days, minutes):
    for reader in READERS.values():
        duration = reader.parse_duration(written)
        assert (duration.days, duration.minutes, duration.text) == (days, minutes, written)


@pytest.mark.parametrize("written", ["lenge", "2 dager 30 min", "timer", "90 min 30 min", "2 uker"])
def test_duration_that_cannot_be_is_refused(written):
    with pytest.raises(Misread) as refused:
        READERS["nb"].parse_duration(written)
    assert refused.value.code == "unreadable-duration"
    meant_duration(written, READERS["nb"], PHRASES)


@pytest.mark.parametrize("year", ["0000", "0001", "2026", "9999"])
def test_no_figure_of_a_date_is_too_odd_to_be_told(year):
    """Whatever figures stand where a date does: it is read, or refused with a reason."""
    reader = READERS["nb"]
    for month in ("00", "01", "02", "12", "13", "99"):
        for day in ("0", "00", "01", "31", "32", "99"):
            for written in (
                f"{year}-{month}-{day}",
                f"{day}.{month}.{year}",
                f"{day}. oktober {year}",
                f"{day}.–{day}. mai",
                f"uke {day} {year}",
                f"hver tirsdag fra {day}. mai til {day}. juni {year}, ikke uke {month}",
            ):
                try:
                    reader.parse_when(written)
                except Misread:
                    meant_date(written, reader, PHRASES)


@pytest.mark.parametrize(
    ("language", "written", "inside"),
    [
        ("nb", "uke 40 2026", "uke 40 (28. september – 4. oktober 2026)"),
        ("nb", "mai 2027", "mai 2027"),
        ("nn", "haust 2027", "hausten 2027 (august–desember 2027)"),
        ("en", "May–June 2027", "May–June 2027"),
        ("en", "1 November 2022", "Tuesday 1 November 2022"),
        ("en", "spring 2027", "spring 2027 (January–June 2027)"),
    ],
)
def test_date_stands_inside_a_sentence(language, written, inside):
    words = WORDS[language]
    assert words.inside(words.show(READERS[language].parse_when(written))) == inside


@pytest.mark.parametrize("written", ["9am-3pm", "kl. 18.00 (dørene åpner 17.30)", "til 15", "ca 9 eller 10"])
def test_no_clock_time_is_made_of_words_that_say_something_else(written):
    assert meant_time(written, READERS["nb"]) == ""

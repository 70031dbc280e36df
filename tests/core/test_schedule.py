"""The dates of gatherings as editors write them: what each line says, in every language."""

from datetime import timedelta
from pathlib import Path

import pytest

from stifinner.dates.shown import DateWords
from stifinner.dates.when import TimeSpan, When
from stifinner.language.misread import Misread
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.cohort import Cohort
from stifinner.model.gathering import Gathering
from stifinner.model.read import read_items
from stifinner.model.schedule.circumstances import Circumstances
from stifinner.model.schedule.dates import read_date
from stifinner.model.schedule.entries import ScheduledDate, ScheduleEntry
from stifinner.model.schedule.forms import FormReader
from stifinner.model.values import Reading
from stifinner.problems.problem import ProblemList, show_problems
from stifinner.source.read import read_file
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "schedule.yml")
READINGS = {language: Reading(load_phrases(language)) for language in LANGUAGES}
POINTS = [(language, case) for language, cases in CASES["points"].items() for case in cases]


def item_of(language: str, kind: str, text: str, facts: str = "") -> Cohort | Gathering:
    """What a file of a kind describes; nothing of it may be told."""
    phrases = load_phrases(language)
    problems = ProblemList(phrases)
    path = f"{phrases['folders']['programmes']}/p/{phrases['folders'][kind]}/x.md"
    source = read_file(path, f"{facts}# X\n\n{text}\n".encode(), problems)
    (item,) = read_items([source], phrases, problems)
    assert problems.sorted() == (), show_problems(problems.sorted(), phrases)
    return item


def entry_of(language: str, kind: str, point: str) -> ScheduleEntry:
    heading = load_phrases(language)["headings"][kind]["schedule"]
    (entry,) = item_of(language, kind, f"## {heading}\n\n{point}").schedule
    return entry


def days_of(when: When) -> str | list[str] | None:
    """The days of a date as a case writes them."""
    if when.dates:
        return [day.isoformat() for day in when.dates]
    return f"{when.start}/{when.end}" if when.start else None


def clock_of(span: TimeSpan | None) -> str | None:
    return span and "–".join(f"{time:%H.%M}" for time in (span.start, span.end) if time)


def fact_of(value: object, words: DateWords) -> object:
    if isinstance(value, When):
        return value.text
    return words.show_time(value) if isinstance(value, TimeSpan) else value


def said(says: Circumstances, words: DateWords) -> dict[str, object]:
    values = {name: getattr(says, name) for name in Circumstances.model_fields}
    return {
        name: fact_of(value, words)
        for name, value in values.items()
        if value != Circumstances.model_fields[name].default
    }


def date_of(date: ScheduledDate, words: DateWords) -> dict[str, object]:
    whole = {"when": date.when.text, "place": date.place, "says": said(date.says, words)}
    return {key: value for key, value in whole.items() if value}


def read(entry: ScheduleEntry, language: str) -> dict[str, object]:
    """An entry as a case writes it: what is empty is left out."""
    words = DateWords(load_phrases(language))
    whole = {
        "form": entry.form,
        "of": entry.gathering and entry.gathering.name,
        "dates": [date_of(date, words) for date in entry.dates],
        "changes": [date_of(date, words) for date in entry.changes],
        "says": said(entry.says, words),
        "with": entry.shared_with and entry.shared_with.name,
    }
    return {key: value for key, value in whole.items() if value}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: case["line"])
def test_a_line_is_a_date_and_a_place_in_every_portal(language, case):
    when, place = read_date(case["line"], READINGS[language], FormReader(load_phrases(language)))
    found = {"kind": when.kind, "days": days_of(when), "clock": clock_of(when.clock), "place": place}
    asked = {key: value for key, value in case.items() if key not in {"line", "days"}}
    days = case.get("days")
    expected = {"clock": None, "place": "", **asked, "days": list(map(str, days)) if isinstance(days, list) else days}
    assert found == expected


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["line"])
def test_a_line_that_cannot_be_read_is_told_with_what_was_meant(case):
    with pytest.raises(Misread) as told:
        read_date(case["line"], READINGS["nb"], FormReader(load_phrases("nb")))
    details = told.value.details
    assert {"line": case["line"], "code": told.value.code} | {
        key: details[key] for key in case.keys() & details
    } == case


@pytest.mark.parametrize(("language", "case"), POINTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_point_of_a_cohort_is_what_it_says(language, case):
    folder = load_phrases(language)["folders"]["gathering"]
    point = case["point"].replace("{a}", f"[A](../{folder}/a.md)").replace("{k}", "[K](k.md)")
    entry = entry_of(language, "cohort", point)
    assert read(entry, language) == case["reads"]
    assert entry.gathering.target == f"../{folder}/a.md"
    assert entry.shared_with is None or entry.shared_with.target == "k.md"


@pytest.mark.parametrize("case", CASES["own"], ids=lambda case: case["point"].partition("\n")[0])
def test_a_gathering_has_one_point_of_its_own(case):
    entry = entry_of("nb", "gathering", case["point"])
    assert (read(entry, "nb"), entry.gathering) == (case["reads"], None)


@pytest.mark.parametrize("spaces", range(1, 5))
@pytest.mark.parametrize("day", ["3. november 2026", "3. 11. 2026", "3. October 2026"])
def test_a_day_at_the_beginning_of_a_point_is_no_number_of_a_list(spaces, day):
    gap = " " * spaces
    point = f"- velg én\n  -{gap}{day}, Lyngvåg\n   {gap}- avlyst: storm\n  -{gap}4. November 2026"
    text = "3. oktober 2026" if "October" in day else "3. november 2026"
    cancelled = {"when": text, "place": "Lyngvåg", "says": {"cancelled": "storm"}}
    assert read(entry_of("nb", "gathering", point), "nb")["dates"] == [cancelled, {"when": "4. november 2026"}]
    alone = entry_of("nb", "gathering", f"-{gap}{day}, Lyngvåg\n {gap}- avlyst: storm")
    assert read(alone, "nb")["dates"] == [cancelled]
    assert alone.written.plain.startswith(f"{day}, Lyngvåg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_of_another_language_is_no_list_either(language):
    entry = entry_of(language, "gathering", "- 3. mai 2027" if language == "en" else "- 3. October 2027")
    assert entry.dates[0].when.dated


def test_lines_are_known_so_that_rules_can_name_them():
    points = "- [A](a.md): velg én\n  - 3. mai 2027\n\n  - 4. mai 2027\n    - pris: gratis\n- [B](b.md): mai 2027"
    choice, once = item_of("nb", "cohort", f"## Datoer\n\n{points}").schedule
    assert [(entry.line, [date.line for date in entry.dates]) for entry in (choice, once)] == [(5, [6, 8]), (10, [10])]


def test_a_cohort_and_a_gathering_say_the_same_of_themselves():
    facts = "tid: 9–15\nsted: Lyngvåg\npåmelding: hos oss\nfrist: 1. mai 2027\nplasser: 20\npris: 0\nta med: penn\n"
    for kind in ("cohort", "gathering"):
        item = item_of("nb", kind, "Om.", f"---\n{facts}---\n")
        found = (item.place, item.sign_up, item.deadline.text, item.seats, item.price, item.bring)
        assert found == ("Lyngvåg", "hos oss", "1. mai 2027", "20", "0", "penn")


@pytest.mark.parametrize(
    ("fact", "cancelled"), [("", None), ("avlyst:", ""), ("avlyst: ja", ""), ("avlyst: Storm", "Storm")]
)
def test_a_gathering_is_cancelled_with_a_reason_or_without(fact, cancelled):
    item = item_of("nb", "gathering", "Om.", f"---\ndato: 3. mai 2027\nmeldt: 1. mai 2027\n{fact}\n---\n")
    assert (item.cancelled, item.told.start - item.date.start) == (cancelled, timedelta(-2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_from_gatherings_is_read_below_fixed_headings(language):
    phrases = load_phrases(language)
    title, words = phrases["headings"]["cohort"]["from_gatherings"], phrases["subheadings"]["from_gatherings"]
    text = (
        f"## {title}\n\n### [A](../x/a.md)\n\n#### {words['summary']}\n\nEn.\n\n##### Mer\n\nTo.\n\n"
        f"#### {words['agenda']}\n\n##### 1\n\n- 09.00 Start\n\n##### 2\n\n- 10.00 Slutt\n\n"
        f"#### {words['presentations']}\n\n- [X](../x/x.pdf)\n- Y\n\n### [B](../x/b.md)\n"
    )
    first, second = item_of(language, "cohort", text).from_gatherings
    assert (first.gathering.target, first.line, first.summary.plain) == ("../x/a.md", 5, "En. Mer To.")
    assert [reference.name for reference in first.presentations.items] == ["X", "Y"]
    assert [(day.title, day.plan.items[0].text.plain) for day in first.agenda] == [("1", "Start"), ("2", "Slutt")]
    assert (second.gathering.target, second.summary.plain, second.agenda) == ("../x/b.md", "", ())

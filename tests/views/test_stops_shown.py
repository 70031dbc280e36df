"""A stop as pages show it, in each of its forms: its date in one line, its times, and what became of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.parts.cohort_shown import StopLine
from stifinner.views.parts.date_shown import DateShown, DayShown
from stifinner.views.parts.stop_shown import MeetingLink, SignUp, StopShown, TimeShown, Words
from views.pieces import OPEN, P, brief, day_of_series, line, off, on_day, stop, time_at, view_at

TUESDAY = on_day("3.", "november", "2026", "2026-11-03")
WEDNESDAY = on_day("4.", "november", "2026", "2026-11-04")
AT_FIVE = on_day("3.", "november", "2026", "2026-11-03", time="kl. 17.00–19.00")
AT_SIX = on_day("4.", "november", "2026", "2026-11-04", time="kl. 18.00")
MONTH = DateShown("November 2026", "month", "2026-11-01", "2026-11-30", rest="November 2026")


def lines_of(folder: Path, point: str, cohort: str = "k", **others: str) -> tuple[StopLine, ...]:
    """The way of a cohort that says this of its one gathering; ``others``: what other cohorts say of it."""
    said = {"k": point, **others}
    files: dict[str, str | bytes] = {
        f"{P}kull/{id}.md": f"---\nrekkefølge: {number}\n---\n# {id.upper()} {number}\n\n"
        f"## Datoer\n\n- [A](../samlinger/a.md): {text}\n"
        for number, (id, text) in enumerate(said.items(), start=1)
    }
    portal = portal_of(folder, {f"{P}samlinger/a.md": "# A\n", **files})
    lines = view_at(portal, f"{P}kull/{cohort}/").cohort.lines
    assert isinstance(lines, tuple)
    return lines


def a(date: DateShown, place: str = "", shown: StopShown | None = None) -> StopLine:
    return line("a", "A", date, place, stop=shown)


@pytest.mark.parametrize(
    ("point", "shown"),
    [
        ("3. november 2026", a(TUESDAY)),
        ("3. november 2026 kl. 17–19, Losby, sal 2", a(AT_FIVE, "Losby, sal 2")),
        ("november 2026", a(MONTH)),
        ("dato kommer", a(OPEN)),
        ("dato kommer, Losby", a(OPEN, "Losby")),
    ],
)
def test_plain_stop_is_its_date_and_place(point: str, shown: StopLine, tmp_path: Path):
    assert lines_of(tmp_path, point) == (shown,)


@pytest.mark.parametrize(
    ("below", "date", "time"),
    [
        ("flyttet fra: 1. november 2026", TUESDAY, time_at(TUESDAY, "Losby", moved="1. november")),
        ("flyttet fra: 1. desember 2025", TUESDAY, time_at(TUESDAY, "Losby", moved="1. desember 2025")),
        (
            "flyttet fra: 1. november 2026\n  - meldt: 30. oktober 2026",
            TUESDAY,
            time_at(TUESDAY, "Losby", moved="1. november", told="meldt 30. oktober"),
        ),
        (
            "flyttet fra: 1. november 2026 kl. 17–19",
            TUESDAY,
            time_at(TUESDAY, "Losby", moved="1. november kl. 17.00–19.00"),
        ),
        (
            "flyttet fra: 3. november 2026 kl. 17",
            TUESDAY,
            time_at(TUESDAY, "Losby", moved="kl. 17.00", moved_in_day=True),
        ),
        ("flyttet fra: 3. november 2026", TUESDAY, time_at(TUESDAY, "Losby", moved="3. november")),
        ("sted før: Lyngvåg", TUESDAY, time_at(TUESDAY, "Losby", place_before="Lyngvåg")),
        (
            "sted før: Lyngvåg\n  - meldt: 2. desember 2025",
            TUESDAY,
            time_at(TUESDAY, "Losby", place_before="Lyngvåg", told="meldt 2. desember 2025"),
        ),
        ("avlyst: storm", off(TUESDAY), time_at(TUESDAY, "Losby", cancelled="Avlyst: storm")),
        ("avlyst:", off(TUESDAY), time_at(TUESDAY, "Losby", cancelled="Avlyst")),
        (
            "avlyst: storm\n  - påmelding: hos Ola\n  - meldt: 2. november 2026",
            off(TUESDAY),
            time_at(TUESDAY, "Losby", cancelled="Avlyst: storm", told="meldt 2. november"),
        ),
    ],
)
def test_stop_that_has_changed_says_how(below: str, date: DateShown, time: TimeShown, tmp_path: Path):
    point = f"3. november 2026, Losby\n  - {below}"
    assert lines_of(tmp_path, point) == (line("a", "A", date, "Losby", stop=StopShown("once", (time,))),)


def test_what_is_said_of_taking_part_in_a_time(tmp_path: Path):
    facts = (
        "kontakt: Ola\n  - ta med: Penn\n  - pris: Gratis\n  - plasser: 20\n  - frist: 1. oktober 2026\n"
        "  - påmelding: hos styreren"
    )
    shown = time_at(
        AT_FIVE,
        sign_up=SignUp(
            words=(Words("hos styreren"),),
            deadline=on_day("1.", "oktober", "2026", "2026-10-01"),
            closes="2026-10-01",
            until="2026-11-03T19:00",
            seats="20",
            price="Gratis",
            bring="Penn",
            contact=(Words("Ola"),),
        ),
    )
    assert lines_of(tmp_path, f"3. november 2026 kl. 17–19\n  - {facts}") == (a(AT_FIVE, shown=stop("once", shown)),)


def choice(text: str, short: str, end: str, more: str, *times: DateShown) -> DateShown:
    """The date of a choice, whose first day stands large."""
    held = [one for time in times for one in time_at(time).date.held]
    return replace(TUESDAY, text=text, short=short, known="days", end=end, more=more, held=tuple(held), form="choice")


def test_choice_of_two_names_both_with_their_year_once(tmp_path: Path):
    point = "velg én\n  - 3. november 2026 kl. 17–19, Losby\n  - 4. november 2026 kl. 18, Lyngvåg"
    date = choice(
        "tirsdag 3. november eller onsdag 4. november 2026",
        "tir. 3. november eller ons. 4. november 2026",
        "2026-11-04",
        "eller ons. 4. november 2026",
        AT_FIVE,
        AT_SIX,
    )
    shown = stop("choice", time_at(AT_FIVE, "Losby"), time_at(AT_SIX, "Lyngvåg"), words="Velg én av to")
    assert lines_of(tmp_path, point) == (a(date, shown=shown),)


def test_choice_of_three_counts_the_others_and_has_the_place_and_clock_they_share(tmp_path: Path):
    point = "velg én\n  - sted: Losby\n  - tid: 17–19\n  - 3. november 2026\n  - 4. november 2026\n  - 5. januar 2027"
    clock = "kl. 17.00–19.00"
    days = [
        on_day("3.", "november", "2026", "2026-11-03", time=clock),
        on_day("4.", "november", "2026", "2026-11-04", time=clock),
        on_day("5.", "januar", "2027", "2027-01-05", time=clock),
    ]
    date = choice(
        "tirsdag 3. november 2026 eller onsdag 4. november 2026 eller tirsdag 5. januar 2027",
        "tir. 3. november 2026 eller ons. 4. november 2026 eller tir. 5. januar 2027",
        "2027-01-05",
        "eller 2 dager til",
        *days,
    )
    shown = stop("choice", *(time_at(day, "Losby") for day in days), words="Velg én av tre")
    assert lines_of(tmp_path, point) == (a(replace(date, time=clock), "Losby", shown),)


def test_choice_of_which_one_is_cancelled_is_the_other_one(tmp_path: Path):
    point = (
        "velg én\n  - 3. november 2026 kl. 17–19, Losby\n"
        "  - 4. november 2026 kl. 18, Lyngvåg\n    - avlyst: storm\n    - meldt: 2. november 2026"
    )
    gone = time_at(AT_SIX, "Lyngvåg", cancelled="Avlyst: storm", told="meldt 2. november")
    date = replace(AT_FIVE, held=(*AT_FIVE.held, *gone.date.held), form="choice")
    shown = stop("choice", time_at(AT_FIVE, "Losby"), gone, words="Velg én av to")
    assert lines_of(tmp_path, point) == (a(date, "Losby", shown),)


def test_choice_of_a_day_and_a_month_shows_each_as_it_is_known(tmp_path: Path):
    [shown] = lines_of(tmp_path, "velg én\n  - 3. november 2026\n  - november 2026")
    assert shown.stop == stop("choice", time_at(TUESDAY), time_at(MONTH), words="Velg én av to")


def part(number: str, date: DateShown, *times: TimeShown, words: str) -> StopLine:
    return a(replace(date, form="part"), shown=StopShown("part", times, words, number))


@pytest.mark.parametrize(
    ("dates", "parts"),
    [
        (
            ("3. november 2026", "4. november 2026 kl. 18"),
            (
                part("1/2", TUESDAY, time_at(TUESDAY), words="Del 1 av 2"),
                part("2/2", AT_SIX, time_at(AT_SIX), words="Del 2 av 2"),
            ),
        ),
        (
            ("3. november 2026", "dato kommer", "dato kommer"),
            (
                part("1/3", TUESDAY, time_at(TUESDAY), words="Del 1 av 3"),
                part("2+3", OPEN, time_at(OPEN), time_at(OPEN), words="To deler"),
            ),
        ),
        (
            ("3. november 2026", "dato kommer"),
            (
                part("1/2", TUESDAY, time_at(TUESDAY), words="Del 1 av 2"),
                part("2/2", OPEN, time_at(OPEN), words="Del 2 av 2"),
            ),
        ),
        (
            ("3. november 2026", "4. november 2026\n    - flyttet fra: 2. november 2026\n    - avlyst: storm"),
            (
                part("1/2", TUESDAY, time_at(TUESDAY), words="Del 1 av 2"),
                part(
                    "2/2",
                    off(WEDNESDAY),
                    time_at(WEDNESDAY, moved="2. november", cancelled="Avlyst: storm"),
                    words="Del 2 av 2",
                ),
            ),
        ),
    ],
)
def test_each_part_with_a_date_is_a_stop(dates: Sequence[str], parts: tuple[StopLine, ...], tmp_path: Path):
    point = "\n".join(["alle", *(f"  - {date}" for date in dates)])
    assert lines_of(tmp_path, point) == parts


RULE = "Hver tirsdag fra 3. til 17. november 2026"
DAYS = (
    day_of_series("2026-11-03", "tirsdag 3. november 2026"),
    day_of_series("2026-11-10", "tirsdag 10. november 2026"),
    day_of_series("2026-11-17", "tirsdag 17. november 2026"),
)


def test_series_by_rule_has_each_of_its_days(tmp_path: Path):
    date = replace(
        TUESDAY,
        text=RULE,
        short=RULE,
        known="days",
        end="2026-11-17",
        dates=tuple(DayShown(day.text, day.start or "") for day in DAYS),
        more="og 2 dager til",
        held=tuple(one for day in DAYS for one in time_at(day).date.held),
        form="series",
    )
    shown = stop("series", *(time_at(day, "Losby") for day in DAYS), words="3 ganger", tag="3×", rule=RULE)
    assert lines_of(tmp_path, "hver tirsdag fra 3. til 17. november 2026, Losby") == (a(date, "Losby", shown),)


def test_series_may_have_one_time_moved_to_another_day_and_place(tmp_path: Path):
    point = (
        "hver tirsdag kl. 17–19 fra 3. til 10. november 2026, Losby\n"
        "  - 11. november 2026, Lyngvåg\n    - flyttet fra: 10. november 2026"
    )
    first = day_of_series("2026-11-03", "tirsdag 3. november 2026", "kl. 17.00–19.00")
    moved = on_day("11.", "november", "2026", "2026-11-11", time="kl. 17.00–19.00")
    [shown] = lines_of(tmp_path, point)
    assert shown.place == ""
    assert shown.date.held == (*first.held, *moved.held)
    assert shown.stop == stop(
        "series",
        time_at(first, "Losby"),
        time_at(moved, "Lyngvåg", moved="10. november"),
        words="2 ganger",
        tag="2×",
        rule="Hver tirsdag fra 3. til 10. november 2026",
    )


def test_series_of_written_days_counts_days_and_has_no_rule(tmp_path: Path):
    days = (
        day_of_series("2026-11-03", "tirsdag 3. november 2026"),
        day_of_series("2026-11-05", "torsdag 5. november 2026"),
    )
    date = replace(
        TUESDAY,
        text="tirsdag 3. og torsdag 5. november 2026",
        short="tir. 3. og tor. 5. november 2026",
        known="days",
        end="2026-11-05",
        dates=tuple(DayShown(day.text, day.start or "") for day in days),
        more="og én dag til",
        held=tuple(one for day in days for one in time_at(day).date.held),
        form="series",
    )
    shown = stop("series", *(time_at(day) for day in days), words="2 dager", tag="2×")
    assert lines_of(tmp_path, "3. og 5. november 2026") == (a(date, shown=shown),)


@pytest.mark.parametrize(
    ("cohort", "shared"),
    [("k", "Sammen med l 2 og m 3"), ("l", "Sammen med k 1 og m 3"), ("m", "Sammen med k 1 og l 2")],
)
def test_cohorts_that_meet_are_named_to_each_other(cohort: str, shared: str, tmp_path: Path):
    together = "sammen med [k](k.md)"
    assert lines_of(tmp_path, "3. november 2026, Losby", cohort, l=together, m=together) == (
        replace(
            a(TUESDAY, "Losby", stop("once", time_at(TUESDAY, "Losby"), shared=shared)),
            address=f"{P}samlinger/a/?kull={cohort}",
        ),
    )


def test_reader_of_unknown_cohort_is_told_who_meets_or_that_the_dates_differ(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}samlinger/c.md": "# C\n",
        f"{P}kull/k.md": (
            "# K 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 3. november 2026\n"
            "- [B](../samlinger/b.md): 4. november 2026 kl. 18\n- [C](../samlinger/c.md): november 2026\n"
        ),
        f"{P}kull/l.md": (
            "# L 2\n\n## Datoer\n\n- [A](../samlinger/a.md): sammen med [k](k.md)\n"
            "- [B](../samlinger/b.md): 4. november 2026 kl. 18\n- [C](../samlinger/c.md): 5. januar 2027\n"
        ),
    }
    portal = portal_of(tmp_path, files)
    differs = "Hvert kull har sin dato"
    assert {id: view_at(portal, f"{P}samlinger/{id}/").gathering for id in "abc"} == {
        "a": brief("a", "A", TUESDAY, stop=stop("once", time_at(TUESDAY), shared="K 1 og l 2 sammen")),
        "b": brief("b", "B", AT_SIX),
        "c": brief(
            "c",
            "C",
            DateShown(
                "K 1: november 2026 · L 2: tirsdag 5. januar 2027",
                known="open",
                rest=differs,
                short=differs,
                form="varies",
            ),
        ),
    }


def test_online_meeting_of_one_time_is_its_own_and_one_that_is_cancelled_has_none(tmp_path: Path):
    point = (
        "velg én\n"
        "  - 3. november 2026, Losby\n    - møtelenke: https://example.org/a\n"
        "  - 5. november 2026, Losby\n    - møtelenke: https://example.org/b\n    - avlyst: storm\n"
        "  - 10. november 2026, Losby"
    )
    [shown] = lines_of(tmp_path, point)
    assert [time.meeting for time in shown.stop.times] == [
        MeetingLink("Bli med på nett", "https://example.org/a", "2026-11-03"),
        None,
        None,
    ]


def test_online_meeting_of_a_line_is_told_of_its_stop(tmp_path: Path):
    [shown] = lines_of(tmp_path, "3. november 2026, Losby\n  - møtelenke: https://example.org/a")
    [time] = shown.stop.times
    assert (shown.stop.is_plain, time.meeting, shown.stop.meeting) == (False, time.meeting, time.meeting)
    assert time.meeting == MeetingLink("Bli med på nett", "https://example.org/a", "2026-11-03")

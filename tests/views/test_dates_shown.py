"""A date in all the forms that pages need."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.parts.date_shown import DateShown, DayShown, Held
from views.pieces import OPEN, P, on_day, view_at


@pytest.mark.parametrize(
    ("facts", "date"),
    [
        ("dato: 1. mai 2027", on_day("1.", "mai", "2027", "2027-05-01")),
        (
            "dato: 12.–13. mai 2027\ntid: 9–15.30",
            on_day("12.–13.", "mai", "2027", "2027-05-12", "2027-05-13", time="kl. 09.00–15.30"),
        ),
        ("dato: 1. mai 2027\ntid: 19", on_day("1.", "mai", "2027", "2027-05-01", time="kl. 19.00")),
        (
            "dato: 30. november – 1. desember 2027",
            DateShown(
                text="30. november – 1. desember 2027",
                known="day",
                start="2027-11-30",
                end="2027-12-01",
                rest="30. november – 1. desember",
                year="2027",
            ),
        ),
        (
            "dato: 31. desember 2027 – 1. januar 2028",
            DateShown(
                text="31. desember 2027 – 1. januar 2028",
                known="day",
                start="2027-12-31",
                end="2028-01-01",
                rest="31. desember 2027 – 1. januar 2028",
            ),
        ),
        (
            "dato: 12.–13. mai",
            DateShown(
                text="12.–13. mai (årstall ikke oppgitt)",
                known="open",
                large="12.–13.",
                rest="mai",
                year="årstall ikke oppgitt",
            ),
        ),
        (
            "dato: november 2027",
            DateShown(text="November 2027", known="month", start="2027-11-01", end="2027-11-30", rest="November 2027"),
        ),
        (
            "dato: høst 2027",
            DateShown(
                text="Høsten 2027 (august–desember 2027)",
                known="month",
                start="2027-08-01",
                end="2027-12-31",
                rest="Høsten 2027 (august–desember 2027)",
            ),
        ),
        (
            "dato: uke 33 2026",
            DateShown(
                text="Uke 33 (10.–16. august 2026)",
                known="month",
                start="2026-08-10",
                end="2026-08-16",
                rest="Uke 33 (10.–16. august 2026)",
            ),
        ),
        (
            "dato: 3. og 10. november 2026 kl. 17–19",
            DateShown(
                text="tirsdag 3. og tirsdag 10. november 2026",
                known="days",
                start="2026-11-03",
                end="2026-11-10",
                large="3.",
                rest="november",
                year="2026",
                weekday="tirsdag",
                more="og én dag til",
                time="kl. 17.00–19.00",
                short="tir. 3. og tir. 10. november 2026",
                dates=(
                    DayShown("tirsdag 3. november 2026", "2026-11-03"),
                    DayShown("tirsdag 10. november 2026", "2026-11-10"),
                ),
                held=(Held("2026-11-03T17:00", "2026-11-03T19:00"), Held("2026-11-10T17:00", "2026-11-10T19:00")),
                form="series",
            ),
        ),
        (
            "dato: annenhver tirsdag fra 3. november 2026, 2 ganger",
            DateShown(
                text="Annenhver tirsdag fra 3. november 2026, 2 ganger",
                known="days",
                start="2026-11-03",
                end="2026-11-17",
                large="3.",
                rest="november",
                year="2026",
                weekday="tirsdag",
                more="og én dag til",
                short="Annenhver tirsdag fra 3. november 2026, 2 ganger",
                dates=(
                    DayShown("tirsdag 3. november 2026", "2026-11-03"),
                    DayShown("tirsdag 17. november 2026", "2026-11-17"),
                ),
                held=(Held("2026-11-03", "2026-11-03"), Held("2026-11-17", "2026-11-17")),
                form="series",
            ),
        ),
        ("dato: halvårlig", DateShown(text="Halvårlig", known="open", rest="Halvårlig")),
        ("dato: etter b", DateShown(text="Etter personalsamling 1", known="open", rest="Etter personalsamling 1")),
        ("dato: før c", DateShown(text="Før «Lederen som menneske»", known="open", rest="Før «Lederen som menneske»")),
        ("dato: etter d", DateShown(text="Etter IA-møte", known="open", rest="Etter IA-møte")),
        ("tid: 9", DateShown(text="Dato kommer", known="open", rest="Dato kommer", time="kl. 09.00")),
        ("dato: kommer", OPEN),
        ("type: samling", OPEN),
    ],
)
def test_date_is_shown_whole_and_in_pieces(facts: str, date: DateShown, tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": f"---\n{facts}\n---\n# A\n",
        f"{P}samlinger/b.md": "# Personalsamling 1\n",
        f"{P}samlinger/c.md": "# Lederen som menneske\n",
        f"{P}samlinger/d.md": "# IA-møte\n",
    }
    assert view_at(portal_of(tmp_path, files), f"{P}samlinger/a/").gathering.date == date

"""Changes as they are drawn and told: the word comes first, the old is struck, and the day it was told comes last."""

from typing import Any

import pytest
from lxml import html

from browser.made import render
from stifinner.views.parts.elements import Link
from views.pieces import changed

IMPORTS = """{% import "blocks/changes.html" as changes with context %}"""
TOLD = ("2026-10-01", "1. oktober")
DAY = {"day": "22. oktober 2026", "iso": "2026-10-22", "clock": "kl. 09.00"}
SHOWN: dict[str, tuple[Any, str, str, list[str], list[str]]] = {
    # what has changed, its line on the page, the same in short, what is struck, and the layers of the mark
    "moved": (
        changed("moved", "a", "Dag", TOLD, **DAY, day_before="15. oktober", cohorts="Kull 1", audience="ledere"),
        "Flyttet Kull 1, ledere Dag 15. oktober til 22. oktober 2026 kl. 09.00 Meldt 1. oktober",
        "Flyttet: Dag fra 15. oktober til 22. oktober 2026 Kull 1 meldt 1. oktober",
        ["15. oktober"],
        ["mark__turn"],
    ),
    "moved, and elsewhere": (
        changed("moved", "a", "Dag", TOLD, **DAY, day_before="15. oktober", place_before="Her", place="Der"),
        "Flyttet Dag 15. oktober til 22. oktober 2026 kl. 09.00 Her til Der Meldt 1. oktober",
        "Flyttet: Dag fra 15. oktober til 22. oktober 2026, fra Her til Der meldt 1. oktober",
        ["15. oktober", "Her"],
        ["mark__turn"],
    ),
    "cancelled": (
        changed("cancelled", "a", "Dag", TOLD, **DAY, place="Her", reason="storm"),
        "Avlyst Dag 22. oktober 2026 kl. 09.00, Her: storm Meldt 1. oktober",
        "Avlyst: Dag 22. oktober 2026, storm meldt 1. oktober",
        ["22. oktober 2026 kl. 09.00, Her"],
        ["mark--off", "mark__bar"],
    ),
    "one part is known": (
        changed("dated", "a", "Dag, del 2", TOLD, **DAY, tag="2/2"),
        "2/2 Dato er kjent Dag, del 2 Dato kommer til 22. oktober 2026 kl. 09.00 Meldt 1. oktober",
        "2/2 Dato er kjent: Dag, del 2 22. oktober 2026 meldt 1. oktober",
        [],
        ["mark__tag"],
    ),
    "a choice is known": (
        changed("dated", "a", "Dag", TOLD, day="1. mai eller 2. mai 2027", is_choice=True, is_shared=True),
        "Dato er kjent Dag Dato kommer til 1. mai eller 2. mai 2027 Meldt 1. oktober",
        "Dato er kjent: Dag 1. mai eller 2. mai 2027 meldt 1. oktober",
        [],
        ["mark--knot", "mark--shared", "mark__round"],
    ),
    "elsewhere": (
        changed("place", "a", "Dag", TOLD, **DAY, place_before="Her <b>"),
        "Nytt sted Dag 22. oktober 2026: Her <b> til Stedet er ikke oppgitt Meldt 1. oktober",
        "Nytt sted: Dag 22. oktober 2026, fra Her <b> til Stedet er ikke oppgitt meldt 1. oktober",
        ["Her <b>"],
        ["newmark"],
    ),
    "a presentation": (
        changed("presentation", "a", "Dag", TOLD, presentation=Link("Lysbilder", "x.pdf")),
        "Ny presentasjon Dag Lysbilder ligger ute. Meldt 1. oktober",
        "Ny presentasjon: Lysbilder, fra Dag meldt 1. oktober",
        [],
        ["newmark"],
    ),
    "a gathering": (
        changed("gathering", "a", "Dag", TOLD, day="Dato kommer", is_dated=False),
        "Ny samling Dag Dato kommer Meldt 1. oktober",
        "Ny samling: Dag, dato kommer meldt 1. oktober",
        [],
        ["mark--undated"],
    ),
}


def made(macro: str, change: Any) -> html.HtmlElement:
    return html.fragment_fromstring(render(IMPORTS + macro, change=change, href=str), create_parent="div")


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split()).replace(" ,", ",").replace(" :", ":")


@pytest.mark.parametrize(("change", "line", "short", "struck", "layers"), SHOWN.values(), ids=SHOWN)
def test_a_change_is_told_in_its_order(change, line: str, short: str, struck: list[str], layers: list[str]):
    for macro, said in (("{{ changes.line(change) }}", line), ("{{ changes.short([change]) }}", short)):
        shown = made(macro, change)
        assert words(shown) == said
        # In short the word alone says that a day is off.
        is_long = "line" in macro or change.sort != "cancelled"
        assert [words(one) for one in shown.iter("del")] == (struck if is_long else [])
        drawn = {name for one in shown.iter() for name in one.get("class", "").split()}
        every = {"mark--knot", "mark--shared", "mark--pile", "mark--off", "mark--undated", "newmark"}
        every |= {"mark__turn", "mark__bar", "mark__tag", "mark__round", "mark__behind"}
        assert sorted(drawn & every) == sorted(layers)


def test_what_may_be_long_ago_has_its_year():
    change, *_ = SHOWN["moved"]
    shown = made("{{ changes.short([change], always=true) }}", change)
    assert words(shown).endswith("meldt 1. oktober 2026")
    assert shown.xpath(".//@data-a-month") == []

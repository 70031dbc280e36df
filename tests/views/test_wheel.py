"""The year as a wheel, whole: its rings, its marks and arcs, its list, its pages and its paper."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.papers.handout_stop import HandoutStop, HandoutTime
from stifinner.views.papers.wheel import WheelBrief, WheelPaper, WheelPaperLine, WheelPaperYear
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.elements import Link, WithinGroup
from stifinner.views.timeline.shown import LegendEntry
from stifinner.views.wheel.placing import room_of
from stifinner.views.wheel.shown import Arc, Bead, Mark, Ring, WheelLine, WheelPage, WheelYear
from views.pieces import MARK, OPEN, P, link, on_day, view_at, within

MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
FILES: dict[str, str | bytes] = {
    f"{P}roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}samlinger/a.md": (
        "---\ntype: kick-off\ndato: 16. august 2026\nsted: Losby\nfor: leder\nforbereder: b\n---\n# A\n"
    ),
    f"{P}samlinger/b.md": (
        "---\ntype: intern\ndato: 1. oktober 2026\nfor: ansatt\n---\n# B\n\n"
        "## Mellomarbeid til 16. februar 2027\n\nLes.\n"
    ),
    f"{P}samlinger/c.md": "---\ndato: april 2027\nfor: ansatt\n---\n# C\n",
    f"{P}samlinger/d.md": "---\nfor: leder\n---\n# D\n",
    f"{P}samlinger/e.md": "---\ndato: 16. september 2027\nfor: leder\n---\n# E\n",
}
A = on_day("16.", "august", "2026", "2026-08-16")
B = on_day("1.", "oktober", "2026", "2026-10-01")
C = DateShown("April 2027", "month", "2027-04-01", "2027-04-30", rest="April 2027")
E = on_day("16.", "september", "2027", "2027-09-16")
DUE = replace(
    on_day("16.", "februar", "2027", "2027-02-16"),
    text="Til samlingen tirsdag 16. februar 2027",
    short="Til samlingen tir. 16. februar 2027",
)
OUTER, INNER = Ring("Ledere", room_of(0, 2)), Ring("Ansatte", room_of(1, 2))


def wheel_at(portal: Portal, address: str) -> WheelPage:
    page = view_at(portal, address)
    assert isinstance(page, WheelPage)
    return page


def line(number: int, id: str, date: DateShown, who: str, month: str, **more: Any) -> WheelLine:
    usual = {"name": id.upper(), "address": f"{P}samlinger/{id}/", "shape": "gathering", "place": ""}
    return WheelLine(number=number, date=date, who=who, month=month, **{**usual, **more})


def year(first: int, **more: Any) -> WheelYear:
    """A year with nothing in it."""
    usual: dict[str, Any] = {
        "title": f"{first}–{first + 1}",
        "first": f"{first}-08-01",
        "last": f"{first + 1}-07-31",
        "months": MONTHS,
        "rings": (Ring("", room_of(0, 1)),),
        "rings_said": "",
        "counts": False,
        "arcs": (),
        "beads": (),
        "marks": (),
        "lines": (),
    }
    return WheelYear(**{**usual, **more})


WORK = line(3, "b", DUE, "Ansatte", "Februar 2027", name="Mellomarbeid", shape="between", is_work=True)
WORK = replace(WORK, address=f"{P}samlinger/b/#mellomarbeid")
PAGE = WheelPage(
    programme=MARK,
    above=(link("Programmet", ""),),
    title="Årshjul for Programmet",
    years=(
        year(
            2026,
            rings=(OUTER, INNER),
            rings_said="Ytterst ledere, innerst ansatte.",
            # From 1 October at half past twelve, and all of April.
            arcs=(Arc("work", 1, 270.48, 406.6), Arc("month", 1, 90.0, 120.0)),
            marks=(
                Mark(0, 225.0, (1,), "1", "kick-off"),
                Mark(1, 270.48, (2,), "2", "internal"),
                Mark(1, 338.55, (3,), "3", "between"),
                Mark(1, 105.0, (4,), "4", "gathering"),
            ),
            lines=(
                line(1, "a", A, "Ledere", "August 2026", shape="kick-off", place="Losby"),
                line(2, "b", B, "Ansatte", "Oktober 2026", shape="internal"),
                WORK,
                line(4, "c", C, "Ansatte", "April 2027"),
            ),
        ),
        year(
            2027,
            rings=(OUTER, INNER),
            rings_said="Ytterst ledere, innerst ansatte.",
            marks=(Mark(0, 255.5, (1,), "1", "gathering"),),
            lines=(line(1, "e", E, "Ledere", "September 2027"),),
        ),
    ),
    undated=(line(0, "d", OPEN, "Ledere", ""),),
    legend=(
        LegendEntry("kick-off", "Kick-off"),
        LegendEntry("internal", "Intern samling"),
        LegendEntry("between", "Arbeid mellom samlingene"),
        LegendEntry("gathering", "Samling"),
    ),
    claims_next=True,
    pdf=link("Skriv ut (PDF)", "arshjul/arshjul.pdf"),
    within=within(
        Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")),
        Samlinger=tuple(link(id.upper(), f"samlinger/{id}/") for id in "abecd"),
        Roller=(link("Ansatt", "roller/ansatt/"), link("Leder", "roller/leder/")),
    ),
)


def test_wheel_of_a_programme_is_all_that_is_dated_in_each_programme_year(tmp_path: Path):
    page = wheel_at(portal_of(tmp_path, FILES), f"{P}arshjul/")
    assert replace(page, within=None) == replace(PAGE, within=None)
    assert page.within
    assert [group.title for group in page.within.groups if isinstance(group, WithinGroup)] == [
        "Programmet",
        "Samlinger",
        "Roller",
    ]


def test_paper_says_what_the_page_says(tmp_path: Path):
    portal = portal_of(tmp_path, FILES)
    paper = next(one for one in portal.papers if isinstance(one, WheelPaper) and one.back_to == f"{P}arshjul/")

    def said(number: str, name: str, when: str, who: str, place: str = "") -> WheelPaperLine:
        return WheelPaperLine(number, name, HandoutStop((HandoutTime(when, place),)), who)

    assert paper == WheelPaper(
        brief=WheelBrief(f"{P}arshjul/arshjul.pdf"),
        title="Årshjul for Programmet",
        kick="",
        back_to=f"{P}arshjul/",
        years=(
            WheelPaperYear(
                "Programår 2026–2027",
                "Ytterst ledere, innerst ansatte.",
                PAGE.years[0],
                (
                    said("1", "A", "søndag 16. august 2026", "Ledere", "Losby"),
                    said("2", "B", "torsdag 1. oktober 2026", "Ansatte"),
                    said("3", "Mellomarbeid", "Til samlingen tirsdag 16. februar 2027", "Ansatte"),
                    said("4", "C", "April 2027", "Ansatte"),
                ),
            ),
            WheelPaperYear(
                "Programår 2027–2028",
                "Ytterst ledere, innerst ansatte.",
                PAGE.years[1],
                (said("1", "E", "torsdag 16. september 2027", "Ledere"),),
            ),
        ),
        undated_title="Uten dato",
        undated=(said("", "D", "Dato kommer", "Ledere"),),
        legend=PAGE.legend,
    )


def test_a_role_has_one_ring_with_what_it_comes_to(tmp_path: Path):
    page = wheel_at(portal_of(tmp_path, FILES), f"{P}roller/leder/arshjul/")
    assert (page.title, page.above) == (
        "Årshjul for leder",
        (link("Programmet", ""), link("Leder", "roller/leder/")),
    )
    assert [(one.title, [ring.name for ring in one.rings], one.rings_said) for one in page.years] == [
        ("2026–2027", [""], ""),
        ("2027–2028", [""], ""),
    ]
    assert [[line.name for line in one.lines] for one in page.years] == [["A"], ["E"]]
    assert [line.name for line in page.undated] == ["D"]


def test_work_that_goes_on_over_the_summer_stands_in_both_years(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "---\ndato: 15. mai 2027\n---\n# A\n\n## Mellomarbeid til 15. september 2027\n\nLes.\n"
    }
    page = wheel_at(portal_of(tmp_path, files), f"{P}arshjul/")
    told = [(one.arcs, [(mark.angle, mark.label) for mark in one.marks]) for one in page.years]
    # The first arc ends at the seam, the second begins there; the mark stands in the middle of each.
    assert told == [
        ((Arc("work", 0, 134.03, 210.0),), [(134.03, "1"), (172.02, "2")]),
        ((Arc("work", 0, 210.0, 254.5),), [(232.25, "1")]),
    ]


def test_several_times_have_one_mark_and_beads(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": (
            "# A\n\n## Datoer\n\n- velg én\n  - 16. november 2026\n    - avlyst: storm\n"
            "  - 1. mars 2027\n  - 16. mai 2027\n"
        ),
    }
    (one,) = wheel_at(portal_of(tmp_path, files), f"{P}arshjul/").years
    assert [(mark.angle, mark.label, mark.stop.form if mark.stop else "") for mark in one.marks] == [
        (60.48, "1", "choice")
    ]
    assert one.beads == (Bead(0, 315.5, cancelled=True), Bead(0, 135.0))


def test_a_bead_that_the_mark_lies_over_is_left_out(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\n## Datoer\n\n- velg én\n  - 1. mars 2027\n  - 3. mars 2027\n  - 16. mai 2027\n",
    }
    (one,) = wheel_at(portal_of(tmp_path, files), f"{P}arshjul/").years
    assert one.beads == (Bead(0, 135.0),)


def test_what_is_close_together_is_joined(tmp_path: Path):
    days = {"a": "1. mars 2027", "b": "2. mars 2027", "c": "3. mars 2027", "d": "3. juni 2027"}
    files: dict[str, str | bytes] = {
        f"{P}samlinger/{id}.md": f"---\ndato: {day}\n---\n# {id.upper()}\n" for id, day in days.items()
    }
    (one,) = wheel_at(portal_of(tmp_path, files), f"{P}arshjul/").years
    assert one.marks == (
        Mark(0, 61.45, (1, 2, 3), "1–3", None),
        Mark(0, 152.5, (4,), "4", "gathering"),
    )


def test_nothing_dated_has_no_wheel_and_no_link_to_one(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}samlinger/a.md": "---\ndato: 12. mai\n---\n# A\n",
    }
    portal = portal_of(tmp_path, files)
    assert [page.address for page in portal.pages if "arshjul" in page.address] == []
    assert [view_at(portal, address).wheel for address in (P, f"{P}roller/leder/")] == [None, None]
    assert "wheel" not in [word.section for word in portal.frame.words]


# --- Cohorts ----------------------------------------------------------------------------------------------------------

COHORTS: dict[str, str | bytes] = {
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}samlinger/a.md": "# A\n",
    f"{P}samlinger/b.md": "---\ndato: 16. mai 2027\n---\n# B\n",
    f"{P}kull/k.md": "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 16. oktober 2026\n",
    f"{P}kull/l.md": "# Kull 2\n\n## Datoer\n\n- [A](../samlinger/a.md): 16. mars 2027\n",
}


def test_each_cohort_and_each_role_in_it_has_a_wheel_and_the_programme_has_all_of_them(tmp_path: Path):
    portal = portal_of(tmp_path, COHORTS)
    pages = {page.address: page.view for page in portal.pages if isinstance(page.view, WheelPage)}
    told = {
        address: (
            page.title,
            [link.text for link in page.above],
            page.claims_next,
            [[(line.name, line.who, line.address) for line in one.lines] for one in page.years],
        )
        for address, page in pages.items()
    }
    a, b = f"{P}samlinger/a/", f"{P}samlinger/b/"

    def of(id: str) -> list[list[tuple[str, str, str]]]:
        return [[("A", "", f"{a}?kull={id}"), ("B", "", f"{b}?kull={id}")]]

    every = [[("A", "Kull 1", a), ("A", "Kull 2", a), ("B", "", b)]]
    assert told == {
        f"{P}arshjul/": ("Årshjul for Programmet", ["Programmet"], False, every),
        f"{P}kull/k/arshjul/": ("Årshjul for kull 1", ["Programmet", "Kull 1"], True, of("k")),
        f"{P}kull/k/roller/leder/arshjul/": (
            "Årshjul for leder i kull 1",
            ["Programmet", "Kull 1", "Leder"],
            True,
            of("k"),
        ),
        f"{P}kull/l/arshjul/": ("Årshjul for kull 2", ["Programmet", "Kull 2"], True, of("l")),
        f"{P}kull/l/roller/leder/arshjul/": (
            "Årshjul for leder i kull 2",
            ["Programmet", "Kull 2", "Leder"],
            True,
            of("l"),
        ),
        f"{P}roller/leder/arshjul/": ("Årshjul for leder", ["Programmet", "Leder"], False, every),
        "arshjul/": (
            "Årshjul for Portalen",
            [],
            False,
            [[("A", "Programmet", a), ("A", "Programmet", a), ("B", "Programmet", b)]],
        ),
    }


# --- The portal's -----------------------------------------------------------------------------------------------------


def programmes(count: int) -> dict[str, str | bytes]:
    """So many programmes with a gathering on the first of March, and one on the first of May."""
    files: dict[str, str | bytes] = {f"{P}index.md": "# Program 0\n"}
    for number in range(count):
        folder = P if not number else f"programmer/p{number}/"
        files[f"{folder}index.md"] = f"# Program {number}\n\nOm det.\n"
        files[f"{folder}samlinger/a.md"] = "---\ndato: 1. mars 2027\n---\n# A\n"
        files[f"{folder}samlinger/b.md"] = "---\ndato: 1. mai 2027\n---\n# B\n"
        files[f"{folder}samlinger/c.md"] = "# C\n"
    return files


def test_portal_has_a_ring_for_each_of_a_few_programmes(tmp_path: Path):
    page = wheel_at(portal_of(tmp_path, programmes(3)), "arshjul/")
    (one,) = page.years
    assert (page.programme, page.within, page.undated, page.title) == (None, None, (), "Årshjul for Portalen")
    assert page.pdf == Link("Skriv ut (PDF)", "arshjul/arshjul.pdf")
    assert one.rings == tuple(
        Ring(f"Program {number}", room_of(number, 3), id) for number, id in enumerate(("p", "p1", "p2"))
    )
    assert one.rings_said == "Fra ytterst til innerst: Program 0, Program 1 og Program 2."
    assert [(mark.ring, mark.angle, mark.label) for mark in one.marks] == [
        (ring, angle, str(number)) for ring in range(3) for angle, number in ((60.48, 1 + ring), (120.48, 4 + ring))
    ]
    assert [(line.number, line.who, line.programme) for line in one.lines] == [
        (number + 3 * time + 1, f"Program {number}", "p" if not number else f"p{number}")
        for time in range(2)
        for number in range(3)
    ]


def test_portal_counts_months_where_programmes_are_many(tmp_path: Path):
    (one,) = wheel_at(portal_of(tmp_path, programmes(25)), "arshjul/").years
    assert (one.counts, one.rings, one.rings_said) == (True, (Ring("", room_of(0, 1)),), "")
    assert one.marks == (
        Mark(0, 75.0, tuple(range(1, 26)), "25", None),
        Mark(0, 135.0, tuple(range(26, 51)), "25", None),
    )
    assert [(month, len(lines)) for month, lines in one.by_month] == [("Mars 2027", 25), ("Mai 2027", 25)]

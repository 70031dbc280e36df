"""The pages of what has changed, whole: of the portal, a programme and a cohort; and in whose frames the feed is."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.pages.changes import ChangesMonth, ChangesPage
from stifinner.views.parts.elements import Link
from views.pieces import MARK, P, changed, link, view_at
from views.two_cohorts import CHANGES, CHANGES_1, FILES, MOVED_1, OFF_1, RECENT

TITLE = "Hva er endret"
WHOLE = Link("Hele programmet", f"{P}endringer/")
COHORT_1 = Link("Kull 1", f"{P}kull/kull-1/endringer/")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("changes"), FILES)


def months(off, moved) -> tuple[ChangesMonth, ...]:
    return ChangesMonth("Desember 2026", (off,)), ChangesMonth("Oktober 2026", (moved,))


def test_page_of_a_programme_names_the_cohorts(portal: Portal):
    assert view_at(portal, f"{P}endringer/") == ChangesPage(
        title=TITLE,
        programme=MARK,
        cohort=None,
        scopes=(WHOLE, COHORT_1),
        months=months(*CHANGES),
        feed=Link("Hva er endret i Programmet", f"{P}endringer.xml"),
        calendar=Link("Abonner på kalenderen", f"{P}#kalender"),
    )


def test_page_of_a_cohort_does_not_name_it(portal: Portal):
    assert view_at(portal, f"{P}kull/kull-1/endringer/") == ChangesPage(
        title=TITLE,
        programme=MARK,
        cohort=link("Kull 1", "kull/kull-1/"),
        scopes=(WHOLE, COHORT_1),
        months=months(OFF_1, MOVED_1),
        feed=Link("Hva er endret i Kull 1", f"{P}kull/kull-1/endringer.xml"),
        calendar=Link("Abonner på kalenderen", f"{P}kull/kull-1/#kalender"),
    )


def test_page_of_the_portal_names_the_programmes(portal: Portal):
    assert view_at(portal, "endringer/") == ChangesPage(
        title=TITLE,
        programme=None,
        cohort=None,
        scopes=(Link("Hele portalen", "endringer/"), Link("Programmet", f"{P}endringer/")),
        months=months(*(replace(one, programme=MARK) for one in CHANGES)),
        feed=Link(TITLE, "endringer.xml"),
        calendar=None,
    )


def test_page_of_a_programme_without_a_known_day_leads_to_no_calendar(tmp_path: Path):
    files = {f"{P}samlinger/ny.md": "---\nmeldt: 1. oktober 2026\n---\n# Ny\n"}
    page = view_at(portal_of(tmp_path, files), f"{P}endringer/")
    assert isinstance(page, ChangesPage)
    assert page.calendar is None


def test_there_is_no_page_where_nothing_has_changed(portal: Portal):
    assert [page.address for page in portal.pages if isinstance(page.view, ChangesPage)] == [
        f"{P}endringer/",
        f"{P}kull/kull-1/endringer/",
        "endringer/",
    ]


def test_front_page_has_what_has_changed_in_every_programme(portal: Portal):
    lines = tuple(replace(one, programme=MARK) for one in CHANGES)
    assert view_at(portal, "").recent == replace(RECENT, lines=lines, all=Link(TITLE, "endringer/"))


def test_the_feed_is_named_in_the_frames_of_what_it_is_about(portal: Portal):
    named = {page.address: page.frame.feed.address for page in portal.pages if page.frame.feed}
    assert named == {
        "": "endringer.xml",
        "endringer/": "endringer.xml",
        P: f"{P}endringer.xml",
        f"{P}endringer/": f"{P}endringer.xml",
        f"{P}kull/kull-1/": f"{P}kull/kull-1/endringer.xml",
        f"{P}kull/kull-1/endringer/": f"{P}kull/kull-1/endringer.xml",
    }


def test_what_several_cohorts_share_names_them_and_is_drawn_so(tmp_path: Path):
    told = "  - sted før: Torget\n  - meldt: 1. mars 2027\n"
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k.md": f"# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2027 kl. 9, Her\n{told}",
        f"{P}kull/l.md": "# Kull 2\n\n## Datoer\n\n- [A](../samlinger/a.md): sammen med [kull 1](k.md)\n",
    }
    portal = portal_of(tmp_path, files)
    shared = changed(
        "place",
        "a",
        "A",
        ("2027-03-01", "1. mars"),
        cohorts="Kull 1 og kull 2",
        is_shared=True,
        day="1. mai 2027",
        iso="2027-05-01",
        clock="kl. 09.00",
        place="Her",
        place_before="Torget",
    )
    assert view_at(portal, f"{P}endringer/").months == (ChangesMonth("Mars 2027", (shared,)),)
    own = replace(shared, address=f"{P}samlinger/a/?kull=l")
    assert view_at(portal, f"{P}kull/l/endringer/").months == (ChangesMonth("Mars 2027", (own,)),)


def test_cohort_page_has_the_three_that_were_told_last(tmp_path: Path):
    lines = "".join(
        f"- [{id}](../samlinger/{id}.md): {day}. mai 2027\n  - meldt: {day}. april 2027\n"
        for day, id in enumerate("abcd", 1)
    )
    files: dict[str, str | bytes] = {
        **{f"{P}samlinger/{id}.md": f"# {id}\n" for id in "abcd"},
        f"{P}kull/k.md": f"# Kull 1\n\n## Datoer\n\n{lines}",
    }
    last = view_at(portal_of(tmp_path, files), f"{P}kull/k/").last_changes
    assert [one.name for one in last.lines] == ["d", "c", "b"]
    assert last.all == link(TITLE, "kull/k/endringer/")


def test_who_it_is_about_is_said_in_one_line():
    assert [one.who for one in (*CHANGES[:1], *CHANGES_1[:1])] == ["Kull 1, ledere", "Ledere"]

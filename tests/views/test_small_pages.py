"""Focus areas, tracks, articles and inspiration, whole."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.pages.article import ArticlePage
from stifinner.views.pages.focus_area import FocusAreaPage
from stifinner.views.pages.inspiration import InspirationPage, InspirationsPage
from stifinner.views.pages.track import TrackPage
from stifinner.views.parts.elements import Entry, InspirationBrief, Link, ProgrammeMark
from stifinner.views.parts.story_contact import StoryContact
from stifinner.views.parts.track_rows import TrackRow
from views.pieces import (
    MARK,
    NO_LINKS,
    P,
    brief,
    facets,
    link,
    on_day,
    own_section,
    point,
    points,
    row,
    said,
    view_at,
    within,
)

Q = "programmer/q/"
FILES: dict[str, str | bytes] = {
    f"{P}index.md": "---\nmerknad: Gjenfortalt\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}roller/ansatt.md": "# Ansatt\n",
    f"{P}fokusomrader/a.md": "# Først\n",
    f"{P}fokusomrader/b.md": """# Midt

Om midten.

Mer om det.

## Spørsmål til refleksjon

- Hva?

## Ressurser

- [Kart](../ressurser/kart.md)

## Inspirasjon

- [Lånt](../../q/inspirasjon/l.md) herfra

## Takk

Til alle.
""",
    f"{P}fokusomrader/c.md": "# Sist\n",
    f"{P}ressurser/kart.md": "# Kart\n",
    f"{P}ressurser/om.md": "---\nfokusområder: b\n---\n# Om midten\n",
    f"{P}ressurser/annet.md": "# Annet\n",
    f"{P}inspirasjon/i.md": "---\nlenke: https://example.org/i\n---\n# Et dikt\n\nOm å gå.\n\nMer om det.\n",
    f"{P}samlinger/a.md": (
        "---\ndato: 1. mai 2027\nspor: s\n---\n# A\n\n## Fokusområder\n\n- [Midt](../fokusomrader/b.md)\n\n"
        "## Inspirasjon\n\n- [Et dikt](../inspirasjon/i.md)\n"
    ),
    f"{P}samlinger/b.md": "---\nspor: t\n---\n# B\n",
    f"{P}spor/s.md": (
        "---\nfor: leder\ndel av: t\n---\n# Sporet\n\nOm sporet.\n\nMer om det.\n\n"
        "## Ressurser\n\n- [Kart](../ressurser/kart.md)\n\n## Inspirasjon\n\n- [Et dikt](../inspirasjon/i.md)\n"
    ),
    f"{P}spor/t.md": "# Hele\n",
    f"{P}spor/u.md": "---\ndel av: s\n---\n# Del\n\nOm delen.\n",
    f"{P}artikler/x.md": "---\ndato: 18. november 2026\n---\n# I gang\n\nTo parter.\n\nMer.\n\n## Takk\n\nTil alle.\n",
    f"{Q}index.md": "# Det andre\n\nEt annet.\n",
    f"{Q}inspirasjon/l.md": "# Lånt\n\nOm å låne.\n",
    "inspirasjon/felles.md": "# Felles\n",
    "om.md": "# Om\n\nOss.\n",
}
OTHER = ProgrammeMark("q", "Det andre", "Det andre", Q, "mark")
A = brief("a", "A", on_day("1.", "mai", "2027", "2027-05-01"))
WITHIN = within(
    Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje"), link("Alle ressursene", "ressurser/")),
    Samlinger=(link("A", "samlinger/a/"), link("B", "samlinger/b/")),
    Roller=(link("Ansatt", "roller/ansatt/"), link("Leder", "roller/leder/")),
    Spor=(link("Sporet", "spor/s/"), link("Hele", "spor/t/"), link("Del", "spor/u/")),
    Fokusområder=tuple(
        link(name, f"fokusomrader/{id}/") for id, name in (("a", "Først"), ("b", "Midt"), ("c", "Sist"))
    ),
    Til_inspirasjon=(link("Et dikt", "inspirasjon/i/"),),
    Artikler=(link("I gang", "artikler/x/"),),
)
MAP = row("Kart", "kart", used_in=(link("Midt", "fokusomrader/b/"), link("Sporet", "spor/s/")))
POEM = InspirationBrief(
    name="Et dikt",
    address=f"{P}inspirasjon/i/",
    programme=MARK,
    borrowed=False,
    summary="Om å gå.",
    target="https://example.org/i",
    belongs_to=(link("A", "samlinger/a/"), link("Sporet", "spor/s/")),
)


def borrowed(*, by: bool) -> InspirationBrief:
    return InspirationBrief(
        name="Lånt",
        address=f"{Q}inspirasjon/l/",
        programme=OTHER,
        borrowed=by,
        summary="Om å låne.",
        target=None,
        belongs_to=(link("Midt", "fokusomrader/b/"),),
    )


def test_focus_area_page_shows_where_it_is_worked_on(tmp_path: Path):
    links = {"../ressurser/kart.md": f"{P}ressurser/kart/", "../../q/inspirasjon/l.md": f"{Q}inspirasjon/l/"}
    assert view_at(portal_of(tmp_path, FILES), f"{P}fokusomrader/b/") == FocusAreaPage(
        programme=MARK,
        name="Midt",
        number=2,
        total=3,
        notice="Gjenfortalt",
        lede=said("Om midten.", links),
        about=said("Mer om det.", links),
        questions=(points(point("Hva?", links)),),
        sheets=(),
        gatherings=(A,),
        resources=(
            points(Entry(MAP), Entry(row("Om midten", "om", facets=facets(programme="Programmet", focus="Midt")))),
        ),
        inspirations=(points(Entry(borrowed(by=True), point("[Lånt](../../q/inspirasjon/l.md) herfra", links))),),
        sections={"inspirations": (own_section("takk", "Takk", said("Til alle.", links)),)},
        previous=link("Først", "fokusomrader/a/"),
        following=link("Sist", "fokusomrader/c/"),
        within=WITHIN,
    )


@pytest.mark.parametrize(
    ("id", "neighbours"),
    [("a", (1, None, link("Midt", "fokusomrader/b/"))), ("c", (3, link("Midt", "fokusomrader/b/"), None))],
)
def test_first_and_last_focus_area_have_one_neighbour(id: str, neighbours, tmp_path: Path):
    page = view_at(portal_of(tmp_path, FILES), f"{P}fokusomrader/{id}/")
    assert (page.number, page.previous, page.following) == neighbours


def test_track_page_shows_its_parts_and_its_gatherings(tmp_path: Path):
    links = {"../ressurser/kart.md": f"{P}ressurser/kart/", "../inspirasjon/i.md": f"{P}inspirasjon/i/"}
    assert view_at(portal_of(tmp_path, FILES), f"{P}spor/s/") == TrackPage(
        programme=MARK,
        name="Sporet",
        notice="Gjenfortalt",
        lede=said("Om sporet.", links),
        about=said("Mer om det.", links),
        part_of=link("Hele", "spor/t/"),
        parts=(TrackRow("Del", f"{P}spor/u/", "Om delen.", ()),),
        audience=(link("Leder", "roller/leder/"),),
        gatherings=(A,),
        resources=(points(Entry(MAP)),),
        inspirations=(points(Entry(POEM)),),
        sections={},
        within=WITHIN,
    )


def test_article_page_of_a_programme(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), f"{P}artikler/x/") == ArticlePage(
        programme=MARK,
        name="I gang",
        notice="Gjenfortalt",
        date=on_day("18.", "november", "2026", "2026-11-18"),
        lede=said("To parter."),
        about=said("Mer."),
        sections={"": (own_section("takk", "Takk", said("Til alle.")),)},
        within=WITHIN,
    )


def test_article_page_of_the_portal(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), "om/") == ArticlePage(
        programme=None,
        name="Om",
        notice="",
        date=None,
        lede=said("Oss."),
        about=said(""),
        sections={},
        within=None,
    )


def test_inspiration_page_is_never_borrowed_at_home(tmp_path: Path):
    portal = portal_of(tmp_path, FILES)
    assert view_at(portal, f"{P}inspirasjon/i/") == InspirationPage(
        programme=MARK,
        item=POEM,
        notice="Gjenfortalt",
        lede=said("Om å gå."),
        about=said("Mer om det."),
        sections={},
        within=WITHIN,
    )
    assert view_at(portal, f"{Q}inspirasjon/l/").item == borrowed(by=False)


def test_inspirations_page_lists_them_programme_by_programme_and_the_shared_last(tmp_path: Path):
    shared = InspirationBrief(
        name="Felles",
        address="inspirasjon/felles/",
        programme=None,
        borrowed=False,
        summary="",
        target=None,
        belongs_to=(),
    )
    assert view_at(portal_of(tmp_path, FILES), "inspirasjon/") == InspirationsPage(
        title="Til inspirasjon",
        lede="Noe å la seg bevege av, samlet fra alle programmene.",
        items=(POEM, borrowed(by=False), shared),
    )


FRONT = "# Forside\n\nVelkommen.\n\n## Del en praksisfortelling\n\nTil [portalen](om.md).\n"
PROGRAMME = "# Programmet\n\nEt program.\n\n## Del en praksisfortelling\n\nTil programmet.\n"


@pytest.mark.parametrize(
    ("files", "stories"),
    [
        ({}, None),
        ({"index.md": FRONT}, StoryContact(said("Til [portalen](om.md).", {"om.md": "om/"}))),
        ({f"{P}index.md": PROGRAMME}, StoryContact(said("Til programmet.", NO_LINKS))),
        ({"index.md": FRONT, f"{P}index.md": PROGRAMME}, StoryContact(said("Til programmet."))),
    ],
)
def test_stories_go_to_the_programme_and_else_to_the_portal(files, stories, tmp_path: Path):
    assert view_at(portal_of(tmp_path, {"om.md": "# Om\n", **files}), P).stories == stories


def test_prose_is_its_first_paragraph_and_the_rest():
    prose = said("En.\n\nTo.\n\n- Tre", {"a.md": "a/"})
    assert (prose.first, prose.rest) == (said("En.", {"a.md": "a/"}), said("To.\n\n- Tre", {"a.md": "a/"}))
    assert Link("a") == Link("a", None)

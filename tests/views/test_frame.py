"""The frame, old addresses, and what is missing, whole."""

from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.views.frame.composed_page import ComposedPage
from stifinner.views.frame.shown import NavWord, PageFrame, PortalFrame
from stifinner.views.pages.gaps import GapGroup, GapLine, GapsPage
from stifinner.views.pages.handbook import HandbookPage, WrittenBlock
from stifinner.views.pages.moved import MovedPage
from stifinner.views.parts.elements import NOTHING, Link
from views.pieces import MARK, OPEN, P, link, on_day, said, view_at, within

HANDBOOK = Link("For redaktører", "for-redaktorer/")
GAPS = Link("Hva mangler", "hva-mangler/")


def test_frame_of_the_smallest_portal(tmp_path: Path):
    assert portal_of(tmp_path, {}).frame == PortalFrame(
        name="Portalen",
        html_lang="nb",
        mark="",
        sample=False,
        notice="",
        words=(NavWord("Programmer", "#programmer", "programmes"),),
        contact="Kontakt",
        footer=NOTHING,
        programmes=(link("Programmet", ""),),
        handbook=HANDBOOK,
        gaps=GAPS,
        pages=(),
    )


def test_frame_has_the_four_words_the_foot_and_the_pages(tmp_path: Path):
    files: dict[str, str | bytes] = {
        "index.md": (
            "---\nnavn: Læring\neksempel: ja\nmerknad: Prøve\nmerke: merke.svg\n---\n# Forside\n\nHei.\n\n"
            "## Bunntekst\n\nSe [om](om.md).\n"
        ),
        "merke.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "om.md": "# Om\n",
        f"{P}roller/leder.md": "# Leder\n",
        "ressurser/r.md": "# R\n",
        f"{P}inspirasjon/i.md": "# I\n",
        "programmer/rammen/index.md": "---\ntype: paraply\n---\n# Rammen\n\nRundt.\n",
    }
    assert portal_of(tmp_path, files).frame == PortalFrame(
        name="Læring",
        html_lang="nb",
        mark="merke.svg",
        sample=True,
        notice="Prøve",
        words=(
            NavWord("Programmer", "#programmer", "programmes"),
            NavWord("Jeg er …", "#jeg-er", "roles"),
            NavWord("Ressurser", "ressurser/", "resources"),
            NavWord("Inspirasjon", "inspirasjon/", "inspiration"),
        ),
        contact="Kontakt",
        footer=said("Se [om](om.md).", {"om.md": "om/"}),
        programmes=(link("Programmet", ""),),
        handbook=HANDBOOK,
        gaps=GAPS,
        pages=(Link("Om", "om/"),),
    )


@pytest.mark.parametrize("count", [12, 13])
def test_foot_lists_a_dozen_programmes_at_most(count: int, tmp_path: Path):
    files: dict[str, Any] = {f"programmer/p{n}/index.md": f"# P{n}\n\nEt program.\n" for n in range(1, count + 1)}
    programmes = portal_of(tmp_path, {f"{P}index.md": None, **files}).frame.programmes
    each = tuple(Link(f"P{n}", f"programmer/p{n}/") for n in range(1, count + 1))
    assert programmes == (each if count == 12 else (Link("Alle programmene", "#programmer"),))


def test_each_page_knows_its_title_its_part_of_the_portal_and_who_may_list_it(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}index.md": "---\nkortnavn: P\n---\n# Programmet\n\nEt lite program.\n",
        f"{P}samlinger/a.md": "# A\n\nOm a.\n",
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}fokusomrader/f.md": "# P\n",
        f"{P}ressurser/r.md": "# R\n",
        f"{P}inspirasjon/i.md": "# I\n",
        f"{P}refleksjon/s.md": "# S\n\n## Spørsmål\n\n- Hva?\n",
        f"{P}spor/t.md": "# T\n",
        f"{P}artikler/n.md": "# N\n",
        "om.md": "# Portalen\n",
    }
    portal = portal_of(tmp_path, files)

    def told(page: ComposedPage) -> tuple[str, str, str, str]:
        frame = page.frame
        flags = {
            "field": frame.field,
            "private": frame.private,
            "bare": frame.bare,
            "unlisted": frame.unlisted,
            "listed": frame.listed,
            "of p": frame.programme is not None,
        }
        return frame.title, frame.description, frame.section, ", ".join(name for name, it_is in flags.items() if it_is)

    shown = {page.address: told(page) for page in portal.pages if not isinstance(page.view, HandbookPage)}
    assert shown == {
        "": ("Portalen", "Velkommen.", "", "listed"),
        P: ("Programmet – Portalen", "Et lite program.", "programmes", "field, listed, of p"),
        f"{P}samlinger/a/": ("A – P – Portalen", "Om a.", "programmes", "field, listed, of p"),
        f"{P}samlinger/a/skriv-ut/": ("A – Skriv ut denne delen – P – Portalen", "", "", "bare, of p"),
        f"{P}roller/leder/": ("Leder – P – Portalen", "", "roles", "field, listed, of p"),
        f"{P}roller/leder/skriv-ut/": ("Leder – Skriv ut denne delen – P – Portalen", "", "", "bare, of p"),
        f"{P}spor/t/": ("T – P – Portalen", "", "programmes", "field, listed, of p"),
        f"{P}fokusomrader/f/": ("P – Portalen", "", "programmes", "field, listed, of p"),
        f"{P}ressurser/r/": ("R – P – Portalen", "", "resources", "listed, of p"),
        f"{P}inspirasjon/i/": ("I – P – Portalen", "", "inspiration", "field, listed, of p"),
        f"{P}refleksjon/s/": ("S – P – Portalen", "", "programmes", "field, private, listed, of p"),
        f"{P}refleksjon/s/skriv-ut/": ("S – Skriv ut denne delen – P – Portalen", "", "", "bare, of p"),
        f"{P}artikler/n/": ("N – P – Portalen", "", "programmes", "listed, of p"),
        f"{P}ressurser/": (
            "Ressurser i P – P – Portalen",
            "Alt som hører til programmet, på ett sted.",
            "resources",
            "listed, of p",
        ),
        "ressurser/": ("Ressurser – Portalen", "Alt samlingene bruker, på ett sted.", "resources", "listed"),
        "inspirasjon/": (
            "Til inspirasjon – Portalen",
            "Noe å la seg bevege av, samlet fra alle programmene.",
            "inspiration",
            "listed",
        ),
        "hva-mangler/": ("Hva mangler – Portalen", "", "", "unlisted"),
        "om/": ("Portalen", "", "", "listed"),
    }


def test_frame_of_a_gathering_is_its_programmes(tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}samlinger/a.md": "# A\n\nOm a.\n"})
    frame = next(page.frame for page in portal.pages if page.address == f"{P}samlinger/a/")
    assert frame == PageFrame(
        title="A – Programmet – Portalen",
        description="Om a.",
        section="programmes",
        programme=MARK,
        within=within(
            Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")), Samlinger=(link("A", "samlinger/a/"),)
        ),
        field=True,
    )


def test_old_addresses_lead_on_and_those_of_a_programme_take_all_in_it_along(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}index.md": "---\ntidligere: gammel\n---\n# Programmet\n\nEt lite program.\n",
        f"{P}samlinger/a.md": "---\ntidligere: forst, programmer/gammel/samlinger/b\n---\n# A\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}samlinger/c.md": "---\nbare omtalt: ja\ntidligere: sist\n---\n# C\n",
    }
    assert portal_of(tmp_path, files).moved == (
        MovedPage("programmer/gammel/", P, "Programmet"),
        MovedPage(f"{P}samlinger/forst/", f"{P}samlinger/a/", "A"),
        MovedPage("programmer/gammel/samlinger/b/", f"{P}samlinger/a/", "A"),
        MovedPage(f"{P}samlinger/sist/", f"{P}#samlinger_c", "C"),
        MovedPage("programmer/gammel/samlinger/a/", f"{P}samlinger/a/", "A"),
        MovedPage("programmer/gammel/samlinger/forst/", f"{P}samlinger/a/", "A"),
        MovedPage("programmer/gammel/samlinger/sist/", f"{P}#samlinger_c", "C"),
    )


def test_page_of_what_is_missing_tells_it_line_by_line(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}index.md": "---\nfor hvem: alle\n---\n# Programmet\n\nEt program.\n",
        f"{P}samlinger/a.md": "---\ndato: 3. mars 2027\nsted: Her\n---\n# A\n\nOm a.\n\n## Fokusområder\n\n- Lytt\n",
        f"{P}samlinger/b.md": "---\nbare omtalt: ja\n---\n# B\n",
        "ressurser/r.md": "# R\n\nOm r.\n",
    }
    assert view_at(portal_of(tmp_path, files), "hva-mangler/") == GapsPage(
        title="Hva mangler",
        lede=(
            "Dette er ikke feil. Det er det portalen ennå ikke vet, eller ikke har. Vet du noe av det, så åpne siden "
            "og trykk Rediger nederst."
        ),
        groups=(
            GapGroup(
                MARK,
                (
                    GapLine(
                        kind="Samling",
                        item=link("A", "samlinger/a/"),
                        source=f"{P}samlinger/a.md",
                        date=on_day("3.", "mars", "2027", "2027-03-03"),
                        missing=("klokkeslett", "dagsplan"),
                        sentence="Klokkeslett og dagsplan.",
                    ),
                    GapLine(
                        kind="Samling",
                        item=link("B", "#samlinger_b"),
                        source=f"{P}samlinger/b.md",
                        date=OPEN,
                        missing=("egen side", "dato"),
                        sentence="Egen side og dato.",
                    ),
                    GapLine(
                        kind="Program",
                        item=link("Programmet", ""),
                        source=f"{P}index.md",
                        date=None,
                        missing=("hvem som kan svare", "roller"),
                        sentence="Hvem som kan svare og roller.",
                    ),
                ),
            ),
            GapGroup(
                None,
                (
                    GapLine(
                        kind="Ressurs",
                        item=Link("R", "ressurser/r/"),
                        source="ressurser/r.md",
                        date=None,
                        missing=("lenke eller fil",),
                        sentence="Lenke eller fil.",
                    ),
                ),
            ),
        ),
    )


WHOLE = "# A\n\nOm a.\n\n## Dagsplan\n\n- Kaffe\n\n## Fokusområder\n\n- Lytt\n"


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        (f"---\ndato: 3. mars 2027\ntid: 9\nsted: Her\n---\n{WHOLE}", []),
        (f"---\ndato: 3. mars 2027\ntid: 9\nmøtelenke: https://example.org\n---\n{WHOLE}", []),
        (f"---\nsted: Her\n---\n{WHOLE}", ["dato"]),
        (f"---\ndato: 3. mars 2027\ntid: 9\n---\n{WHOLE}", ["sted"]),
        (
            f"---\ndato: 3. mars 2027\ntid: 9\nsted: Her\n---\n{WHOLE}\n## Mellomarbeid\n\nLes.\n",
            ["frist for mellomarbeidet"],
        ),
        (f"---\ndato: 3. mars 2027\ntid: 9\nsted: Her\n---\n{WHOLE}\n## Presentasjoner\n\n- Film\n", ["presentasjon"]),
        ("---\ndato: 3. mars 2027\nbare omtalt: ja\n---\n# A\n", ["egen side"]),
    ],
)
def test_gathering_lacks_what_the_page_has_room_for(file: str, missing: list[str], tmp_path: Path):
    groups = view_at(portal_of(tmp_path, {f"{P}samlinger/a.md": file}), "hva-mangler/").groups
    assert [word for line in groups[0].lines if line.kind == "Samling" for word in line.missing] == missing


def test_umbrella_lacks_neither_gatherings_nor_roles(tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}index.md": "---\ntype: paraply\n---\n# Rammen\n\nRundt.\n"}
    assert view_at(portal_of(tmp_path, files), "hva-mangler/") == GapsPage(
        title="Hva mangler", lede="Ingenting mangler. Alt det portalen har plass til, står der.", groups=()
    )


def test_handbook_leads_from_page_to_page(tmp_path: Path):
    pages = [page.view for page in portal_of(tmp_path, {}).pages if isinstance(page.view, HandbookPage)]
    first, *others = (Link(page.title, page.address) for page in pages)
    assert first == HANDBOOK
    assert [page.following for page in pages] == [None, *others[1:], None]
    assert [page.contents for page in pages] == [(), *[(first, *others)] * len(others)]


def test_handbook_shows_how_dates_are_written_and_shown(tmp_path: Path):
    pages = [page.view for page in portal_of(tmp_path, {}).pages if isinstance(page.view, HandbookPage)]
    written = [block for page in pages for block in page.blocks if isinstance(block, WrittenBlock)]
    assert [block.rows[0] for block in written] == [
        ("1. november 2030", "fredag 1. november 2030", "En dag"),
        ("09.00–15.30", "kl. 09.00–15.30", "Fra og til"),
        ("2 dager", "2 dager", "Flere dager"),
        ("09.00–09.10 Velkommen", "09.00–09.10 · Velkommen", "Fra og til"),
    ]

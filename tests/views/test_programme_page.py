"""A programme's page, whole: facts, people, everything that belongs to it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.views.pages.front import ProgrammeCard, StateShown
from stifinner.views.pages.programme import (
    ArticleRow,
    Fact,
    FocusGroup,
    PrincipleList,
    ProgrammePage,
    RoleRow,
    TrackRow,
)
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.elements import (
    Entry,
    FocusBrief,
    FormShown,
    InspirationBrief,
    Link,
    ProgrammeMark,
    Section,
    SheetBrief,
)
from stifinner.views.parts.story_contact import StoryContact
from stifinner.views.timeline.shown import MiniStep
from views.pieces import (
    P,
    brief,
    facets,
    in_roles,
    link,
    offer,
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
    f"{P}index.md": """---
kortnavn: P
bilde: bro
for hvem: Alle som vil
organisasjoner: Nord, Sør
leverandør: Oss
del av: rammen
tilstand: pågår
merknad: Gjenfortalt
---
# Programmet

Et program.

Mer om det.

## Tidslinje

Slik går vi.

## Prinsipper

### Verdier

- Mot

### Verdier!

Dette er roen:

3. Ro

## Fokusområder

Vi arbeider med:

- [Lytte](fokusomrader/f.md)
- Å være til stede

## Ressurser

- [Boka](ressurser/r.md), en klassiker

## Inspirasjon

- [Lånt](../q/inspirasjon/l.md)

## Kontakt

Spør oss.

## Påmelding

Meld deg på.

## Prosjektgrupper

De som gjør det.

## Styringsgruppe

De som styrer.

## Del en praksisfortelling

Send den.

## Til slutt

Takk.
""",
    f"{P}roller/gjest.md": "---\nrekkefølge: 1\n---\n# Gjest\n\nSer på.\n",
    f"{P}roller/leder.md": "---\nrekkefølge: 2\nnivå: 2\n---\n# Leder\n",
    f"{P}spor/hoved.md": "# Hoved\n\nOm hoved.\n",
    f"{P}spor/del.md": "---\ndel av: hoved\n---\n# Del\n",
    f"{P}spor/annet.md": "# Annet\n",
    f"{P}fokusomrader/f.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}samlinger/a.md": (
        "---\ndato: 3. mai 2027\nfor: leder\n---\n# A\n\n"
        "## Fokusområder\n\n- Hva nå?\n- [Lytte](../fokusomrader/f.md)\n"
    ),
    f"{P}samlinger/b.md": "# B\n\n## Fokusområder\n\n- [Lytte](../fokusomrader/f.md)\n",
    f"{P}ressurser/r.md": "# Boka\n\nOm alt.\n\n## Finnes som\n\n- [Bok](https://example.org/b)\n",
    f"{P}ressurser/kart.md": "# Kart\n",
    f"{P}refleksjon/a.md": "# Arket\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n- Hvem?\n",
    f"{P}inspirasjon/eget.md": "---\nlenke: https://example.org/e\n---\n# Eget\n\nOm vårt.\n",
    f"{P}artikler/ny.md": "---\ndato: 18. november 2026\nrekkefølge: 1\n---\n# I gang\n\nTo parter.\n",
    f"{P}artikler/om.md": "# Om\n",
    f"{Q}index.md": "---\ntype: program\n---\n# Det andre\n\nEt annet.\n",
    f"{Q}inspirasjon/l.md": "# Lånt\n\nOm å låne.\n",
    "programmer/rammen/index.md": "---\ntype: paraply\n---\n# Rammen\n\nRundt.\n",
}
MARK = ProgrammeMark(id="p", name="Programmet", short_name="P", address=P, picture="bro")
OTHER = ProgrammeMark("q", "Det andre", "Det andre", Q, "mark")
FRAME = ProgrammeMark("rammen", "Rammen", "Rammen", "programmer/rammen/", "mark")
LINKS = {
    "fokusomrader/f.md": f"{P}fokusomrader/f/",
    "ressurser/r.md": f"{P}ressurser/r/",
    "../q/inspirasjon/l.md": f"{Q}inspirasjon/l/",
}
STATE = StateShown(given="running", word="Pågår", first="2027-05-03", last="2027-05-03", open=True)


def text(markdown: str):
    return said(markdown, LINKS)


def bullet(markdown: str):
    return point(markdown, LINKS)


def page_of(folder: Path, files: dict[str, Any], address: str = P) -> ProgrammePage:
    page = view_at(portal_of(folder, files), address)
    assert isinstance(page, ProgrammePage)
    return page


def test_programme_page_shows_all_that_belongs_to_it(tmp_path: Path):
    page = page_of(tmp_path, FILES)
    a = brief("a", "A", on_day("3.", "mai", "2027", "2027-05-03"), audience="Leder", roles=("leder",))
    assert replace(page, timeline=None) == ProgrammePage(
        programme=MARK,
        name="Programmet",
        umbrella=False,
        notice="Gjenfortalt",
        lede=text("Et program."),
        about=text("Mer om det."),
        state=STATE,
        facts=(
            Fact("For hvem", "Alle som vil"),
            Fact("Organisasjoner", "Nord og Sør"),
            Fact("Leverandør", "Oss"),
            Fact("Del av", "Rammen", (Link("Rammen", "programmer/rammen/"),)),
        ),
        first_role=link("Jeg er leder", "roller/leder/"),
        sign_up=Link("Påmelding", "#pamelding"),
        recent=None,
        sign_ups=(),
        cohorts=(),
        new_cohort=page.new_cohort,
        doors=(),
        timeline=None,
        calendar=offer("P", "", in_roles(link("Leder", "roller/leder/"))),
        timeline_intro=text("Slik går vi."),
        editions=(),
        tracks=(
            TrackRow("Annet", f"{P}spor/annet/", "", ()),
            TrackRow("Hoved", f"{P}spor/hoved/", "Om hoved.", (TrackRow("Del", f"{P}spor/del/", "", ()),)),
        ),
        roles=(
            RoleRow("Gjest", f"{P}roller/gjest/", "Ser på.", ""),
            RoleRow("Leder", f"{P}roller/leder/", "", "Nivå 2"),
        ),
        focus_areas=(FocusBrief("Lytte", f"{P}fokusomrader/f/", "Om å lytte."),),
        focus_groups=(FocusGroup(a, (point("Hva nå?", {"../fokusomrader/f.md": f"{P}fokusomrader/f/"}),)),),
        focus=(points(bullet("Å være til stede"), prose=text("Vi arbeider med:")),),
        sheets=(
            SheetBrief(
                name="Arket",
                address=f"{P}refleksjon/a/",
                summary="Et ark.",
                asks="2 spørsmål",
                shapes=(),
                used_at=(),
                paper=f"{P}refleksjon/a/#skriv-ut",
            ),
        ),
        principles=(
            PrincipleList("verdier", "Verdier", (points(bullet("Mot")),)),
            PrincipleList("verdier-2", "Verdier!", (points(bullet("Ro"), prose=text("Dette er roen:"), start=3),)),
        ),
        resources=(
            points(
                Entry(
                    row(
                        "Boka",
                        "r",
                        programme=MARK,
                        summary="Om alt.",
                        forms=(FormShown("book", "Bok", Link("Bok", "https://example.org/b"), coming=False),),
                        missing="",
                        used_in=(link("Programmet", ""),),
                        facets=facets(kind="Bok", programme="P"),
                    ),
                    bullet("[Boka](ressurser/r.md), en klassiker"),
                ),
                Entry(row("Kart", "kart", programme=MARK, facets=facets(programme="P"))),
            ),
        ),
        resources_note="1 av 2 ressurser mangler lenke ennå.",
        library=f"{P}ressurser/",
        inspirations=(
            points(
                Entry(
                    InspirationBrief(
                        name="Lånt",
                        address=f"{Q}inspirasjon/l/",
                        programme=OTHER,
                        borrowed=True,
                        summary="Om å låne.",
                        target=None,
                        belongs_to=(link("Programmet", ""),),
                    )
                ),
                Entry(
                    InspirationBrief(
                        name="Eget",
                        address=f"{P}inspirasjon/eget/",
                        programme=MARK,
                        borrowed=False,
                        summary="Om vårt.",
                        target="https://example.org/e",
                        belongs_to=(),
                    )
                ),
            ),
        ),
        articles=(
            ArticleRow(
                "I gang",
                f"{P}artikler/ny/",
                on_day("18.", "november", "2026", "2026-11-18"),
                "To parter.",
            ),
            ArticleRow("Om", f"{P}artikler/om/", None, ""),
        ),
        stories=StoryContact(text("Send den.")),
        known=(
            ("steering_group", Section("styringsgruppe", "Styringsgruppe", text("De som styrer."))),
            ("project_groups", Section("prosjektgrupper", "Prosjektgrupper", text("De som gjør det."))),
            ("how_to_sign_up", Section("pamelding", "Påmelding", text("Meld deg på."))),
            ("whom_to_ask", Section("kontakt", "Kontakt", text("Spør oss."))),
        ),
        sections={"stories": (own_section("til-slutt", "Til slutt", text("Takk.")),)},
        wheel=link("Årshjul", "arshjul/"),
        within=within(
            MARK,
            Programmet=(
                link("Oversikt", ""),
                link("Tidslinje", "#tidslinje"),
                link("Alle ressursene", "ressurser/"),
            ),
            Samlinger=(link("A", "samlinger/a/"), link("B", "samlinger/b/")),
            Roller=(link("Gjest", "roller/gjest/"), link("Leder", "roller/leder/")),
            Spor=(link("Annet", "spor/annet/"), link("Del", "spor/del/"), link("Hoved", "spor/hoved/")),
            Fokusområder=(link("Lytte", "fokusomrader/f/"),),
            Refleksjonsark=(link("Arket", "refleksjon/a/"),),
            Til_inspirasjon=(link("Eget", "inspirasjon/eget/"),),
            Artikler=(link("I gang", "artikler/ny/"), link("Om", "artikler/om/")),
        ),
    )
    assert page.timeline is not None


def test_umbrella_shows_its_editions_as_cards(tmp_path: Path):
    page = page_of(tmp_path, FILES, "programmer/rammen/")
    assert (page.umbrella, page.facts, page.first_role, page.sign_up, page.timeline) == (True, (), None, None, None)
    assert page.editions == (
        ProgrammeCard(
            programme=MARK,
            by="Nord og Sør",
            summary="Et program.",
            state=STATE,
            counted="2 samlinger",
            steps=(
                MiniStep("gathering", "2027-05-03", "2027-05-03", False),
                MiniStep("gathering", "", "", False),
            ),
        ),
    )
    assert page.within == within(FRAME, Programmet=(Link("Oversikt", "programmer/rammen/"),))


def test_first_role_is_the_first_of_all_where_nobody_is_named(tmp_path: Path):
    files = {f"{P}roller/a.md": "# Ansatt\n", f"{P}roller/b.md": "# Leder\n", f"{P}samlinger/a.md": "# A\n"}
    assert page_of(tmp_path, files).first_role == link("Jeg er ansatt", "roller/a/")


def test_first_role_walks_at_least_one_gathering(tmp_path: Path):
    files = {
        f"{P}roller/a.md": "# Ansatt\n",
        f"{P}roller/b.md": "# IKT-leder\n",
        f"{P}samlinger/a.md": "---\nfor: b\n---\n# A\n",
        f"{P}samlinger/b.md": "# B\n",
    }
    assert page_of(tmp_path, files).first_role == link("Jeg er IKT-leder", "roller/b/")


def test_links_to_focus_areas_alone_leave_nothing_to_say(tmp_path: Path):
    files = {
        f"{P}index.md": "# P\n\nEt program.\n\n## Fokusområder\n\n- [Lytte](fokusomrader/f.md)\n",
        f"{P}fokusomrader/f.md": "# Lytte\n",
    }
    page = page_of(tmp_path, files)
    assert (page.focus, page.focus_groups) == ((), ())
    assert page.focus_areas == (FocusBrief("Lytte", f"{P}fokusomrader/f/", ""),)


WITH_LINK = "# R\n\n## Finnes som\n\n- [Film](https://example.org/f)\n"


@pytest.mark.parametrize(
    ("files", "note"),
    [
        ([], ""),
        ([WITH_LINK], ""),
        (["# R\n"], "1 av 1 ressurser mangler lenke ennå."),
        (
            ["# R\n", "# S\n"],
            "Vi kjenner navnene på 2 ressurser, men ikke lenkene. De kommer på plass når programmet legger dem inn.",
        ),
        (["# R\n", WITH_LINK, WITH_LINK], "1 av 3 ressurser mangler lenke ennå."),
    ],
)
def test_note_counts_the_resources_without_a_link(files: list[str], note: str, tmp_path: Path):
    resources = {f"{P}ressurser/r{number}.md": file for number, file in enumerate(files)}
    assert page_of(tmp_path, resources).resources_note == note


def test_date_of_an_article_may_be_a_month(tmp_path: Path):
    files = {f"{P}artikler/a.md": "---\ndato: mai 2027\n---\n# A\n"}
    assert page_of(tmp_path, files).articles == (
        ArticleRow(
            "A", f"{P}artikler/a/", DateShown("Mai 2027", "month", "2027-05-01", "2027-05-31", rest="Mai 2027"), ""
        ),
    )


def test_library_is_linked_to_only_where_it_is(tmp_path: Path):
    words = "# P\n\n## Ressurser\n\nDe kommer [siden](index.md).\n"
    assert page_of(tmp_path / "a", {f"{P}index.md": words}).library == ""
    assert page_of(tmp_path / "b", {f"{P}index.md": words, f"{P}ressurser/r.md": "# R\n"}).library == f"{P}ressurser/"


@pytest.mark.parametrize(
    ("facts", "told", "asked"),
    [
        ("plasser: 20\nta med: penn", (Fact("Plasser", "20"), Fact("Ta med", "penn")), 0),
        ("plasser: 20\nta med: penn\npåmelding: hos oss", (), 1),
    ],
)
def test_what_is_to_be_known_is_told_where_there_is_no_sign_up_to_say_it(
    facts: str, told: tuple[Fact, ...], asked: int, tmp_path: Path
):
    text = "# Programmet\n\nEt program.\n\n## Påmelding\n\nMeld deg på hos lederen din.\n"
    page = view_at(portal_of(tmp_path, {f"{P}index.md": f"---\n{facts}\n---\n{text}"}), P)
    assert (page.facts, len(page.sign_ups)) == (told, asked)

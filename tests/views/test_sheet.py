"""A reflection sheet and its papers, whole: numbers, scale, ids, what each paper may show."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.pages.sheet import SheetPage
from stifinner.views.papers.packs import ActionPlan, Pack, PlanTopic
from stifinner.views.papers.print_page import SheetPrintPage
from stifinner.views.parts.elements import NOTHING, FocusBrief, Link, SheetBrief
from stifinner.views.parts.prints import PaperBrief
from stifinner.views.parts.texts import join_prose
from stifinner.views.sheets.papers import SheetPaper
from stifinner.views.sheets.shown import CoreElement, ScaleStep, SheetShown, Statement, UseStep
from views.pieces import MARK, P, brief, link, own_section, point, points, said, view_at, within

ADDRESS = f"{P}refleksjon/ark/"
FILES: dict[str, str | bytes] = {
    f"{P}index.md": "---\nmerknad: Gjenfortalt\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}roller/gjest.md": "# Gjest\n",
    f"{P}fokusomrader/f.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}fokusomrader/g.md": "# Snakke\n\nOm å snakke.\n",
    f"{P}samlinger/a.md": "# A\n",
    f"{P}samlinger/b.md": "# B\n",
    f"{P}refleksjon/ark.md": """---
samlinger: b
roller: leder
fokusområder: g
utgave: 3
merknad: Fritt etter andre
---
# Arket

Et ark.

Mer om det.

## Kjerneelementer

Slik er det.

### [Lytte](../fokusomrader/f.md)

- Vi lytter
  - Telefonen ligger
  - Ingen avbryter

  Tenk etter.

Og så:

- Vi spør

Til slutt.

### [Snakke](../fokusomrader/g.md)

Vår egen forklaring.

- Vi snakker

### Snakke!

- Vi ler

## Spørsmål

- Hva nå?

## Slik bruker dere arket

- 10 min Les
- Snakk

## Spørsmål til samtalen

- Hvem?

## Til den som leder

Vær rolig.

## Takk

Til alle.
""",
}
LINKS = {"../fokusomrader/f.md": f"{P}fokusomrader/f/", "../fokusomrader/g.md": f"{P}fokusomrader/g/"}
TAG = int(hashlib.blake2b(b"programmer/p/refleksjon/ark.md", digest_size=2).hexdigest(), 16) // 2
LIGHTS = (
    ScaleStep(1, "Tilfredsstillende", "Praksisen vår er god nok.", "T", "step-1", "green", "1"),
    ScaleStep(2, "Må bedres", "Vi er på vei, men ikke der.", "B", "step-2", "yellow", "2"),
    ScaleStep(3, "Må endres", "Tiltak er nødvendig.", "E", "step-3", "red", "3"),
)


def text(markdown: str):
    return said(markdown, LINKS)


def bullet(markdown: str):
    return point(markdown, LINKS)


LISTEN = CoreElement(
    number=1,
    id="lytte",
    name="Lytte",
    address=f"{P}fokusomrader/f/",
    explanation=said("Om å lytte."),
    statements=(
        Statement(
            1,
            text("Vi lytter"),
            (bullet("Telefonen ligger"), bullet("Ingen avbryter")),
            after=text("Tenk etter."),
        ),
        Statement(2, bullet("Vi spør"), (), lead=text("Og så:")),
    ),
    after=text("Til slutt."),
)
TALK = CoreElement(
    number=2,
    id="snakke",
    name="Snakke",
    address=f"{P}fokusomrader/g/",
    explanation=text("Vår egen forklaring."),
    statements=(Statement(3, bullet("Vi snakker"), ()),),
)
LAUGH = CoreElement(
    number=3,
    id="snakke-2",
    name="Snakke!",
    address=None,
    explanation=NOTHING,
    statements=(Statement(4, bullet("Vi ler"), ()),),
)
SHEET = SheetShown(
    programme=MARK,
    id="ark",
    address=ADDRESS,
    name="Arket",
    notice="Fritt etter andre",
    version=3,
    tag=TAG,
    paper="",
    lede=text("Et ark."),
    about=text("Mer om det."),
    scale=LIGHTS,
    intro=text("Slik er det."),
    elements=(LISTEN, TALK, LAUGH),
    questions=(points(bullet("Hva nå?")),),
    steps=(points(UseStep(10, text("Les")), UseStep(None, bullet("Snakk"))),),
    discussion=(points(bullet("Hvem?")),),
    facilitator=text("Vær rolig."),
)
ON_PAPER = replace(
    LISTEN,
    explanation=join_prose(text("Slik er det."), said("Om å lytte.")),
    statements=(LISTEN.statements[0], replace(LISTEN.statements[1], after=text("Til slutt."))),
    after=NOTHING,
)
"""Paper has no place between the parts: what stands there is the neighbour's."""
NOTED = replace(SHEET, intro=NOTHING, elements=(ON_PAPER, TALK, LAUGH))
HANDED_OUT = replace(NOTED, facilitator=NOTHING, steps=())
"""What participants get: neither the notes nor the plan of whoever leads."""
WITHOUT_EXAMPLES = replace(
    ON_PAPER, statements=(replace(ON_PAPER.statements[0], concretisations=()), ON_PAPER.statements[1])
)
WITH_LINES = replace(HANDED_OUT, elements=(WITHOUT_EXAMPLES, TALK, LAUGH))


def paper(variant: str, name: str, file: str, element: str = "", element_name: str = "", *, landscape: bool = False):
    return PaperBrief(
        variant=variant,
        name=name,
        address=f"{ADDRESS}{file}.pdf",
        element=element,
        element_name=element_name,
        landscape=landscape,
    )


A = paper("examples", "Ark A, med eksempler", "ark-a", landscape=True)
B = paper("lines", "Ark B, med linjer til egne tegn", "ark-b", landscape=True)
LEADER = paper("facilitator", "For den som leder", "ark-leder")
LARGE = paper("large", "Stor skrift", "ark-storskrift")
LISTEN_A = paper("examples", "Ark A, med eksempler", "ark-a-lytte", "lytte", "Lytte")
LISTEN_B = paper("lines", "Ark B, med linjer til egne tegn", "ark-b-lytte", "lytte", "Lytte")
TALK_B = paper("lines", "Ark B, med linjer til egne tegn", "ark-b-snakke", "snakke", "Snakke")
LAUGH_B = paper("lines", "Ark B, med linjer til egne tegn", "ark-b-snakke-2", "snakke-2", "Snakke!")
THANKS = {"facilitator": (own_section("takk", "Takk", text("Til alle.")),)}
BRIEF = SheetBrief(
    name="Arket",
    address=ADDRESS,
    summary="Et ark.",
    asks="4 utsagn og 1 spørsmål",
    shapes=("step-1", "step-2", "step-3"),
    used_at=(link("B", "samlinger/b/"),),
    paper=f"{ADDRESS}#skriv-ut",
)


def sheet_papers(portal: Portal) -> tuple[SheetPaper, ...]:
    return tuple(one for one in portal.papers if isinstance(one, SheetPaper))


def test_sheet_page_shows_the_sheet_and_the_way_to_its_papers(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), ADDRESS) == SheetPage(
        programme=MARK,
        sheet=SHEET,
        papers=(A, B, LEADER, LARGE, LISTEN_A, LISTEN_B, TALK_B, LAUGH_B),
        print_page=link("Skriv ut denne delen", "refleksjon/ark/skriv-ut/"),
        gatherings=(brief("b", "B"),),
        roles=(link("Leder", "roller/leder/"),),
        focus_areas=(link("Snakke", "fokusomrader/g/"),),
        sections=THANKS,
        within=within(
            Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")),
            Samlinger=(link("A", "samlinger/a/"), link("B", "samlinger/b/")),
            Roller=(link("Gjest", "roller/gjest/"), link("Leder", "roller/leder/")),
            Fokusområder=(link("Lytte", "fokusomrader/f/"), link("Snakke", "fokusomrader/g/")),
            Refleksjonsark=(link("Arket", "refleksjon/ark/"),),
        ),
    )


def test_papers_show_what_they_may_and_nothing_else(tmp_path: Path):
    def alone(element, *, introduced=False):
        if not introduced:
            element = replace(element, explanation=join_prose(text("Slik er det."), element.explanation))
        return replace(HANDED_OUT, elements=(element,))

    assert sheet_papers(portal_of(tmp_path, FILES)) == (
        SheetPaper(A, "Arket – Ark A, med eksempler", "Ark A", HANDED_OUT, THANKS),
        SheetPaper(B, "Arket – Ark B, med linjer til egne tegn", "Ark B", WITH_LINES, THANKS),
        SheetPaper(LEADER, "Arket – For den som leder", "For den som leder", NOTED, THANKS),
        SheetPaper(LARGE, "Arket – Stor skrift", "Stor skrift", HANDED_OUT, THANKS),
        SheetPaper(LISTEN_A, "Arket – Lytte – Ark A, med eksempler", "Ark A", alone(ON_PAPER, introduced=True)),
        SheetPaper(
            LISTEN_B,
            "Arket – Lytte – Ark B, med linjer til egne tegn",
            "Ark B",
            alone(WITHOUT_EXAMPLES, introduced=True),
        ),
        SheetPaper(TALK_B, "Arket – Snakke – Ark B, med linjer til egne tegn", "Ark B", alone(TALK)),
        SheetPaper(LAUGH_B, "Arket – Snakke! – Ark B, med linjer til egne tegn", "Ark B", alone(LAUGH)),
    )


def test_sheet_is_printed_from_a_page_of_its_own_with_its_examples(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), f"{ADDRESS}skriv-ut/") == SheetPrintPage(
        back=Link("Tilbake til siden", ADDRESS),
        sheet=HANDED_OUT,
        sections=THANKS,
    )


def test_sheet_stands_under_the_focus_areas_it_is_about(tmp_path: Path):
    portal = portal_of(tmp_path, FILES)
    assert view_at(portal, f"{P}fokusomrader/f/").sheets == (BRIEF,)
    assert view_at(portal, f"{P}fokusomrader/g/").sheets == (BRIEF,)
    assert view_at(portal, P).focus_areas == (
        FocusBrief("Lytte", f"{P}fokusomrader/f/", "Om å lytte."),
        FocusBrief("Snakke", f"{P}fokusomrader/g/", "Om å snakke."),
    )


def test_sheet_belongs_to_the_roles_that_it_names(tmp_path: Path):
    portal = portal_of(tmp_path, FILES)
    assert view_at(portal, f"{P}roller/leder/").sheets == (BRIEF,)
    assert view_at(portal, f"{P}roller/gjest/").sheets == ()


def test_packs_are_a_handout_and_the_sheets_that_go_with_it(tmp_path: Path):
    portal = portal_of(tmp_path, FILES)
    first, _, notes, *_ = sheet_papers(portal)

    def pack(variant: str, label: str, name: str, item: str, file: str, sheets: tuple[SheetPaper, ...]) -> Pack:
        title = f"{'B' if item.startswith('samlinger') else 'Du er leder'} – {name}"
        place = PaperBrief(variant, name, f"{P}{item}{file}.pdf", element="", element_name="", landscape=False)  # type: ignore[arg-type]
        handout = view_at(portal, f"{P}{item}skriv-ut/").handout
        plan = ActionPlan(kick=f"{handout.name} · Programmet", topics=(PlanTopic("Arket", (points(bullet("Hvem?")),)),))
        return Pack(place, title, label, back_to=f"{P}{item}", handout=handout, sheets=sheets, plan=plan)

    assert [one for one in portal.papers if isinstance(one, Pack)] == [
        pack(
            "participants",
            "Til deltakerne",
            "Til deltakerne, med ark",
            "samlinger/b/",
            "b-til-deltakerne",
            (first,),
        ),
        pack(
            "leaders",
            "Til den som leder",
            "Til den som leder, med notater og ark",
            "samlinger/b/",
            "b-til-den-som-leder",
            (notes, first),
        ),
        pack("own", "Alt du trenger", "Alt du trenger, med ark", "roller/leder/", "leder-pakke", (first,)),
    ]


QUESTIONS = "# Arket\n\n## Spørsmål\n\n- Hva?\n- Hvem?\n"


def test_sheet_of_questions_has_one_paper_for_all(tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}refleksjon/ark.md": QUESTIONS})
    page = view_at(portal, ADDRESS)
    assert page.papers == (paper("questions", "Arket", "ark"), LEADER, LARGE)
    assert page.sheet == SheetShown(
        programme=MARK,
        id="ark",
        address=ADDRESS,
        name="Arket",
        notice="",
        version=1,
        tag=TAG,
        paper="",
        lede=NOTHING,
        about=NOTHING,
        scale=(),
        intro=NOTHING,
        elements=(),
        questions=(points(point("Hva?"), point("Hvem?")),),
        steps=(),
        discussion=(),
        facilitator=NOTHING,
    )
    assert portal.papers[0] == SheetPaper(paper("questions", "Arket", "ark"), "Arket – Arket", "Ark", page.sheet)


def elements(count: int, facts: str = "") -> str:
    parts = "".join(f"\n### Del {number}\n\n- Vi {number}\n" for number in range(1, count + 1))
    return f"---\nutgave: 1\n{facts}---\n# Arket\n\n## Kjerneelementer\n{parts}"


@pytest.mark.parametrize(
    ("count", "facts", "landscape"),
    [
        (1, "", False),
        (1, "papir: liggende\n", False),
        (2, "", False),
        (2, "papir: liggende\n", True),
        (3, "", True),
        (3, "papir: stående\n", False),
        (4, "", False),
        (4, "papir: liggende\n", True),
    ],
)
def test_three_elements_lie_side_by_side_unless_the_sheet_says_otherwise(count, facts, landscape, tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}refleksjon/ark.md": elements(count, facts)})
    assert {one.brief.variant: one.brief.landscape for one in sheet_papers(portal)[:3]} == {
        "lines": landscape,
        "facilitator": False,
        "large": False,
    }


@pytest.mark.parametrize(
    ("count", "files"),
    [
        (1, ["ark-b", "ark-leder", "ark-storskrift"]),
        (2, ["ark-b", "ark-leder", "ark-storskrift", "ark-b-del-1", "ark-b-del-2"]),
    ],
)
def test_elements_are_printed_alone_where_there_are_several(count: int, files: list[str], tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}refleksjon/ark.md": elements(count)})
    assert [one.brief.address for one in sheet_papers(portal)] == [f"{ADDRESS}{file}.pdf" for file in files]


def test_sheet_takes_the_notice_of_its_programme_where_it_has_none(tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}index.md": FILES[f"{P}index.md"], f"{P}refleksjon/ark.md": QUESTIONS}
    assert view_at(portal_of(tmp_path, files), ADDRESS).sheet.notice == "Gjenfortalt"


def test_scale_of_its_own_keeps_its_words_shapes_and_colours(tmp_path: Path):
    scale = "skala: Ofte: nesten alltid (O, stjerne, blå); Sjelden\n"
    assert view_at(portal_of(tmp_path, {f"{P}refleksjon/ark.md": elements(1, scale)}), ADDRESS).sheet.scale == (
        ScaleStep(1, "Ofte", "nesten alltid", "O", "step-5", "blue", "1"),
        ScaleStep(2, "Sjelden", "", "S", "step-1", "green", "2"),
    )


def test_a_step_is_chosen_by_the_number_that_it_is_called_by(tmp_path: Path):
    def keys(scale: str) -> list[tuple[str, str]]:
        portal = portal_of(tmp_path, {f"{P}refleksjon/ark.md": elements(1, f"skala: {scale}\n")})
        return [(step.word, step.key) for step in view_at(portal, ADDRESS).sheet.scale]

    assert keys("1 Nei, 2, 3 Ja") == [("3 Ja", "3"), ("2", "2"), ("1 Nei", "1")]
    assert keys("0, 5, 10 (best)") == [("10", ""), ("5", "5"), ("0", "0")]
    assert keys("Ja, Kanskje 2, Nei") == [("Ja", "1"), ("Kanskje 2", "2"), ("Nei", "3")]


@pytest.mark.parametrize(
    ("file", "asks"),
    [
        (elements(1), "1 utsagn"),
        (elements(2), "2 utsagn"),
        (QUESTIONS, "2 spørsmål"),
        (elements(1) + "\n## Spørsmål\n\n- Hva?\n", "1 utsagn og 1 spørsmål"),
    ],
)
def test_brief_says_what_awaits_whoever_opens_it(file: str, asks: str, tmp_path: Path):
    assert [one.asks for one in view_at(portal_of(tmp_path, {f"{P}refleksjon/ark.md": file}), P).sheets] == [asks]


def test_gathering_without_a_page_has_no_pack(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "---\nbare omtalt: ja\n---\n# A\n",
        f"{P}refleksjon/ark.md": f"---\nsamlinger: a\n---\n{QUESTIONS}",
    }
    assert [one for one in portal_of(tmp_path, files).papers if isinstance(one, Pack)] == []

"""The front page, whole: what is next, «Jeg er …», and the programmes' cards."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.pages.front import (
    FrontPage,
    NextCard,
    ProgrammeCard,
    RoleDoor,
    RoleSentence,
    StateShown,
)
from stifinner.views.parts.elements import ProgrammeMark
from stifinner.views.timeline.shown import MiniStep
from views.pieces import OPEN, P, brief, on_day, own_section, said, view_at

Q = "programmer/q/"
FILES: dict[str, str | bytes] = {
    "index.md": "# Forside\n\nVelkommen.\n\nMer om oss.\n\n## Vi tror på\n\nLæring.\n",
    f"{P}index.md": (
        "---\nkortnavn: P\norganisasjoner: Nord, Sør\nleverandør: Oss\nrekkefølge: 1\n---\n"
        "# Programmet\n\nEt program.\n"
    ),
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}roller/medlem.md": "---\njeg er: med i et team\n---\n# Medlem\n",
    f"{P}samlinger/a.md": (
        "---\ndato: 3. mai 2027\n---\n# A\n\n## Før samlingen\n\n- Les\n\n## Mellomarbeid til 9. juni 2027\n\nLes.\n"
    ),
    f"{P}samlinger/b.md": "# B\n\n## Fokusområder\n\n- Lytt\n",
    f"{P}samlinger/c.md": "---\nnummer: 7\n---\n# C\n",
    f"{P}samlinger/d.md": "---\ndato: 4. mai 2027\nbare omtalt: ja\n---\n# D\n",
    f"{P}samlinger/e.md": "---\ndato: mai 2028\n---\n# E\n",
    f"{Q}index.md": "---\nleverandør: Dem\nrekkefølge: 2\n---\n# Det andre\n\nEt annet program.\n",
    f"{Q}roller/leder.md": "# Leder\n",
    f"{Q}samlinger/a.md": "---\ndato: 1.–2. mai 2027\n---\n# QA\n",
    f"{Q}samlinger/b.md": "---\ndato: 3. mai 2027\n---\n# QB\n",
    f"{Q}samlinger/c.md": "---\ndato: halvårlig\n---\n# QC\n",
    "programmer/r/index.md": "---\nrekkefølge: 3\ntilstand: gjennomført\n---\n# Det tredje\n\nFerdig.\n",
    "programmer/r/samlinger/a.md": "---\ndato: 1. mai 2020\n---\n# RA\n",
    "programmer/s/index.md": "---\nrekkefølge: 4\ntype: paraply\n---\n# Rammen\n\nRundt.\n",
}
MARK = ProgrammeMark(id="p", name="Programmet", short_name="P", address=P, picture="mark")
OTHER = ProgrammeMark(id="q", name="Det andre", short_name="Det andre", address=Q, picture="mark")
THIRD = ProgrammeMark("r", "Det tredje", "Det tredje", "programmer/r/", "mark")
FRAME = ProgrammeMark("s", "Rammen", "Rammen", "programmer/s/", "mark")
NO_STATE = StateShown(given="", word="", first="", last="", open=False)


def test_front_page_shows_what_is_next_the_roles_and_the_programmes(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), "") == FrontPage(
        title="Forside",
        lede=said("Velkommen."),
        next_cards=(
            NextCard(
                gathering=brief(
                    "a",
                    "QA",
                    on_day("1.–2.", "mai", "2027", "2027-05-01", "2027-05-02"),
                    address=f"{Q}samlinger/a/",
                    shape="gathering-two-days",
                ),
                programme=OTHER,
                prepare=None,
                last_known="2027-05-03",
            ),
            NextCard(
                gathering=brief("a", "A", on_day("3.", "mai", "2027", "2027-05-03")),
                programme=MARK,
                prepare=f"{P}samlinger/a/#for",
                last_known="2028-05-31",
            ),
            NextCard(
                gathering=brief("b", "QB", on_day("3.", "mai", "2027", "2027-05-03"), address=f"{Q}samlinger/b/"),
                programme=OTHER,
                prepare=None,
                last_known="2027-05-03",
            ),
            NextCard(gathering=brief("c", "C", OPEN), programme=MARK, prepare=None, last_known="2028-05-31"),
        ),
        recent=None,
        sentences=(
            RoleSentence(
                "leder",
                (RoleDoor(MARK, f"{P}roller/leder/", "P"), RoleDoor(OTHER, f"{Q}roller/leder/", "Det andre")),
            ),
            RoleSentence("med i et team", (RoleDoor(MARK, f"{P}roller/medlem/", "P"),)),
        ),
        programmes=(
            ProgrammeCard(
                programme=MARK,
                by="Nord og Sør",
                summary="Et program.",
                state=StateShown(given="", word="", first="2027-05-03", last="2028-05-31", open=True),
                counted="5 samlinger",
                steps=(
                    MiniStep("gathering", "2027-05-03", "2027-05-03", False),
                    MiniStep("gathering", "2027-05-04", "2027-05-04", False),
                    MiniStep("between", "2027-06-09", "2027-06-09", True),
                    MiniStep("gathering", "2028-05-01", "2028-05-31", False),
                    MiniStep("gathering", "", "", False),
                    MiniStep("gathering", "", "", False),
                ),
            ),
            ProgrammeCard(
                programme=OTHER,
                by="Dem",
                summary="Et annet program.",
                state=StateShown(given="", word="", first="2027-05-01", last="2027-05-03", open=True),
                counted="3 samlinger",
                steps=(
                    MiniStep("gathering-two-days", "2027-05-01", "2027-05-02", False),
                    MiniStep("gathering", "2027-05-03", "2027-05-03", False),
                    MiniStep("gathering", "", "", False),
                ),
            ),
            ProgrammeCard(
                programme=THIRD,
                by="",
                summary="Ferdig.",
                state=StateShown("completed", "Gjennomført", "2020-05-01", "2020-05-01", open=False),
                counted="1 samling",
                steps=(MiniStep("gathering", "2020-05-01", "2020-05-01", False),),
            ),
        ),
        umbrellas=(ProgrammeCard(FRAME, by="", summary="Rundt.", state=NO_STATE, counted="", steps=()),),
        about=said("Mer om oss."),
        sections={"": (own_section("vi-tror-pa", "Vi tror på", said("Læring.")),)},
    )


@pytest.mark.parametrize(
    ("files", "state", "counted"),
    [
        ({}, NO_STATE, ""),
        ({"a": "# A\n"}, StateShown("", "", "", "", open=True), "Datoer kommer"),
        ({"a": "# A\n", "b": "# B\n"}, StateShown("", "", "", "", open=True), "Datoer kommer"),
        ({"a": "---\ndato: 1. mai\n---\n# A\n"}, StateShown("", "", "", "", open=True), "1 samling"),
        (
            {"a": "---\ndato: 1. mai 2027\n---\n# A\n", "b": "# B\n"},
            StateShown("", "", "2027-05-01", "2027-05-01", open=True),
            "2 samlinger",
        ),
        (
            {"a": "---\ndato: 1.–3. mai 2027\n---\n# A\n\n## Mellomarbeid til 9. juni 2027\n\nLes.\n"},
            StateShown("", "", "2027-05-01", "2027-06-09", open=False),
            "1 samling",
        ),
    ],
)
def test_card_counts_the_gatherings_and_knows_first_and_last_day(files, state, counted, tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}samlinger/{id}.md": file for id, file in files.items()})
    card = view_at(portal, "").programmes[0]
    assert (card.state, card.counted) == (state, counted)


def test_focus_points_alone_are_something_to_do_before(tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}samlinger/a.md": "# A\n\n## Fokusområder\n\n- Lytt\n"}
    assert [card.prepare for card in view_at(portal_of(tmp_path, files), "").next_cards] == [f"{P}samlinger/a/#for"]


def test_next_of_a_cohort_leads_on_with_that_cohort_and_none_is_next_in_one_that_is_over(tmp_path: Path):
    lines = (
        "# Kull {n}\n\nOm det.\n\n## Datoer\n\n- [A](../samlinger/a.md): {date}\n- [B](../samlinger/b.md): {other}\n"
    )
    shared = "sammen med [kull 1](k1.md)"
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\n## Før samlingen\n\n- Les\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}kull/k1.md": lines.format(n=1, date="1. mai 2027", other="9. mai 2027"),
        f"{P}kull/k2.md": lines.format(n=2, date="2. mai 2027", other=shared),
        f"{P}kull/k3.md": "---\ntilstand: avsluttet\n---\n# Kull 3\n\nOver.\n",
    }
    cards = view_at(portal_of(tmp_path, files), "").next_cards
    page = f"{P}samlinger/a/"
    assert [(card.gathering.address, card.gathering.cohorts, card.prepare) for card in cards] == [
        (f"{page}?kull=k1", "Kull 1", f"{page}?kull=k1#for"),
        (f"{page}?kull=k2", "Kull 2", f"{page}?kull=k2#for"),
        (f"{P}samlinger/b/", "", None),
    ]


def test_programme_of_which_every_cohort_is_over_is_over(tmp_path: Path):
    over = "---\ntilstand: avsluttet\n---\n# Kull {n}\n\nOver.\n"
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k1.md": over.format(n=1),
        f"{P}kull/k2.md": over.format(n=2),
    }
    page = view_at(portal_of(tmp_path, files), "")
    assert page.next_cards == ()
    assert [card.state.given for card in page.programmes] == ["completed"]

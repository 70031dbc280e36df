"""A role's page, whole: the cards of what is next, the way, support and duties."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.pages.programme import FocusGroup
from stifinner.views.pages.role import DutyList, RolePage, WayStep
from stifinner.views.parts.elements import Entry, FocusBrief, SheetBrief, TaskLine
from stifinner.views.parts.prints import Prints
from stifinner.views.parts.stop_shown import MeetingLink
from stifinner.views.parts.support import Support, SupportEdge, SupportNode
from views.pieces import (
    MARK,
    OPEN,
    P,
    brief,
    card,
    facets,
    link,
    offer,
    on_day,
    point,
    points,
    row,
    said,
    view_at,
    within,
)

FILES: dict[str, str | bytes] = {
    f"{P}roller/leder.md": """---
flertall: ledere
nivå: 1
del av: gruppe
---
# Leder

Leder an.

Mer om det.

## Oppgaver

- Lytt

### Hver uke

- Les. Gjerne høyt.

## Oppgaver etter programmet

- Fortsett

## Støtter

Du er ikke alene.

- underviser [Ansatt](ansatt.md), ukentlig

  Gjerne ofte.
- støtter **kolleger** (anbefalt)

## Ressurser

- [Boka](../ressurser/r.md)
""",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}roller/gruppe.md": "# Gruppe\n",
    f"{P}spor/s.md": "---\nfor: leder\n---\n# Sporet\n",
    f"{P}spor/t.md": "---\nfor: ansatt\n---\n# Et annet\n",
    f"{P}fokusomrader/f.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}fokusomrader/g.md": "# Snakke\n\nOm å snakke.\n",
    f"{P}ressurser/r.md": "# Boka\n",
    f"{P}ressurser/kart.md": "# Kart\n",
    f"{P}ressurser/min.md": "---\nfor: leder\n---\n# Min\n",
    f"{P}ressurser/din.md": "---\nfor: ansatt\n---\n# Din\n",
    f"{P}refleksjon/a.md": "---\nsamlinger: c\n---\n# Arket\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n",
    f"{P}samlinger/a.md": (
        "---\ndato: 1. mai 2027\ntid: 9\nfor: leder\nforbereder: b\n---\n# A\n\n"
        "## Før samlingen\n\n- Les boka. Den er kort.\n\n## Mellomarbeid til 20. mai 2027\n\nSkriv.\n\n"
        "## Ressurser\n\n- [Kart](../ressurser/kart.md)\n- [Din](../ressurser/din.md)\n"
    ),
    f"{P}samlinger/b.md": (
        "---\ndato: 10. mai 2027\nfor: ansatt\nholdes av: leder\n---\n# B\n\n"
        "## Før samlingen\n\n- Kom.\n\n## Fokusområder\n\n- [Snakke](../fokusomrader/g.md)\n"
    ),
    f"{P}samlinger/c.md": (
        "---\ndato: 20. mai 2027\nsted: Her\nfor: leder\nforbereder: e\n---\n# C\n\n"
        "## Fokusområder\n\n- Hva nå?\n- [Lytte](../fokusomrader/f.md)\n"
    ),
    f"{P}samlinger/d.md": "---\nmøtelenke: https://example.org/m\n---\n# D\n",
    f"{P}samlinger/e.md": "---\nbare omtalt: ja\nfor: ansatt\nholdes av: leder\n---\n# E\n",
    f"{P}samlinger/f.md": "---\nbare omtalt: ja\nnummer: 9\n---\n# F\n",
}
LINKS = {"ansatt.md": f"{P}roller/ansatt/", "../ressurser/r.md": f"{P}ressurser/r/"}
LINKS_OF_A = {"../ressurser/kart.md": f"{P}ressurser/kart/", "../ressurser/din.md": f"{P}ressurser/din/"}
LINKS_OF_C = {"../fokusomrader/f.md": f"{P}fokusomrader/f/"}
A = brief("a", "A", on_day("1.", "mai", "2027", "2027-05-01", time="kl. 09.00"), audience="Ledere", roles=("leder",))
B = brief("b", "B", on_day("10.", "mai", "2027", "2027-05-10"), audience="Ansatte", roles=("ansatt",))
C = brief("c", "C", on_day("20.", "mai", "2027", "2027-05-20"), place="Her", audience="Ledere", roles=("leder",))
D = brief("d", "D")
E = brief("e", "E", address=None, audience="Ansatte", roles=("ansatt",))


def page_of(folder: Path, role: str, files: dict[str, str | bytes]) -> RolePage:
    page = view_at(portal_of(folder, files), f"{P}roller/{role}/")
    assert isinstance(page, RolePage)
    return page


def test_role_page_shows_one_persons_way(tmp_path: Path):
    due = replace(
        on_day("20.", "mai", "2027", "2027-05-20"),
        text="Til samlingen torsdag 20. mai 2027",
        short="Til samlingen tor. 20. mai 2027",
    )
    assert page_of(tmp_path, "leder", FILES) == RolePage(
        programme=MARK,
        cohort=None,
        doors=(),
        name="Leder",
        headline="Du er leder",
        level="Nivå 1",
        notice="",
        lede=said("Leder an.", LINKS),
        about=said("Mer om det.", LINKS),
        up_next=(
            card(
                gathering=A,
                gap="Stedet er ikke oppgitt.",
                tasks=(TaskLine(text=said("Les boka", LINKS_OF_A), detail=said("Den er kort.", LINKS_OF_A)),),
                prepare=f"{P}samlinger/a/#for",
            ),
            card(gathering=B, held=True, prepared_by=link("A", "samlinger/a/")),
            card(
                gathering=C,
                gap="Klokkeslett er ikke oppgitt.",
                tasks=(TaskLine(text=point("Hva nå?", LINKS_OF_C)),),
                tasks_intro="Tenk gjennom fokusområdene",
                prepare=f"{P}samlinger/c/#for",
                work_between=link("Mellomarbeid", "samlinger/a/#mellomarbeid"),
            ),
            card(gathering=E, held=True, prepared_by=link("C", "samlinger/c/")),
            card(
                gathering=D,
                gap="Klokkeslett er ikke oppgitt.",
                meeting=MeetingLink("Bli med på nett", "https://example.org/m"),
            ),
        ),
        recent=None,
        way=(
            WayStep("A", f"{P}samlinger/a/", "gathering", A.date, "", False),
            WayStep("B", f"{P}samlinger/b/", "gathering", B.date, "", False),
            WayStep("Mellomarbeid", f"{P}samlinger/a/#mellomarbeid", "between", due, "", True),
            WayStep("C", f"{P}samlinger/c/", "gathering", C.date, "Her", False),
            WayStep("E", None, "gathering", OPEN, "", False),
            WayStep("F", None, "gathering", OPEN, "", False),
            WayStep("D", f"{P}samlinger/d/", "gathering", OPEN, "", False),
        ),
        sign_ups=(),
        calendar=offer("datoene dine", "roller/leder/", deadlines=True),
        support=Support(
            nodes=(
                SupportNode("leder", "Leder", f"{P}roller/leder/", you=True, icon="person"),
                SupportNode("ansatt", "Ansatt", f"{P}roller/ansatt/", you=False, icon="person"),
                SupportNode("kolleger", "Kolleger", None, you=False, icon="people"),
                SupportNode("gruppe", "Gruppe", f"{P}roller/gruppe/", you=False, icon="people"),
            ),
            edges=(
                SupportEdge("leder", "ansatt", "underviser", recommended=False),
                SupportEdge("leder", "kolleger", "støtter", recommended=True),
                SupportEdge("leder", "gruppe", "er med i", recommended=False),
            ),
            sentences=(
                "Ledere underviser ansatte, ukentlig.",
                "Ledere støtter kolleger. Det er anbefalt, ikke et krav.",
                "Ledere er med i gruppe.",
            ),
        ),
        support_lede=said("Du er ikke alene.", LINKS),
        support_said=(said("Gjerne ofte.", LINKS),),
        part_of=(link("Gruppe", "roller/gruppe/"),),
        members=(),
        tracks=(link("Sporet", "spor/s/"),),
        focus_areas=(FocusBrief("Lytte", f"{P}fokusomrader/f/", "Om å lytte."),),
        focus_groups=(FocusGroup(C, (point("Hva nå?", LINKS_OF_C),)),),
        duties=(
            DutyList("Mens programmet går", (points(TaskLine(text=point("Lytt", LINKS))),)),
            DutyList(
                "Hver uke",
                (points(TaskLine(text=said("Les", LINKS), detail=said("Gjerne høyt.", LINKS))),),
            ),
        ),
        lasting_duties=(DutyList("Når programmet er over", (points(TaskLine(text=point("Fortsett", LINKS))),)),),
        sheets=(
            SheetBrief(
                name="Arket",
                address=f"{P}refleksjon/a/",
                summary="Et ark.",
                asks="1 spørsmål",
                shapes=(),
                used_at=(link("C", "samlinger/c/"),),
                paper=f"{P}refleksjon/a/#skriv-ut",
            ),
        ),
        resources=(
            points(
                Entry(row("Boka", "r", used_in=(link("Leder", "roller/leder/"),))),
                Entry(
                    row(
                        "Kart",
                        "kart",
                        used_in=(link("A", "samlinger/a/"),),
                        facets=facets(role="Leder", programme="Programmet"),
                    )
                ),
                Entry(row("Min", "min", facets=facets(role="Leder", programme="Programmet"))),
            ),
        ),
        sections={},
        prints=Prints(
            link("Skriv ut denne delen", "roller/leder/skriv-ut/"),
            (link("Alt du trenger, med ark (PDF)", "roller/leder/leder-pakke.pdf"),),
        ),
        wheel=link("Årshjul", "roller/leder/arshjul/"),
        within=within(
            Programmet=(
                link("Oversikt", ""),
                link("Tidslinje", "#tidslinje"),
                link("Alle ressursene", "ressurser/"),
            ),
            Samlinger=tuple(link(id.upper(), f"samlinger/{id}/") for id in "abcd"),
            Roller=(
                link("Ansatt", "roller/ansatt/"),
                link("Gruppe", "roller/gruppe/"),
                link("Leder", "roller/leder/"),
            ),
            Spor=(link("Sporet", "spor/s/"), link("Et annet", "spor/t/")),
            Fokusområder=(link("Lytte", "fokusomrader/f/"), link("Snakke", "fokusomrader/g/")),
            Refleksjonsark=(link("Arket", "refleksjon/a/"),),
        ),
    )


def test_group_lists_its_members(tmp_path: Path):
    page = page_of(tmp_path, "gruppe", FILES)
    assert (page.part_of, page.members, page.tracks) == ((), (link("Leder", "roller/leder/"),), ())


def test_support_reaches_all_who_are_connected_and_nobody_else(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/a.md": "# Anna\n\n## Støtter\n\n- støtter [Bo](b.md)\n",
        f"{P}roller/b.md": "# Bo\n\n## Støtter\n\n- følger opp [Cato](c.md)\n",
        f"{P}roller/c.md": "# Cato\n",
        f"{P}roller/d.md": "# Dag\n\n## Støtter\n\n- støtter [Eva](e.md)\n",
        f"{P}roller/e.md": "# Eva\n",
    }
    assert page_of(tmp_path, "c", files).support == Support(
        nodes=(
            SupportNode("a", "Anna", f"{P}roller/a/", you=False, icon="person"),
            SupportNode("b", "Bo", f"{P}roller/b/", you=False, icon="person"),
            SupportNode("c", "Cato", f"{P}roller/c/", you=True, icon="person"),
        ),
        edges=(
            SupportEdge("a", "b", "støtter", recommended=False),
            SupportEdge("b", "c", "følger opp", recommended=False),
        ),
        sentences=("Anna støtter bo.", "Bo følger opp cato."),
    )


@pytest.mark.parametrize(
    ("facts", "gap"),
    [
        ("tid: 9\nsted: Her", ""),
        ("tid: 9\nmøtelenke: https://example.org/m", ""),
        ("tid: 9", "Stedet er ikke oppgitt."),
        ("sted: Her", "Klokkeslett er ikke oppgitt."),
        ("møtelenke: https://example.org/m", "Klokkeslett er ikke oppgitt."),
        ("type: samling", "Sted og klokkeslett er ikke oppgitt."),
    ],
)
def test_card_says_what_is_not_known(facts: str, gap: str, tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}samlinger/a.md": f"---\n{facts}\n---\n# A\n",
    }
    assert [card.gap for card in page_of(tmp_path, "leder", files).up_next] == [gap]


def gathering(name: str, day: str, work: str | None = None) -> str:
    between = "" if work is None else f"\n## Mellomarbeid{work}\n\nLes.\n"
    return f"---\ndato: {day}\nfor: leder\n---\n# {name}\n{between}"


@pytest.mark.parametrize(
    ("works", "due_at"),
    [
        (("", None, None, None), {"B": "a"}),
        (("", "", None, None), {"B": "a", "C": "b"}),
        ((" til 2. mai 2027", None, None, None), {"B": "a"}),
        ((" til 3. mai 2027", None, None, None), {"C": "a"}),
        ((" til 4. mai 2027", None, None, None), {"D": "a"}),
        ((" til 5. mai 2027", None, None, None), {}),
        ((" til 3. mai 2027", " til 4. mai 2027", None, None), {"D": "b"}),
        ((" til 3. mai", None, None, None), {"B": "a"}),
    ],
)
def test_work_between_stands_on_the_card_of_the_gathering_it_is_due_at(works, due_at, tmp_path: Path):
    names = zip("abcd", (1, 2, 3, 4), works, strict=True)
    files: dict[str, str | bytes] = {
        f"{P}samlinger/{id}.md": gathering(id.upper(), f"{day}. mai 2027", work) for id, day, work in names
    }
    cards = page_of(tmp_path, "leder", {f"{P}roller/leder.md": "# Leder\n", **files}).up_next
    assert {card.gathering.name: card.work_between for card in cards if card.work_between} == {
        name: link("Mellomarbeid", f"samlinger/{giver}/#mellomarbeid") for name, giver in due_at.items()
    }


def test_role_that_holds_what_it_also_comes_to_stands_as_one_who_comes(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}samlinger/a.md": "---\nnummer: 1\nfor: leder\nforbereder: b\n---\n# A\n",
        f"{P}samlinger/b.md": "---\nfor: leder\nholdes av: leder\n---\n# B\n\n## Før samlingen\n\n- Kom\n",
        f"{P}samlinger/c.md": "---\nfor: leder\nholdes av: leder\nnummer: 3\nbare omtalt: ja\n---\n# C\n",
    }
    cards = page_of(tmp_path, "leder", files).up_next
    assert [(card.gathering.name, card.held, card.prepare, card.prepared_by) for card in cards] == [
        ("A", False, None, None),
        ("B", False, f"{P}samlinger/b/#for", None),
    ]

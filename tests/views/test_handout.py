"""What is handed out of a gathering or a role, whole and in its order."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.papers.handout import Handout, HandoutFact, HandoutLink, HandoutPart, HandoutRow
from stifinner.views.papers.print_page import PrintPage
from stifinner.views.parts.elements import TaskLine
from views.pieces import P, link, point, said, view_at

FILES: dict[str, str | bytes] = {
    f"{P}index.md": "---\nkortnavn: P\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}roller/leder.md": """---
flertall: ledere
nivå: 1
---
# Leder

Leder an.

Mer om det.

## Først

En.

## Oppgaver

- Lytt

Det var alt.

## Etter oppgavene

To.

## Oppgaver etter programmet

- Fortsett

## Etter programmet

Tre.

## Støtter

Du er ikke alene.

- [Ansatt](ansatt.md)

## Etter støtten

Fire.

## Ressurser

- [Boka](../ressurser/r.md), den røde

## Til slutt

Fem.
""",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}fokusomrader/f.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}inspirasjon/i.md": "# Et dikt\n",
    f"{P}ressurser/r.md": "# Boka\n",
    f"{P}refleksjon/a.md": "---\nsamlinger: to\n---\n# Arket\n\n## Spørsmål\n\n- Hva?\n",
    f"{P}samlinger/to.md": """---
dato: 12. mai 2027
tid: 09.00
møtelenke: https://example.org/m
varighet: halv dag
for: leder
forbereder: tre
kalles: Lederdag 2
---
# To

Vi møtes.

Mer om det.

## Først

En.

## Før samlingen

- Les

Vel møtt.

## Etter det

To.

## Dagsplan

### Dag 1

- 30 min Kaffe: I foajeen
- Prat

### Dag 2

- 09.30 Start
- 60 min Slutt

## Parkering

Bak huset.

## Fokusområder

- Hva nå?
- [Lytte](../fokusomrader/f.md)
- Og så?

## Mer om fokus

Tre.

## Presentasjoner

- [Lysbilder](https://example.org/l) fra i fjor
- Film (kommer)

## Mer å se

Fire.

## Mellomarbeid til 8. juni 2027

Les.

## Mer å gjøre

Fem.

## Etter samlingen

Vi skriver.

## Helt etter

Seks.

## Ressurser

- [Boka](../ressurser/r.md)

## Mer å lese

Sju.

## Inspirasjon

- [Diktet](../inspirasjon/i.md)

## Til slutt

Åtte.
""",
    f"{P}samlinger/tre.md": "---\nfor: ansatt\n---\n# Tre\n",
}
LINKS = {
    "../fokusomrader/f.md": f"{P}fokusomrader/f/",
    "../ressurser/r.md": f"{P}ressurser/r/",
    "../inspirasjon/i.md": f"{P}inspirasjon/i/",
}
LINKS_OF_ROLE = {"ansatt.md": f"{P}roller/ansatt/", "../ressurser/r.md": f"{P}ressurser/r/"}


def text(markdown: str):
    return said(markdown, LINKS)


def bullet(markdown: str):
    return point(markdown, LINKS)


def handout_of(folder: Path, item: str, files: dict[str, str | bytes]) -> Handout:
    return view_at(portal_of(folder, files), f"{P}{item}/skriv-ut/").handout


def test_gathering_is_handed_out_in_the_order_of_its_acts(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), f"{P}samlinger/to/skriv-ut/") == PrintPage(
        back=link("Tilbake til siden", "samlinger/to/"),
        handout=Handout(
            kick="P · Samling · Lederdag 2",
            name="To",
            lede=text("Vi møtes."),
            facts=(
                HandoutFact("Når", "onsdag 12. mai 2027 kl. 09.00"),
                HandoutFact("Hvor", "På nett"),
                HandoutFact("For", "Ledere"),
                HandoutFact("Varighet", "Halv dag"),
                HandoutFact("Bli med på nett", "https://example.org/m", "https://example.org/m"),
            ),
            parts=(
                HandoutPart("", prose=text("Mer om det.")),
                HandoutPart("Først", prose=text("En."), heading=text("Først"), written=True),
                HandoutPart("Før", tasks=(TaskLine(text=bullet("Les")),)),
                HandoutPart("", prose=text("Vel møtt.")),
                HandoutPart("Etter det", prose=text("To."), heading=text("Etter det"), written=True),
                HandoutPart("Tenk gjennom fokusområdene", points=(bullet("Hva nå?"),)),
                HandoutPart("Fokusområdene på samlingen", rows=(HandoutRow("Lytte", "Om å lytte."),)),
                HandoutPart("", points=(bullet("Og så?"),)),
                HandoutPart("Mer om fokus", prose=text("Tre."), heading=text("Mer om fokus"), written=True),
                HandoutPart(
                    "Dagsplan, dag 1",
                    note="Klokkeslett i kursiv er regnet ut fra minuttene.",
                    rows=(
                        HandoutRow("09.00", prose=text("Kaffe: I foajeen"), note="30 min", reckoned=True),
                        HandoutRow("", prose=bullet("Prat")),
                    ),
                    written=True,
                ),
                HandoutPart(
                    "Dagsplan, dag 2",
                    rows=(HandoutRow("09.30", prose=text("Start")), HandoutRow("60 min", prose=text("Slutt"))),
                    written=True,
                ),
                HandoutPart("Parkering", prose=text("Bak huset."), heading=text("Parkering"), written=True),
                HandoutPart(
                    "Vises på samlingen",
                    links=(
                        HandoutLink(
                            "Lysbilder",
                            "https://example.org/l",
                            bullet("[Lysbilder](https://example.org/l) fra i fjor"),
                        ),
                        HandoutLink("Film (Lenken mangler ennå)", None),
                    ),
                ),
                HandoutPart("Mer å se", prose=text("Fire."), heading=text("Mer å se"), written=True),
                HandoutPart(
                    "Mellomarbeid", note="Til samlingen tirsdag 8. juni 2027", prose=text("Les."), written=True
                ),
                HandoutPart("Mer å gjøre", prose=text("Fem."), heading=text("Mer å gjøre"), written=True),
                HandoutPart("Denne samlingen gjør klar til", rows=(HandoutRow("Tre", "For ansatte. Dato kommer."),)),
                HandoutPart("Etter", prose=text("Vi skriver.")),
                HandoutPart("Helt etter", prose=text("Seks."), heading=text("Helt etter"), written=True),
                HandoutPart("Refleksjonsark på samlingen", links=(HandoutLink("Arket", f"{P}refleksjon/a/"),)),
                HandoutPart("Les videre", links=(HandoutLink("Boka (Lenken mangler)", f"{P}ressurser/r/"),)),
                HandoutPart("Mer å lese", prose=text("Sju."), heading=text("Mer å lese"), written=True),
                HandoutPart(
                    "Inspirasjon",
                    links=(HandoutLink("Et dikt", f"{P}inspirasjon/i/", bullet("[Diktet](../inspirasjon/i.md)")),),
                ),
                HandoutPart("Til slutt", prose=text("Åtte."), heading=text("Til slutt"), written=True),
            ),
        ),
    )


def test_role_is_handed_out_with_its_way_and_its_duties(tmp_path: Path):
    def of_role(markdown):
        return said(markdown, LINKS_OF_ROLE)

    assert view_at(portal_of(tmp_path, FILES), f"{P}roller/leder/skriv-ut/") == PrintPage(
        back=link("Tilbake til siden", "roller/leder/"),
        handout=Handout(
            kick="P · Nivå 1",
            name="Du er leder",
            lede=of_role("Leder an."),
            facts=(),
            parts=(
                HandoutPart("", prose=of_role("Mer om det.")),
                HandoutPart(
                    "Din vei",
                    rows=(
                        HandoutRow("ons. 12. mai 2027 kl. 09.00", "To"),
                        HandoutRow("Til samlingen tir. 8. juni 2027", "Mellomarbeid"),
                    ),
                ),
                HandoutPart("Først", prose=of_role("En."), heading=of_role("Først"), written=True),
                HandoutPart("Mens programmet går", tasks=(TaskLine(text=point("Lytt", LINKS_OF_ROLE)),), written=True),
                HandoutPart("", prose=of_role("Det var alt.")),
                HandoutPart("Etter oppgavene", prose=of_role("To."), heading=of_role("Etter oppgavene"), written=True),
                HandoutPart(
                    "Når programmet er over", tasks=(TaskLine(text=point("Fortsett", LINKS_OF_ROLE)),), written=True
                ),
                HandoutPart(
                    "Etter programmet", prose=of_role("Tre."), heading=of_role("Etter programmet"), written=True
                ),
                HandoutPart("Fokusområder", rows=(HandoutRow("Lytte", "Om å lytte."),)),
                HandoutPart("To", note="Tenk gjennom", points=(bullet("Hva nå?"), bullet("Og så?"))),
                HandoutPart(
                    "Hvem støtter hvem",
                    prose=of_role("Du er ikke alene."),
                    rows=(HandoutRow(text="Ledere støtter ansatte."),),
                ),
                HandoutPart("Etter støtten", prose=of_role("Fire."), heading=of_role("Etter støtten"), written=True),
                HandoutPart("Refleksjonsark for deg", links=(HandoutLink("Arket", f"{P}refleksjon/a/"),)),
                HandoutPart(
                    "Ressurser for deg",
                    links=(
                        HandoutLink(
                            "Boka",
                            f"{P}ressurser/r/",
                            point("[Boka](../ressurser/r.md), den røde", LINKS_OF_ROLE),
                        ),
                    ),
                ),
                HandoutPart("Til slutt", prose=of_role("Fem."), heading=of_role("Til slutt"), written=True),
            ),
        ),
    )


def test_what_is_said_of_support_has_a_heading_where_nobody_is_named(tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}roller/leder.md": "# Leder\n\n## Støtter\n\nAlle.\n"}
    assert handout_of(tmp_path, "roller/leder", files).parts == (HandoutPart("Hvem støtter hvem", prose=said("Alle.")),)


def test_note_on_clock_times_stands_once_a_day(tmp_path: Path):
    agenda = "- 30 min Kaffe\n\nPause.\n\n- Slutt\n"
    files: dict[str, str | bytes] = {f"{P}samlinger/a.md": f"# A\n\n## Dagsplan\n\n{agenda}"}
    assert handout_of(tmp_path, "samlinger/a", files).parts == (
        HandoutPart(
            "Dagsplan",
            note="Klokkeslett er ikke oppgitt.",
            rows=(HandoutRow("30 min", prose=said("Kaffe")),),
            written=True,
        ),
        HandoutPart("", prose=said("Pause."), rows=(HandoutRow("", prose=point("Slutt")),)),
    )


@pytest.mark.parametrize(
    ("facts", "when", "where"),
    [
        ("sted: Losby", "Dato kommer", "Losby"),
        ("sted: Losby\nmøtelenke: https://example.org/m", "Dato kommer", "Losby"),
        ("møtelenke: https://example.org/m", "Dato kommer", "På nett"),
        ("dato: 1. mai 2027", "lørdag 1. mai 2027", "Stedet er ikke oppgitt"),
    ],
)
def test_handout_says_when_and_where_or_that_nobody_knows(facts: str, when: str, where: str, tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}samlinger/a.md": f"---\n{facts}\n---\n# A\n"}
    assert handout_of(tmp_path, "samlinger/a", files).facts[:2] == (
        HandoutFact("Når", when),
        HandoutFact("Hvor", where),
    )


def test_handout_of_a_rule_has_each_of_its_days(tmp_path: Path):
    file = "---\ndato: annenhver tirsdag kl. 17–19 fra 3. november 2026, 2 ganger\n---\n# A\n"
    facts = view_at(portal_of(tmp_path, {f"{P}samlinger/a.md": file}), f"{P}samlinger/a/skriv-ut/").handout.facts
    assert facts[:2] == (
        HandoutFact("Når", "Annenhver tirsdag fra 3. november 2026, 2 ganger kl. 17.00–19.00"),
        HandoutFact("Alle dagene", "tirsdag 3. november 2026, tirsdag 17. november 2026"),
    )

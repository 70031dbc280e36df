"""A gathering's page, whole: its three acts, its neighbours, what it prepares and what prepared it."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.calendars.shown import CalendarDownload
from stifinner.views.invitations.shown import Invitation
from stifinner.views.pages.gathering import GatheringPage, MaterialLine, Prepared, WorkBetween
from stifinner.views.parts.agenda import AgendaDay, AgendaLine, AgendaTime
from stifinner.views.parts.elements import (
    Entry,
    FocusBrief,
    InspirationBrief,
    Link,
    ProgrammeMark,
    SheetBrief,
    TaskLine,
)
from stifinner.views.parts.prints import Prints
from stifinner.views.parts.stop_shown import MeetingLink
from views.pieces import NO_LINKS, P, brief, link, message, on_day, own_section, point, points, said, view_at, within

FILES: dict[str, str | bytes] = {
    f"{P}index.md": "---\nkortnavn: P\nbilde: bro\nmerknad: Oppdiktet\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}spor/s.md": "# Sporet\n",
    f"{P}fokusomrader/f.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}inspirasjon/i.md": "---\nlenke: https://example.org/i\n---\n# Et dikt\n\nOm å gå.\n",
    f"{P}ressurser/r.md": (
        "---\nforfatter: Ola\nlengde: 12 minutter\n---\n# Boka\n\nOm alt.\n\n"
        "## Finnes som\n\n- [Film](https://example.org/film)\n- Bok (kommer)\n"
    ),
    f"{P}refleksjon/a.md": "---\nsamlinger: to\n---\n# Arket\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n",
    f"{P}samlinger/en.md": "---\ndato: 1. mai 2027\nfor: leder\nforbereder: to\n---\n# En\n",
    f"{P}samlinger/nevnt.md": "---\ndato: 5. mai 2027\nbare omtalt: ja\nfor: leder\n---\n# Nevnt\n",
    f"{P}samlinger/to.md": """---
dato: 12.–13. mai 2027
tid: 09.00–15.30
sted: Losby Gods
møtelenke: https://example.org/m
for: leder, ansatt
forbereder: tre
spor: s
kalles: Lederdag 2
---
# To

Vi møtes.

Mer om det.

## Før samlingen

Dette trenger vi:

- Les boka. Den er kort.
- Kom.

Vel møtt.

## Dagsplan

### Dag 1

Ta med penn.

- 30 min Kaffe: I foajeen
- 45 min Åpning. Ved rektor
- 10.30 Velkommen
- 60 min Gruppearbeid

### Dag 2

3. 15 min Start
4. Prat
5. 10 min Slutt

## Parkering

Bak huset.

## Fokusområder

Vi er opptatt av:

- Hva nå?
- [Lytte](../fokusomrader/f.md)
- Og så?

## Presentasjoner

- [Lysbilder](https://example.org/l) fra i fjor
- [Plansjer](https://example.org/p)
- Film (kommer)

## Mellomarbeid til 8. juni 2027

Les.

## Etter samlingen

Vi skriver.

## Ressurser

- [Boka](../ressurser/r.md)
- [Fortellingen](../ressurser/r.md)

## Inspirasjon

- [Et dikt](../inspirasjon/i.md)
""",
    f"{P}samlinger/tre.md": "---\nfor: ansatt\nholdes av: leder\n---\n# Tre\n",
    f"{P}samlinger/fire.md": "---\ndato: 1. juni 2027\n---\n# Fire\n",
}

CALL = message(
    "call",
    "Innkalling: To, onsdag–torsdag 12.–13. mai 2027",
    """
Hei!

Velkommen til «To» i P.
For ansatte og ledere.

Onsdag–torsdag 12.–13. mai 2027 kl. 09.00–15.30
Losby Gods
Møtelenke: https://example.org/m

Før samlingen:
Dette trenger vi:
- Les boka. Den er kort.
- Kom.
Vel møtt.
""",
    calendar="samlinger/to/2027-05-12.ics",
    page="samlinger/to/",
)
REMINDER = message(
    "reminder",
    "Påminnelse: To, onsdag–torsdag 12.–13. mai 2027",
    """
Hei!

Husk «To» i P.

Onsdag–torsdag 12.–13. mai 2027 kl. 09.00–15.30
Losby Gods
Møtelenke: https://example.org/m

Før samlingen:
Dette trenger vi:
- Les boka. Den er kort.
- Kom.
Vel møtt.
""",
    page="samlinger/to/",
)


def reckoned(start: str, length: str) -> AgendaTime:
    """A clock time that follows from the minutes before."""
    return AgendaTime(start, derived=True, length=length)


MARK = ProgrammeMark(id="p", name="Programmet", short_name="P", address=P, picture="bro")
LINKS = {
    "../fokusomrader/f.md": f"{P}fokusomrader/f/",
    "../ressurser/r.md": f"{P}ressurser/r/",
    "../inspirasjon/i.md": f"{P}inspirasjon/i/",
}
EN = brief("en", "En", on_day("1.", "mai", "2027", "2027-05-01"), audience="Ledere", roles=("leder",))
TO = brief(
    "to",
    "To",
    on_day("12.–13.", "mai", "2027", "2027-05-12", "2027-05-13", time="kl. 09.00–15.30"),
    shape="gathering-two-days",
    place="Losby Gods",
    audience="Ansatte og ledere",
    summary="Vi møtes.",
    roles=("leder", "ansatt"),
)
TRE = brief("tre", "Tre", audience="Ansatte", roles=("ansatt",))


def page_of(folder: Path, id: str, files: dict[str, str | bytes]) -> GatheringPage:
    page = view_at(portal_of(folder, files), f"{P}samlinger/{id}/")
    assert isinstance(page, GatheringPage)
    return page


def test_gathering_page_shows_all_that_its_file_says(tmp_path: Path):
    def text(markdown):
        return said(markdown, LINKS)

    def bullet(markdown):
        return point(markdown, LINKS)

    assert page_of(tmp_path, "to", FILES) == GatheringPage(
        gathering=TO,
        programme=MARK,
        notice="Oppdiktet",
        also_called="Lederdag 2",
        duration="",
        track=link("Sporet", "spor/s/"),
        meeting=MeetingLink("Bli med på nett", "https://example.org/m", "2027-05-13T15:30"),
        cohorts=(),
        kept=(),
        lede=text("Vi møtes."),
        about=text("Mer om det."),
        before=(
            points(
                TaskLine(text=text("Les boka"), detail=text("Den er kort.")),
                TaskLine(text=text("Kom")),
                prose=text("Dette trenger vi:"),
            ),
            points(prose=text("Vel møtt.")),
        ),
        prepared_by=(Prepared(EN, "For ledere. Lørdag 1. mai 2027."),),
        focus=(
            points(Entry(None, bullet("Hva nå?")), prose=text("Vi er opptatt av:")),
            points(Entry(FocusBrief("Lytte", f"{P}fokusomrader/f/", "Om å lytte."))),
            points(Entry(None, bullet("Og så?"))),
        ),
        agenda=(
            AgendaDay(
                "Dag 1",
                (
                    points(
                        AgendaLine(
                            reckoned("09.00", "30 min"),
                            text("Kaffe"),
                            text("I foajeen"),
                            whole=text("Kaffe: I foajeen"),
                        ),
                        AgendaLine(
                            reckoned("09.30", "45 min"), text("Åpning. Ved rektor"), whole=text("Åpning. Ved rektor")
                        ),
                        AgendaLine(AgendaTime("10.30"), text("Velkommen"), whole=text("Velkommen")),
                        AgendaLine(AgendaTime(length="60 min"), text("Gruppearbeid"), whole=text("Gruppearbeid")),
                        prose=text("Ta med penn."),
                    ),
                ),
                "dag-1",
            ),
            AgendaDay(
                "Dag 2",
                (
                    points(
                        AgendaLine(reckoned("09.00", "15 min"), text("Start"), whole=text("Start")),
                        AgendaLine(AgendaTime(), text("Prat"), whole=bullet("Prat")),
                        AgendaLine(AgendaTime(length="10 min"), text("Slutt"), whole=text("Slutt")),
                        start=3,
                    ),
                ),
                "dag-2",
            ),
        ),
        own_agendas=(),
        agenda_note="Klokkeslett i kursiv er regnet ut fra minuttene.",
        sheets=(
            SheetBrief(
                name="Arket",
                address=f"{P}refleksjon/a/",
                summary="Et ark.",
                asks="1 spørsmål",
                shapes=(),
                used_at=(link("To", "samlinger/to/"),),
                paper=f"{P}refleksjon/a/#skriv-ut",
            ),
        ),
        presentations=(
            points(
                MaterialLine(
                    "slides",
                    Link("Lysbilder", "https://example.org/l"),
                    "",
                    bullet("[Lysbilder](https://example.org/l) fra i fjor"),
                ),
                MaterialLine("slides", Link("Plansjer", "https://example.org/p"), ""),
                MaterialLine("slides", Link("Film"), "Lenken mangler ennå"),
            ),
        ),
        work_between=WorkBetween(
            due=on_day("8.", "juni", "2027", "2027-06-08"),
            due_text="Til samlingen tirsdag 8. juni 2027",
            body=text("Les."),
        ),
        prepares=(Prepared(TRE, "Ledere holder den for ansatte. Dato kommer."),),
        after=text("Vi skriver."),
        resources=(
            points(
                MaterialLine("film", link("Boka", "ressurser/r/"), "Film og Bok · Av Ola · 12 minutter · Bok kommer"),
                MaterialLine(
                    "film",
                    link("Boka", "ressurser/r/"),
                    "Film og Bok · Av Ola · 12 minutter · Bok kommer",
                    bullet("[Fortellingen](../ressurser/r.md)"),
                ),
            ),
        ),
        inspirations=(
            points(
                Entry(
                    InspirationBrief(
                        name="Et dikt",
                        address=f"{P}inspirasjon/i/",
                        programme=MARK,
                        borrowed=False,
                        summary="Om å gå.",
                        target="https://example.org/i",
                        belongs_to=(link("To", "samlinger/to/"),),
                    )
                )
            ),
        ),
        sections={"agenda": (own_section("parkering", "Parkering", text("Bak huset.")),)},
        previous=EN,
        following=TRE,
        own_turns=(),
        downloads=(
            CalendarDownload(
                "12.–13. mai 2027 kl. 09.00–15.30", "", (), f"{P}samlinger/to/2027-05-12.ics", "2027-05-13"
            ),
        ),
        invitations=(Invitation("", (), (CALL, REMINDER), "2027-05-13"),),
        prints=Prints(
            page=link("Skriv ut denne delen", "samlinger/to/skriv-ut/"),
            packs=(
                link("Til deltakerne, med ark (PDF)", "samlinger/to/to-til-deltakerne.pdf"),
                link("Til den som leder, med notater og ark (PDF)", "samlinger/to/to-til-den-som-leder.pdf"),
            ),
        ),
        within=within(
            MARK,
            Programmet=(
                link("Oversikt", ""),
                link("Tidslinje", "#tidslinje"),
                link("Alle ressursene", "ressurser/"),
            ),
            Samlinger=(
                link("En", "samlinger/en/"),
                link("To", "samlinger/to/"),
                link("Tre", "samlinger/tre/"),
                link("Fire", "samlinger/fire/"),
            ),
            Roller=(link("Ansatt", "roller/ansatt/"), link("Leder", "roller/leder/")),
            Spor=(link("Sporet", "spor/s/"),),
            Fokusområder=(link("Lytte", "fokusomrader/f/"),),
            Refleksjonsark=(link("Arket", "refleksjon/a/"),),
            Til_inspirasjon=(link("Et dikt", "inspirasjon/i/"),),
        ),
    )


def test_gathering_page_of_a_file_that_says_nothing_is_empty(tmp_path: Path):
    nothing = said("", NO_LINKS)
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": "# A\n"}) == GatheringPage(
        gathering=brief("a", "A"),
        programme=ProgrammeMark("p", "Programmet", "Programmet", P, "mark"),
        notice="",
        also_called="",
        duration="",
        track=None,
        meeting=None,
        cohorts=(),
        kept=(),
        lede=nothing,
        about=nothing,
        before=(),
        prepared_by=(),
        focus=(),
        agenda=(),
        own_agendas=(),
        agenda_note="",
        sheets=(),
        presentations=(),
        work_between=None,
        prepares=(),
        after=nothing,
        resources=(),
        inspirations=(),
        sections={},
        previous=None,
        following=None,
        own_turns=(),
        downloads=(),
        invitations=(),
        prints=Prints(link("Skriv ut denne delen", "samlinger/a/skriv-ut/"), ()),
        within=within(
            Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")), Samlinger=(link("A", "samlinger/a/"),)
        ),
    )


def test_neighbours_share_somebody_and_have_a_page(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}roller/ansatt.md": "# Ansatt\n",
        f"{P}samlinger/a.md": "---\ndato: 1. mai 2027\nfor: leder\n---\n# A\n",
        f"{P}samlinger/b.md": "---\ndato: 2. mai 2027\nfor: ansatt\n---\n# B\n",
        f"{P}samlinger/c.md": "---\ndato: 3. mai 2027\n---\n# C\n",
        f"{P}samlinger/d.md": "---\ndato: 4. mai 2027\nbare omtalt: ja\n---\n# D\n",
        f"{P}samlinger/e.md": "---\ndato: 5. mai 2027\nfor: ansatt, leder\n---\n# E\n",
        f"{P}samlinger/f.md": "---\ndato: 6. mai 2027\nfor: ansatt\n---\n# F\n",
    }
    pages = [page.view for page in portal_of(tmp_path, files).pages if isinstance(page.view, GatheringPage)]
    row = {
        page.gathering.name: (page.previous and page.previous.name, page.following and page.following.name)
        for page in pages
    }
    assert row == {
        "A": (None, "C"),
        "B": (None, "C"),
        "C": ("B", "E"),
        "E": ("C", "F"),
        "F": ("E", None),
    }


@pytest.mark.parametrize(
    ("facts", "agenda", "note"),
    [
        ("", "- 30 min Kaffe", "Klokkeslett er ikke oppgitt."),
        ("tid: 09.00\n", "- Kaffe", ""),
        ("", "- 09.00 Kaffe", ""),
        ("tid: 09.00\n", "- 30 min Kaffe", "Klokkeslettene er regnet ut fra minuttene."),
        ("", "- 09.00 Kaffe (30 min)\n- 15 min Mer", "Klokkeslett i kursiv er regnet ut fra minuttene."),
        ("", "Vi tar tida vi trenger.", ""),
        ("", "", ""),
    ],
)
def test_agenda_says_where_its_clock_times_come_from(facts: str, agenda: str, note: str, tmp_path: Path):
    file = f"---\ndato: 1. mai 2027\n{facts}---\n# A\n\n## Dagsplan\n\n{agenda}\n"
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": file}).agenda_note == note


@pytest.mark.parametrize(
    ("heading", "work"),
    [
        ("Mellomarbeid", WorkBetween(due=None, due_text="Til neste samling", body=said("Les."))),
        ("Mellomarbeid til neste samling", WorkBetween(due=None, due_text="Til neste samling", body=said("Les."))),
        ("Mellomarbeid til neste gang", WorkBetween(due=None, due_text="Til neste samling", body=said("Les."))),
        (
            "Mellomarbeid (frist 8. juni 2027 kl. 12)",
            WorkBetween(
                due=on_day("8.", "juni", "2027", "2027-06-08"),
                due_text="Til samlingen tirsdag 8. juni 2027 kl. 12.00",
                body=said("Les."),
            ),
        ),
        (
            "Mellomarbeid til 8. juni 2027",
            WorkBetween(
                due=on_day("8.", "juni", "2027", "2027-06-08"),
                due_text="Til samlingen tirsdag 8. juni 2027",
                body=said("Les."),
            ),
        ),
    ],
)
def test_work_between_says_when_it_is_due(heading: str, work: WorkBetween, tmp_path: Path):
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": f"# A\n\n## {heading}\n\nLes.\n"}).work_between == work


@pytest.mark.parametrize(
    ("facts", "shape", "duration"),
    [
        ("dato: 12.–13. mai 2027", "gathering-two-days", ""),
        ("dato: 12.–14. mai 2027", "gathering-two-days", ""),
        ("dato: 12. mai 2027", "gathering", ""),
        ("dato: 12.–13. mai", "gathering-two-days", ""),
        ("varighet: 2 dager", "gathering-two-days", "2 dager"),
        ("varighet: en dag", "gathering", "En dag"),
        ("varighet: halv dag", "gathering", "Halv dag"),
        ("type: festival\nvarighet: 2 dager", "festival", "2 dager"),
        ("type: kick-off", "kick-off", ""),
        ("type: veiledning", "supervision", ""),
        ("type: halvdag", "gathering", ""),
    ],
)
def test_gathering_has_the_shape_of_its_kind_and_days(facts: str, shape: str, duration: str, tmp_path: Path):
    page = page_of(tmp_path, "a", {f"{P}samlinger/a.md": f"---\n{facts}\n---\n# A\n"})
    assert (page.gathering.shape, page.duration) == (shape, duration)


def test_own_sections_stand_where_they_were_written_under_ids_of_their_own(tmp_path: Path):
    file = (
        "# A\n\n## Kode\n\nEn.\n\n## Dagsplan\n\n- Kaffe\n\n## Kode!\n\nTo.\n\n## …\n\nTre.\n\n"
        "## Etter samlingen\n\nHvil.\n\n## Dagsplan – mer\n\nFire.\n"
    )
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": file}).sections == {
        "": (own_section("kode-2", "Kode", said("En.")),),
        "agenda": (own_section("kode-3", "Kode!", said("To.")), own_section("avsnitt", "…", said("Tre."))),
        "after": (own_section("dagsplan-mer", "Dagsplan – mer", said("Fire.")),),
    }


def test_tasks_keep_their_box_and_what_stands_below_them(tmp_path: Path):
    file = "# A\n\n## Før samlingen\n\n- [x] Les boka\n- [ ] Skriv.\n\n  Gjerne langt.\n"
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": file}).before == (
        points(
            TaskLine(text=said("Les boka"), done=True),
            TaskLine(text=said("Skriv"), rest=said("Gjerne langt."), done=False),
        ),
    )


def test_own_section_does_not_take_the_id_of_a_fixed_heading(tmp_path: Path):
    file = "# A\n\n## Dagsplan\n\n- Kaffe\n\n## … dagsplan …\n\nMer.\n"
    assert page_of(tmp_path, "a", {f"{P}samlinger/a.md": file}).sections == {
        "agenda": (own_section("dagsplan-2", "… dagsplan …", said("Mer.")),)
    }


def test_presentation_may_be_a_file_that_lies_beside(tmp_path: Path):
    file = "# A\n\n## Presentasjoner\n\n- [Lysbilder](../filer/a.pdf)\n"
    files: dict[str, str | bytes] = {f"{P}samlinger/a.md": file, f"{P}filer/a.pdf": b"%PDF-1.7"}
    assert page_of(tmp_path, "a", files).presentations == (
        points(MaterialLine("slides", link("Lysbilder", "filer/a.pdf"), "")),
    )

"""A programme with two cohorts, in whose files there is some of everything that a date may be, and how it is shown."""

from dataclasses import replace
from typing import Any

from stifinner.views.parts.agenda import AgendaDay, AgendaLine, AgendaTime
from stifinner.views.parts.changes import RecentChanges
from stifinner.views.parts.cohort_shown import CohortShown, StopLine
from stifinner.views.parts.date_shown import DateShown, DayShown
from stifinner.views.parts.elements import GatheringBrief, Link
from stifinner.views.parts.kept import KeptFrom, MaterialLine
from stifinner.views.parts.state import StateShown
from stifinner.views.parts.stop_shown import SignUp, Words
from views.pieces import (
    OPEN,
    P,
    brief,
    changed,
    day_of_series,
    line,
    link,
    off,
    on_day,
    points,
    said,
    stop,
    time_at,
    within,
)

FILES: dict[str, str | bytes] = {
    f"{P}roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n\nLeder an.\n",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}samlinger/start.md": (
        "---\ntype: kick-off\n---\n# Start\n\n## Dagsplan\n\n- 30 min Kaffe\n\n"
        "## Mellomarbeid til Verksted\n\n- til Fagdag: Les\n"
    ),
    f"{P}samlinger/fagdag.md": "---\nfor: leder\n---\n# Fagdag\n\n## Før samlingen\n\n- Kom\n",
    f"{P}samlinger/kveld.md": "---\nfor: ansatt\nholdes av: leder\n---\n# Kveld\n",
    f"{P}samlinger/veiledning.md": "---\ntype: veiledning\nfor: leder\n---\n# Veiledning\n",
    f"{P}samlinger/samtale.md": "---\nfor: leder\n---\n# Samtale\n",
    f"{P}samlinger/verksted.md": "---\nfor: leder\n---\n# Verksted\n",
    f"{P}samlinger/felles.md": "# Felles dag\n",
    f"{P}samlinger/hus.md": "---\ndato: 5. mai 2027\nfor: ansatt\n---\n# Åpent hus\n",
    f"{P}samlinger/slutt.md": "# Slutt\n",
    f"{P}kull/kull-1.md": """---
deltakere: 33 ledere
sted: Losby
påmelding: https://example.org/kull-1
frist: 1. juni 2026
plasser: 40
pris: Gratis
ta med: Penn
kontakt: Ola
---
# Kull 1

De første.

Mer om dem.

## Datoer

- [Start](../samlinger/start.md): tirsdag 1. september 2026 kl. 9–15
- [Fagdag](../samlinger/fagdag.md): torsdag 22. oktober 2026 kl. 9, Lyngvåg
  - flyttet fra: 15. oktober 2026
  - meldt: 1. oktober 2026
- [Kveld](../samlinger/kveld.md): velg én
  - tirsdag 3. november 2026 kl. 17–19, Lyngvåg
    - påmelding: https://example.org/kveld
    - frist: 20. oktober 2026
  - tirsdag 10. november 2026 kl. 18–20
    - plasser: 12
- [Veiledning](../samlinger/veiledning.md): hver tredje tirsdag kl. 14–16 fra 17. november 2026 til 19. januar 2027
  - 8. desember 2026
    - avlyst: storm
    - meldt: 7. desember 2026
- [Samtale](../samlinger/samtale.md): mandag 14. desember 2026
  - avlyst: vi ringer i stedet
- [Verksted](../samlinger/verksted.md): alle
  - onsdag 3. februar 2027 kl. 9–11
  - onsdag 17. februar 2027 kl. 9–11
- [Felles dag](../samlinger/felles.md): torsdag 8. april 2027
- [Slutt](../samlinger/slutt.md): dato kommer

## Fra samlingene

### [Start](../samlinger/start.md)

#### Presentasjoner

- [Lysbilder](https://example.org/l)
- Film (kommer)

#### Oppsummering

Vi lo.

#### Dagsplan

- 30 min Kaffe
- 60 min Leik

### [Verksted](../samlinger/verksted.md)

#### Oppsummering

Vi laget noe.

## Takk

Til alle.
""",
    f"{P}kull/kull-2.md": """# Kull 2

## Datoer

- [Start](../samlinger/start.md): onsdag 1. september 2027 kl. 10, Storeneset
- [Fagdag](../samlinger/fagdag.md): oktober 2027
- [Kveld](../samlinger/kveld.md): tirsdag 2. november 2027
- [Veiledning](../samlinger/veiledning.md): ikke i dette kullet
- [Samtale](../samlinger/samtale.md): ikke i dette kullet
- [Verksted](../samlinger/verksted.md): alle
  - dato kommer
  - dato kommer
- [Felles dag](../samlinger/felles.md): sammen med [kull 1](kull-1.md)
- [Slutt](../samlinger/slutt.md): dato kommer, Losby
""",
}

LINKS = {
    f"../samlinger/{id}.md": f"{P}samlinger/{id}/"
    for id in ("start", "fagdag", "kveld", "veiledning", "samtale", "verksted", "felles", "slutt")
}
"""Links in the file of cohort 1."""
WITHIN = within(
    Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")),
    Kull=(link("Kull 1", "kull/kull-1/"), link("Kull 2", "kull/kull-2/")),
    Samlinger=(
        link("Start", "samlinger/start/"),
        link("Fagdag", "samlinger/fagdag/"),
        link("Kveld", "samlinger/kveld/"),
        link("Veiledning", "samlinger/veiledning/"),
        link("Samtale", "samlinger/samtale/"),
        link("Verksted", "samlinger/verksted/"),
        link("Felles dag", "samlinger/felles/"),
        link("Åpent hus", "samlinger/hus/"),
        link("Slutt", "samlinger/slutt/"),
    ),
    Roller=(link("Ansatt", "roller/ansatt/"), link("Leder", "roller/leder/")),
)

# --- The ways of the cohorts ----------------------------------------------------------------------------------------


def line_in(cohort: int, id: str, name: str, date: DateShown, place: str = "", **more: Any) -> StopLine:
    """A stop on the way of one cohort: its link keeps which cohort it is."""
    return line(id, name, date, place, **{"address": at(id, cohort), **more})


def at(id: str, cohort: int, place: str = "") -> str:
    """The address of a gathering for a reader in a cohort."""
    return f"{P}samlinger/{id}/?kull=kull-{cohort}{place}"


FELLES = on_day("8.", "april", "2027", "2027-04-08")
HUS = line("hus", "Åpent hus", on_day("5.", "mai", "2027", "2027-05-05"))
SLUTT = line("slutt", "Slutt", OPEN, "Losby")
HUS_1, HUS_2 = (replace(HUS, address=at("hus", cohort)) for cohort in (1, 2))
SLUTT_1, SLUTT_2 = (replace(SLUTT, address=at("slutt", cohort)) for cohort in (1, 2))

START_1 = line_in(
    1,
    "start",
    "Start",
    on_day("1.", "september", "2026", "2026-09-01", time="kl. 09.00–15.00"),
    "Losby",
    shape="kick-off",
)
_FAGDAG = on_day("22.", "oktober", "2026", "2026-10-22", time="kl. 09.00")
FAGDAG_1 = line_in(
    1,
    "fagdag",
    "Fagdag",
    _FAGDAG,
    "Lyngvåg",
    stop=stop("once", time_at(_FAGDAG, "Lyngvåg", moved="15. oktober", told="meldt 1. oktober")),
)
_KVELDER = (
    on_day("3.", "november", "2026", "2026-11-03", time="kl. 17.00–19.00"),
    on_day("10.", "november", "2026", "2026-11-10", time="kl. 18.00–20.00"),
)
SIGN_UP_1 = SignUp(
    address="https://example.org/kull-1",
    deadline=on_day("1.", "juni", "2026", "2026-06-01"),
    closes="2026-06-01",
    seats="40",
    price="Gratis",
    bring="Penn",
    contact=(Words("Ola"),),
)
SIGN_UP_KVELD = SignUp(
    address="https://example.org/kveld",
    deadline=on_day("20.", "oktober", "2026", "2026-10-20"),
    closes="2026-10-20",
    until="2026-11-03T19:00",
)
KVELD_1 = line_in(
    1,
    "kveld",
    "Kveld",
    replace(
        _KVELDER[0],
        text="tirsdag 3. november eller tirsdag 10. november 2026",
        short="tir. 3. november eller tir. 10. november 2026",
        known="days",
        end="2026-11-10",
        more="eller tir. 10. november 2026",
        time="",
        held=(*_KVELDER[0].held, *_KVELDER[1].held),
        form="choice",
    ),
    stop=stop(
        "choice",
        time_at(
            _KVELDER[0],
            "Lyngvåg",
            sign_up=SIGN_UP_KVELD,
        ),
        time_at(_KVELDER[1], "Losby", sign_up=SignUp(until="2026-11-10T20:00", seats="12")),
        words="Velg én av to",
    ),
)
_RULE = "Hver tredje tirsdag fra 17. november 2026 til 19. januar 2027"
_CLOCK = "kl. 14.00–16.00"
_OFF = time_at(
    on_day("8.", "desember", "2026", "2026-12-08", time=_CLOCK),
    "Losby",
    cancelled="Avlyst: storm",
    told="meldt 7. desember",
)
_HELD = (
    day_of_series("2026-11-17", "tirsdag 17. november 2026", _CLOCK),
    day_of_series("2026-12-29", "tirsdag 29. desember 2026", _CLOCK),
    day_of_series("2027-01-19", "tirsdag 19. januar 2027", _CLOCK),
)
VEILEDNING_1 = line_in(
    1,
    "veiledning",
    "Veiledning",
    replace(
        on_day("17.", "november", "2026", "2026-11-17", time=_CLOCK),
        text=_RULE,
        short=_RULE,
        known="days",
        end="2027-01-19",
        dates=(
            DayShown("tirsdag 17. november 2026", "2026-11-17"),
            DayShown("tirsdag 29. desember 2026", "2026-12-29"),
            DayShown("tirsdag 19. januar 2027", "2027-01-19"),
        ),
        more="og 2 dager til",
        held=(*_HELD[0].held, *_OFF.date.held, *_HELD[1].held, *_HELD[2].held),
        form="series",
    ),
    "Losby",
    shape="supervision",
    stop=stop(
        "series",
        time_at(_HELD[0], "Losby"),
        _OFF,
        time_at(_HELD[1], "Losby"),
        time_at(_HELD[2], "Losby"),
        words="4 ganger",
        tag="4×",
        rule=_RULE,
    ),
)
_SAMTALE = on_day("14.", "desember", "2026", "2026-12-14")
SAMTALE_1 = line_in(
    1,
    "samtale",
    "Samtale",
    off(_SAMTALE),
    "Losby",
    stop=stop("once", time_at(_SAMTALE, "Losby", cancelled="Avlyst: vi ringer i stedet")),
)
_VERKSTED = (
    on_day("3.", "februar", "2027", "2027-02-03", time="kl. 09.00–11.00"),
    on_day("17.", "februar", "2027", "2027-02-17", time="kl. 09.00–11.00"),
)
VERKSTED_1 = tuple(
    line_in(
        1,
        "verksted",
        "Verksted",
        replace(_VERKSTED[number - 1], form="part"),
        "Losby",
        stop=stop("part", time_at(_VERKSTED[number - 1], "Losby"), words=f"Del {number} av 2", tag=f"{number}/2"),
    )
    for number in (1, 2)
)
FELLES_1 = line_in(
    1, "felles", "Felles dag", FELLES, "Losby", stop=stop("once", time_at(FELLES, "Losby"), shared="Sammen med kull 2")
)
WAY_1 = (*(START_1, FAGDAG_1, KVELD_1, VEILEDNING_1, SAMTALE_1, *VERKSTED_1, FELLES_1, HUS_1, SLUTT_1),)

START_2 = line_in(
    2,
    "start",
    "Start",
    on_day("1.", "september", "2027", "2027-09-01", time="kl. 10.00"),
    "Storeneset",
    shape="kick-off",
)
FAGDAG_2 = line_in(
    2, "fagdag", "Fagdag", DateShown("Oktober 2027", "month", "2027-10-01", "2027-10-31", rest="Oktober 2027")
)
KVELD_2 = line_in(2, "kveld", "Kveld", on_day("2.", "november", "2027", "2027-11-02"))
VERKSTED_2 = line_in(
    2,
    "verksted",
    "Verksted",
    replace(OPEN, form="part"),
    stop=stop("part", time_at(OPEN), time_at(OPEN), words="To deler", tag="1+2"),
)
FELLES_2 = replace(
    FELLES_1, address=at("felles", 2), stop=stop("once", time_at(FELLES, "Losby"), shared="Sammen med kull 1")
)
WAY_2 = (FELLES_2, HUS_2, START_2, FAGDAG_2, KVELD_2, VERKSTED_2, SLUTT_2)

STATE_1 = StateShown(given="", word="", first="2026-09-01", last="2027-05-05", open=True)
STATE_2 = StateShown(given="", word="", first="2027-04-08", last="2027-11-02", open=True)


def reckoned(start: str, length: str, title: str) -> AgendaLine:
    """A point of a day plan whose clock time follows from the minutes before."""
    return AgendaLine(AgendaTime(start, derived=True, length=length), said(title, LINKS), whole=said(title, LINKS))


KEPT_1 = (
    KeptFrom(
        cohort=link("Kull 1", "kull/kull-1/"),
        gathering=Link("Start", at("start", 1)),
        date="1. september 2026",
        presentations=(
            points(
                MaterialLine("slides", Link("Lysbilder", "https://example.org/l"), ""),
                MaterialLine("slides", Link("Film"), "Lenken mangler ennå"),
            ),
        ),
        summary=said("Vi lo.", LINKS),
        agenda=(AgendaDay("", (points(reckoned("09.00", "30 min", "Kaffe"), reckoned("09.30", "60 min", "Leik")),)),),
    ),
    KeptFrom(
        cohort=link("Kull 1", "kull/kull-1/"),
        gathering=Link("Verksted", at("verksted", 1)),
        date="3. februar 2027 og 17. februar 2027",
        presentations=(),
        summary=said("Vi laget noe.", LINKS),
        agenda=(),
    ),
)
"""What cohort 1 keeps, from the first of the gatherings and from another."""

# --- What has changed -------------------------------------------------------------------------------------------------

OFF_1 = changed(
    "cancelled",
    "veiledning",
    "Veiledning",
    ("2026-12-07", "7. desember"),
    address=at("veiledning", 1),
    audience="ledere",
    shape="supervision",
    day="8. desember 2026",
    iso="2026-12-08",
    clock=_CLOCK,
    place="Losby",
    reason="storm",
)
MOVED_1 = changed(
    "moved",
    "fagdag",
    "Fagdag",
    ("2026-10-01", "1. oktober"),
    address=at("fagdag", 1),
    audience="ledere",
    day="22. oktober 2026",
    iso="2026-10-22",
    day_before="15. oktober",
    clock="kl. 09.00",
    place="Lyngvåg",
)
CHANGES_1 = (OFF_1, MOVED_1)
"""What has changed for cohort 1, as its own pages have it."""
CHANGES = tuple(replace(one, cohorts="Kull 1") for one in CHANGES_1)
"""The same on pages of the programme."""
RECENT_1 = RecentChanges(CHANGES_1, link("Hva er endret", "kull/kull-1/endringer/"))
RECENT = RecentChanges(CHANGES, link("Hva er endret", "endringer/"))

# --- The way of whoever is in a cohort that is not known --------------------------------------------------------------


def varies(text: str, time: str = "") -> DateShown:
    """A date of which each cohort has its own."""
    words = "Hvert kull har sin dato"
    return DateShown(text, "open", rest=words, short=words, time=time, form="varies")


START = line(
    "start",
    "Start",
    varies("Kull 1: tirsdag 1. september 2026 · Kull 2: onsdag 1. september 2027"),
    shape="kick-off",
)
FAGDAG = line("fagdag", "Fagdag", varies("Kull 1: torsdag 22. oktober 2026 · Kull 2: oktober 2027"))
KVELD = line(
    "kveld",
    "Kveld",
    varies("Kull 1: tirsdag 3. november eller tirsdag 10. november 2026 · Kull 2: tirsdag 2. november 2027"),
)
VEILEDNING = line(
    "veiledning", "Veiledning", varies(f"Kull 1: {_RULE[0].lower()}{_RULE[1:]}", _CLOCK), "Losby", shape="supervision"
)
SAMTALE = line("samtale", "Samtale", varies("Kull 1: mandag 14. desember 2026 (avlyst)"), "Losby")
VERKSTED = line(
    "verksted",
    "Verksted",
    varies("Kull 1: onsdag 3. februar 2027 og onsdag 17. februar 2027 · Kull 2: dato kommer"),
)
FELLES_ALL = replace(
    FELLES_1,
    address=f"{P}samlinger/felles/",
    stop=stop("once", time_at(FELLES, "Losby"), shared="Kull 1 og kull 2 sammen"),
)

# --- As other views have them -----------------------------------------------------------------------------------------

LEADERS = {"audience": "Ledere", "roles": ("leder",)}
STAFF = {"audience": "Ansatte", "roles": ("ansatt",)}


def brief_of(of: StopLine, **more: object) -> GatheringBrief:
    """A stop as cards have it."""
    id = (of.address or "").partition("?")[0].removesuffix("/").rpartition("/")[2]
    kind = {"kick-off": "Kick-off", "supervision": "Veiledning"}.get(of.shape, "Samling")
    return brief(
        id, of.name, of.date, shape=of.shape, kind=kind, place=of.place, stop=of.stop, **{"address": of.address, **more}
    )


def shown(number: int, lines: tuple[StopLine, ...], *, roles: tuple[Link, ...] = ()) -> CohortShown:
    """One of the two cohorts, with some of its dates."""
    return CohortShown(
        id=f"kull-{number}",
        name=f"Kull {number}",
        address=f"{P}kull/kull-{number}/",
        state=(STATE_1, STATE_2)[number - 1],
        period=("Fra september 2026", "Fra april 2027")[number - 1],
        participants=("33 ledere", "")[number - 1],
        lines=lines,
        roles=roles,
    )

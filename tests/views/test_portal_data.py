"""The portal as data for other programs: equality on a programme with two cohorts, and what stands beside that."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from calendars.readers import read_by_icalendar
from calendars.written import calendars_of
from core.builder import portal_of
from stifinner.views.data.shown import (
    CohortData,
    DeadlineData,
    FormData,
    GatheringData,
    NamedData,
    OccurrenceData,
    PlaceData,
    PortalData,
    ProgrammeData,
    ResourceData,
    RoleData,
    SignUpData,
    StopData,
)
from views.pieces import P
from views.two_cohorts import FILES

LEADERS, STAFF = (NamedData("leder", "Leder"),), (NamedData("ansatt", "Ansatt"),)
LOSBY, LYNGVAG, STORENESET = (PlaceData(None, name, "", "") for name in ("Losby", "Lyngvåg", "Storeneset"))
NOTHING = {
    **dict.fromkeys(
        ("uid", "calendar", "first_day", "last_day", "begins", "ends", "moved_from", "told", "place", "sign_up")
    ),
    "state": "planned",
    "number": 0,
    "is_online": False,
    "clock": "",
}
"""An occurrence of which nothing is known."""


def data_of(folder: Path, files: dict[str, str | bytes]) -> PortalData:
    data = portal_of(folder, files).data
    assert data is not None
    return data


def held(gathering: str, cohort: str, day: str, clock: str = "", *, first: str = "", **more) -> OccurrenceData:
    """An occurrence on one day. ``day``: ISO 8601; ``clock``: «09–15 +2»; ``first``: the day first told, if moved."""
    on, named = date.fromisoformat(day), first or day
    times, _, offset = clock.partition(" ")
    zone = timezone(timedelta(hours=int(offset or 0)))
    begins, ends = (
        datetime(on.year, on.month, on.day, int(hour), tzinfo=zone) if hour else None
        for hour in (times.partition("–")[0], times.partition("–")[2])
    )
    file = "-".join(filter(None, (cohort, named)))
    shown = "–".join(f"{hour}.00" for hour in times.split("–") if hour)
    known = {
        "clock": f"kl. {shown}" if shown else "",
        "uid": f"p.{gathering}.{cohort}.{named.replace('-', '')}@stifinner",
        "calendar": f"{P}samlinger/{gathering}/{file}.ics",
        "first_day": on,
        "last_day": on,
        "begins": begins,
        "ends": ends,
        "moved_from": date.fromisoformat(first) if first else None,
    }
    return OccurrenceData(**{**NOTHING, **known, **more})


def undated(when: str = "Dato kommer", place: PlaceData | None = None) -> OccurrenceData:
    return OccurrenceData(**{**NOTHING, "when": when, "place": place})


def stop(gathering: str, *occurrences: OccurrenceData, form: str = "once", cohorts: tuple[str, ...] = ()) -> StopData:
    mine = f"?kull={cohorts[0]}" if len(cohorts) == 1 else ""
    return StopData(gathering, f"{P}samlinger/{gathering}/{mine}", form, cohorts, occurrences)


def gathering(id: str, name: str, sort: str = "gathering", audience: tuple[NamedData, ...] = ()) -> GatheringData:
    return GatheringData(id, name, f"{P}samlinger/{id}/", sort, "", audience)


ONE, TWO = ("kull-1",), ("kull-2",)
STOPS = (
    stop("start", held("start", "kull-1", "2026-09-01", "09–15 +2", when="tirsdag 1. september 2026", place=LOSBY),
         cohorts=ONE),
    stop("fagdag", held("fagdag", "kull-1", "2026-10-22", "09– +2", first="2026-10-15", when="torsdag 22. oktober 2026",
                        state="moved", told=date(2026, 10, 1), number=2465, place=LYNGVAG), cohorts=ONE),
    stop("kveld",
         held("kveld", "kull-1", "2026-11-03", "17–19 +1", when="tirsdag 3. november 2026", place=LYNGVAG,
              sign_up=SignUpData("https://example.org/kveld", date(2026, 10, 20), None, "", "", "")),
         held("kveld", "kull-1", "2026-11-10", "18–20 +1", when="tirsdag 10. november 2026", place=LOSBY,
              sign_up=SignUpData("", None, None, "12", "", "")),
         form="choice", cohorts=ONE),
    stop("veiledning",
         held("veiledning", "kull-1", "2026-11-17", "14–16 +1", when="tirsdag 17. november 2026", place=LOSBY),
         held("veiledning", "kull-1", "2026-12-08", "14–16 +1", when="tirsdag 8. desember 2026", place=LOSBY,
              state="cancelled", told=date(2026, 12, 7), number=2532),
         held("veiledning", "kull-1", "2026-12-29", "14–16 +1", when="tirsdag 29. desember 2026", place=LOSBY),
         held("veiledning", "kull-1", "2027-01-19", "14–16 +1", when="tirsdag 19. januar 2027", place=LOSBY),
         form="series", cohorts=ONE),
    stop("samtale", held("samtale", "kull-1", "2026-12-14", when="mandag 14. desember 2026", place=LOSBY,
                         state="cancelled"), cohorts=ONE),
    stop("verksted", held("verksted", "kull-1", "2027-02-03", "09–11 +1", when="onsdag 3. februar 2027", place=LOSBY),
         form="part", cohorts=ONE),
    stop("verksted", held("verksted", "kull-1", "2027-02-17", "09–11 +1", when="onsdag 17. februar 2027", place=LOSBY),
         form="part", cohorts=ONE),
    stop("felles", held("felles", "kull-1", "2027-04-08", when="torsdag 8. april 2027", place=LOSBY),
         cohorts=(*ONE, *TWO)),
    stop("hus", held("hus", "", "2027-05-05", when="onsdag 5. mai 2027")),
    stop("start", held("start", "kull-2", "2027-09-01", "10– +2", when="onsdag 1. september 2027", place=STORENESET),
         cohorts=TWO),
    stop("fagdag", undated("Oktober 2027"), cohorts=TWO),
    stop("kveld", held("kveld", "kull-2", "2027-11-02", when="tirsdag 2. november 2027"), cohorts=TWO),
    stop("slutt", undated(place=LOSBY), cohorts=ONE),
    stop("verksted", undated(), undated(), form="part", cohorts=TWO),
    stop("slutt", undated(place=LOSBY), cohorts=TWO),
)  # fmt: skip


def test_programme_with_two_cohorts(tmp_path: Path):
    [programme] = data_of(tmp_path, FILES).programmes
    both = (*ONE, *TWO)
    assert programme.stops == STOPS
    assert programme == ProgrammeData(
        id="p",
        name="Programmet",
        short_name="Programmet",
        page=P,
        description="Et lite program.",
        type="programme",
        part_of=None,
        provider="",
        audience="",
        state=None,
        first_day=date(2026, 9, 1),
        last_day=None,
        calendar=f"{P}kalender.ics",
        sign_up=None,
        cohorts=(
            CohortData("kull-1", "Kull 1", f"{P}kull/kull-1/", "De første.", None, date(2026, 9, 1), None,
                       f"{P}kull/kull-1/kalender.ics",
                       SignUpData("https://example.org/kull-1", date(2026, 6, 1), None, "40", "Gratis", "Penn")),
            CohortData("kull-2", "Kull 2", f"{P}kull/kull-2/", "", None, date(2027, 4, 8), None,
                       f"{P}kull/kull-2/kalender.ics", None),
        ),
        roles=(
            RoleData("ansatt", "Ansatt", f"{P}roller/ansatt/", "", both),
            RoleData("leder", "Leder", f"{P}roller/leder/", "Leder an.", both),
        ),
        gatherings=(
            gathering("start", "Start", "kick_off"),
            gathering("fagdag", "Fagdag", audience=LEADERS),
            gathering("kveld", "Kveld", audience=STAFF),
            gathering("veiledning", "Veiledning", "supervision", LEADERS),
            gathering("samtale", "Samtale", audience=LEADERS),
            gathering("verksted", "Verksted", audience=LEADERS),
            gathering("felles", "Felles dag"),
            gathering("hus", "Åpent hus", audience=STAFF),
            gathering("slutt", "Slutt"),
        ),
        stops=STOPS,
        deadlines=(
            DeadlineData("p..kull-1.20260601...deadline@stifinner", date(2026, 6, 1), "sign-up", None, ONE, ()),
            DeadlineData("p.kveld.kull-1.20261020...deadline@stifinner", date(2026, 10, 20), "sign-up", "kveld", ONE,
                         ()),
            DeadlineData("p.start.kull-1.20261015...work@stifinner", date(2026, 10, 22), "work", "start", ONE,
                         ("Les",)),
            DeadlineData("p.start.kull-1.20270203...work@stifinner", date(2027, 2, 3), "work", "start", ONE, ()),
        ),
        resources=(),
    )  # fmt: skip


def test_occurrences_are_those_of_the_calendar(tmp_path: Path):
    """Every entry of a programme's calendars is in its data under its name, and nothing else has a name there."""
    portal = portal_of(tmp_path, FILES)
    [programme] = portal.data.programmes
    files = calendars_of(portal)
    named = {one.uid: one.calendar for stop in programme.stops for one in stop.occurrences if one.uid}
    assert {uid: file for uid, file in named.items() if file not in files} == {}
    assert sorted(named) == sorted(entry["uid"] for entry in read_by_icalendar(files[programme.calendar]))
    due = read_by_icalendar(files[f"{P}kalender-frister.ics"])
    assert sorted(one.uid for one in programme.deadlines) == sorted(entry["uid"] for entry in due)


def test_what_stands_beside_the_programmes(tmp_path: Path):
    files = {
        "index.md": "---\nnavn: Læring\nkalendernøkkel: min\n---\n# Forside\n\nHei.\n",
        "ressurser/film.md": "---\nforfatter: Ola\nlengde: 12 minutter\nspråk: norsk\n---\n# Film\n\nOm *film*.\n\n"
        "## Finnes som\n\n- [Film](https://example.org/f)\n- PDF (kommer)\n",
        f"{P}ressurser/ark.md": "# Ark\n\n## Finnes som\n\n- [PDF](../filer/ark.pdf)\n",
        f"{P}filer/ark.pdf": b"%PDF-1.4\n%%EOF\n",
        f"{P}samlinger/a.md": "---\ndato: 3.–4. mai 2027\ntid: 9-15\nsted: Kaia, sal 2\n"
        "møtelenke: https://example.org/m\n---\n# A\n",
        f"{P}samlinger/b.md": "---\nbare omtalt: ja\n---\n# B\n",
    }
    data = data_of(tmp_path, files)
    assert (data.name, data.description) == ("Læring", "Hei.")
    assert data.resources == (
        ResourceData("film", "Film", "ressurser/film/", "Om film.", "Ola", "12 minutter", "norsk",
                     (FormData("Film", "https://example.org/f"), FormData("PDF", None))),
    )  # fmt: skip
    [programme] = data.programmes
    assert programme.resources == (
        ResourceData("ark", "Ark", f"{P}ressurser/ark/", "", "", "", "", (FormData("PDF", f"{P}filer/ark.pdf"),)),
    )
    span = held("a", "", "2027-05-03", when="3.–4. mai 2027", place=PlaceData(None, "Kaia, sal 2", "", ""))
    [a, b] = programme.stops
    assert a == stop(
        "a", replace(span, uid="p.a..20270503@min", last_day=date(2027, 5, 4), is_online=True, clock="kl. 09.00–15.00")
    )
    assert b == replace(stop("b", undated()), page=f"{P}#samlinger_b")
    assert [one.page for one in programme.gatherings] == [f"{P}samlinger/a/", None]


def test_sample_names_no_provider(tmp_path: Path):
    programme = {f"{P}index.md": "---\nleverandør: Kompetansesenteret\n---\n# Programmet\n"}
    sample = {"index.md": "---\neksempel: ja\n---\n# Forside\n\nHei.\n"}
    named = [data_of(tmp_path / name, files).programmes[0].provider
             for name, files in (("own", programme), ("sample", {**programme, **sample}))]  # fmt: skip
    assert named == ["Kompetansesenteret", ""]


def test_what_is_said_twice_is_one_occurrence(tmp_path: Path):
    same = "# A\n\n## Datoer\n\n- velg én\n  - 3. mai 2027 kl. 9\n  - 3. mai 2027 kl. 9\n  - dato kommer\n"
    [programme] = data_of(tmp_path, {f"{P}samlinger/a.md": same}).programmes
    [a] = programme.stops
    assert [one.uid for one in a.occurrences] == ["p.a..20270503.0900@stifinner", None]


def test_what_is_over_has_a_last_day(tmp_path: Path):
    dates = "## Datoer\n\n- [A](../samlinger/a.md): 3. mai 2027\n- [B](../samlinger/b.md): dato kommer\n"
    files = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}kull/gamle.md": f"---\ntilstand: avsluttet\n---\n# Gamle\n\n{dates}",
        f"{P}kull/nye.md": f"# Nye\n\n{dates}",
    }
    [programme] = data_of(tmp_path, files).programmes
    days = {one.id: (one.state, one.last_day) for one in programme.cohorts}
    assert days == {"gamle": ("completed", date(2027, 5, 3)), "nye": (None, None)}


def test_a_role_that_is_a_draft_is_named(tmp_path: Path):
    files = {
        f"{P}roller/leder.md": "---\nutkast: ja\n---\n# Leder\n",
        f"{P}samlinger/a.md": "---\nfor: leder\n---\n# A\n",
    }
    [programme] = data_of(tmp_path, files).programmes
    assert [one.audience for one in programme.gatherings] == [(NamedData(None, "Leder"),)]
    assert programme.roles == ()


def test_last_day_to_sign_up_is_a_day(tmp_path: Path):
    def by(deadline: str) -> tuple[date | None, time | None]:
        text = f"---\ndato: 3. juni 2027\npåmelding: hos Ola\nfrist: {deadline}\n---\n# A\n"
        [programme] = data_of(tmp_path / deadline, {f"{P}samlinger/a.md": text}).programmes
        said = programme.stops[0].occurrences[0].sign_up
        return said.by, said.by_clock

    written = ("3.–5. mai 2027", "3. mai 2027 kl. 12", "mai 2027")
    assert [by(one) for one in written] == [(date(2027, 5, 5), None), (date(2027, 5, 3), time(12)), (None, None)]


def test_a_cohort_is_joined_as_the_programme_where_it_says_nothing(tmp_path: Path):
    listed = "## Datoer\n\n- [A](../samlinger/a.md): 3. juni 2027\n"
    files = {
        f"{P}index.md": "---\npåmelding: hos Ola\nfrist: 3. mai 2027\npris: Gratis\n---\n# Programmet\n",
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/ny.md": f"# Ny\n\n{listed}",
        f"{P}kull/egen.md": f"---\npåmelding: hos Kari\n---\n# Egen\n\n{listed}",
    }
    [programme] = data_of(tmp_path, files).programmes
    whole = SignUpData("hos Ola", date(2027, 5, 3), None, "", "Gratis", "")
    assert programme.sign_up == whole
    assert {one.id: one.sign_up for one in programme.cohorts} == {
        "ny": whole,
        "egen": SignUpData("hos Kari", None, None, "", "Gratis", ""),
    }


def test_words_for_the_net_are_no_place(tmp_path: Path):
    def place_of(facts: str) -> PlaceData | None:
        text = f"---\ndato: 3. juni 2027\n{facts}\n---\n# A\n"
        [programme] = data_of(tmp_path / facts[:12], {f"{P}samlinger/a.md": text}).programmes
        return programme.stops[0].occurrences[0].place

    link = "møtelenke: https://example.org/m"
    assert [place_of(facts) for facts in (f"sted: på nett\n{link}", f"sted: Kaia\n{link}", "sted: På nett")] == [
        None,
        PlaceData(None, "Kaia", "", ""),
        PlaceData(None, "På nett", "", ""),
    ]

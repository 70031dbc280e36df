"""The list of what one may sign up for: a programme or a cohort, and each gathering with a sign-up of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.schedules import joining
from ...graph.stops import Stop
from ...model.cohort import Cohort
from .composer import Composer
from .elements import Shape
from .sign_up import compose_sign_up
from .stop_shown import SignUp, last_of


@dataclass(frozen=True)
class SignUpRow:
    """One thing to sign up for."""

    name: str
    """«Kull 2», «Fagkveld»."""
    address: str
    """Of its page; empty where it is the page on which the row stands, or there is none."""
    sign_up: SignUp
    when: str = ""
    """«tirsdag 3. november 2026 kl. 17.00–19.00», or empty."""
    place: str = ""
    shape: Shape | None = None
    """Of a gathering; None for a programme or a cohort."""


def compose_sign_ups(
    composer: Composer, parts: ProgrammeParts, cohort: Cohort | None, stops: Iterable[Stop], *, joins: bool = True
) -> tuple[SignUpRow, ...]:
    """Compose what there is to sign up for on a way; nothing where an editor has said that all of it is over.

    ``cohort``: whose way it is; None: everyone's. ``joins``: whether the cohort or the programme itself comes first.
    """
    if "completed" in {parts.programme.state, cohort.state if cohort else ""}:
        return ()
    first = _joining(composer, parts, cohort) if joins and (cohort or not parts.occurrences.cohorts) else None
    rows = (row for stop in stops for row in _of_stop(composer, parts, stop, cohort))
    return (first, *rows) if first else tuple(rows)


def compose_cohort_sign_ups(composer: Composer, parts: ProgrammeParts) -> tuple[SignUpRow, ...]:
    """Compose how one joins each cohort of a programme, each with the address of its page."""
    if parts.programme.state == "completed":
        return ()
    going_on = [cohort for cohort in parts.occurrences.cohorts if cohort.state != "completed"]
    rows = ((cohort, _joining(composer, parts, cohort)) for cohort in going_on)
    return tuple(SignUpRow(row.name, address(cohort), row.sign_up) for cohort, row in rows if row)


def _joining(composer: Composer, parts: ProgrammeParts, cohort: Cohort | None) -> SignUpRow | None:
    """Compose how one joins a cohort or a programme; None where one does not sign up for it."""
    occurrences = parts.occurrences
    path = occurrences.paths[cohort.id] if cohort else occurrences.path
    until = last_of(stop.end.isoformat() if stop.end else "" for stop in path)
    sign_up = compose_sign_up(composer, joining(parts.programme, cohort), until)
    return SignUpRow((cohort or parts.programme).title, "", sign_up) if sign_up and sign_up.is_asked else None


def _of_stop(composer: Composer, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None) -> Iterator[SignUpRow]:
    """Compose a row for each sign-up of a stop: of all its times, or one for each that has its own."""
    brief = composer.stop_brief(parts, stop, cohort)
    shown = brief.stop
    if shown is None:
        return
    whole = [(shown.sign_up, brief.date, shown.place)] if shown.sign_up else []
    times = [(time.sign_up, time.date, time.place) for time in shown.times]
    for sign_up, date, place in (*whole, *times):
        if sign_up and sign_up.is_asked:
            when = " ".join(filter(None, (date.brief, date.time if date.time not in date.brief else "")))
            yield SignUpRow(brief.name, brief.address or "", sign_up, when, place, brief.shape)

"""Stops on handouts: when something is, where, and what became of it, each time in a line of its own.

Composed from what pages show (``StopShown``), in words alone: paper has no marks, and black ink must do.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.place_shown import line_of
from ..parts.sign_up import sign_up_lines
from ..parts.stop_shown import SignUp, StopShown, TimeShown


@dataclass(frozen=True)
class HandoutTime:
    """One time. Fields that are empty are not shown."""

    when: str
    """«onsdag 26. mai 2027 kl. 12.30–15.30»; empty where it stands beside it already."""
    place: str = ""
    place_before: str = ""
    """Where it was to be before; it is struck."""
    is_off: bool = False
    """Whether it is cancelled: day and place are struck."""
    became: str = ""
    """«Flyttet fra 19. mai, meldt 18. november 2026»."""
    facts: tuple[str, ...] = ()
    """«Plasser: 40»."""


@dataclass(frozen=True)
class HandoutStop:
    """A stop with all its times."""

    times: tuple[HandoutTime, ...]
    lead: str = ""
    """«Velg én av to», «Hver tredje tirsdag fra 24. august, kl. 14.30–15.00 (6 ganger)», or empty."""
    place: str = ""
    """Of all its times, where there are several; or empty."""
    between: str = ""
    """«eller», where one of its times is chosen; or empty."""
    shared: str = ""
    """«Sammen med kull 2», or empty."""
    facts: tuple[str, ...] = ()
    """What holds for all its times: «Påmelding: hos styreren»."""


def compose_handout_stop(composer: Composer, date: DateShown, place: str, stop: StopShown | None) -> HandoutStop:
    """Compose a stop where nothing else says when and where it is.

    ``date`` and ``place``: as lists show them, which is all there is to say where ``stop`` is None.
    """
    if stop is None:
        return HandoutStop((HandoutTime(show_when(date), place),))
    common = line_of(stop.place, stop.at) if len(stop.times) > 1 else ""
    lead = stop.words
    if stop.form == "series":
        rule = _rule(stop, date)
        lead = rule if stop.words in rule else f"{rule} ({stop.words})" if stop.rule else f"{stop.words}{rule}"
    times = (
        _time(composer, one, _when(one, stop, date), "" if common else line_of(one.place, one.at)) for one in stop.times
    )
    return HandoutStop(
        _distinct(stop, times), lead, common, _between(composer, stop), stop.shared, _facts(composer, stop.sign_up)
    )


def compose_beside(composer: Composer, date: DateShown, stop: StopShown) -> HandoutStop:
    """Compose what is left to say of a stop below its label, its name and its place.

    Before the name stands ``label_of``, after it ``place_beside``. ``date``: as lists show it.
    """
    several, place = _is_several(stop), place_beside(stop)
    times = (
        _time(composer, one, _when(one, stop, date) if several else "", "" if place else one.place)
        for one in stop.times
    )
    return HandoutStop(
        _distinct(stop, times),
        lead=_rule(stop, date).removeprefix(", ") if stop.form == "series" else "" if several else stop.words,
        between=_between(composer, stop),
        shared=stop.shared,
        facts=_facts(composer, stop.sign_up),
    )


def label_of(date: DateShown, stop: StopShown | None) -> str:
    """Give what stands before a stop's name: its day and clock, or «6 ganger» where no one day can stand for it."""
    if stop and _is_several(stop):
        return stop.words
    shown = stop.times[0].date if stop else date
    return " ".join(filter(None, (shown.brief, shown.time)))


def place_beside(stop: StopShown) -> str:
    """Give the place that stands behind a stop's name; empty where it is struck, or the times have different ones."""
    return "" if stop.is_off else stop.place


def show_when(date: DateShown) -> str:
    """Show day and clock of a date: «onsdag 26. mai 2027 kl. 12.30–15.30»."""
    return " ".join(filter(None, (date.text, date.time)))


def has_clocks(shown: Iterable[tuple[DateShown, StopShown | None]]) -> bool:
    """Tell whether it is known of every day that is known when one is to be there, and of one at least.

    ``shown``: stops, each with its date as lists show it.
    """
    held = [one for date, stop in shown for one in ([time.date for time in stop.times] if stop else [date])]
    return any(one.time for one in held) and all(one.time for one in held if one.start)


def _is_several(stop: StopShown) -> bool:
    return stop.form == "choice" or (stop.form == "series" and len(stop.times) > 1)


def _rule(stop: StopShown, date: DateShown) -> str:
    """Say when a series is, with the clock that all its times have; without a rule, the clock alone after a comma."""
    return f"{stop.rule}, {date.time}" if date.time and date.time not in stop.rule else stop.rule


def _between(composer: Composer, stop: StopShown) -> str:
    return composer.words["stop"]["or"] if stop.form == "choice" else ""


def _distinct(stop: StopShown, times: Iterable[HandoutTime]) -> tuple[HandoutTime, ...]:
    """Give the times to show: parts of which nothing differs yet are told once."""
    return tuple(dict.fromkeys(times) if stop.form == "part" else times)


def _facts(composer: Composer, sign_up: SignUp | None) -> tuple[str, ...]:
    return sign_up_lines(composer, sign_up) if sign_up else ()


def _when(time: TimeShown, stop: StopShown, date: DateShown) -> str:
    """Show when a time is; the clock of a series stands with its rule."""
    return time.date.text if stop.form == "series" and time.date.time == date.time else show_when(time.date)


def _time(composer: Composer, time: TimeShown, when: str, place: str) -> HandoutTime:
    words = composer.phrases["words"]["stop"]
    has_new_place = bool(time.place_before and not time.cancelled)
    became = (
        words["moved_from"].format(date=time.moved) if time.moved else "",
        words["new_place"] if has_new_place else "",
        time.cancelled,
    )
    said = ". ".join(filter(None, became))
    return HandoutTime(
        when=when,
        place=place or (composer.phrases["words"]["missing"]["place"] if has_new_place else ""),
        place_before=time.place_before if has_new_place else "",
        is_off=bool(time.cancelled),
        became=", ".join(filter(None, (said, time.told))) if said else "",
        facts=_facts(composer, time.sign_up),
    )

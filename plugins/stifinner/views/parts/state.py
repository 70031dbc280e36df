"""Whether a programme or a cohort is planned, running or completed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...graph.stops import Stop
from ...model.values import State
from .composer import Composer


@dataclass(frozen=True)
class StateShown:
    """Whether something is planned, running or completed: given by the editor, else found in the browser by date."""

    given: Literal["", State]
    """The editor's word for it; empty: the browser decides."""
    word: str
    """``given`` in the portal's language, or empty."""
    first: str
    """First known day, ISO 8601, or empty."""
    last: str
    """Last known day, ISO 8601, or empty."""
    open: bool
    """True while gatherings without a date, or without a year, remain."""


def compose_state(
    composer: Composer, given: Literal["", State], stops: Sequence[Stop], due: Iterable[date] = ()
) -> StateShown:
    """Compose what the browser needs to know. ``given``: the editor's word; ``due``: further days that belong to it."""
    days = sorted({*(day for stop in stops for day in (stop.start, stop.end) if day), *due})
    return StateShown(
        given=given,
        word=composer.words["states"][given] if given else "",
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
        open=any(not stop.start for stop in stops),
    )

"""What is going to be written: which files a portal has, in which language, and what is odd in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from stifinner.language.phrases import Phrases, load_phrases
from yaml_files import read_yaml

Draw = Callable[[st.SearchStrategy[Any]], Any]

QUIRKS = (
    *("letters", "values", "titles", "equal", "ours", "grammar"),
    *("empty", "anchors", "targets", "names", "circles", "files"),
)
"""What may be odd in a portal. Each has few of them, since one that has all is stopped by the first."""


@cache
def pool(name: str) -> tuple[str, ...]:
    """Things to choose from."""
    pools = read_yaml(Path(__file__).with_name("pools.yml"))
    return tuple(one for part in pools[name] for one in (part if isinstance(part, list) else [part]))


@dataclass(frozen=True)
class Place:
    """A file that is going to be written."""

    kind: str
    programme: str
    id: str
    path: str


@dataclass
class Plan:
    """What a portal has, and which oddities are in it."""

    language: str
    quirks: frozenset[str]
    favourite: str = ""
    """Kind of most files, which then say more than others do."""
    places: tuple[Place, ...] = ()
    attachments: tuple[str, ...] = ()
    titles: dict[str, list[str]] = field(default_factory=dict)
    """Path → headings written so far."""

    @property
    def phrases(self) -> Phrases:
        """The catalogue of its language."""
        return load_phrases(self.language)

    def of(self, kind: str, programme: str, *, shared: bool = False) -> list[Place]:
        """Things of a kind in a programme, or also shared ones; programmes are in none."""
        homes = {programme, ""} if shared else {programme} - {""}
        return [
            place for place in self.places if place.kind == kind and (kind == "programme" or place.programme in homes)
        ]

    def pictures(self) -> list[str]:
        """Attachments that a page can show."""
        return [path for path in self.attachments if path.lower().endswith((".svg", ".png"))]


class Chance:
    """Draws for one file of a plan."""

    def __init__(self, draw: Draw, plan: Plan, place: Place) -> None:
        self.draw, self.plan, self.place = draw, plan, place
        self.often = 2 if place.kind == plan.favourite else 3
        """Each fact and heading is there one time in so many."""

    def one(self, choices: Sequence[Any]) -> Any:
        """One of them."""
        return self.draw(st.sampled_from(choices))

    def few(self, least: int, most: int) -> range:
        """Some times."""
        return range(self.draw(st.integers(least, most)))

    def once_in(self, times: int) -> bool:
        """True one time in so many."""
        return bool(self.draw(st.integers(1, times)) == times)

    def quirk(self, name: str, times: int = 2) -> bool:
        """Whether something is odd here: never without the quirk, and with it one time in so many."""
        return name in self.plan.quirks and self.once_in(times)

"""The order in which things of a kind are shown."""

from collections.abc import Mapping, Sequence

from ..model.cohort import Cohort
from ..model.focus_area import FocusArea
from ..model.gathering import Gathering
from ..model.inspiration import Inspiration
from ..model.item import Item
from .occurrences import Occurrences
from .order import LAST, natural
from .stops import distinct

_Things = Mapping[type[Item], Sequence[Item]]
_Users = Mapping[str, tuple[Item, ...]]


def order_things(things: _Things, users: _Users, occurrences: Occurrences) -> dict[type[Item], tuple[Item, ...]]:
    """Sort the items of each kind: by the place in order that an editor gave them («rekkefølge»), then by id.

    Gatherings are sorted by time, inspiration by the focus areas it belongs to. ``things``: class of a kind → its
    items; ``users``: path of an item → the items that refer to it; ``occurrences``: of the gatherings among them.
    """
    ordered = {kind: tuple(sorted(items, key=sort_key)) for kind, items in things.items()}
    if Gathering in ordered:
        ordered[Gathering] = distinct(stop.gathering for stop in occurrences.path)
    if Cohort in ordered:
        ordered[Cohort] = occurrences.cohorts
    if Inspiration in ordered:
        areas = {area.path: number for number, area in enumerate(ordered.get(FocusArea, ()))}

        def area_of(inspiration: Item) -> int:
            numbers = [areas[user.path] for user in users.get(inspiration.path, ()) if user.path in areas]
            return min(numbers, default=len(areas))

        ordered[Inspiration] = tuple(sorted(ordered[Inspiration], key=area_of))
    return ordered


def sort_key(item: Item) -> tuple[int, object]:
    """Give the key that items of a kind are sorted by."""
    order: int | None = getattr(item, "order", None)
    return (order if order is not None else LAST, natural(item.id))

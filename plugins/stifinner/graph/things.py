"""The order in which things of a kind are shown."""

from collections.abc import Mapping, Sequence

from ..model.focus_area import FocusArea
from ..model.gathering import Gathering
from ..model.inspiration import Inspiration
from ..model.item import Item
from .order import natural, order_gatherings

_LAST = 10_000
"""The place of what has been given none."""
_Things = Mapping[type[Item], Sequence[Item]]
_Users = Mapping[str, tuple[Item, ...]]


def order_things(things: _Things, users: _Users) -> dict[type[Item], tuple[Item, ...]]:
    """Put the things of each kind in order: by the place an editor gave them, then by name.

    Gatherings stand in order of time, inspiration in the order of the focus areas it belongs to. ``users``: path of a
    thing → what points to it.
    """
    ordered = {kind: tuple(sorted(items, key=place_of)) for kind, items in things.items()}
    if Gathering in ordered:
        gatherings = [item for item in ordered[Gathering] if isinstance(item, Gathering)]
        ordered[Gathering] = order_gatherings(gatherings)
    if Inspiration in ordered:
        areas = {area.path: number for number, area in enumerate(ordered.get(FocusArea, ()))}

        def area_of(inspiration: Item) -> int:
            found = [areas[user.path] for user in users.get(inspiration.path, ()) if user.path in areas]
            return min(found, default=len(areas))

        ordered[Inspiration] = tuple(sorted(ordered[Inspiration], key=area_of))
    return ordered


def place_of(item: Item) -> tuple[int, object]:
    """Give the key that things of a kind are sorted by."""
    order: int | None = getattr(item, "order", None)
    return (order if order is not None else _LAST, natural(item.id))

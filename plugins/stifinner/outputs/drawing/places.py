"""Order and positions within the layers of a support picture: few crossings, short lines, long lines straight."""

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import pairwise

from .layers import Measures, Slot, width_of

_SWEEPS = 12
"""How often layers are sorted, forth and back."""
_RELAXATIONS = 60
"""How often all slots are moved towards their neighbours."""


@dataclass(frozen=True)
class _Pool:
    """Neighbours in a layer that stand as close as they may, since their wishes overlap."""

    total: float
    """Sum of their weighted wishes, counted without the room of the slots before them."""
    weight: float
    count: int

    @property
    def level(self) -> float:
        """The weighted mean of their wishes."""
        return self.total / self.weight


def order(layers: list[list[Slot]]) -> None:
    """Sort the layers, in place, so that few lines cross.

    Each layer is sorted by the middle of its neighbours in the layer beside it, forth and back; the best is kept.
    """
    best, fewest = [list(layer) for layer in layers], _count_crossings(layers)
    for sweep in range(_SWEEPS):
        if sweep % 2 == 0:
            for earlier, layer in pairwise(layers):
                _sort_by_neighbours(layer, earlier)
        else:
            for later, layer in pairwise(reversed(layers)):
                _sort_by_neighbours(layer, later)
        if (crossings := _count_crossings(layers)) < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    for layer, kept in zip(layers, best, strict=True):
        layer[:] = kept


def _sort_by_neighbours(layer: list[Slot], beside: list[Slot]) -> None:
    index_of = {id(slot): index for index, slot in enumerate(beside)}

    def middle(numbered: tuple[int, Slot]) -> float:
        own_index, slot = numbered
        near = [index_of[id(other)] for other in (*slot.before, *slot.after) if id(other) in index_of]
        return sum(near) / len(near) if near else float(own_index)

    layer[:] = [slot for _, slot in sorted(enumerate(layer), key=middle)]


def _count_crossings(layers: list[list[Slot]]) -> int:
    count = 0
    for layer, following in pairwise(layers):
        index_of = {id(slot): index for index, slot in enumerate(following)}
        earlier: list[int] = []
        for slot in layer:
            for end in sorted(index_of[id(other)] for other in slot.after):
                count += len(earlier) - bisect_right(earlier, end)
                insort(earlier, end)
    return count


def relax(layers: list[list[Slot]], measures: Measures) -> None:
    """Set positions across: each slot as near the middle of its neighbours as the others in its layer allow."""
    room = _room(layers, measures)
    for layer in layers:
        _fit_positions(layer, [room / 2] * len(layer), [1.0] * len(layer), room, measures)
    for step in range(_RELAXATIONS):
        for layer in layers if step % 2 == 0 else reversed(layers):
            wished, weights = [], []
            for slot in layer:
                near = [(other.across, _pull(slot, other)) for other in (*slot.before, *slot.after)]
                weight = sum(pull for _, pull in near)
                wished.append(sum(across * pull for across, pull in near) / weight if near else slot.across)
                weights.append(weight or 1.0)
            _fit_positions(layer, wished, weights, room, measures)


def straighten(layers: list[list[Slot]], measures: Measures) -> None:
    """Level slots of one edge that follow each other, where they can move so far, so that a long line has few bends."""
    room = _room(layers, measures)
    free: dict[int, tuple[float, float]] = {}
    home = {id(slot): (layer, index) for layer in layers for index, slot in enumerate(layer)}
    starts = [slot for layer in layers for slot in layer if not slot.node and slot.before[0].node]
    for start in starts:
        run: list[Slot] = []
        lower, upper = 0.0, room
        slot = start
        while not slot.node:
            least, most = free[id(slot)] = _freedom(*home[id(slot)], room, measures)
            lower, upper = (max(lower, least), min(upper, most)) if run else (least, most)
            if lower > upper:
                _level(run, free)
                run, lower, upper = [], least, most
            run.append(slot)
            slot = slot.after[0]
        _level(run, free)


def _freedom(layer: list[Slot], index: int, room: float, measures: Measures) -> tuple[float, float]:
    """Give the lowest and highest position across that a slot can take while its neighbours in the layer stay."""
    slot = layer[index]
    lower, upper = slot.box.before, room - slot.box.after
    if index:
        one = layer[index - 1]
        lower = one.across + one.box.after + measures.gap_across + slot.box.before
    if index < len(layer) - 1:
        one = layer[index + 1]
        upper = one.across - one.box.before - measures.gap_across - slot.box.after
    return min(lower, slot.across), max(upper, slot.across)


def _level(run: list[Slot], free: dict[int, tuple[float, float]]) -> None:
    """Move slots of one edge to one position across: the middle one of theirs, as far as all are free to move there."""
    lower = max(free[id(slot)][0] for slot in run)
    upper = min(free[id(slot)][1] for slot in run)
    middle = sorted(slot.across for slot in run)[len(run) // 2]
    for slot in run:
        slot.across = min(max(middle, lower), upper)


def _room(layers: list[list[Slot]], measures: Measures) -> float:
    """Measure the width that all layers share: what the widest needs, and some more where the limit allows it."""
    widest = max((width_of([slot.box for slot in layer], measures) for layer in layers), default=0.0)
    return max(widest, min(measures.limit_across, widest * 1.35))


def _pull(one: Slot, other: Slot) -> float:
    """Weigh how much two joined slots should stand level: most within a long line, least from node to node."""
    return 1.0 if one.node and other.node else 8.0 if not one.node and not other.node else 2.0


def _fit_positions(
    layer: list[Slot], wished: list[float], weights: list[float], room: float, measures: Measures
) -> None:
    """Move a layer's slots as near to the wished positions as their order, their distances and the room allow.

    This is isotonic regression by pooling neighbours that violate the order: slots that would overlap form a pool,
    which stands where the weighted mean of its wishes is.
    """
    offsets, offset = [], 0.0
    for index, slot in enumerate(layer):
        offset += slot.box.before
        offsets.append(offset)
        offset += slot.box.after + (measures.gap_across if index < len(layer) - 1 else 0)
    pools: list[_Pool] = []
    for wish, weight, own_offset in zip(wished, weights, offsets, strict=True):
        pool = _Pool((wish - own_offset) * weight, weight, 1)
        while pools and pools[-1].level >= pool.level:
            earlier = pools.pop()
            pool = _Pool(pool.total + earlier.total, pool.weight + earlier.weight, pool.count + earlier.count)
        pools.append(pool)
    levels = [pool.level for pool in pools for _ in range(pool.count)]
    for slot, level, own_offset in zip(layer, levels, offsets, strict=True):
        slot.across = min(max(level, 0.0), max(room - offset, 0.0)) + own_offset

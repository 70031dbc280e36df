"""Order and places within the layers of a support picture: few crossings, short ways, long lines straight."""

from bisect import bisect_right, insort
from itertools import pairwise

from .layers import Item, Measures, width_of

_SWEEPS = 12
_RELAXATIONS = 60


def order(layers: list[list[Item]]) -> None:
    """Few crossings: sort each layer by the middle of its neighbours, forth and back, and keep the best."""
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


def _sort_by_neighbours(layer: list[Item], beside: list[Item]) -> None:
    place = {id(item): at for at, item in enumerate(beside)}

    def middle(entry: tuple[int, Item]) -> float:
        at, item = entry
        near = [place[id(other)] for other in (*item.before, *item.after) if id(other) in place]
        return sum(near) / len(near) if near else float(at)

    layer[:] = [item for _, item in sorted(enumerate(layer), key=middle)]


def _count_crossings(layers: list[list[Item]]) -> int:
    count = 0
    for layer, following in pairwise(layers):
        place = {id(item): at for at, item in enumerate(following)}
        earlier: list[int] = []
        for item in layer:
            for end in sorted(place[id(other)] for other in item.after):
                count += len(earlier) - bisect_right(earlier, end)
                insort(earlier, end)
    return count


def settle(layers: list[list[Item]], measures: Measures) -> None:
    """Across: everybody as near the middle of their neighbours as the room allows."""
    room = _room(layers, measures)
    for layer in layers:
        _place(layer, [room / 2] * len(layer), [1.0] * len(layer), room, measures)
    for step in range(_RELAXATIONS):
        for layer in layers if step % 2 == 0 else reversed(layers):
            wished, weights = [], []
            for item in layer:
                near = [(other.across, _pull(item, other)) for other in (*item.before, *item.after)]
                weight = sum(pull for _, pull in near)
                wished.append(sum(across * pull for across, pull in near) / weight if near else item.across)
                weights.append(weight or 1.0)
            _place(layer, wished, weights, room, measures)


def straighten(layers: list[list[Item]], measures: Measures) -> None:
    """Along the way of each edge, stops that can stand level do, so that a long line does not run in steps."""
    room = _room(layers, measures)
    free: dict[int, tuple[float, float]] = {}
    home = {id(item): (layer, index) for layer in layers for index, item in enumerate(layer)}
    starts = [item for layer in layers for item in layer if not item.node and item.before[0].node]
    for start in starts:
        run: list[Item] = []
        lower, upper = 0.0, room
        item = start
        while not item.node:
            least, most = free[id(item)] = _freedom(*home[id(item)], room, measures)
            lower, upper = (max(lower, least), min(upper, most)) if run else (least, most)
            if lower > upper:
                _level(run, free)
                run, lower, upper = [], least, most
            run.append(item)
            item = item.after[0]
        _level(run, free)


def _freedom(layer: list[Item], index: int, room: float, measures: Measures) -> tuple[float, float]:
    """Between which places an item can stand while its neighbours stay."""
    item = layer[index]
    lower, upper = item.box.before, room - item.box.after
    if index:
        one = layer[index - 1]
        lower = one.across + one.box.after + measures.gap_across + item.box.before
    if index < len(layer) - 1:
        one = layer[index + 1]
        upper = one.across - one.box.before - measures.gap_across - item.box.after
    return min(lower, item.across), max(upper, item.across)


def _level(run: list[Item], free: dict[int, tuple[float, float]]) -> None:
    """To the height that most of them are nearest to."""
    lower = max(free[id(item)][0] for item in run)
    upper = min(free[id(item)][1] for item in run)
    middle = sorted(item.across for item in run)[len(run) // 2]
    for item in run:
        item.across = min(max(middle, lower), upper)


def _room(layers: list[list[Item]], measures: Measures) -> float:
    widest = max((width_of([item.box for item in layer], measures) for layer in layers), default=0.0)
    return max(widest, min(measures.limit_across, widest * 1.35))


def _pull(one: Item, other: Item) -> float:
    """How strongly two neighbours want to stand level: a long line straight before all else."""
    return 1.0 if one.node and other.node else 8.0 if not one.node and not other.node else 2.0


def _place(layer: list[Item], wished: list[float], weights: list[float], room: float, measures: Measures) -> None:
    """The nearest places to the wished ones that keep the order, the distances and the room (isotonic regression)."""
    offsets, offset = [], 0.0
    for index, item in enumerate(layer):
        offset += item.box.before
        offsets.append(offset)
        offset += item.box.after + (measures.gap_across if index < len(layer) - 1 else 0)
    pools: list[tuple[float, float, int]] = []
    for wish, weight, offset_of in zip(wished, weights, offsets, strict=True):
        total, heft, count = (wish - offset_of) * weight, weight, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / heft:
            earlier = pools.pop()
            total, heft, count = total + earlier[0], heft + earlier[1], count + earlier[2]
        pools.append((total, heft, count))
    levels = [total / heft for total, heft, count in pools for _ in range(count)]
    for item, level, offset_of in zip(layer, levels, offsets, strict=True):
        item.across = min(max(level, 0.0), max(room - offset, 0.0)) + offset_of

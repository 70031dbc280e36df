"""The layers of a support picture: who stands in which, and the slot of each edge in every layer that it passes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True)
class Box:
    """How much room something takes, from the point that its line runs through."""

    lead: float
    """Against the flow."""
    trail: float
    """With the flow."""
    before: float
    """Across, to the side where across is smaller."""
    after: float
    """Across, to the other side."""


@dataclass(frozen=True)
class Measures:
    """The distances of a drawing."""

    gap_along: float
    """Between layers, at least: here the lines bend."""
    wide_gap_along: float
    """Between layers, at most: the gentler the bends, the calmer the picture."""
    aim_along: float
    """The length that the gaps may fill up to."""
    gap_across: float
    """Between neighbours in a layer."""
    limit_across: float
    """The width to keep within as far as possible."""


@dataclass
class Item:
    """A node, an edge's word or an edge passing by, in its layer."""

    box: Box
    node: str = ""
    edge: int = -1
    label: bool = False
    across: float = 0.0
    before: list["Item"] = field(default_factory=list)
    after: list["Item"] = field(default_factory=list)


def break_cycles(nodes: list[str], edges: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[bool]]:
    """Turn the edges that close a cycle, found depth first from those whom nobody supports."""
    outward: dict[str, list[tuple[int, str]]] = {node: [] for node in nodes}
    for number, (source, target) in enumerate(edges):
        outward[source].append((number, target))
    targets = {target for _, target in edges}
    open_nodes: set[str] = set()
    seen: set[str] = set()
    turned = [source == target for source, target in edges]
    for start in [node for node in nodes if node not in targets] + nodes:
        ways = [] if start in seen else [(start, iter(outward[start]))]
        while ways:
            node, onward = ways[-1]
            seen.add(node)
            open_nodes.add(node)
            for number, target in onward:
                if target in open_nodes:
                    turned[number] = True
                elif target not in seen:
                    ways.append((target, iter(outward[target])))
                    break
            else:
                open_nodes.remove(node)
                ways.pop()
    return [(b, a) if turn else (a, b) for (a, b), turn in zip(edges, turned, strict=True)], turned


def fit_ranks(nodes: Mapping[str, Box], edges: list[tuple[str, str]], measures: Measures) -> dict[str, int]:
    """Rank by the longest way from a supporter; where a rank is too wide, those who support fewest wait one rank.

    Ranks are looked through from the first: whoever stays in one stays for good, and somebody does in each.
    """
    order = list(nodes)
    supports = Counter(source for source, _ in edges)
    place = {node: number for number, node in enumerate(order)}
    floor = _stand_close(order, edges, _longest_ways(order, edges, dict.fromkeys(nodes, 0)))
    ranks = _longest_ways(order, edges, floor)
    for rank in range(len(order)):
        members = [node for node in order if ranks[node] == rank]
        patient = sorted(members, key=lambda node: (supports[node], -place[node]))
        while len(members) > 1 and width_of([nodes[node] for node in members], measures) > measures.limit_across:
            waiting = patient.pop(0)
            members.remove(waiting)
            floor[waiting] = rank + 1
        ranks = _longest_ways(order, edges, floor)
    return ranks


def _longest_ways(order: list[str], edges: list[tuple[str, str]], floor: dict[str, int]) -> dict[str, int]:
    ranks = dict(floor)
    for _ in order:
        changed = False
        for source, target in edges:
            if source != target and ranks[target] <= ranks[source]:
                ranks[target], changed = ranks[source] + 1, True
        if not changed:
            break
    return ranks


def _stand_close(order: list[str], edges: list[tuple[str, str]], ranks: dict[str, int]) -> dict[str, int]:
    """One whom nobody supports stands right before whom they support; ranks that nobody is left in are closed."""
    supported = {target for _, target in edges}
    close = dict(ranks)
    for node in order:
        helped = [ranks[target] for source, target in edges if source == node != target]
        if node not in supported and helped:
            close[node] = max(ranks[node], min(helped) - 1)
    used = sorted(set(close.values()))
    return {node: used.index(rank) for node, rank in close.items()}


def width_of(boxes: Sequence[Box], measures: Measures) -> float:
    """How wide boxes are side by side."""
    return sum(box.before + box.after for box in boxes) + measures.gap_across * max(0, len(boxes) - 1)


def stack(
    nodes: Mapping[str, Box],
    edges: list[tuple[str, str]],
    labels: Sequence[Box],
    ranks: dict[str, int],
    measures: Measures,
) -> list[list[Item]]:
    """Layers of nodes with layers of words between; each edge is given an item in every layer that it passes."""
    line = Box(0, 0, 4, 4)
    real = [number for number, (source, target) in enumerate(edges) if source != target]
    zone = _choose_zones(real, edges, labels, ranks)
    layers: list[list[Item]] = []
    chains: dict[int, list[Item]] = {number: [] for number in real}
    at: dict[str, Item] = {}

    def pass_by(layer: list[Item], numbers: Iterable[int]) -> None:
        for number in numbers:
            item = Item(line, edge=number)
            layer.append(item)
            chains[number].append(item)

    for rank in range(max(ranks.values(), default=-1) + 1):
        layer = [Item(nodes[node], node=node) for node in nodes if ranks[node] == rank]
        at.update({item.node: item for item in layer})
        pass_by(layer, (n for n in real if ranks[edges[n][0]] < rank < ranks[edges[n][1]]))
        layers.append(layer)
        crossing = [n for n in real if ranks[edges[n][0]] <= rank < ranks[edges[n][1]]]
        waiting = [n for n in crossing if zone[n] == rank]
        while waiting:
            layer = []
            words: list[int] = []
            for number in waiting:
                boxes = [labels[n] for n in [*words, number]] + [line] * (len(crossing) - len(words) - 1)
                if not words or width_of(boxes, measures) <= measures.limit_across:
                    words.append(number)
            for number in crossing:
                if number in words:
                    item = Item(labels[number], edge=number, label=True)
                    layer.append(item)
                    chains[number].append(item)
                else:
                    pass_by(layer, [number])
            layers.append(layer)
            waiting = [n for n in waiting if n not in words]
    for number, chain in chains.items():
        whole = [at[edges[number][0]], *chain, at[edges[number][1]]]
        for one, other in pairwise(whole):
            one.after.append(other)
            other.before.append(one)
    return layers


def _choose_zones(
    real: list[int], edges: list[tuple[str, str]], labels: Sequence[Box], ranks: dict[str, int]
) -> dict[int, int]:
    """After which rank each edge's word stands: short edges have no choice, long ones take the emptiest place."""
    taken: dict[int, float] = {}
    zone: dict[int, int] = {}
    for number in sorted(real, key=lambda n: (ranks[edges[n][1]] - ranks[edges[n][0]], n)):
        choices = range(ranks[edges[number][0]], ranks[edges[number][1]])
        zone[number] = min(choices, key=lambda rank: (taken.get(rank, 0.0), rank))
        taken[zone[number]] = taken.get(zone[number], 0.0) + labels[number].before + labels[number].after
    return zone

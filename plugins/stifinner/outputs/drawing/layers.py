"""The layers of a support picture: which layer each node stands in, and a slot for each edge in every layer it passes.

Layouts of this sort are known as layered, or Sugiyama's: cycles are broken, nodes are ranked, long edges are divided.
``layout.py`` calls these steps in that order, and then chooses the order within each layer, and positions.

The flow runs from those who support to those whom they support. An edge is a pair of node keys in that direction, and
its number is its index in the list of edges. A rank is how far along the flow a node stands: the nodes of a rank are
one layer, and layers for words stand between those of two ranks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True)
class Box:
    """How much room a slot takes on each side of the point that its line runs through; in units of the picture."""

    lead: float
    """Against the flow."""
    trail: float
    """With the flow."""
    before: float
    """Across the flow, to the side with smaller coordinates."""
    after: float
    """Across the flow, to the other side."""


@dataclass(frozen=True)
class Measures:
    """The distances of a drawing, in its own units."""

    gap_along: float
    """Between layers, at least; lines bend in these gaps."""
    wide_gap_along: float
    """Between layers, at most; wide gaps make gentle bends."""
    aim_along: float
    """The length along the flow that gaps may widen to fill."""
    gap_across: float
    """Between neighbours in a layer."""
    limit_across: float
    """The width across the flow to keep within, as far as possible."""


@dataclass
class Slot:
    """What stands in a layer at one place: a node, the word of an edge, or an edge that passes by."""

    box: Box
    node: str = ""
    """Key of the node; empty for an edge."""
    edge: int = -1
    """Number of the edge; -1 for a node."""
    label: bool = False
    """True where the edge has its word here."""
    across: float = 0.0
    """Position across the flow, of the point that the line runs through."""
    before: list["Slot"] = field(default_factory=list)
    """Slots in the layer before that a line comes from."""
    after: list["Slot"] = field(default_factory=list)
    """Slots in the layer after that a line goes to."""


_LINE = Box(0, 0, 4, 4)
"""The room of an edge that passes by a layer."""


def break_cycles(nodes: list[str], edges: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[bool]]:
    """Turn the edges that close a cycle, so that all run one way; give the edges, and for each whether it was turned.

    The search is depth first and begins at nodes whom nobody supports. An edge from a node to itself counts as turned.
    """
    outward: dict[str, list[tuple[int, str]]] = {node: [] for node in nodes}
    for number, (source, target) in enumerate(edges):
        outward[source].append((number, target))
    targets = {target for _, target in edges}
    on_path: set[str] = set()
    seen: set[str] = set()
    turned = [source == target for source, target in edges]
    # The search keeps its own path instead of calling itself, since a chain of supporters may be very long. Each node
    # on the path has an iterator, which remembers how many of its edges have been followed.
    for start in [node for node in nodes if node not in targets] + nodes:
        path = [] if start in seen else [(start, iter(outward[start]))]
        while path:
            node, onward = path[-1]
            seen.add(node)
            on_path.add(node)
            for number, target in onward:
                if target in on_path:
                    turned[number] = True
                elif target not in seen:
                    path.append((target, iter(outward[target])))
                    break
            else:
                # All edges of the node have been followed: go back to the one before it.
                on_path.remove(node)
                path.pop()
    return [(b, a) if turn else (a, b) for (a, b), turn in zip(edges, turned, strict=True)], turned


def fit_ranks(nodes: Mapping[str, Box], edges: list[tuple[str, str]], measures: Measures) -> dict[str, int]:
    """Give each node its rank: the length of the longest path to it from a node whom nobody supports.

    Where the nodes of a rank are too wide side by side, those who support fewest are moved to the next rank. Ranks are
    gone through from the first, and at least one node stays in each, so this ends. ``edges``: without cycles.
    """
    order = list(nodes)
    support_count = Counter(source for source, _ in edges)
    index = {node: number for number, node in enumerate(order)}
    # The least rank that each node may have. What is moved down moves those below it too, so ranks are found anew.
    least = _stand_close(order, edges, _rank_below(order, edges, dict.fromkeys(nodes, 0)))
    ranks = _rank_below(order, edges, least)
    for rank in range(len(order)):
        members = [node for node in order if ranks[node] == rank]
        # Of two who support as many, the later one is moved.
        movable = sorted(members, key=lambda node: (support_count[node], -index[node]))
        while len(members) > 1 and width_of([nodes[node] for node in members], measures) > measures.limit_across:
            moved = movable.pop(0)
            members.remove(moved)
            least[moved] = rank + 1
        ranks = _rank_below(order, edges, least)
    return ranks


def _rank_below(order: list[str], edges: list[tuple[str, str]], least: dict[str, int]) -> dict[str, int]:
    """Rank each node below all who support it, and no less than its rank in ``least``."""
    ranks = dict(least)
    # Without cycles, as many rounds as there are nodes are always enough.
    for _ in order:
        changed = False
        for source, target in edges:
            if source != target and ranks[target] <= ranks[source]:
                ranks[target], changed = ranks[source] + 1, True
        if not changed:
            break
    return ranks


def _stand_close(order: list[str], edges: list[tuple[str, str]], ranks: dict[str, int]) -> dict[str, int]:
    """Move nodes whom nobody supports to the rank before those whom they support; number ranks anew without gaps."""
    supported = {target for _, target in edges}
    close = dict(ranks)
    for node in order:
        helped = [ranks[target] for source, target in edges if source == node != target]
        if node not in supported and helped:
            close[node] = max(ranks[node], min(helped) - 1)
    used = sorted(set(close.values()))
    return {node: used.index(rank) for node, rank in close.items()}


def width_of(boxes: Sequence[Box], measures: Measures) -> float:
    """Measure how wide boxes are side by side, with the gaps between them."""
    return sum(box.before + box.after for box in boxes) + measures.gap_across * max(0, len(boxes) - 1)


def stack(
    nodes: Mapping[str, Box],
    edges: list[tuple[str, str]],
    labels: Sequence[Box],
    ranks: dict[str, int],
    measures: Measures,
) -> list[list[Slot]]:
    """Build the layers in the order of the flow: nodes of a rank, then the words of the edges that go on from it.

    Each edge gets a slot in every layer between its two nodes, so that nothing else stands where its line runs.
    ``edges``: without cycles; ``labels``: the room of each edge's word; ``ranks``: of the nodes, from 0.
    """
    # Number of an edge → the ranks that it begins and ends in; edges from a node to itself have no place in the layers.
    spans = {n: (ranks[source], ranks[target]) for n, (source, target) in enumerate(edges) if source != target}
    word_ranks = _choose_word_ranks(spans, labels)
    layers: list[list[Slot]] = []
    for rank in range(max(ranks.values(), default=-1) + 1):
        at_rank = [Slot(nodes[node], node=node) for node in nodes if ranks[node] == rank]
        passing_by = [n for n, (begin, end) in spans.items() if begin < rank < end]
        going_on = [n for n, (begin, end) in spans.items() if begin <= rank < end]
        layers.append(at_rank + [Slot(_LINE, edge=n) for n in passing_by])
        layers += _word_layers(going_on, [n for n in going_on if word_ranks[n] == rank], labels, measures)
    _join_slots(layers, list(spans), edges)
    return layers


def _word_layers(
    going_on: list[int], waiting: list[int], labels: Sequence[Box], measures: Measures
) -> list[list[Slot]]:
    """Build the layers of words between two ranks: as many as are needed for the words to fit side by side.

    ``going_on``: numbers of all edges between the ranks; ``waiting``: of those that have their word here.
    """
    layers: list[list[Slot]] = []
    while waiting:
        words = _fit_words(going_on, waiting, labels, measures)
        layers.append([Slot(labels[n], edge=n, label=True) if n in words else Slot(_LINE, edge=n) for n in going_on])
        waiting = [n for n in waiting if n not in words]
    return layers


def _fit_words(going_on: list[int], waiting: list[int], labels: Sequence[Box], measures: Measures) -> list[int]:
    """Choose the edges whose words fit into one layer, beside the lines of all other edges; one at least."""
    words: list[int] = []
    for number in waiting:
        word_boxes = [labels[n] for n in [*words, number]]
        boxes = word_boxes + [_LINE] * (len(going_on) - len(word_boxes))
        if not words or width_of(boxes, measures) <= measures.limit_across:
            words.append(number)
    return words


def _join_slots(layers: list[list[Slot]], numbers: list[int], edges: list[tuple[str, str]]) -> None:
    """Tell each slot which slots its lines come from and go to, from an edge's first node to its last.

    ``numbers``: of the edges that lead from one node to another.
    """
    node_slots = {slot.node: slot for layer in layers for slot in layer if slot.node}
    chains: dict[int, list[Slot]] = {number: [] for number in numbers}
    for layer in layers:
        for slot in layer:
            if not slot.node:
                chains[slot.edge].append(slot)
    for number, chain in chains.items():
        source, target = edges[number]
        for earlier, later in pairwise([node_slots[source], *chain, node_slots[target]]):
            earlier.after.append(later)
            later.before.append(earlier)


def _choose_word_ranks(spans: Mapping[int, tuple[int, int]], labels: Sequence[Box]) -> dict[int, int]:
    """Choose for each edge the rank after which its word stands.

    Short edges, which have little choice or none, come first; each takes the rank whose words so far are narrowest.
    ``spans``: number of an edge → the ranks that it begins and ends in.
    """
    taken: dict[int, float] = {}
    chosen: dict[int, int] = {}
    for number, (begin, end) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[0])):
        rank = min(range(begin, end), key=lambda rank: (taken.get(rank, 0.0), rank))
        chosen[number] = rank
        taken[rank] = taken.get(rank, 0.0) + labels[number].before + labels[number].after
    return chosen

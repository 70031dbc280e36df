"""The layout of a support picture: positions of people, words and lines, so that no text is crossed or covered.

Everything is measured *along* the flow (from supporter to supported) and *across* it, so that one layout serves both
the broad and the narrow drawing. Layers follow each other along the flow: people, words, people, words … Each edge has
a slot of its own in every layer that it passes, and bends only between layers; so no line can cross a word or a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .layers import Box, Measures, Slot, break_cycles, fit_ranks, stack
from .places import order, relax, straighten


@dataclass(frozen=True)
class Stop:
    """A slot of an edge in a layer: the line runs straight from ``start`` to ``end`` along, at ``across``."""

    start: float
    end: float
    across: float


class Point(NamedTuple):
    """The middle of a node or a word."""

    along: float
    across: float


class Band(NamedTuple):
    """Where a layer lies along the flow."""

    start: float
    end: float


@dataclass(frozen=True)
class Route:
    """How an edge runs, in the direction of the flow; ``first`` and ``last`` are keys of its nodes."""

    first: str
    last: str
    stops: tuple[Stop, ...]
    label: Point
    """The middle of its word."""
    backwards: bool
    """True where the support goes against the flow: the arrow's tip stands at ``first``."""


@dataclass(frozen=True)
class Layout:
    """Positions of everything in the picture, from 0, and how long (along) and wide (across) the whole is."""

    nodes: Mapping[str, Point]
    """Key → the middle of the node."""
    bands: Mapping[str, Band]
    """Key → the node's layer."""
    routes: tuple[Route, ...]
    along: float
    across: float


def lay_out(
    nodes: Mapping[str, Box],
    edges: Sequence[tuple[str, str]],
    labels: Sequence[Box],
    measures: Measures,
) -> Layout:
    """Give positions to all nodes, words and lines; the same input always gives the same picture.

    ``nodes``: key → its room; ``edges``: keys of supporter and supported; ``labels``: the room of each edge's word.
    """
    forward, turned = break_cycles(list(nodes), edges)
    ranks = fit_ranks(nodes, forward, measures)
    layers = stack(nodes, forward, labels, ranks, measures)
    order(layers)
    relax(layers, measures)
    straighten(layers, measures)
    return _read_off(layers, forward, turned, measures)


def _read_off(layers: list[list[Slot]], edges: list[tuple[str, str]], turned: list[bool], measures: Measures) -> Layout:
    """Turn slots, whose positions across are known, into a layout, by giving the layers their positions along."""
    nodes: dict[str, Point] = {}
    bands: dict[str, Band] = {}
    stops: dict[int, list[Stop]] = {}
    label: dict[int, Point] = {}
    lowest = min((slot.across - slot.box.before for layer in layers for slot in layer), default=0.0)
    depths = sum(max(slot.box.lead for slot in layer) + max(slot.box.trail for slot in layer) for layer in layers)
    spare = (measures.aim_along - depths) / max(1, len(layers) - 1)
    gap = min(max(measures.gap_along, spare), measures.wide_gap_along)
    along = 0.0
    for layer in layers:
        lead = max(slot.box.lead for slot in layer)
        trail = max(slot.box.trail for slot in layer)
        for slot in layer:
            across = slot.across - lowest
            if slot.node:
                nodes[slot.node] = Point(along + lead, across)
                bands[slot.node] = Band(along, along + lead + trail)
            else:
                stops.setdefault(slot.edge, []).append(Stop(along, along + lead + trail, across))
                if slot.label:
                    label[slot.edge] = Point(along + (lead + trail) / 2, across)
        along += lead + trail + gap
    routes = tuple(
        Route(first, last, tuple(stops[number]), label[number], turned[number])
        for number, (first, last) in enumerate(edges)
        if first != last
    )
    highest = max((slot.across + slot.box.after for layer in layers for slot in layer), default=0.0)
    return Layout(nodes, bands, routes, max(0.0, along - gap), highest - lowest)


__all__ = ["Box", "Layout", "Measures", "Route", "Stop", "lay_out"]

"""Where the people and the words of a support picture stand: a layered layout that keeps all text apart.

Everything is measured *along* the flow (from supporter to supported) and *across* it, so that one layout serves both
the broad and the narrow drawing. Layers follow each other along the flow: people, words, people, words … Each edge has
a slot of its own in every layer that it passes, and bends only between layers; so no line can cross a word or a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .layers import Box, Item, Measures, break_cycles, fit_ranks, stack
from .places import order, settle, straighten


@dataclass(frozen=True)
class Stop:
    """A slot of an edge in a layer: the line runs straight from ``start`` to ``end`` along, at ``across``."""

    start: float
    end: float
    across: float


class Point(NamedTuple):
    """The middle of something."""

    along: float
    across: float


class Band(NamedTuple):
    """Where a layer lies along the flow."""

    start: float
    end: float


@dataclass(frozen=True)
class Route:
    """How an edge runs, in the direction of the flow."""

    first: str
    last: str
    stops: tuple[Stop, ...]
    label: Point
    """The middle of its word."""
    backwards: bool
    """True where the support goes against the flow: the tip stands at ``first``."""


@dataclass(frozen=True)
class Layout:
    """Everything in its place."""

    nodes: Mapping[str, Point]
    """By key."""
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
    """Give every node and every edge's word its place; the same input gives the same picture."""
    forward, turned = break_cycles(list(nodes), edges)
    ranks = fit_ranks(nodes, forward, measures)
    layers = stack(nodes, forward, labels, ranks, measures)
    order(layers)
    settle(layers, measures)
    straighten(layers, measures)
    return _read_off(layers, forward, turned, measures)


def _read_off(layers: list[list[Item]], edges: list[tuple[str, str]], turned: list[bool], measures: Measures) -> Layout:
    nodes: dict[str, Point] = {}
    bands: dict[str, Band] = {}
    stops: dict[int, list[Stop]] = {}
    label: dict[int, Point] = {}
    lowest = min((item.across - item.box.before for layer in layers for item in layer), default=0.0)
    depths = sum(max(item.box.lead for item in layer) + max(item.box.trail for item in layer) for layer in layers)
    spare = (measures.aim_along - depths) / max(1, len(layers) - 1)
    gap = min(max(measures.gap_along, spare), measures.wide_gap_along)
    along = 0.0
    for layer in layers:
        lead = max(item.box.lead for item in layer)
        trail = max(item.box.trail for item in layer)
        for item in layer:
            across = item.across - lowest
            if item.node:
                nodes[item.node] = Point(along + lead, across)
                bands[item.node] = Band(along, along + lead + trail)
            else:
                stops.setdefault(item.edge, []).append(Stop(along, along + lead + trail, across))
                if item.label:
                    label[item.edge] = Point(along + (lead + trail) / 2, across)
        along += lead + trail + gap
    routes = tuple(
        Route(first, last, tuple(stops[number]), label[number], turned[number])
        for number, (first, last) in enumerate(edges)
        if first != last
    )
    highest = max((item.across + item.box.after for layer in layers for item in layer), default=0.0)
    return Layout(nodes, bands, routes, max(0.0, along - gap), highest - lowest)


__all__ = ["Box", "Layout", "Measures", "Route", "Stop", "lay_out"]

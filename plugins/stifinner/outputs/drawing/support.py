"""Who supports whom, drawn as SVG: discs with names, and arrows with verbs.

The picture is hidden from screen readers, because the page says the same in sentences beside it. Colours, strokes and
type come from ``support.css`` by class; the sizes that the layout depends on stand here, in the picture's own units.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from ...views.parts.support import Support, SupportEdge, SupportNode
from .layout import Box, Layout, Measures, Route, lay_out

_NARROW_LETTERS, _WIDE_LETTERS = set("iljtfrI.,:;-'’ ()"), set("mwMWÆ@")


@dataclass(frozen=True)
class _Sizes:
    """The sizes of one of the two drawings."""

    radius: float
    radius_you: float
    """Of the role whose page it is."""
    name_size: float
    verb_size: float
    wrap: float
    """Width at which a name breaks into a new line."""
    tip: float
    """Length of an arrow's tip."""
    measures: Measures


_BROAD = _Sizes(46, 62, 20, 17, 168, 13, Measures(34, 84, 1240, gap_across=26, limit_across=560))
_NARROW = _Sizes(28, 36, 16, 15, 124, 10, Measures(28, 34, 900, gap_across=10, limit_across=300))
_MARGIN = 8.0


def draw_support(support: Support, *, downwards: bool, icons: str) -> Markup:
    """Draw the picture as one ``<svg>``: from left to right, or ``downwards`` for narrow screens.

    ``icons``: the address of the icon sprite as seen from the page.
    """
    sizes = _NARROW if downwards else _BROAD
    names = {node.key: _wrap(node.name, sizes.name_size, sizes.wrap) for node in support.nodes}
    edges = [edge for edge in support.edges if edge.source in names and edge.target in names]
    layout = lay_out(
        {node.key: _node_box(node, names[node.key], sizes, downwards) for node in support.nodes},
        [(edge.source, edge.target) for edge in edges],
        [_verb_box(edge.verb, sizes, downwards) for edge in edges],
        sizes.measures,
    )
    drawn = [edge for edge in edges if edge.source != edge.target]
    pen = _Pen(layout, sizes, {node.key: node for node in support.nodes}, names, downwards)
    parts = [pen.draw_edge(number, edge) for number, edge in enumerate(drawn)]
    parts += [pen.draw_node(node, _is_dashed(node, edges), icons) for node in support.nodes]
    along, across = layout.along + 2 * _MARGIN, layout.across + 2 * _MARGIN
    width, height = (across, along) if downwards else (along, across)
    direction = "down" if downwards else "right"
    return Markup(
        '<svg class="support__svg support__svg--{direction}" aria-hidden="true" focusable="false" '
        'viewBox="0 0 {w} {h}" width="{w}" height="{h}">{parts}</svg>'
    ).format(direction=direction, w=round(width), h=round(height), parts=Markup("").join(parts))


def _is_dashed(node: SupportNode, edges: list[SupportEdge]) -> bool:
    """Tell whether a node is only recommended: nobody supports it, and all the support it gives is recommended."""
    touching = [edge for edge in edges if node.key in (edge.source, edge.target)]
    return not node.you and bool(touching) and all(edge.recommended and edge.source == node.key for edge in touching)


def text_width(text: str, size: float) -> float:
    """Estimate how wide a text is, rather too wide than too narrow; exact widths would need the font's file."""
    units = sum(
        0.36 if c in _NARROW_LETTERS else 0.95 if c in _WIDE_LETTERS else 0.72 if c.isupper() else 0.585 for c in text
    )
    return units * size


def _wrap(name: str, size: float, width: float) -> list[str]:
    """Break a name into lines; a word is never broken, so one long word may be wider than ``width``."""
    lines: list[str] = []
    for word in name.replace("\u00ad", "").split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _radius(node: SupportNode, sizes: _Sizes) -> float:
    return sizes.radius_you if node.you else sizes.radius


def _name_height(lines: list[str], sizes: _Sizes) -> float:
    return 10 + len(lines) * sizes.name_size * 1.2


def _node_box(node: SupportNode, lines: list[str], sizes: _Sizes, downwards: bool) -> Box:
    """Measure the room of a disc with its name below it."""
    radius = _radius(node, sizes)
    half = max(radius, max(text_width(line, sizes.name_size) for line in lines) / 2)
    below = radius + _name_height(lines, sizes)
    return Box(radius, below, half, half) if downwards else Box(half, half, radius, below)


def _verb_box(verb: str, sizes: _Sizes, downwards: bool) -> Box:
    """Measure the room of a word beside its line: above it in a flow to the right, to its right in a flow downwards."""
    width, height = text_width(verb, sizes.verb_size), sizes.verb_size * 1.3
    if downwards:
        return Box(height / 2, height / 2, 6, width + 12)
    return Box(width / 2 + 4, width / 2 + 4, height + 6, 6)


class _Pen:
    """Draws nodes and edges from a layout, whose coordinates are along and across the flow."""

    def __init__(
        self,
        layout: Layout,
        sizes: _Sizes,
        nodes: dict[str, SupportNode],
        names: dict[str, list[str]],
        downwards: bool,
    ) -> None:
        self._layout, self._sizes, self._nodes, self._names, self._down = layout, sizes, nodes, names, downwards
        self._ports = self._spread_ports()

    def _at(self, along: float, across: float) -> tuple[float, float]:
        """Turn coordinates of the layout into x and y of the picture."""
        along, across = along + _MARGIN, across + _MARGIN
        return (across, along) if self._down else (along, across)

    def _point(self, along: float, across: float) -> str:
        x, y = self._at(along, across)
        return f"{x:.1f} {y:.1f}"

    def _spread_ports(self) -> dict[tuple[int, str], float]:
        """Spread the lines that meet at a disc, in the order in which they arrive.

        Gives, for the number of an edge and the side (``first`` or ``last``), the offset across from the disc's middle.
        """
        ports: dict[tuple[int, str], float] = {}
        for key in self._nodes:
            for side in ("first", "last"):
                touching = [n for n, route in enumerate(self._layout.routes) if getattr(route, side) == key]
                nearest = 0 if side == "first" else -1
                touching.sort(key=lambda n: (self._layout.routes[n].stops[nearest].across, n))
                reach = _radius(self._nodes[key], self._sizes) * 0.8
                for place, number in enumerate(touching):
                    part = 0.0 if len(touching) == 1 else 2 * place / (len(touching) - 1) - 1
                    ports[number, side] = part * min(reach, 0.8 * self._sizes.tip * (len(touching) - 1))
        return ports

    def _end(self, number: int, side: str) -> tuple[float, float]:
        """Find where a line meets its node: on the disc, or below the name where that is in between."""
        route = self._layout.routes[number]
        key = route.first if side == "first" else route.last
        along, across = self._layout.nodes[key]
        offset, radius = self._ports[number, side], _radius(self._nodes[key], self._sizes)
        reach = (radius**2 - offset**2) ** 0.5 + 4
        if side == "last":
            return along - reach, across + offset
        if self._down:
            return along + radius + _name_height(self._names[key], self._sizes) + 2, across + offset
        return along + reach, across + offset

    def draw_edge(self, number: int, edge: SupportEdge) -> Markup:
        """Draw an edge: its line, tip and verb. ``number``: of its route in the layout."""
        route = self._layout.routes[number]
        start, end = self._end(number, "first"), self._end(number, "last")
        tip_at, sign = (start, -1) if route.backwards else (end, 1)
        # The line ends inside the tip; its blunt end would show beyond the point.
        short = self._sizes.tip * 0.7
        start = (start[0] + short, start[1]) if route.backwards else start
        end = end if route.backwards else (end[0] - short, end[1])
        band_end = self._layout.bands[route.first].end
        band_start = self._layout.bands[route.last].start
        path = [f"M{self._point(*start)}"]
        here = (max(start[0], band_end), start[1])
        path.append(f"L{self._point(*here)}")
        for stop in route.stops:
            path.append(self._curve(here, (stop.start, stop.across)))
            here = (stop.end, stop.across)
            path.append(f"L{self._point(*here)}")
        path.append(self._curve(here, (min(end[0] - 4, band_start), end[1])))
        path.append(f"L{self._point(*end)}")
        recommended = " support__edge--recommended" if edge.recommended else ""
        return Markup('<g class="support__edge{rec}"><path class="support__line" d="{d}"/>{tip}{verb}</g>').format(
            rec=recommended, d="".join(path), tip=self._tip(tip_at, sign), verb=self._verb(edge.verb, route)
        )

    def _curve(self, start: tuple[float, float], end: tuple[float, float]) -> str:
        middle = (start[0] + end[0]) / 2
        return f"C{self._point(middle, start[1])} {self._point(middle, end[1])} {self._point(*end)}"

    def _tip(self, at: tuple[float, float], sign: int) -> Markup:
        tip = self._sizes.tip
        back, half = at[0] - sign * tip, tip * 0.55
        corners = (self._point(*at), self._point(back, at[1] - half), self._point(back, at[1] + half))
        return Markup('<path class="support__tip" d="M{}L{}L{}z"/>').format(*corners)

    def _verb(self, verb: str, route: Route) -> Markup:
        x, y = self._at(*route.label)
        size = self._sizes.verb_size
        x, y = (x + 10, y + size * 0.34) if self._down else (x, y - 9)
        return Markup('<text class="support__verb" x="{}" y="{}">{}</text>').format(f"{x:.1f}", f"{y:.1f}", verb)

    def draw_node(self, node: SupportNode, dashed: bool, icons: str) -> Markup:
        """Draw a node: the disc with its icon, and the name below."""
        x, y = self._at(*self._layout.nodes[node.key])
        radius = _radius(node, self._sizes)
        kind = " support__node--you" if node.you else " support__node--dashed" if dashed else ""
        side = radius * (0.86 if node.icon == "people" else 0.8)
        lines = Markup("").join(
            Markup('<text class="support__name" x="{}" y="{}">{}</text>').format(
                f"{x:.1f}", f"{y + radius + 8 + self._sizes.name_size * (0.9 + 1.2 * number):.1f}", escape(line)
            )
            for number, line in enumerate(self._names[node.key])
        )
        return Markup(
            '<g class="support__node{kind}"><circle class="support__disc" cx="{x}" cy="{y}" r="{r}"/>'
            '<svg class="support__icon" x="{ix}" y="{iy}" width="{s}" height="{s}">'
            '<use href="{icons}#{icon}"/></svg>{lines}</g>'
        ).format(
            kind=kind,
            x=f"{x:.1f}",
            y=f"{y:.1f}",
            r=f"{radius:g}",
            ix=f"{x - side / 2:.1f}",
            iy=f"{y - side / 2:.1f}",
            s=f"{side:g}",
            icons=icons,
            icon=node.icon,
            lines=lines,
        )

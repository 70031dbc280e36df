"""The year as a wheel, drawn as SVG: months around, rings with marks, arcs of work between, the hand of today.

The picture is hidden from screen readers, because the page says the same in the list beside it. Colours and type come
from ``wheel.css`` by class; what the layout depends on stands here, in the picture's own units.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from markupsafe import Markup

from ...views.wheel.placing import MONTH, SEAM, RingRoom
from ...views.wheel.shown import Arc, Bead, Mark, WheelYear

SIZE = 800
"""Width and height of the picture."""
_MIDDLE = SIZE / 2
_RIM, _RIM_INNER, _DISC, _HUB = 388.0, 324.0, 316.0, 104.0
"""Radii: of the months, outside and inside; of the ground below the rings; of the hub."""
_NAME_RADIUS = 347.0
_GAP = 0.5
"""Degrees on both sides of a month."""
_HAND = 313.0
_GRID = 48.0
"""Units of a shape's own square."""
_SHARE = 0.75
"""How much of the room of a mark its shape takes; corners, copies and a second outline take the rest."""


def draw_wheel(year: WheelYear, *, icons: str, emblem: str = "") -> Markup:
    """Draw a year as one ``<svg>``.

    ``icons``: the address of the icon sprite as seen from the page; empty where its symbols stand in the same document;
    ``emblem``: address of the picture in the hub; empty for none.
    """
    pen = _Pen(year, icons)
    parts = [
        Markup('<circle class="wheel__disc" cx="400" cy="400" r="{}"/>').format(f"{_DISC:g}"),
        *(_month(number, name) for number, name in enumerate(year.months, start=1)),
        _seam(),
        *(pen.ring(index) for index in range(len(year.rings))),
        *(pen.arc(arc) for arc in year.arcs if arc.kind == "month"),
        *(pen.arc(arc) for arc in year.arcs if arc.kind == "work"),
        *(pen.bead(bead) for bead in year.beads),
        Markup('<path class="wheel__hand" data-hand="" d="M400 {}V{}" visibility="hidden"/>').format(
            f"{_MIDDLE - _HUB:g}", f"{_MIDDLE - _HAND:g}"
        ),
        _hub(year.title, emblem),
        *(pen.mark(mark) for mark in year.marks),
    ]
    return Markup(
        '<svg class="wheel" viewBox="0 0 800 800" width="800" height="800" aria-hidden="true" focusable="false">'
        "{}</svg>"
    ).format(Markup("").join(parts))


def _point(angle: float, radius: float) -> tuple[float, float]:
    return _MIDDLE + radius * sin(radians(angle)), _MIDDLE - radius * cos(radians(angle))


def _at(angle: float, radius: float) -> str:
    return "{:.1f} {:.1f}".format(*_point(angle, radius))


def _curve(start: float, end: float, radius: float) -> str:
    """Give the path of an arc clockwise, without the point at which it begins."""
    large = 1 if end - start > 180 else 0
    return f"A{radius:g} {radius:g} 0 {large} 1 {_at(end, radius)}"


def _sector(start: float, end: float, outer: float, inner: float) -> str:
    large = 1 if end - start > 180 else 0
    back = f"A{inner:g} {inner:g} 0 {large} 0 {_at(start, inner)}"
    return f"M{_at(start, outer)}{_curve(start, end, outer)}L{_at(end, inner)}{back}z"


def _month(number: int, name: str) -> Markup:
    start = (number - 1) * MONTH
    middle = start + MONTH / 2
    # In the lower half the names are turned, so that none stands on its head.
    turned = 90 < middle < 270
    x, y = _point(middle, _NAME_RADIUS + (19 if turned else 0))
    return Markup(
        '<path class="wheel__month wheel__month--{number}" d="{path}"/>'
        '<text class="wheel__name" x="{x}" y="{y}" transform="rotate({turn} {x} {y})" text-anchor="middle">'
        "{name}</text>"
    ).format(
        number=number,
        path=_sector(start + _GAP, start + MONTH - _GAP, _RIM, _RIM_INNER),
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        turn=f"{(middle + 180) % 360 if turned else middle:g}",
        name=name,
    )


def _seam() -> Markup:
    return Markup('<path class="wheel__seam" d="M{}L{}"/>').format(_at(SEAM, _HUB + 12), _at(SEAM, _DISC - 8))


def _hub(title: str, emblem: str) -> Markup:
    hub = Markup('<circle class="wheel__hub" cx="400" cy="400" r="{}"/>').format(f"{_HUB:g}")
    drawing = Markup('<use class="wheel__emblem emblem" href="{}" x="345" y="318" width="110" height="110"/>')
    text = Markup('<text class="wheel__hubtext" x="400" y="{}" text-anchor="middle">{}</text>')
    return hub + (drawing.format(emblem) if emblem else "") + text.format("462" if emblem else "409", title)


class _Pen:
    """Draws what stands on the rings of a year."""

    def __init__(self, year: WheelYear, icons: str) -> None:
        self._year, self._icons = year, icons

    def _room(self, ring: int) -> RingRoom:
        return self._year.rings[ring].room

    def _group(self, ring: int, of: Markup, kind: str, numbers: Sequence[int] = ()) -> Markup:
        """Put something into a group of its class, in the colour of the programme whose ring it is on."""
        programme = self._year.rings[ring].programme
        colour = Markup(' data-programme="{}"').format(programme) if programme else Markup("")
        lines = Markup(' data-mark-of="{}"').format(" ".join(map(str, numbers))) if numbers else Markup("")
        return Markup('<g class="{}"{}{}>{}</g>').format(kind, colour, lines, of)

    def ring(self, index: int) -> Markup:
        """Draw a ring; it is open at the seam."""
        radius = self._room(index).radius
        path = f"M{_at(SEAM + 4, radius)}{_curve(SEAM + 4, SEAM + 356, radius)}"
        return self._group(index, Markup('<path d="{}"/>').format(path), "wheel__ring")

    def arc(self, arc: Arc) -> Markup:
        """Draw work between as a thick line, and what is known so far as a soft field."""
        room = self._room(arc.ring)
        if arc.kind == "work":
            path = f"M{_at(arc.start, room.radius)}{_curve(arc.start, arc.end, room.radius)}"
        else:
            half = room.room * 0.8
            path = _sector(arc.start + _GAP, arc.end - _GAP, room.radius + half, room.radius - half)
        return self._group(arc.ring, Markup('<path d="{}"/>').format(path), f"wheel__{arc.kind}-arc")

    def bead(self, bead: Bead) -> Markup:
        """Draw one more day of a mark."""
        x, y = _point(bead.angle, self._room(bead.ring).radius)
        size = 7
        drawn = Markup('<rect x="{}" y="{}" width="{s}" height="{s}" rx="4"/>').format(
            f"{x - size:.1f}", f"{y - size:.1f}", s=2 * size
        )
        if bead.cancelled:
            drawn += Markup('<path d="M{} {}l24 -24"/>').format(f"{x - 12:.1f}", f"{y + 12:.1f}")
        return self._group(bead.ring, drawn, "wheel__bead")

    def mark(self, mark: Mark) -> Markup:
        """Draw a mark, with the disc that has its number."""
        room = self._room(mark.ring)
        x, y = _point(mark.angle, room.radius)
        if mark.shape is None:
            disc = Markup('<circle class="wheel__many" cx="{}" cy="{}" r="{}"/>').format(
                f"{x:.1f}", f"{y:.1f}", f"{room.room * _SHARE:.1f}"
            )
            text = _text(mark.label, x, y, room.room * _SHARE)
            return self._group(mark.ring, disc + text, "wheel__mark wheel__mark--many", mark.numbers)
        drawn = Markup("").join(self._layers(mark, x, y, room.room * _SHARE))
        nx, ny = _point(mark.angle, room.number_radius)
        radius = room.number_room * 0.9
        drawn += Markup('<circle class="wheel__numdisc" cx="{}" cy="{}" r="{}"/>').format(
            f"{nx:.1f}", f"{ny:.1f}", f"{radius:.1f}"
        )
        drawn += _text(mark.label, nx, ny, radius)
        off = " wheel__mark--off" if mark.stop and mark.stop.is_off else ""
        return self._group(mark.ring, drawn, f"wheel__mark{off}", mark.numbers)

    def _layers(self, mark: Mark, x: float, y: float, half: float) -> Iterator[Markup]:
        """Draw a shape with the layers round it: copies, a second outline, a bar, corners, as ``stop.html`` has them.

        ``half``: half the width of its square.
        """
        stop = mark.stop
        shape = "knot" if stop and stop.form == "choice" else str(mark.shape)
        if stop and stop.form == "series":
            yield self._use(shape, x + 0.4 * half * 0.75, y - 0.4 * half * 0.75, half, "wheel__behind")
            yield self._use(shape, x + 0.2 * half * 0.75, y - 0.2 * half * 0.75, half, "wheel__behind")
        if stop and stop.shared:
            yield self._use(shape, x, y, half * 1.3, "wheel__round")
        yield self._use(shape, x, y, half, "wheel__shape")
        if not stop:
            return
        if stop.is_off:
            reach = half * 0.95
            bar = f"M{x - reach:.1f} {y + reach:.1f}L{x + reach:.1f} {y - reach:.1f}"
            yield Markup('<path class="wheel__bar-under" d="{0}"/><path class="wheel__bar" d="{0}"/>').format(bar)
        corner = half * 0.42
        aside = half * 0.72
        if stop.tag:
            width = max(corner, corner * 0.62 * len(stop.tag))
            yield Markup('<rect class="wheel__tag" x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
                f"{x + aside - width:.1f}",
                f"{y + aside - corner:.1f}",
                f"{2 * width:.1f}",
                f"{2 * corner:.1f}",
                f"{corner:.1f}",
            )
            yield _text(stop.tag, x + aside, y + aside, corner, wide=True)
        if stop.is_moved:
            cx, cy = x + aside, y - aside
            yield Markup('<circle class="wheel__turn" cx="{}" cy="{}" r="{}"/>').format(
                f"{cx:.1f}", f"{cy:.1f}", f"{corner:.1f}"
            )
            yield self._use("moved", cx, cy, corner * 0.7, "wheel__turned")

    def _use(self, symbol: str, x: float, y: float, half: float, kind: str) -> Markup:
        return Markup('<use class="{}" href="{}#{}" x="{}" y="{}" width="{s}" height="{s}"/>').format(
            kind, self._icons, symbol, f"{x - half:.1f}", f"{y - half:.1f}", s=f"{2 * half:.1f}"
        )


def _text(text: str, x: float, y: float, radius: float, *, wide: bool = False) -> Markup:
    """Write a number into a disc of a radius, as large as it fits; ``wide``: the disc is as wide as it takes."""
    size = radius * 1.3 if wide else min(radius * 1.25, radius * 2.9 / max(len(text), 1))
    return Markup('<text class="wheel__num" x="{}" y="{}" font-size="{}" text-anchor="middle">{}</text>').format(
        f"{x:.1f}", f"{y + size * 0.34:.1f}", f"{size:.1f}", text
    )

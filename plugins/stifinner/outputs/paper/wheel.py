"""Draw the wheels of a year for papers: in black ink alone, with the shapes inside the drawing."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ...views.wheel.shown import WheelYear
from ..drawing.wheel import draw_wheel

_SYMBOL = re.compile(r'<symbol\b[^>]*?\bid="([\w-]+)".*?</symbol>', re.DOTALL)
_USED = re.compile(r'<use class="[^"]*" href="#([\w-]+)"')
NO_SPRITE: Mapping[str, str] = {}
"""No shapes: what is drawn is only where each of them stands."""
_INK = """
text { font-family: "Young Serif"; fill: #000 }
.wheel__name, .wheel__hubtext { font-size: 27px }
.wheel__disc, .wheel__hub { fill: #fff; stroke: #000; stroke-width: 1.5 }
.wheel__month { fill: #fff; stroke: #000; stroke-width: 2 }
.wheel__ring { fill: none; stroke: #000; stroke-width: 4; stroke-dasharray: 0.1 12; stroke-linecap: round }
.wheel__work-arc { fill: none; stroke: #777; stroke-width: 12; stroke-linecap: round }
.wheel__month-arc { fill: #e4e4e4 }
.wheel__bead { fill: #fff; stroke: #000; stroke-width: 3 }
.wheel__seam { stroke: #000; stroke-width: 2.5; stroke-dasharray: 9 8 }
.wheel__shape, .wheel__many { fill: #fff; stroke: #000; stroke-width: 2.75; color: #000 }
.wheel__many { stroke-width: 3.5; stroke-dasharray: 1 7; stroke-linecap: round }
.wheel__off { fill: #fff; stroke: #000; stroke-width: 1.6; color: #fff }
.wheel__behind, .wheel__round { fill: #fff; stroke: #000; stroke-width: 2; color: #fff }
.wheel__bar-under { fill: none; stroke: #fff; stroke-width: 10; stroke-linecap: round }
.wheel__bar { fill: none; stroke: #000; stroke-width: 4.5; stroke-linecap: round }
.wheel__tag, .wheel__numdisc { fill: #fff; stroke: #000; stroke-width: 2 }
.wheel__turn { fill: #000; stroke: #fff; stroke-width: 2 }
.wheel__turned { color: #fff }
"""


def read_sprite(folders: Iterable[Path]) -> dict[str, str]:
    """Read the shapes: name → its ``<symbol>``. ``folders``: of templates for papers; the first with a sprite wins."""
    for folder in folders:
        sprite = folder.parent / "assets" / "icons.svg"
        if sprite.is_file():
            return {found[1]: found[0] for found in _SYMBOL.finditer(sprite.read_text(encoding="utf-8"))}
    return {}


def draw_on_paper(year: WheelYear, sprite: Mapping[str, str]) -> str:
    """Draw a year as an SVG file of its own."""
    return _whole(str(draw_wheel(year, icons="")), sprite)


def draw_shape(name: str, sprite: Mapping[str, str]) -> str:
    """Draw one shape, for the words that say what it means."""
    use = f'<use class="wheel__shape" href="#{name}" x="0" y="0" width="48" height="48"/>'
    return _whole(f'<svg viewBox="-2 -2 52 52" width="52" height="52">{use}</svg>', sprite)


def _whole(drawing: str, sprite: Mapping[str, str]) -> str:
    used = sorted(set(_USED.findall(drawing)))
    symbols = "".join(sprite.get(name, "") for name in used)
    head, end, rest = drawing.partition(">")
    head = head.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    # What never shows on paper is left out, since not every reader of SVG knows of it.
    rest = re.sub(r'<path class="wheel__hand"[^>]*/>', "", rest)
    return f"{head}{end}<style>{_INK}</style><defs>{symbols}</defs>{rest}"

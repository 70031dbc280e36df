"""The programmes' colours as a style sheet: a hue each, from which ``tokens.css`` makes every shade.

Hues are degrees on the colour wheel, 0 to 359.
"""

from collections.abc import Iterable

_HUES = (168, 38, 245, 88, 335, 205, 300, 128, 15, 268, 62, 225)
"""For programmes without a hue of their own: neighbours in the list lie far apart on the wheel."""
_EMBER, _CLAY = 83, 38
"""Hues of a picture's second colour: amber, and clay where amber would be too like the programme's own yellow."""


def render_colours(programmes: Iterable[tuple[str, int | None]], own: int | None = None) -> str:
    """Render a style sheet with a rule for each programme, in the order of their ids.

    ``programmes``: id and hue of each, None: it has chosen none; ``own``: the portal's own hue, or None.
    """
    rules = [] if own is None else [f":root {{ --hue: {own}; --glow-turn: {_turn(own)}; }}\n"]
    for index, (id, hue) in enumerate(sorted(programmes, key=lambda programme: programme[0])):
        chosen = _HUES[index % len(_HUES)] if hue is None else hue
        rules.append(f'[data-programme="{id}"] {{ --hue: {chosen}; --glow-turn: {_turn(chosen)}; }}\n')
    return "".join(rules)


def _turn(hue: int) -> int:
    """Reckon how many degrees to turn from a hue to the second colour, the shorter way round: -180 to 179."""
    warm = _CLAY if 60 <= hue <= 120 else _EMBER
    return (warm - hue + 180) % 360 - 180

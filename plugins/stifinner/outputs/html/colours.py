"""The programmes' colours as a style sheet: a number each, and every shade follows from it in ``tokens.css``."""

from collections.abc import Iterable

_HUES = (168, 38, 245, 88, 335, 205, 300, 128, 15, 268, 62, 225)
"""For programmes without a colour of their own: neighbours in the list lie far apart on the wheel."""
_EMBER, _CLAY = 83, 38
"""The picture's second colour is warm as embers; beside yellow it is clay."""


def render_colours(programmes: Iterable[tuple[str, int | None]], own: int | None = None) -> str:
    """One rule a programme, in the order of their ids; before them the portal's own, where it has chosen a hue."""
    rules = [] if own is None else [f":root {{ --hue: {own}; --glow-turn: {_turn(own)}; }}\n"]
    for index, (id, hue) in enumerate(sorted(programmes, key=lambda programme: programme[0])):
        chosen = _HUES[index % len(_HUES)] if hue is None else hue
        rules.append(f'[data-programme="{id}"] {{ --hue: {chosen}; --glow-turn: {_turn(chosen)}; }}\n')
    return "".join(rules)


def _turn(hue: int) -> int:
    """How far round the wheel, the shorter way, the second colour lies; in degrees."""
    warm = _CLAY if 60 <= hue <= 120 else _EMBER
    return (warm - hue + 180) % 360 - 180

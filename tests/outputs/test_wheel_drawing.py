"""The drawing of a year's wheel: every mark with its layers and its number, on pages and on paper."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from core.builder import portal_of
from stifinner.outputs.drawing.wheel import draw_wheel
from stifinner.outputs.paper.wheel import draw_on_paper, draw_shape, read_sprite
from stifinner.views.wheel.placing import room_of
from stifinner.views.wheel.shown import Arc, Bead, Mark, Ring, WheelPage, WheelYear
from views.pieces import P, view_at

SVG = "{http://www.w3.org/2000/svg}"
THEME = Path(__file__).parents[2] / "theme_overrides"
MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def year(*marks: Mark, arcs: tuple[Arc, ...] = (), beads: tuple[Bead, ...] = (), programme: str = "") -> WheelYear:
    return WheelYear(
        title="2026–2027",
        first="2026-08-01",
        last="2027-07-31",
        months=MONTHS,
        rings=(Ring("", room_of(0, 1), programme),),
        rings_said="",
        counts=False,
        arcs=arcs,
        beads=beads,
        marks=marks,
        lines=(),
    )


def drawn(one: WheelYear) -> Element:
    return fromstring(draw_wheel(one, icons="i.svg", emblem="a.svg#p"))


def classes(root: Element) -> list[str]:
    """What is drawn beside the months, from the back to the front."""
    return [
        found
        for each in root.iter()
        if (found := each.get("class", "")).startswith("wheel__") and "month--" not in found and "name" not in found
    ]


def test_picture_is_silent_and_has_no_style_of_its_own():
    root = drawn(year(Mark(0, 90.0, (1,), "1", "gathering")))
    assert (root.get("aria-hidden"), root.get("focusable"), root.get("viewBox")) == ("true", "false", "0 0 800 800")
    assert [each.tag for each in root.iter() if each.get("style") or each.tag in {"a", "style", "title"}] == []
    assert [each.text for each in root.iter("text")] == [*MONTHS, "2026–2027", "1"]


def test_everything_is_drawn_from_the_back_to_the_front():
    one = year(
        Mark(0, 90.0, (1,), "1", "gathering"),
        Mark(0, 200.0, (2, 3), "2–3", None),
        arcs=(Arc("work", 0, 300.0, 400.0), Arc("month", 0, 90.0, 120.0)),
        beads=(Bead(0, 10.0, cancelled=True),),
        programme="p",
    )
    root = drawn(one)
    assert classes(root) == [
        "wheel__disc",
        "wheel__seam",
        "wheel__ring",
        "wheel__month-arc",
        "wheel__work-arc",
        "wheel__bead",
        "wheel__hand",
        "wheel__hub",
        "wheel__emblem emblem",
        "wheel__hubtext",
        "wheel__mark",
        "wheel__shape",
        "wheel__numdisc",
        "wheel__num",
        "wheel__mark wheel__mark--many",
        "wheel__many",
        "wheel__num",
    ]
    groups = [group for group in root.iter("g") if group.get("data-mark-of")]
    assert [(group.get("data-mark-of"), group.get("data-programme")) for group in groups] == [("1", "p"), ("2 3", "p")]


@pytest.mark.parametrize(
    ("angle", "x", "y"),
    [(0.0, 400.0, 400 - 254.0), (90.0, 400 + 254.0, 400.0), (180.0, 400.0, 400 + 254.0), (270.0, 400 - 254.0, 400.0)],
)
def test_marks_stand_at_their_angles(angle: float, x: float, y: float):
    root = drawn(year(Mark(0, angle, (1,), "1", "gathering")))
    (use,) = (each for each in root.iter("use") if each.get("class") == "wheel__shape")
    at = [float(use.get(side, "")) + float(use.get("width", "")) / 2 for side in ("x", "y")]
    assert at == pytest.approx([x, y], abs=1.0)
    assert use.get("href") == "i.svg#gathering"


def test_hand_points_to_the_top_and_waits_for_the_browser():
    (hand,) = (each for each in drawn(year()).iter() if each.get("class") == "wheel__hand")
    assert (hand.get("d"), hand.get("visibility")) == ("M400 296V87", "hidden")


# --- Layers -----------------------------------------------------------------------------------------------------------

FILES: dict[str, str | bytes] = {
    f"{P}samlinger/{id}.md": f"# {id.upper()}\n\n## Datoer\n\n{dates}"
    for id, dates in {
        "moved": "- 1. september 2026\n  - flyttet fra: 1. august 2026\n",
        "off": "- 1. oktober 2026\n  - avlyst: storm\n",
        "choice": "- velg én\n  - 1. november 2026\n  - 1. desember 2026\n",
        "part": "- alle\n  - 1. januar 2027\n  - 1. februar 2027\n",
        "series": "- hver tirsdag fra 2. mars til 30. mars 2027\n",
    }.items()
} | {
    f"{P}samlinger/shared.md": "# Shared\n",
    f"{P}kull/k.md": "# Kull 1\n\n## Datoer\n\n- [Shared](../samlinger/shared.md): 1. mai 2027\n",
    f"{P}kull/l.md": "# Kull 2\n\n## Datoer\n\n- [Shared](../samlinger/shared.md): sammen med [Kull 1](k.md)\n",
}
LAYERS = {
    "MOVED": ["wheel__shape", "wheel__turn", "wheel__turned"],
    "OFF": ["wheel__shape", "wheel__bar-under", "wheel__bar"],
    "CHOICE": ["wheel__shape"],
    "PART": ["wheel__shape", "wheel__tag", "wheel__num"],
    "SERIES": ["wheel__behind", "wheel__behind", "wheel__shape", "wheel__tag", "wheel__num"],
    "Shared": ["wheel__round", "wheel__shape"],
}


def test_layers_round_a_shape_are_those_of_the_timeline(tmp_path: Path):
    page = view_at(portal_of(tmp_path, FILES), f"{P}kull/k/arshjul/")
    assert isinstance(page, WheelPage)
    (one,) = page.years
    names = {str(line.number): line.name for line in one.lines}
    groups = {
        names[group.get("data-mark-of", "")]: group for group in drawn(one).iter("g") if group.get("data-mark-of")
    }
    number = ["wheel__numdisc", "wheel__num"]
    assert {name: classes(group)[1:] for name, group in groups.items()} == {
        name: [*layers, *number] for name, layers in LAYERS.items()
    }
    knots = [name for name, group in groups.items() if any("#knot" in each.get("href", "") for each in group.iter())]
    off = [name for name, group in groups.items() if "wheel__mark--off" in group.get("class", "")]
    assert (knots, off) == (["CHOICE"], ["OFF"])


# --- On paper ---------------------------------------------------------------------------------------------------------


def test_drawing_on_paper_has_its_shapes_in_it_and_black_ink_alone():
    sprite = read_sprite([THEME / "print"])
    one = year(Mark(0, 90.0, (1,), "1", "internal"), arcs=(Arc("work", 0, 300.0, 400.0),))
    text = draw_on_paper(one, sprite)
    root = fromstring(text)
    assert [symbol.get("id") for symbol in root.iter(f"{SVG}symbol")] == ["internal"]
    assert [use.get("href") for use in root.iter(f"{SVG}use")] == ["#internal"]
    assert "wheel__hand" not in text
    inks = {ink.strip("#")[::2] if len(ink) == 7 else ink.strip("#") for ink in re.findall(r"#[0-9a-f]{3,6}\b", text)}
    assert all(len(set(ink)) == 1 for ink in inks)


def test_every_shape_can_be_drawn_on_paper():
    sprite = read_sprite([THEME / "print"])
    for shape in ("kick-off", "gathering", "gathering-two-days", "between", "supervision", "festival", "internal"):
        assert f'<symbol id="{shape}"' in draw_shape(shape, sprite)
    assert read_sprite([]) == {}

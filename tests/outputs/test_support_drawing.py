"""The picture of who supports whom: all of it is there, and no text stands upon another."""

import random
from itertools import combinations
from xml.etree import ElementTree

import pytest

from stifinner.outputs.drawing.layout import Box, Measures, lay_out
from stifinner.outputs.drawing.support import draw_support, text_width
from stifinner.views.parts.support import Support, SupportEdge, SupportNode

Rectangle = tuple[float, float, float, float]


def support(edges: list[tuple[str, str, str]], you: str = "", names: dict[str, str] | None = None) -> Support:
    """A graph with its nodes in the order in which the edges name them; a verb that ends in ``?`` is recommended."""
    keys = dict.fromkeys(key for source, target, _ in edges for key in (source, target))
    return Support(
        tuple(SupportNode(key, (names or {}).get(key, key), None, key == you, "person") for key in keys),
        tuple(SupportEdge(source, target, verb.rstrip("?"), verb.endswith("?")) for source, target, verb in edges),
        (),
    )


LEVELS = support(
    [
        ("nivå 1", "nivå 2", "støtter"),
        ("nivå 1", "team", "støtter"),
        ("nivå 2", "kolleger", "støtter"),
        ("nivå 2", "team", "er med i"),
        ("team", "enheten", "støtter"),
        ("nivå 2", "leder", "støtter"),
        ("team", "leder", "støtter"),
        ("leder", "team", "er med i"),
        ("mentor", "leder", "følger opp?"),
    ],
    you="nivå 2",
    names={
        "nivå 1": "Menneskemøteveileder nivå 1",
        "nivå 2": "Menneskemøteveileder nivå 2",
        "team": "Menneskemøteteam",
    },
)
RING = support([("a", "b", "støtter"), ("b", "c", "støtter"), ("c", "a", "støtter"), ("a", "a", "tar vare på")])
CROWD = support([(name, "leder", "støtter") for name in "abcdefghi"])
"""More than stand side by side: some wait, and still nobody is left out."""
BOTH_WAYS = support([("a", "b", "underviser"), ("b", "a", "er med i")])


def random_support(seed: int) -> Support:
    dice = random.Random(seed)  # noqa: S311 – a picture, not a secret
    names = [f"Rolle {letter} {'i en stor enhet' if dice.random() < 0.4 else ''}".strip() for letter in "ABCDEFG"]
    pairs = [(one, other) for one in names for other in names if one != other]
    return support([(*pair, dice.choice(["støtter", "er med i", "følger opp?"])) for pair in dice.sample(pairs, 9)])


CASES = [LEVELS, RING, CROWD, BOTH_WAYS, *(random_support(seed) for seed in range(12))]


def read(picture: Support, downwards: bool) -> ElementTree.Element:
    return ElementTree.fromstring(draw_support(picture, downwards=downwards, icons="icons.svg"))  # noqa: S314 – our own


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def rectangles(root: ElementTree.Element, downwards: bool) -> list[Rectangle]:
    """What takes room: each disc, each line of a name, each verb."""
    found = []
    for disc in of_class(root, "support__disc"):
        x, y, r = (float(disc.get(name, "")) for name in ("cx", "cy", "r"))
        found.append((x - r, y - r, x + r, y + r))
    sizes = {"support__name": 16 if downwards else 20, "support__verb": 15 if downwards else 17}
    for name, size in sizes.items():
        for text in of_class(root, name):
            x, y, width = float(text.get("x", "")), float(text.get("y", "")), text_width(text.text or "", size)
            left = x if downwards and name == "support__verb" else x - width / 2
            found.append((left, y - size * 0.75, left + width, y + size * 0.2))
    return found


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("downwards", [False, True])
@pytest.mark.parametrize("picture", CASES)
def test_drawing_keeps_people_and_words_apart(picture: Support, downwards: bool) -> None:
    boxes = rectangles(read(picture, downwards), downwards)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("downwards", [False, True])
@pytest.mark.parametrize("picture", CASES)
def test_drawing_stays_inside_its_frame(picture: Support, downwards: bool) -> None:
    root = read(picture, downwards)
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    assert [box for box in rectangles(root, downwards) if min(box) < 0 or box[2] > width or box[3] > height] == []


@pytest.mark.parametrize("picture", CASES)
def test_drawing_shows_every_person_and_every_support(picture: Support) -> None:
    root = read(picture, downwards=False)
    edges = [edge for edge in picture.edges if edge.source != edge.target]
    assert len(of_class(root, "support__disc")) == len(picture.nodes)
    assert [verb.text for verb in of_class(root, "support__verb")] == [edge.verb for edge in edges]
    assert len(of_class(root, "support__edge--recommended")) == sum(edge.recommended for edge in edges)


def test_drawing_of_the_same_support_is_the_same() -> None:
    assert draw_support(LEVELS, downwards=True, icons="i") == draw_support(LEVELS, downwards=True, icons="i")


def test_drawing_marks_the_reader_and_who_is_only_recommended() -> None:
    root = read(LEVELS, downwards=False)
    you, dashed = of_class(root, "support__node--you"), of_class(root, "support__node--dashed")
    assert ["".join(node.itertext()) for node in you] == ["Menneskemøteveiledernivå 2"]
    assert ["".join(node.itertext()) for node in dashed] == ["mentor"]


def test_drawing_escapes_names() -> None:
    picture = support([("<b>&", "x", "støtter")])
    assert "&lt;b&gt;&amp;" in draw_support(picture, downwards=False, icons="i")


def test_drawing_carries_no_style_and_is_hidden_from_screen_readers() -> None:
    root = read(LEVELS, downwards=False)
    assert root.get("aria-hidden") == "true"
    assert [element for element in root.iter() if element.get("style") or element.tag == "a"] == []


@pytest.mark.parametrize("picture", CASES)
def test_layout_lets_no_line_run_through_a_person_or_a_word(picture: Support) -> None:
    node, word = Box(60, 60, 46, 90), Box(40, 40, 28, 6)
    nodes = {one.key: node for one in picture.nodes}
    edges = [(edge.source, edge.target) for edge in picture.edges]
    layout = lay_out(nodes, edges, [word] * len(edges), Measures(30, 80, 1200, gap_across=20, limit_across=560))
    taken = [(along - 60, across - 46, along + 60, across + 90) for along, across in layout.nodes.values()]
    taken += [(along - 40, across - 28, along + 40, across - 1) for along, across in (r.label for r in layout.routes)]
    lines = [(stop.start, stop.across, stop.end, stop.across) for route in layout.routes for stop in route.stops]
    assert [(line, box) for line in lines for box in taken if overlap(line, box)] == []


def test_layout_puts_supporters_before_those_they_support() -> None:
    layout = lay_out(
        {"a": Box(10, 10, 10, 10), "b": Box(10, 10, 10, 10), "c": Box(10, 10, 10, 10)},
        [("a", "b"), ("b", "c"), ("a", "c")],
        [Box(5, 5, 5, 5)] * 3,
        Measures(10, 20, 200, gap_across=5, limit_across=200),
    )
    assert layout.nodes["a"][0] < layout.nodes["b"][0] < layout.nodes["c"][0]


def test_layout_breaks_a_cycle_and_says_which_support_goes_back() -> None:
    box = Box(10, 10, 10, 10)
    layout = lay_out(
        {"a": box, "b": box},
        [("a", "b"), ("b", "a")],
        [box, box],
        Measures(10, 20, 200, gap_across=5, limit_across=200),
    )
    assert [route.backwards for route in layout.routes] == [False, True]

"""The layers and places of a support picture: small graphs, every coordinate."""

from stifinner.outputs.drawing.layers import (
    Box,
    Measures,
    Slot,
    break_cycles,
    fit_ranks,
    stack,
    width_of,
)
from stifinner.outputs.drawing.layout import Layout, Route, Stop, lay_out
from stifinner.outputs.drawing.places import order
from stifinner.outputs.drawing.support import draw_support, text_width
from stifinner.views.parts.support import Support, SupportEdge, SupportNode

NODE, WORD = Box(10, 10, 10, 10), Box(5, 5, 5, 5)
MEASURES = Measures(10, 20, 200, gap_across=5, limit_across=200)
Edges = list[tuple[str, str]]


def layout_of(nodes: str, edges: Edges) -> Layout:
    """With every number rounded to one decimal."""
    layout = lay_out(dict.fromkeys(nodes, NODE), edges, [WORD] * len(edges), MEASURES)

    def short(pair: tuple[float, float]) -> tuple[float, float]:
        return round(pair[0], 1), round(pair[1], 1)

    return Layout(
        nodes={key: short(place) for key, place in layout.nodes.items()},
        bands={key: short(band) for key, band in layout.bands.items()},
        routes=tuple(
            Route(
                one.first,
                one.last,
                tuple(Stop(*short((stop.start, stop.end)), round(stop.across, 1)) for stop in one.stops),
                short(one.label),
                one.backwards,
            )
            for one in layout.routes
        ),
        along=round(layout.along, 1),
        across=round(layout.across, 1),
    )


def test_layout_of_two_stands_level() -> None:
    assert layout_of("ab", [("a", "b")]) == Layout(
        nodes={"a": (10, 10), "b": (80, 10)},
        bands={"a": (0, 20), "b": (70, 90)},
        routes=(Route("a", "b", (Stop(40, 50, 10),), label=(45, 10), backwards=False),),
        along=90,
        across=20,
    )


def test_layout_of_nobody_and_of_one_takes_the_room_of_its_node() -> None:
    assert layout_of("", []) == Layout({}, {}, (), along=0, across=0)
    assert layout_of("a", [("a", "a")]) == Layout({"a": (10, 10)}, {"a": (0, 20)}, (), along=20, across=20)


def test_layout_both_ways_spreads_the_two_words_about_the_middle() -> None:
    assert layout_of("ab", [("a", "b"), ("b", "a")]) == Layout(
        nodes={"a": (10, 12.5), "b": (80, 12.5)},
        bands={"a": (0, 20), "b": (70, 90)},
        routes=(
            Route("a", "b", (Stop(40, 50, 5),), label=(45, 5), backwards=False),
            Route("a", "b", (Stop(40, 50, 20),), label=(45, 20), backwards=True),
        ),
        along=90,
        across=25,
    )


def test_layout_of_a_diamond_is_even() -> None:
    assert layout_of("abcd", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]) == Layout(
        nodes={"a": (10, 22.5), "b": (80, 10), "c": (80, 35), "d": (150, 22.5)},
        bands={"a": (0, 20), "b": (70, 90), "c": (70, 90), "d": (140, 160)},
        routes=(
            Route("a", "b", (Stop(40, 50, 15),), label=(45, 15), backwards=False),
            Route("a", "c", (Stop(40, 50, 30),), label=(45, 30), backwards=False),
            Route("b", "d", (Stop(110, 120, 15),), label=(115, 15), backwards=False),
            Route("c", "d", (Stop(110, 120, 30),), label=(115, 30), backwards=False),
        ),
        along=160,
        across=45,
    )


def test_long_edge_runs_straight_beside_those_it_passes() -> None:
    layout = layout_of("abc", [("a", "b"), ("b", "c"), ("a", "c")])
    assert layout.routes == (
        Route("a", "b", (Stop(40, 50, 13.2),), label=(45, 13.2), backwards=False),
        Route("b", "c", (Stop(110, 120, 14),), label=(115, 14), backwards=False),
        Route("a", "c", (Stop(40, 50, 29), Stop(70, 90, 29), Stop(110, 120, 29)), label=(45, 29), backwards=False),
    )


def test_supporters_stand_in_the_order_of_those_they_support() -> None:
    layout = layout_of("abcd", [("a", "d"), ("b", "c")])
    assert layout.nodes == {"a": (10, 10), "b": (10, 35), "d": (80, 10), "c": (80, 35)}


def test_cycles_are_broken_from_those_whom_nobody_supports() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "c"), ("d", "a")]
    assert break_cycles(list("cabd"), edges) == (
        [("a", "b"), ("b", "c"), ("b", "c"), ("c", "c"), ("d", "a")],
        [False, False, True, True, False],
    )


def test_rank_follows_from_the_longest_way_and_supporters_stand_close() -> None:
    edges = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "c")]
    assert fit_ranks(dict.fromkeys("abcd", NODE), edges, MEASURES) == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_one_who_neither_supports_nor_is_supported_stands_with_the_first() -> None:
    assert fit_ranks(dict.fromkeys("abc", NODE), [("a", "b"), ("c", "c")], MEASURES) == {"a": 0, "b": 1, "c": 0}


def test_those_who_support_fewest_wait_where_a_rank_is_too_wide() -> None:
    narrow = Measures(10, 20, 200, gap_across=5, limit_across=50)
    edges = [("a", "e"), ("b", "e"), ("c", "e"), ("d", "e"), ("b", "f")]
    assert fit_ranks(dict.fromkeys("abcdef", NODE), edges, narrow) == {
        "a": 0,
        "b": 0,
        "c": 1,
        "d": 1,
        "e": 2,
        "f": 2,
    }


def test_width_counts_the_gaps_between_and_none_outside() -> None:
    assert [width_of([NODE] * count, MEASURES) for count in range(4)] == [0, 20, 45, 70]


def names(layers: list[list[Slot]]) -> list[list[str]]:
    return [[one.node or f"{one.edge}{' word' if one.label else ''}" for one in layer] for layer in layers]


def test_words_stand_between_the_ranks_and_long_edges_pass_by() -> None:
    edges = [("a", "b"), ("b", "c"), ("a", "c"), ("a", "c")]
    layers = stack(dict.fromkeys("abc", NODE), edges, [WORD] * 4, {"a": 0, "b": 1, "c": 2}, MEASURES)
    assert names(layers) == [
        ["a"],
        ["0 word", "2 word", "3"],
        ["b", "2", "3"],
        ["1 word", "2", "3 word"],
        ["c"],
    ]


def test_words_that_are_too_wide_together_stand_in_layers_of_their_own() -> None:
    narrow = Measures(10, 20, 200, gap_across=5, limit_across=30)
    layers = stack(dict.fromkeys("ab", NODE), [("a", "b")] * 3, [WORD] * 3, {"a": 0, "b": 1}, narrow)
    assert names(layers) == [["a"], ["0 word", "1", "2"], ["0", "1 word", "2"], ["0", "1", "2 word"], ["b"]]


def test_layers_are_sorted_until_the_lines_cross_least() -> None:
    edges = [("a", "f"), ("b", "e"), ("c", "d"), ("a", "d")]
    ranks = {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1, "f": 1}
    layers = stack(dict.fromkeys("abcdef", NODE), edges, [WORD] * 4, ranks, MEASURES)
    order(layers)
    assert names(layers) == [["a", "c", "b"], ["0 word", "3 word", "2 word", "1 word"], ["f", "d", "e"]]


def test_text_is_measured_letter_by_letter() -> None:
    assert [round(text_width(text, 10), 2) for text in ("il", "ab", "AB", "mW", "")] == [7.2, 11.7, 14.4, 19.0, 0]


def graph(edges: list[tuple[str, str, str]], you: str, icon: str = "person") -> Support:
    """A verb that ends in ``?`` is recommended; the first has the icon."""
    keys = list(dict.fromkeys(key for source, target, _ in edges for key in (source, target)))
    return Support(
        tuple(SupportNode(key, key, None, key == you, icon if key == keys[0] else "person") for key in keys),
        tuple(SupportEdge(source, target, verb.rstrip("?"), verb.endswith("?")) for source, target, verb in edges),
        (),
    )


def svg(way: str, width: int, height: int, *parts: str) -> str:
    return (
        f'<svg class="support__svg support__svg--{way}" aria-hidden="true" focusable="false" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">{"".join(parts)}</svg>'
    )


def edge(line: str, tip: str, verb: tuple[float, float, str], recommended: str = "") -> str:
    x, y, word = verb
    return (
        f'<g class="support__edge{recommended}"><path class="support__line" d="{line}"/>'
        f'<path class="support__tip" d="{tip}"/><text class="support__verb" x="{x}" y="{y}">{word}</text></g>'
    )


def node(
    place: tuple[float, float], radius: str, icon: tuple[float, float, str, str], words: str, kind: str = ""
) -> str:
    x, y = place
    left, top, side, name = icon
    return (
        f'<g class="support__node{kind}"><circle class="support__disc" cx="{x}" cy="{y}" r="{radius}"/>'
        f'<svg class="support__icon" x="{left}" y="{top}" width="{side}" height="{side}">'
        f'<use href="i.svg#{name}"/></svg>{words}</g>'
    )


def name(x: float, y: float, word: str) -> str:
    return f'<text class="support__name" x="{x}" y="{y}">{word}</text>'


YOU = " support__node--you"


def test_drawing_to_the_right_of_one_who_supports_you() -> None:
    picture = graph([("a", "b", "støtter")], you="b")
    assert draw_support(picture, downwards=False, icons="i.svg") == svg(
        "right",
        462,
        174,
        edge(
            "M104.0 70.0L104.0 70.0C144.0 70.0 144.0 70.0 184.0 70.0L246.3 70.0"
            "C279.8 70.0 279.8 70.0 313.2 70.0L317.2 70.0",
            "M326.3 70.0L313.3 62.9L313.3 77.2z",
            (215.2, 61.0, "støtter"),
        ),
        node((54.0, 70.0), "46", (35.6, 51.6, "36.8", "person"), name(54.0, 142.0, "a")),
        node((392.3, 70.0), "62", (367.5, 45.2, "49.6", "person"), name(392.3, 158.0, "b"), kind=YOU),
    )


def test_drawing_downwards_of_one_who_supports_you() -> None:
    picture = graph([("a", "b", "støtter")], you="b")
    assert draw_support(picture, downwards=True, icons="i.svg") == svg(
        "down",
        112,
        290,
        edge(
            "M44.0 95.2L44.0 95.2C44.0 111.2 44.0 111.2 44.0 127.2"
            "L44.0 146.7C44.0 156.2 44.0 156.2 44.0 165.7L44.0 169.7",
            "M44.0 176.7L38.5 166.7L49.5 166.7z",
            (54.0, 142.0, "støtter"),
        ),
        node((44.0, 36.0), "28", (32.8, 24.8, "22.4", "person"), name(44.0, 86.4, "a")),
        node((44.0, 216.7), "36", (29.6, 202.3, "28.8", "person"), name(44.0, 275.1, "b"), kind=YOU),
    )


def test_drawing_of_two_who_support_each_other_has_a_tip_at_both_ends() -> None:
    both = graph([("mentor", "leder", "følger opp?"), ("leder", "mentor", "er med i")], you="leder", icon="people")
    assert draw_support(both, downwards=False, icons="i.svg") == svg(
        "right",
        492,
        174,
        edge(
            "M102.8 59.6L102.8 59.6C143.4 59.6 143.4 40.0 184.0 40.0"
            "L276.1 40.0C310.0 40.0 310.0 59.6 343.9 59.6L347.9 59.6",
            "M357.0 59.6L344.0 52.5L344.0 66.8z",
            (230.1, 31.0, "følger opp"),
            " support__edge--recommended",
        ),
        edge(
            "M111.9 80.4L111.9 80.4C148.0 80.4 148.0 100.1 184.0 100.1"
            "L276.1 100.1C314.6 100.1 314.6 80.4 353.0 80.4L357.0 80.4",
            "M102.8 80.4L115.8 73.2L115.8 87.6z",
            (230.1, 91.1, "er med i"),
        ),
        node((54.0, 70.0), "46", (34.2, 50.2, "39.56", "people"), name(54.0, 142.0, "mentor")),
        node((422.1, 70.0), "62", (397.3, 45.2, "49.6", "person"), name(422.1, 158.0, "leder"), kind=YOU),
    )


def test_drawing_dashes_who_is_only_recommended_and_not_whom_they_help() -> None:
    picture = graph([("mentor", "leder", "følger opp?")], you="")
    drawn = draw_support(picture, downwards=False, icons="i.svg")
    assert [part.partition('"')[0] for part in drawn.split('<g class="support__node')[1:]] == [
        " support__node--dashed",
        "",
    ]

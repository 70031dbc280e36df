"""Whatever is echoed is harmless lines, to a terminal, to GitHub's runner and in a summary; and people can read it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm import gfm_plugin

from core.hostile_text import HOSTILE, steering_in
from effort import TIMES
from stifinner.language.characters import code_of, find_steering, unseen_in_name, without_steering
from stifinner.problems.echo import (
    LONGEST,
    close_commands,
    compose_command,
    escape_markdown,
    make_harmless,
    one_line,
)

ANY = st.text(st.characters(), max_size=60)
"""All of Unicode, halves of pairs too."""
PIECES = st.lists(st.sampled_from([*HOSTILE, "::", ":", "#", "##", "[", "\n", "\r", " ", "a", "\u200b"]), max_size=8)
MARKUP = MarkdownIt("commonmark").use(gfm_plugin)
GITHUB_MAKES_SOMETHING = re.compile(
    r"(?<![\w`])@\w|#\d|\bGH-\d|://|\bwww\.|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE
)


def lines_of(pieces: list[str]) -> str:
    return "".join(pieces)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_becomes_one_line_as_long_as_it_was(text):
    shown = one_line(text)
    assert (steering_in(shown), len(shown), "\n" in shown) == (set(), len(text), False)


@pytest.mark.slow
@given(ANY | PIECES.map(lines_of))
@settings(max_examples=400 * TIMES)
def test_any_text_becomes_one_line_as_long_as_it_was_and_stays_it(text):
    shown = one_line(text)
    assert (steering_in(shown), len(shown), "\n" in shown) == (set(), len(text), False)
    assert one_line(shown) == make_harmless(shown) == shown


@pytest.mark.slow
@given(ANY | PIECES.map(lines_of))
@settings(max_examples=400 * TIMES)
def test_any_lines_become_as_many_harmless_ones(text):
    shown = make_harmless(text)
    assert (steering_in(shown), len(shown), shown.count("\n")) == (set(), len(text), text.count("\n"))


def test_ordinary_text_is_left_as_it_is():
    for text in ("Æ, ø og å: 3 < 4 #1 [x] a::b C++ std::sort «ja»", "مرحبا שלום 👩‍🏫 Delt\u00adord", "IPv6 fe80::1"):
        assert one_line(text) == text


def test_what_is_hidden_can_be_read():
    assert one_line("a\x1b[2J\tb\x7f\r\nc\x9b##[error]") == "a␛[2J b␡␍␊c�##［error]"
    assert one_line(" ::error::x") == " :：error::x"


def test_there_is_an_end_to_it():
    assert one_line("å" * 5000) == "å" * LONGEST + "…"


@pytest.mark.slow
@given(ANY | PIECES.map(lines_of))
@settings(max_examples=300 * TIMES)
def test_a_summary_shows_any_text_as_the_words_that_it_is(text):
    shown = one_line(text)
    tokens = MARKUP.parse(f"- **a** {escape_markdown(text)} b")
    (inline,) = (token for token in tokens if token.type == "inline")
    end = next(index for index, child in enumerate(inline.children) if child.type == "strong_close")
    assert {child.type for child in inline.children[end + 1 :]} <= {"text", "text_special"}
    words = "".join(child.content for child in inline.children[end + 1 :])
    assert GITHUB_MAKES_SOMETHING.findall(words) == []
    assert words.replace("\u200b", "").strip() == f"{shown} b".replace("\u200b", "").strip()


@pytest.mark.slow
@given(ANY | PIECES.map(lines_of), ANY | PIECES.map(lines_of))
@settings(max_examples=200 * TIMES)
def test_a_command_is_one_line_and_says_what_it_was_given(name, text):
    command = compose_command("error", {"file": name, "line": 3}, [text, "b"])
    found = re.fullmatch(r"::error (?:file=([^:,\n]*),)?line=3::([^\n]*)", command)
    assert found
    assert _unescaped(found[1] or "") == one_line(name)
    assert _unescaped(found[2]) == f"{one_line(text)}\nb"
    assert close_commands([command], "::slutt").split("\n") == [command, ":：slutt"]


def _unescaped(text: str) -> str:
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@given(ANY)
def test_lines_without_what_steers_keep_their_columns_and_have_none_left(text):
    line = text.replace("\n", " ")
    mended = without_steering(line)
    assert (len(mended), find_steering(mended)) == (len(line), None) or "\ud800" <= max(line) <= "\udfff"


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("å-⭐.md", ""),
        ("a b.md", ""),
        ("a\u200db", "U+200D"),
        ("a\u200e", "U+200E"),
        ("a\tb", "U+0009"),
        ("\udce5", "0xE5"),
    ],
)
def test_names_hold_nothing_unseen(name, character):
    unseen = unseen_in_name(name)
    assert (code_of(unseen) if unseen else "") == character

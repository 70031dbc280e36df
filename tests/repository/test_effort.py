"""What is left to the thorough run is more of the same: of each kind something is tried every time."""

from pathlib import Path

import pytest

from browser.addresses import TYPES, all_addresses
from browser.pages import some_of, type_of
from commands import CAN_FORK, run_anew, run_forked
from effort import THOROUGH, chosen, in_turn, some_of_each


def test_of_each_kind_the_largest_and_the_smallest_are_tried() -> None:
    things = ["b22", "a1", "a22", "a4444", "a333", "c1"]
    some = some_of_each(things, lambda thing: thing[0], len)
    assert some == (things if THOROUGH else ["b22", "a1", "a4444", "c1"])


def test_things_are_tried_with_others_in_turn() -> None:
    every = [(thing, other) for thing in "abc" for other in (1, 2)]
    assert in_turn("abc", (1, 2)) == (every if THOROUGH else [("a", 1), ("b", 2), ("c", 1)])


def test_a_number_is_what_the_environment_says_or_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen("A_NUMBER", usual=3, thorough=30) == (30 if THOROUGH else 3)
    monkeypatch.setenv("A_NUMBER", "7")
    assert chosen("A_NUMBER", usual=3, thorough=30) == 7


def test_pages_of_every_type_are_opened(built_site: Path) -> None:
    types = {type_of(built_site, address) for address in TYPES.values()}
    assert len(types) == len(TYPES)
    addresses = all_addresses(built_site)
    some = {type_of(built_site, address) for address in some_of(built_site, addresses)}
    assert some == {type_of(built_site, address) for address in addresses} >= types


@pytest.mark.slow
@pytest.mark.skipif(not CAN_FORK, reason="nothing can be forked here")
@pytest.mark.parametrize(
    "words",
    [
        ("build",),
        ("explain", "date"),
        *(pytest.param(words, marks=pytest.mark.thorough) for words in [("--help",), ("finnes-ikke",)]),
    ],
)
def test_a_forked_command_does_what_one_from_nothing_does(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = [
        (done.returncode, done.stdout, done.stderr)
        for run in (run_anew, run_forked)
        for done in [run("stifinner", *words, cwd=tmp_path, environ={"PYTHONUTF8": "1", "HOME": str(tmp_path)})]
    ]
    assert said[0] == said[1]

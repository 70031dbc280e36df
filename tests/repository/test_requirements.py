"""What is installed is pinned by hash, and the same list stands everywhere."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements"


def wanted_in(name: str) -> list[str]:
    lines = (REQUIREMENTS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def pins_in(name: str) -> dict[str, str]:
    """Package → version, of a compiled list."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (REQUIREMENTS / name).read_text(encoding="utf-8"), re.MULTILINE))


def test_the_package_asks_for_what_base_lists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"] == wanted_in("base.in")


@pytest.mark.parametrize("name", ["base", "dev", "bench"])
def test_everything_wanted_is_pinned(name: str) -> None:
    wanted = {re.match(r"[\w.-]+", line)[0].lower() for line in wanted_in(f"{name}.in")}
    assert wanted - pins_in(f"{name}.txt").keys() == set()


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "bench.txt"])
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    without_hash = [
        pin for pin in re.findall(r"^[\w.-]+==.*(?:\n .*)*", text, re.MULTILINE) if "--hash=sha256:" not in pin
    ]
    assert (without_hash, re.findall(r"\S*://\S*|--(?:extra-)?index\S*", text)) == ([], [])


def test_the_bench_changes_nothing_that_tests_run_on() -> None:
    dev, bench = pins_in("dev.txt"), pins_in("bench.txt")
    shared = bench.keys() & dev.keys()
    assert {name: bench[name] for name in shared} == {name: dev[name] for name in shared}


def test_tests_run_on_the_versions_that_the_portal_is_built_with() -> None:
    dev = pins_in("dev.txt")
    assert {name: dev[name] for name in pins_in("base.txt")} == pins_in("base.txt")

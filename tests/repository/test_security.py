"""What SECURITY.md promises: beside each promise stands the test that holds it, and the test is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = ("Hva portalen lover leseren", "Hva portalen lover den som skriver og drifter")


def sections() -> dict[str, str]:
    return {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}


def test_every_promise_names_the_test_that_holds_it() -> None:
    promises = [promise for name in PROMISES for promise in sections()[name].split("\n- ")[1:]]
    assert len(promises) >= 10
    assert [promise for promise in promises if "<!-- tests/" not in promise] == []


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"<!-- (\S+\.py)::(\w+) -->", TEXT)
    assert len(named) == TEXT.count("<!--")
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not re.search(rf"^def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []

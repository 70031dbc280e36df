"""Occurrences: when the gatherings of a programme take place, and who may read their dates."""

import sys
from pathlib import Path

from stifinner.model.gathering import Gathering
from stifinner.portal import build_portal

CONTENT = Path("content")
DATES = {"date", "time", "place", "meeting_link", "schedule", "moved_from", "cancelled", "told"}
READERS = (
    "stifinner/graph/occurrences.py",
    "stifinner/graph/schedules.py",
    "stifinner/model/",
    "stifinner/review/cohorts.py",
    "stifinner/review/gatherings/clocks.py",
    "stifinner/review/gatherings/schedules.py",
    "pydantic",
)
"""Who may read when a gathering is: occurrences; the model itself; and the rules of what an editor wrote of it."""


def test_only_occurrences_read_when_a_gathering_is(monkeypatch):
    read: set[tuple[str, str]] = set()

    def traced(item: Gathering, name: str) -> object:
        if name in DATES:
            read.add((name, sys._getframe(1).f_code.co_filename))
        return object.__getattribute__(item, name)

    monkeypatch.setattr(Gathering, "__getattribute__", traced, raising=False)
    portal = build_portal(CONTENT, name="Portal")
    assert portal.pages
    assert {name for name, _ in read} == DATES
    strangers = {(name, file) for name, file in read if not any(reader in file for reader in READERS)}
    # References are looked for in every attribute that declares one, and a date may name another gathering.
    assert {(name, file.rpartition("stifinner/")[2]) for name, file in strangers} == {
        ("date", "graph/known.py"),
        ("date", "graph/rules/references.py"),
        ("schedule", "graph/known.py"),
        ("schedule", "graph/rules/references.py"),
    }

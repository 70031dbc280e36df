"""The slow reckoning gives the answers that were worked out by hand, so the rule itself is right."""

from datetime import datetime

import pytest

from cohorts.reckoning import Path, known_cell, running, stops_of, unknown_cell
from cohorts.rule import CASES
from cohorts.two_cohorts import PROGRAMME, known_cells, unknown_cells


@pytest.mark.parametrize(("at", "role", "cohort", "cell"), known_cells())
def test_next_of_a_role_is_reckoned_as_by_hand(at, role, cohort, cell):
    assert known_cell(PROGRAMME, role, cohort, datetime.fromisoformat(at)) == cell


@pytest.mark.parametrize(("at", "role", "cells"), unknown_cells())
def test_next_where_the_cohort_is_unknown_is_reckoned_as_by_hand(at, role, cells):
    assert unknown_cell(PROGRAMME, role, datetime.fromisoformat(at)) == cells


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_thought_of_the_rule_holds(case):
    path, now = Path(case.stops), datetime.fromisoformat(case.now)
    assert (path.next(now), path.told(now)) == (case.next, case.told)


def test_a_shared_day_is_one_stop_of_whoever_holds_it():
    held = [(stop["gathering"], stop["cohorts"]) for stop in stops_of(PROGRAMME, "prosjektleder")]
    assert held == [("Oppstart", ["kull 1"]), ("Felles dag", ["kull 1", "kull 2"]), ("Oppstart", ["kull 2"])]


def test_what_is_undated_keeps_a_cohort_open():
    held = {"form": "once", "times": [{"begin": "2026-11-03", "end": "2026-11-03"}]}
    programme = {"cohorts": {"over": [held], "open": [{"form": "once"}, held]}}
    assert running(programme, datetime(2026, 11, 3, 12)) == ["over", "open"]
    assert running(programme, datetime(2026, 11, 4)) == ["open"]

"""Where something is: which place the words mean, and what is then known of it."""

from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.graph.places import NOWHERE, PlaceAt, place_at
from stifinner.graph.stops import Occurrence
from stifinner.model.gathering import Gathering
from stifinner.portal import Portal
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "places.yml")
GATHERING, COHORT = "programmer/p/samlinger/a.md", "programmer/p/kull/k.md"
STORENESET = "steder/storeneset.md"


def portal(folder: Path, files: dict[str, str]) -> Portal:
    """A portal with the places of the cases; nothing of it may be told but an address that is another."""
    made = portal_of(folder, {**CASES["places"], **files})
    assert {problem.code for problem in made.problems} <= {"address-of-place"}
    return made


def only(portal: Portal) -> Occurrence:
    """When and where the gathering takes place."""
    (stop,) = portal.graph.by_id["p"].occurrences.all
    (occurrence,) = stop.occurrences
    return occurrence


def known(at: PlaceAt) -> dict[str, str]:
    """What is known, as a case writes it: what is empty is left out."""
    whole = {"of": at.place and at.place.path, "name": at.name, "room": at.room, "address": at.address}
    return {key: value for key, value in whole.items() if value}


def asked(case: dict[str, Any]) -> dict[str, str]:
    return {key: value for key, value in case.items() if key in {"of", "name", "room", "address"}}


def users(portal: Portal, case: dict[str, Any]) -> list[str]:
    """Paths of those who refer to the place that a case means."""
    return [user.path for user in portal.graph.users.get(case.get("of", ""), ())]


@pytest.mark.parametrize("case", CASES["facts"], ids=lambda case: case["written"])
def test_words_on_top_mean_a_place_by_its_id_or_title(case, tmp_path):
    made = portal(tmp_path, {GATHERING: f"---\ndato: 3. november 2026\n{case['written']}\n---\n# A\n\nOm.\n"})
    assert known(only(made).at) == asked(case)
    assert users(made, case) == ([GATHERING] if "of" in case else [])


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: case["written"])
def test_a_line_means_a_place_by_a_link_too(case, tmp_path):
    made = portal(tmp_path, {GATHERING: f"# A\n\nOm.\n\n## Datoer\n\n{case['written']}\n"})
    assert (known(only(made).at), only(made).before.words) == (asked(case), case.get("before", ""))
    assert users(made, case) == ([GATHERING] if "of" in case else [])


@pytest.mark.parametrize("case", CASES["nearest"], ids=lambda case: f"{case['own']} | {case['line']}")
def test_the_nearest_place_counts_with_its_own_address(case, tmp_path):
    made = portal(
        tmp_path,
        {
            GATHERING: f"---\n{case['own']}\n---\n# A\n\nOm.\n",
            COHORT: f"---\n{case.get('cohort', 'plasser: 3')}\n---\n# K\n\nOm.\n\n## Datoer\n\n"
            f"- [A](../samlinger/a.md): {case['line']}\n",
        },
    )
    assert known(only(made).at) == asked(case)


def test_what_is_said_can_be_asked_for_wherever_it_was_written(tmp_path):
    """A cohort's link is relative to its own file, also where the gathering is what it is about."""
    made = portal(
        tmp_path,
        {
            GATHERING: "---\nsted: Lyngvåg\n---\n# A\n\nOm.\n",
            COHORT: "# K\n\nOm.\n\n## Datoer\n\n"
            "- [A](../samlinger/a.md): 3. november 2026, [Salen](../steder/salen.md), til høyre\n",
        },
    )
    gathering = made.graph.by_id["p"].of(Gathering)[0]
    places = made.graph.known_places
    assert place_at(places, gathering, only(made).says) == only(made).at
    assert known(place_at(places, gathering, gathering)) == {"name": "Lyngvåg"}
    assert known(only(made).at) == {
        "of": "programmer/p/steder/salen.md",
        "name": "Salen vår",
        "room": "til høyre",
        "address": "Egen gate 3",
    }


@pytest.mark.parametrize(
    ("at", "words", "line"),
    [
        (NOWHERE, "", ""),
        (PlaceAt(None, "Losby"), "Losby", "Losby"),
        (PlaceAt(None, "", "", "Gata 5"), "Gata 5", "Gata 5"),
        (PlaceAt(None, "Losby", "", "Gata 5"), "Losby", "Losby, Gata 5"),
        (PlaceAt(None, "Losby", "sal 2", "Gata 5"), "Losby, sal 2", "Losby, sal 2, Gata 5"),
    ],
)
def test_a_place_in_one_line(at, words, line):
    assert (at.words, at.line) == (words, line)


def test_cohorts_at_one_place_say_the_same_however_they_write_it(tmp_path):
    dated = "# K\n\nOm.\n\n## Datoer\n\n- [A](../samlinger/a.md): 3. november 2026, {place}\n"
    files = {GATHERING: "# A\n\nOm.\n", COHORT: dated.format(place="storeneset, sal 2")}

    def form(second: str, folder: str) -> str:
        other = {"programmer/p/kull/l.md": dated.format(place=second).replace("# K", "# L")}
        (stop,) = portal(tmp_path / folder, {**files, **other}).graph.by_id["p"].occurrences.path
        return stop.form

    assert form("[Biblioteket](../../../steder/storeneset.md), sal 2", "same") == "once"
    assert form("Storeneset bibliotek, sal 3", "other") == "varies"


def test_days_at_several_places_have_each_its_own(tmp_path):
    dates = "- velg én\n  - 3. november 2026, storeneset\n  - 4. november 2026, salen\n"
    (stop,) = portal(tmp_path, {GATHERING: f"# A\n\nOm.\n\n## Datoer\n\n{dates}"}).graph.by_id["p"].occurrences.all
    assert [one.at.words for one in stop.occurrences] == ["Storeneset bibliotek", "Salen vår"]
    assert (stop.at, stop.place) == (NOWHERE, "")


def test_an_old_address_of_a_place_leads_to_it(tmp_path):
    moved = {"steder/ny.md": "---\ntidligere: gammel\n---\n# Det nye huset\n\nEt hus.\n"}
    assert "steder/gammel/" in {page.address for page in portal(tmp_path, moved).moved}


NOT_NEAR = ("Storeneset", "Storeneset skole", "Salen deres", "Kaia", "Lyngvåg rådhus", "Sal 2", "På nett")


@pytest.mark.parametrize("words", NOT_NEAR)
def test_another_place_is_no_slip_of_the_pen(words, tmp_path):
    """What is a place of its own is not told as nearly another's name."""
    files = {"steder/lyngvag.md": "# Lyngvåg samfunnshus\n\nEt hus.\n", "steder/sal.md": "# Sal 1\n\nEn sal.\n"}
    made = portal_of(tmp_path, {**CASES["places"], **files, GATHERING: f"---\nsted: {words}\n---\n# A\n\nOm.\n"})
    assert [problem.code for problem in made.problems] == []

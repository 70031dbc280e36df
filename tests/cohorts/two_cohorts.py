"""A programme with two cohorts, as editors write it, and what is next in it, worked out by hand."""

from pathlib import Path
from typing import Any

from browser.small_portal import write_beside
from yaml_files import read_yaml

CONTENT: dict[str, str] = read_yaml(Path(__file__).with_name("two_cohorts.yml"))
ANSWERS: dict[str, Any] = read_yaml(Path(__file__).with_name("answers.yml"))
PROGRAMME = ANSWERS["programme"]

AT = "programmer/lek-som-laerer/"
"""Address of the programme."""


def write_two_cohorts(folder: Path, root: Path) -> None:
    """Write the portal of this programme alone into ``folder``."""
    write_beside(folder, root, CONTENT)


def known_cells() -> list[tuple[str, str, str | None, dict[str, Any]]]:
    """Moment, role, cohort (None for a role outside of cohorts) and answer."""
    cells = []
    for row in ANSWERS["known"]:
        for column, cell in row.items():
            if column != "at":
                role, _, cohort = column.partition(", ")
                cells.append((row["at"], role, cohort or None, cell))
    return cells


def unknown_cells() -> list[tuple[str, str, dict[str, Any]]]:
    """Moment, role and answers by cohort, where the reader's cohort is not known."""
    return [(row["at"], role, cells) for row in ANSWERS["unknown"] for role, cells in row.items() if role != "at"]

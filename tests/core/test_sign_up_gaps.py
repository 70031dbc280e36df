"""Where it is said by when one is to have signed up, and not where: told on the page of what is missing."""

from pathlib import Path

import pytest

from core.test_gaps import gaps_page
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "sign_up_gaps.yml")
P = "programmer/p/"


def files_of(case: dict[str, str]) -> dict[str, str | bytes]:
    """A programme with a gathering A, and the cohorts that the case has; each file begins with its facts."""

    def front(name: str) -> str:
        return f"---\n{facts}---\n" if (facts := case.get(name, "")) else ""

    files: dict[str, str | bytes] = {
        f"{P}index.md": f"{front('programme')}# Programmet\n\nEt program.\n{case.get('programme text', '')}",
        f"{P}samlinger/a.md": f"{front('gathering')}# A\n\nDette er A.\n{case.get('gathering text', '')}",
    }
    for number in (1, 2):
        if f"cohort {number}" in case or f"dates {number}" in case:
            dates = f"## Datoer\n\n- [A](../samlinger/a.md): {case.get(f'dates {number}', '1. mai 2027')}"
            files[f"{P}kull/kull-{number}.md"] = (
                f"{front(f'cohort {number}')}# Kull {number}\n\nDe som går sammen.\n\n{dates}\n"
            )
    return files


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_where_to_sign_up_is_missing_only_where_there_is_a_last_day(case: dict[str, str], tmp_path: Path):
    page = gaps_page(tmp_path, files_of(case))
    told = {
        line.item.text: [one for one in line.missing if "melde seg på" in one]
        for one in page.groups
        for line in one.lines
    }
    assert {name: missing for name, missing in told.items() if missing} == case["missing"]

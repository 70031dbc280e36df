"""What the README promises is there."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGET = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_every_file_that_is_linked_to_exists(name: str) -> None:
    targets = {target.partition("#")[0] for target in TARGET.findall(read(name)) if "://" not in target}
    assert {target for target in targets if target and not (ROOT / target).is_file()} == set()


def test_the_commands_of_the_readme_are_those_of_the_makefile() -> None:
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    made = set(re.findall(r"^  make ([a-z-]+) ", told, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", read("README.md")))
    assert named - made - {"alene"} == set()
    assert named >= {"serve", "test", "build"}


def test_the_readme_says_that_notes_to_editors_are_public() -> None:
    said = " ".join(read("README.md").split())
    assert "**i et åpent depot kan hvem som helst lese dem der**" in said

"""What the chapters on cohorts show can be written as it stands there, and pages say what they are said to say."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import write_files
from stifinner.language.phrases import load_phrases
from stifinner.portal import build_portal
from stifinner.problems.problem import show_problems

PHRASES = load_phrases("nb")
ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "plugins" / "stifinner" / "help" / "handbook" / "nb"
COHORTS = "programmer/lesing-i-alle-fag"
ALONE = "programmer/rom-for-samtalen/samlinger/a-lytte-uten-rad.md"
"""A gathering of the example's programme that has no cohorts."""
SAYS = "På sidene "
"""What a paragraph begins with that tells what pages say."""


@dataclass(frozen=True)
class Shown:
    """Some lines of a chapter that can be copied, and what pages are said to say of them, word by word."""

    heading: str
    lines: str
    said: tuple[str, ...]

    @property
    def changed(self) -> dict[str, str]:
        """Path → text of the file of the example that has these lines in place of its own."""
        if not self.lines.startswith(("- [", "## Fra samlingene")):
            text = "# Å lytte uten å gi råd\n\nDu øver.\n"
            return {ALONE: self.lines + text if self.lines.startswith("---") else f"{text}\n{self.lines}"}
        path = f"{COHORTS}/kull/{'kull-2' if 'kull-1.md' in self.lines else 'kull-1'}.md"
        mine = r"## Fra samlingene\n[^¤]*"
        if link := re.match(r"- (\[.*?\]\(.*?\))", self.lines):
            mine = rf"^- {re.escape(link[1])}.*\n(?:  .*\n)*"
        text, count = re.subn(mine, lambda _: self.lines, example()[path], count=1, flags=re.MULTILINE)
        assert count == 1, f"{path} has no place for:\n{self.lines}"
        return {path: text}


def example() -> dict[str, str]:
    """Path → text of each file of the handbook's example."""
    folder = WRITTEN / "example"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def lines_shown(chapter: str) -> list[Shown]:
    """The blocks of a chapter, each with the paragraph that tells what pages then say."""
    heading, found = "", []
    pieces = re.split(r"^(```markdown\n.*?^```)$", (WRITTEN / f"{chapter}.md").read_text("utf-8"), flags=re.M | re.S)
    for prose, block, after in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
        heading = ([heading, *re.findall(r"^#+ (.*)$", prose, re.M)])[-1]
        said = [one for one in after.strip().split("\n\n")[:1] if one.startswith(SAYS)]
        lines = block.removeprefix("```markdown\n").removesuffix("```")
        found.append(Shown(heading, lines, tuple(re.findall("«(.*?)»", "".join(said)))))
    return found


ALL = [one for chapter in ("kull", "datoer-som-endrer-seg", "pamelding") for one in lines_shown(chapter)]


@pytest.mark.parametrize("one", ALL, ids=[f"{number}: {one.heading}" for number, one in enumerate(ALL)])
def test_what_is_shown_can_be_written(one: Shown, tmp_path: Path):
    (changed,) = one.changed
    home = changed.rpartition("/")[0].rpartition("/")[0]
    files = {path: text for path, text in example().items() if path == "index.md" or path.startswith(home)}
    portal = build_portal(write_files(tmp_path, {**files, **one.changed}), name="P")
    assert portal.problems == (), show_problems(portal.problems, PHRASES)
    if one.said:
        renderer = portal.renderer([ROOT / "theme_overrides" / "fragments"])
        page = next(page for page in portal.pages if page.address == f"{COHORTS}/kull/kull-1/")
        text = words_of(renderer.render_page(page.view, page.address))
        assert [said for said in one.said if said not in text] == []


def words_of(html: str) -> str:
    """The words of the page of a cohort, below its head, with one space between; none before a comma."""
    page = BeautifulSoup(html, "lxml")
    for drawing in page.select("svg, .legend"):
        drawing.decompose()
    return re.sub(r"\s+(?=,)", "", re.sub(r"\s+", " ", page.get_text(" ")))


def test_every_change_is_shown_with_what_pages_then_say():
    told = {one.heading for one in lines_shown("datoer-som-endrer-seg") if one.said}
    assert told == {
        "Flyttet til en annen dag",
        "Flyttet til et annet klokkeslett",
        "Flyttet, men ny dag er ikke kjent",
        "Avlyst",
        "Nytt sted",
        "Datoen er kjent",
        "Hva er endret",
        "Delt i to",
        "Et valg",
        "En av kveldene er avlyst",
        "En rekke der én gang er avlyst",
    }

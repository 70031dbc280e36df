"""The handbook, as it is written and as it stands in a portal made from nothing: what it says can be done, can be."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import portal_of, write_files
from languages.portals import CONTENT as IN_OTHER_LANGUAGES
from stifinner.content import read_content
from stifinner.dates.reader import DateReader
from stifinner.dates.when import WhenKind
from stifinner.help.handbook.chapters import read_chapters
from stifinner.language.guide import load_guide
from stifinner.language.misread import Misread
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS
from stifinner.portal import build_portal

PHRASES = load_phrases("nb")
CHAPTERS = {chapter.name: chapter for chapter in read_chapters("nb")}
WRITTEN = Path(__file__).parents[2] / "plugins" / "stifinner" / "help" / "handbook" / "nb"


@dataclass(frozen=True)
class Made:
    """A portal made by ``stifinner new portal``, built."""

    folder: Path

    @property
    def handbook(self) -> Path:
        return self.folder / "site" / "for-redaktorer"

    def pages(self) -> dict[str, BeautifulSoup]:
        """Chapter → its page."""
        return {
            "index" if path.parent == self.handbook else path.parent.name: BeautifulSoup(
                path.read_text(encoding="utf-8"), "lxml"
            )
            for path in self.handbook.rglob("index.html")
        }

    def examples(self) -> dict[str, str]:
        """Path → text of every whole file that the handbook shows."""
        figures = [figure for page in self.pages().values() for figure in page.select("figure[data-file]")]
        return {figure["data-file"]: figure.pre.get_text() for figure in figures}


@pytest.fixture(scope="module")
def made(build_written: Callable[..., Path], run_stifinner: Callable[..., subprocess.CompletedProcess[str]]) -> Made:
    def write(folder: Path) -> None:
        done = run_stifinner("new", "portal", ".", "--name", "Portalen", "--organisation", "Kommunen", cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr

    return Made(build_written("made", write, "https://portal.example/"))


# --- What editors are shown can be done ---------------------------------------------------------------------------


def test_whoever_knows_only_the_handbook_builds_a_portal_without_a_warning(made, tmp_path, run_stifinner):
    """The examples on the pages, put where the pages say, and nothing else."""
    shutil.copy(made.folder / "mkdocs.yml", tmp_path)
    shutil.copytree(made.folder / "theme_overrides", tmp_path / "theme_overrides")
    content = write_files(tmp_path / "content", made.examples())
    assert read_content(content, PHRASES).problems == ()
    checked = run_stifinner("check", cwd=tmp_path)
    assert (checked.returncode, checked.stdout.strip()) == (
        0,
        PHRASES["cli"]["in_order"].format(files=len(made.examples())),
    )
    built = run_stifinner("build", "--traceback", cwd=tmp_path, SITE_URL="https://portal.example/")
    assert (built.returncode, built.stderr) == (0, "")
    programme = tmp_path / "site" / "programmer" / "rom-for-samtalen"
    parts = {
        part: len([one for one in (programme / part).iterdir() if one.is_dir()]) for part in ("samlinger", "roller")
    }
    assert parts == {"samlinger": 4, "roller": 2}
    assert sorted(one.name for one in (programme / "ressurser").iterdir() if one.is_dir()) == [
        "den-forste-setningen",
        "en-vanskelig-samtale",
        "samtalekortene",
    ]
    assert list((programme / "refleksjon").rglob("*.pdf"))


def test_the_examples_are_of_every_kind_and_all_are_shown(made):
    there = {path.relative_to(WRITTEN / "example").as_posix() for path in (WRITTEN / "example").rglob("*.md")}
    assert set(made.examples()) == there
    graph = read_content(WRITTEN / "example", PHRASES).graph
    assert {type(item) for item in graph.items.values()} == {kind.cls for kind in KINDS.values()}


def test_an_example_stands_on_the_page_as_it_is_in_its_file(made):
    for path, text in made.examples().items():
        assert text == (WRITTEN / "example" / path).read_text(encoding="utf-8")


# --- What is made from the model ----------------------------------------------------------------------------------


def page_of(kind: str) -> str:
    """The chapter that asks for the facts of a kind; one and no more."""
    names = [
        chapter.name
        for chapter in CHAPTERS.values()
        for part in chapter.parts
        if (part.asks_for, part.about) == ("facts", kind)
    ]
    assert len(names) == 1, f"one chapter has the line «@facts {kind}»"
    return names[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_page_with_all_its_facts_and_headings(made, kind):
    facts, headings = made.pages()[page_of(kind)].select("dl.known")
    guide = load_guide("nb")[kind]
    assert [dt.code.get_text() for dt in facts.select("dt")] == list(PHRASES["fields"][kind].values())
    assert [dt.code.get_text() for dt in headings.select("dt")] == [
        f"## {word}" for word in PHRASES["headings"][kind].values()
    ]
    assert [dd.get_text() for dd in facts.select(".known__example")] == [
        f"{fact.word}: {fact.example}" for fact in guide.facts.values()
    ]
    for row, fact in zip(facts.select("dt + dd"), guide.facts.values(), strict=True):
        assert row.get_text().startswith(fact.help)


def test_words_of_a_closed_list_are_all_named(made):
    text = made.pages()[page_of("gathering")].select_one("dl.known > div").get_text()
    assert [word for word in PHRASES["values"]["gathering_type"].values() if word not in text] == []


def test_every_problem_stands_there_once_wrong_and_right(made):
    shown = made.pages()["nar-noe-er-feil"].select("details.problem")
    assert sorted(one["id"] for one in shown) == sorted(PHRASES["problems"])
    assert {len(one.select("figure")) for one in shown} == {2}


# --- Dates --------------------------------------------------------------------------------------------------------


def written(asked: str) -> list[str]:
    (part,) = (part for part in CHAPTERS["datoer"].parts if part.asks_for == asked)
    return [line.partition("|")[0].strip() for line in part.text.splitlines()]


@pytest.mark.parametrize("date", written("dates"))
def test_a_date_of_the_list_can_be_read(date):
    assert DateReader(PHRASES).parse_when(date).kind in WhenKind.__args__


def test_the_list_has_every_shape_that_the_reader_knows():
    """For each shape there is a line that cannot be read before the reader knows it."""

    def is_read(date: str, shapes: tuple) -> bool:
        reader = DateReader(PHRASES)
        reader.shapes = shapes
        try:
            reader.parse_when(date)
        except Misread:
            return False
        return True

    shapes = DateReader(PHRASES).shapes
    for number, shape in enumerate(shapes):
        before, then = shapes[:number], shapes[: number + 1]
        assert [date for date in written("dates") if is_read(date, then) and not is_read(date, before)], shape
    kinds = {DateReader(PHRASES).parse_when(date).kind for date in written("dates")}
    assert kinds == {*WhenKind.__args__} - {"after", "before"}


def test_dates_times_and_durations_are_shown_as_pages_show_them(made):
    tables = made.pages()["datoer"].select("table")
    shown = [tuple(cell.get_text() for cell in row.select("th, td")[:2]) for row in tables[1].select("tbody tr")]
    assert shown[0] == ("09.00–15.30", "kl. 09.00–15.30")
    rows = {row.th.get_text(): row.td.get_text() for row in tables[0].select("tbody tr")}
    assert rows["1/11-30"] == "fredag 1. november 2030"
    assert rows["vinter 2030"] == "Vinteren 2030 (januar–mars 2030)"
    assert rows["høsten"] == "Høsten (årstall ikke oppgitt)"
    assert rows["kommer"] == "Dato kommer"


# --- The handbook among the pages ---------------------------------------------------------------------------------


def test_it_passes_the_rules_that_it_tells_of(tmp_path):
    """Its own prose, as pages of a portal beside its own examples."""
    articles = "programmer/handboka/artikler"
    pages = {
        f"{articles}/{name}.md": "\n\n".join(
            [f"# {chapter.title}", chapter.lede, *(part.text for part in chapter.parts if not part.asks_for)]
        )
        for name, chapter in CHAPTERS.items()
        if name != "index"
    }
    first = CHAPTERS["index"]
    opening = "\n\n".join([f"# {first.title}", first.lede, *(part.text for part in first.parts)])
    pages["programmer/handboka/index.md"] = opening.replace("](", "](artikler/")
    shutil.copytree(WRITTEN / "example", tmp_path, dirs_exist_ok=True)
    assert read_content(write_files(tmp_path, pages), PHRASES).problems == ()


def test_every_chapter_is_linked_from_the_first_and_every_page_of_the_portal_leads_to_it(made):
    assert {path.stem for path in WRITTEN.glob("*.md")} == set(CHAPTERS)
    assert set(made.pages()) == set(CHAPTERS)
    for path in (made.folder / "site").rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        if foot := page.select_one("footer.foot"):
            assert len([a for a in foot.select("a") if a.get_text() == "For redaktører"]) == 1, path


def test_participants_do_not_meet_it_in_their_search(made):
    site = made.folder / "site"
    assert "for-redaktorer" not in (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "for-redaktorer" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert {page.select_one("meta[name=robots]")["content"] for page in made.pages().values()} == {"noindex"}


def test_its_pages_are_as_many_in_a_large_portal_as_in_a_small(tmp_path):
    many = {f"programmer/p/roller/r{number}.md": f"# Rolle {number}\n" for number in range(30)}
    portals = [portal_of(tmp_path / "small", {}), portal_of(tmp_path / "large", many)]
    counts = {sum(page.address.startswith("for-redaktorer/") for page in portal.pages) for portal in portals}
    assert counts == {len(CHAPTERS)}


def test_nobody_can_put_a_page_in_its_place(tmp_path):
    portal = portal_of(tmp_path, {"for-redaktorer.md": "# Vår egen\n\nHer.\n"})
    assert [problem.code for problem in portal.problems] == ["address-taken"]


@pytest.mark.parametrize("language", IN_OTHER_LANGUAGES)
def test_a_portal_in_another_language_is_without_it_until_somebody_writes_one(tmp_path, language):
    portal = build_portal(write_files(tmp_path, IN_OTHER_LANGUAGES[language]), name="P", language=language)
    assert portal.frame.handbook is None
    assert [page.address for page in portal.pages if not page.source] == []


def test_it_is_written_without_mkdocs_too(made, tmp_path, run_stifinner):
    done = run_stifinner("write", str(tmp_path / "out"), cwd=made.folder)
    assert done.returncode == 0, done.stderr
    there = {path.parent.name for path in (tmp_path / "out" / "docs" / "for-redaktorer").rglob("index.md")}
    assert there == {"for-redaktorer", *CHAPTERS} - {"index"}

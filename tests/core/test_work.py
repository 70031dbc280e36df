"""Work between gatherings: what headings and points say of it, and what is shown on each way through a programme."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import portal_of, write_files
from stifinner.language.phrases import load_phrases
from stifinner.model.gathering import Gathering
from stifinner.model.read import read_items
from stifinner.model.work import WorkBetween
from stifinner.portal import Portal
from stifinner.problems.problem import ProblemList
from stifinner.source.read import read_sources
from stifinner.views.pages.gathering import GatheringPage, missing_of_gathering
from stifinner.views.pages.role import RolePage
from stifinner.views.papers.print_page import PrintPage
from stifinner.views.parts.composer import Composer
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "work.yml")
P = "programmer/p/"
FRAGMENTS = Path(__file__).parents[2] / "theme_overrides" / "fragments"


def works_of(folder: Path, language: str, sections: list[str]) -> list[WorkBetween | None]:
    """The work of gatherings with these sections, read without the names of any other."""
    phrases = load_phrases(language)
    where = f"{phrases['folders']['programmes']}/p/{phrases['folders']['gathering']}"
    word = phrases["headings"]["gathering"]["work_between"]
    files = {f"{where}/s{number:03}.md": f"# S\n\n## {word}{section}\n" for number, section in enumerate(sections)}
    problems = ProblemList(phrases)
    items = read_items(read_sources(write_files(folder, files), problems).files, phrases, problems)
    assert not [problem for problem in problems.sorted() if problem.severity == "error"]
    return [item.work_between for item in items if isinstance(item, Gathering)]


@pytest.mark.parametrize("language", CASES["headings"])
def test_heading_is_read(language: str, tmp_path: Path):
    cases = CASES["headings"][language]
    works = works_of(tmp_path, language, [f"{case['written']}\n\nX." for case in cases])
    for case, work in zip(cases, works, strict=True):
        assert work
        said = {
            "day": work.due.text if work.due else None,
            "at": work.due_at,
            "ahead": work.days_before,
            "whom": work.audience,
            "gathering": work.headings[0].deadline.to_gathering,
        }
        assert (case["written"], {key: value for key, value in said.items() if value}) == (
            case["written"],
            case["reads"],
        )


@pytest.mark.parametrize("language", CASES["points"])
def test_point_with_a_deadline_is_a_step(language: str, tmp_path: Path):
    cases = CASES["points"][language]
    works = works_of(tmp_path, language, [f"\n\n- {case['written']}" for case in cases])
    for case, work in zip(cases, works, strict=True):
        assert work
        steps = work.steps
        said = [
            {
                "day": step.deadline.on.text if step.deadline.on else None,
                "at": step.deadline.at,
                "ahead": step.deadline.days_before,
                "text": step.text.plain,
            }
            for step, *_ in steps
        ]
        told = [{key: value for key, value in one.items() if value} for one in said]
        assert (case["written"], told) == (case["written"], [case["reads"]] if case["reads"] else [])


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["name"])
def test_what_means_nothing_is_told(case, tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}samlinger/a.md": f"# A\n\n## {case['section']}\n",
        f"{P}samlinger/b.md": "# Nettverk\n",
        f"{P}samlinger/c.md": "# Samling 1: Oppstart\n",
        f"{P}samlinger/d.md": "# Lesedag: Ord som hører til faget\n",
    }
    problems = portal_of(tmp_path, files).problems
    assert [f"{one.line}:{one.column} {one.code}" for one in problems] == case["told"]
    assert all(one.path == f"{P}samlinger/a.md" for one in problems)
    if "meant" in case:
        assert problems[0].hint.startswith(f"Mente du «{case['meant']}»?")
    elif len(problems) == 1:
        assert not problems[0].hint.startswith("Mente du")


def shown_on(portal: Portal, address: str) -> list[str]:
    """The steps of a way, each with when it is, and the steps of work below it."""
    view = next(page.view for page in portal.pages if page.address == f"{P}{address}")
    steps = (
        [(step.name, step.date.text, step.steps) for step in view.way]
        if isinstance(view, RolePage)
        else [(item.title, item.date.text, item.steps) for item in view.timeline.items]
    )
    return [
        line
        for name, date, below in steps
        for line in (f"{name} | {date}", *(f"– {one.due.text} | {one.text.text.plain}" for one in below))
    ]


@pytest.mark.parametrize("case", CASES["ways"], ids=lambda case: case["name"])
def test_work_stands_on_each_way_with_its_day(case, tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}{path}": text for path, text in case["files"].items()})
    assert {address: shown_on(portal, address) for address in case["shown"]} == case["shown"]


COHORTS = next(case["files"] for case in CASES["ways"] if case["name"].startswith("two cohorts"))
"""Two cohorts; work with a step, and work for those whom its gathering is not for."""


@pytest.fixture(scope="module")
def cohorts(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    files = {
        **COHORTS,
        "samlinger/felles-dag.md": "---\nfor: styrer, medarbeider\ndato: 8. april 2027\n---\n# Felles dag\n",
    }
    for number in (1, 2):
        path = f"kull/kull-{number}.md"
        files[path] = "\n".join(line for line in files[path].split("\n") if "Felles dag" not in line)
    return portal_of(tmp_path_factory.mktemp("cohorts"), {f"{P}{path}": text for path, text in files.items()})


def page_of(portal: Portal, address: str) -> object:
    return next(page.view for page in portal.pages if page.address == f"{P}{address}")


def test_page_of_the_gathering_tells_days_that_all_cohorts_have(cohorts: Portal):
    start, leaders = (page_of(cohorts, f"samlinger/{id}/") for id in ("oppstart", "lederdag"))
    assert isinstance(start, GatheringPage)
    assert isinstance(leaders, GatheringPage)
    assert start.work_between
    assert leaders.work_between
    works = [start.work_between, leaders.work_between]
    assert [(one.due_text, one.audience, one.body.text.plain) for one in works] == [
        ("Innen 1. april 2027 (en uke før Felles dag)", "", "til Nettverk: Skriv"),
        ("Til Felles dag, torsdag 8. april 2027", "For medarbeidere", "Les."),
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("- til B: Les\n\n  - mer", "til B (mandag 3. mai 2027): Les mer"),
        ("- **Til B:** Les", "Til B (mandag 3. mai 2027): Les"),
        ("- til [B](b.md): Les", "til B (mandag 3. mai 2027): Les"),
        (
            "Slik:\n\n1. dagen før B: Les\n2. til A: Les\n\nSlutt.",
            "Slik: dagen før B (søndag 2. mai 2027): Les til A: Les Slutt.",
        ),
        ("- innen 2. mai 2027: Les\n- til C: Les\n- til deg: Les", "innen 2. mai 2027: Les til C: Les til deg: Les"),
    ],
)
def test_list_stands_as_it_was_written_with_the_days_of_gatherings(written: str, shown: str, tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": f"---\ndato: mai 2027\n---\n# S\n\n## Mellomarbeid\n\n{written}\n",
        f"{P}samlinger/b.md": "---\ndato: 3. mai 2027\n---\n# B\n",
        f"{P}samlinger/c.md": "# C\n",
        f"{P}samlinger/d.md": "# A\n",
    }
    page = page_of(portal_of(tmp_path, files), "samlinger/a/")
    assert isinstance(page, GatheringPage)
    assert page.work_between
    assert page.work_between.body.text.plain == shown


def test_days_stand_behind_links(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# S\n\n## Mellomarbeid\n\n- til [B](b.md): Les\n",
        f"{P}samlinger/b.md": "---\ndato: 3. mai 2027\n---\n# B\n",
    }
    page = page_of(portal_of(tmp_path, files), "samlinger/a/")
    assert isinstance(page, GatheringPage)
    assert page.work_between
    inline = page.work_between.body.text.tokens[3].children or []
    assert [token.content or token.type for token in inline] == [
        *("til ", "link_open", "B", "link_close", " (mandag 3. mai 2027)", ": Les"),
    ]


def test_steps_are_printed_below_the_work(cohorts: Portal):
    page = page_of(cohorts, "roller/styrer/skriv-ut/")
    assert isinstance(page, PrintPage)
    rows = next(part.rows for part in page.handout.parts if part.title == "Din vei")
    told = [(row.label, row.text or row.prose.text.plain) for row in rows]
    assert told[-3:] == [
        ("Innen 1. april 2027 (en uke før Felles dag)", "Mellomarbeid"),
        ("Til Nettverk", "Skriv"),
        ("tor. 8. april 2027", "Felles dag"),
    ]


def test_timeline_shows_work_to_those_whom_it_is_for(cohorts: Portal):
    line = page_of(cohorts, "kull/kull-1/").timeline  # type: ignore[attr-defined]
    assert [(one.lane, one.bar, one.audience, one.roles) for one in line.items if one.is_work] == [
        ("upper", 4, "Medarbeidere og styrere", ("styrer", "medarbeider")),
        ("upper", None, "Medarbeidere", ("medarbeider",)),
    ]


def test_last_part_before_work_is_due_gives_it(tmp_path: Path):
    case = next(case for case in CASES["ways"] if case["name"].startswith("work of a gathering in parts"))
    portal = portal_of(tmp_path, {f"{P}{path}": text for path, text in case["files"].items()})
    line = page_of(portal, "").timeline  # type: ignore[attr-defined]
    assert [one.anchor for one in line.items if one.is_work] == [
        "samlinger_a_2_mellomarbeid",
        "samlinger_c_2_mellomarbeid",
    ]


def test_card_of_the_gathering_that_work_is_due_at_leads_to_it(cohorts: Portal):
    page = page_of(cohorts, "kull/kull-1/roller/medarbeider/")
    assert isinstance(page, RolePage)
    assert {card.gathering.name: card.work_between and card.work_between.address for card in page.up_next} == {
        "Oppstart": None,
        "Felles dag": f"{P}samlinger/lederdag/?kull=kull-1#mellomarbeid",
    }


@pytest.mark.parametrize("address", ["roller/styrer/", "kull/kull-1/"])
def test_steps_stand_in_a_list_below_the_mark(address: str, cohorts: Portal):
    page = next(page for page in cohorts.pages if page.address == f"{P}{address}")
    html = BeautifulSoup(cohorts.renderer([FRAGMENTS]).render_page(page.view, page.address), "html.parser")
    lists = html.select("[data-work] .dues")
    assert [[point.get_text(" ", strip=True) for point in one.select("li")] for one in lists] == [
        ["Til Nettverk Skriv" if "roller" in address else "Til Nettverk, onsdag 3. februar 2027 Skriv"]
    ]


def test_deadline_that_the_heading_says_is_not_missing(tmp_path: Path):
    dues = {
        "a": "",
        "b": " til neste samling",
        "c": " til A",
        "d": ", en uke før neste samling",
        "e": " til 3. mai 2027",
    }
    files: dict[str, str | bytes] = {
        f"{P}samlinger/{id}.md": f"---\ndato: 2. mai 2027\n---\n# {id.upper()}\n\n## Mellomarbeid{said}\n\nLes.\n"
        for id, said in dues.items()
    }
    graph = portal_of(tmp_path, files).graph
    composer = Composer(graph, load_phrases("nb"))
    missing = {one.id: "due" in missing_of_gathering(composer, one) for one in graph.by_id["p"].of(Gathering)}
    assert missing == {"a": True, "b": True, "c": False, "d": False, "e": False}

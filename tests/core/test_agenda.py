"""The day plan as people write it: a line says when, how long, what and who; a day is put together of them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import SMALLEST, portal_of, write_files
from stifinner.content import Content, read_content
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.gathering import Gathering
from stifinner.views.parts.agenda import AgendaDay, AgendaLine, AgendaPart, compose_agenda
from stifinner.views.parts.composer import Composer
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "agenda.yml")
LINES = [(language, number) for language in LANGUAGES for number in range(len(CASES["lines"][language]))]
DAYS = range(len(CASES["days"]))


def name_of(number: int) -> str:
    return f"s{number}"


def read(folder: Path, language: str, files: list[str]) -> Content:
    """The content of a portal with one gathering for each of these texts."""
    phrases = load_phrases(language)
    folders, fields, headings = phrases["folders"], phrases["fields"], phrases["headings"]["gathering"]
    where = f"{folders['programmes']}/p/{folders['gathering']}"
    role = f"{folders['programmes']}/p/{folders['role']}/veileder.md"
    written = {
        f"{where}/{name_of(number)}.md": text.format(
            tid=fields["gathering"]["time"], plan=headings["agenda"], role=folders["role"]
        )
        for number, text in enumerate(files)
    }
    smallest = {path.replace("programmer", folders["programmes"]): text for path, text in SMALLEST.items()}
    return read_content(write_files(folder, {**smallest, role: "# Veileder\n", **written}), phrases)


def gathering_of(content: Content, number: int) -> Gathering | None:
    found = [item for item in content.graph.items.values() if item.id == name_of(number)]
    return found[0] if found and isinstance(found[0], Gathering) else None


def shown(content: Content, language: str, number: int) -> tuple[AgendaDay, ...]:
    gathering = gathering_of(content, number)
    if not gathering:
        return ()
    clock = content.graph.by_id[gathering.programme].occurrences.stop(gathering).clock
    return compose_agenda(Composer(content.graph, load_phrases(language)), gathering, gathering.agenda, clock)


def said(line: AgendaLine | AgendaPart) -> dict[str, object]:
    """A line as a case writes it: what is empty is left out."""
    clock = f"reckoned {line.time.text}" if line.time.derived else line.time.text
    parts = [said(part) for one in getattr(line, "below", ()) for part in one.points]
    whole = {
        "at": clock,
        "takes": line.time.length,
        "title": line.title.text.plain,
        "detail": line.detail.text.plain,
        "leader": line.leader.text.plain,
        "parts": parts,
    }
    return {key: value for key, value in whole.items() if value}


def told(content: Content, number: int) -> list[tuple[int, str, str]]:
    return [(p.line, p.code, p.hint) for p in content.problems if p.path.endswith(f"/{name_of(number)}.md")]


@pytest.fixture(scope="module")
def lines(tmp_path_factory) -> dict[str, Content]:
    return {
        language: read(
            tmp_path_factory.mktemp(language),
            language,
            ["# A\n\n## {plan}\n\n- " + case["line"] + "\n" for case in CASES["lines"][language]],
        )
        for language in LANGUAGES
    }


@pytest.mark.parametrize(("language", "number"), LINES, ids=lambda value: str(value))
def test_line_is_read(language, number, lines):
    case = CASES["lines"][language][number]
    days = shown(lines[language], language, number)
    wanted = {key: value for key, value in case.items() if key not in {"line", "told", "cure"}}
    assert [said(line) for day in days for line in day.lines] == ([wanted] if wanted else [])
    problems = told(lines[language], number)
    assert [code for _, code, _ in problems] == ([case["told"]] if "told" in case else [])
    if "cure" in case:
        assert problems[0][2].startswith(case["cure"])


@pytest.fixture(scope="module")
def days(tmp_path_factory) -> Content:
    files = []
    for case in CASES["days"]:
        facts = f"---\n{{tid}}: {case['tid']}\n---\n" if "tid" in case else ""
        files.append(f"{facts}# A\n\n## {{plan}}\n\n{case['plan']}")
    return read(tmp_path_factory.mktemp("days"), "nb", files)


@pytest.mark.parametrize("number", DAYS, ids=lambda number: CASES["days"][number]["name"])
def test_day_is_read(number, days):
    case = CASES["days"][number]
    found = [
        " ".join(filter(None, (line.time.derived * "~" + line.time.text, line.title.text.plain)))
        for day in shown(days, "nb", number)
        for line in day.lines
    ]
    assert found == case.get("shown", [])
    first = 3 + 2 + ("tid" in case) * 3
    assert [f"{line - first} {code}" for line, code, _ in told(days, number)] == case.get("told", [])
    if "hours" in case:
        assert [day.time for day in shown(days, "nb", number)] == case["hours"]
    if "prose" in case:
        parts = [part.prose.text.plain for day in shown(days, "nb", number) for part in day.parts]
        assert [one for one in parts if one] == case["prose"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, BeautifulSoup]:
    """A plan whose times are written and reckoned, and one in which all are reckoned: as page and as paper."""
    plans = {
        "some": "- ca. 09.00 Åpning v/ rektor (15 min)\n- 09.30–10.00 Film\n- 30 min Samtale\n"
        "  - 10.10 Rom 1: Gule v/ Kari\n",
        "all": "- 30 min Åpning\n- 2 timer Samtale\n",
    }
    where = "programmer/p/samlinger"
    files = {
        f"{where}/{id}.md": f"---\ntid: 09.00–15.00\n---\n# A\n\n## Dagsplan\n\n{plan}" for id, plan in plans.items()
    }
    portal = portal_of(tmp_path_factory.mktemp("pages"), files)
    renderer = portal.renderer([Path(__file__).parents[2] / "theme_overrides" / "fragments"])
    return {
        page.address.removeprefix(f"{where}/"): BeautifulSoup(renderer.render_page(page.view, page.address), "lxml")
        for page in portal.pages
        if page.address.startswith(where)
    }


def heard(page: BeautifulSoup, chosen: str) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(chosen)]


def test_a_reckoned_time_is_seen_and_heard_as_one(pages):
    times = ".agenda > li > .agenda__time"
    assert heard(pages["some/"], times) == ["ca. 09.00", "09.30–10.00", "10.00 (regnet ut)"]
    assert heard(pages["some/"], ".agenda__time--reckoned") == ["10.00 (regnet ut)"]
    assert heard(pages["all/"], times) == heard(pages["all/"], ".agenda__time--reckoned") == ["09.00", "09.30"]
    assert heard(pages["all/"], "#dagsplan > p") == ["Klokkeslettene er regnet ut fra minuttene."]
    assert [one["datetime"] for one in pages["some/"].select(f"{times} time")] == ["09:00", "09:30", "10:00", "10:00"]


def test_whoever_leads_stands_apart_and_parts_stand_below(pages):
    assert heard(pages["some/"], ".agenda > li > strong") == ["Åpning", "Film", "Samtale"]
    assert heard(pages["some/"], ".agenda__leader") == ["ved rektor", "ved Kari"]
    assert heard(pages["some/"], ".agenda > li > .agenda__minutes") == ["15 min", "30 min"]
    assert heard(pages["some/"], ".agenda__parts > li") == ["10.10 Rom 1: Gule ved Kari"]


def test_papers_say_the_same(pages):
    page = pages["some/skriv-ut/"]
    assert heard(page, ".handout__rows dt") == ["ca. 09.00", "09.30–10.00", "10.00"]
    assert heard(page, ".handout__rows .is-reckoned") == ["10.00"]
    assert heard(page, ".handout__rows dd") == [
        "Åpning v/ rektor · 15 min",
        "Film",
        "Samtale · 30 min 10.10 Rom 1: Gule v/ Kari",
    ]

"""No text is dropped, doubled or moved: a file's blocks stand on its own page, each once and in order."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from core.blocks import OPENING, Block, Part, Writer, parts_of, shown, squeeze
from core.builder import PICTURE, portal_of
from stifinner.graph.portal_graph import address_of
from stifinner.language.phrases import load_phrases
from stifinner.markdown.text import words_of
from stifinner.model.kinds import place_of
from stifinner.portal import build_portal
from stifinner.problems.problem import ProblemList, has_errors, show_problems
from stifinner.source.read import read_sources

ROOT = Path(__file__).parents[2]
TEMPLATES = [ROOT / "theme_overrides" / "fragments"]
HANDBOOK = ROOT / "plugins" / "stifinner" / "help" / "handbook" / "nb" / "example"
FOLDERS = {"sample": ROOT / "content", "handbook": HANDBOOK}
PHRASES = load_phrases("nb")
HEADINGS = PHRASES["headings"]
WORD = "ord[a-z]{8}"
SURE = 25
"""Signs of a block that stands nowhere by chance."""
PRINT = f"/{PHRASES['words']['anchors']['print']}/"

TAKEN = {
    ("gathering", "agenda"): (re.compile(r"^(?:kl\. )?\d\d[.:]\d\d |^\d+ min "), re.compile(": ")),
    ("gathering", "before"): (None, re.compile(r"\. |\.$")),
    ("role", "duties"): (None, re.compile(r"\. |\.$")),
    ("role", "lasting_duties"): (None, re.compile(r"\. |\.$")),
    ("programme", "principles"): (None, re.compile(": ")),
    ("sheet", "steps"): (re.compile(r"^\d+ min "), None),
    ("resource", "forms"): (None, re.compile(r" \(kommer\)")),
    ("gathering", "presentations"): (None, re.compile(r" \((?:kommer|meldt [^)]*)\)")),
}
"""What sections take for facts and show as such: times, minutes, the sign between a name and what it means, «(kommer)».

What a line begins with, and what its words are parted at.
"""

FILES = {
    "AREA": "programmer/p/fokusomrader/ting.md",
    "ROLE": "programmer/p/roller/ting.md",
    "PICTURE": "programmer/p/filer/x.png",
    "RESOURCE": "programmer/p/ressurser/ting.md",
    "INSPIRATION": "programmer/p/inspirasjon/ting.md",
    "GATHERING": "programmer/p/samlinger/ting.md",
}
"""What the files below may refer to."""
THINGS = {place: PICTURE if place.endswith("png") else "# En sak\n\nTing.\n" for place in FILES.values()}

BODIES = {
    "prose": "§.\n\n§.\n",
    "list": "- §\n- §\n",
    "prose, list, prose": "§.\n\n- §\n- §\n\n§.\n",
    "list, prose, list": "- §\n- §\n\n§.\n\n- §\n",
    "numbered": "3. §\n4. §\n\n§.\n\n5. §\n",
    "nested": "- §\n  - §\n    - §\n  - §\n- §\n  1. §\n",
    "loose": "- §\n\n  §.\n\n- §\n\n  §.\n",
    "sentences": "- §. Og §.\n- §: §\n- **§**: §\n- §, § **§** §\n- **§. Og §**. §\n",
    "quotation": "§.\n\n> §\n>\n> - §\n\n- §\n\n  > §\n",
    "table": "§.\n\n| § | § |\n| --- | --- |\n| § | § |\n\n- §\n\n  | § | § |\n  | --- | --- |\n  | § | § |\n",
    "picture": "![§](PICTURE)\n\n- § ![§](PICTURE)\n\n§ ![§](PICTURE).\n",
    "fence": "§:\n\n```\n§\n```\n\n- §\n\n  ```\n  §\n  ```\n",
    "tasks": "- [ ] §\n- [x] §. Ja §\n  - [ ] §\n",
    "alert": "> [!TIP]\n> §\n\n- §\n\n  > [!NOTE]\n  > §\n",
    "footnotes": "§[^a].\n\n- §[^b]\n- §. §[^c]\n\n§.\n\n[^a]: ¤.\n[^b]: ¤.\n\n    ¤.\n[^c]: ¤.\n",
    "deeper": "§.\n\n### §\n\n§.\n\n- §\n\n#### §\n\n- §\n\n### §\n",
    "deeper at once": "### §\n\n- §\n\n### §\n\n§.\n",
    "odd points": "- > §\n- - §\n- #### §\n",
    "marks": "- `§` og §\n- [§](https://example.com/) og §\n- § *§* ~~§~~\n- Se **§** og [§](https://example.com/)\n",
    "lines": "§\\\n§\n\n- §\\\n  §\n\n---\n\n§\n",
    "an empty point": "- §\n  *\n- §\n\n§.\n",
}
MEANT = {"resources": "RESOURCE", "inspirations": "INSPIRATION"}
"""A point of these must mean a thing."""
READ = {("gathering", "schedule"), ("cohort", "schedule"), ("cohort", "from_gatherings")}
"""Sections that have places for some things only: whatever else stands there is told (``cases/problems.yml``).

What does stand there is shown apart, time by time (``cohorts/test_shown.py``).
"""
ASKS = {"questions": "\n## Spørsmål\n\n- §?\n", "elements": "\n## Kjerneelementer\n\n### Kjerne §\n\n- §\n"}
"""A sheet must ask something."""


LINKED = "- [§](RESOURCE)\n- [En sak](RESOURCE) §\n- Se [En sak](RESOURCE): § [§](https://example.com/)\n\n§.\n"
AREAS = "- §\n- [§](AREA)\n- [En sak](AREA)\n\n§.\n\n- [§](https://example.com/)\n- § [§](AREA)\n"
POINTS = {
    ("gathering", "agenda"): "- 09.00 §\n- 30 min §: §\n- kl. 12:30 § (§): § § \n\n§.\n\n### §\n\n- 10 min §\n\n§.\n\n"
    "### § kl. 10–12\n\n- **10.00–10.30** § v/ §\n- § (leder: §): §\n  - 10.00 §: § v/ §\n  - § v/ §: §\n"
    "  - § (10 min)\n    1. §\n\n  §.\n\n"
    "### §\n\ntid: 10–11\n§.\n\n| Tid | Hva | Hvem |\n| --- | --- | --- |\n| 10.00 | §: § | § |\n| | § | |\n\n"
    "§.\n\n| Tid | § |\n| --- | --- |\n| 10.00 | § |\n",
    (
        "gathering",
        "focus_areas",
    ): "- §\n- [§](AREA)\n- [En sak](AREA)\n\n§.\n\n- [§](https://example.com/)\n- § [§](AREA)\n",
    (
        "programme",
        "focus_areas",
    ): "- §\n- [§](AREA)\n- [En sak](AREA)\n\n§.\n\n- [§](https://example.com/)\n- § [§](AREA)\n",
    ("gathering", "presentations"): "- [§](PICTURE)\n- §: [§](PICTURE) § (meldt 1. mai 2027)\n- § (kommer)\n- §\n",
    ("resource", "forms"): "- [§](PICTURE)\n- [Film](https://example.com/) om §\n- Film om §\n- § (kommer)\n",
    ("sheet", "steps"): "- 5 min §: §\n- § 5 min\n\n§.\n",
    ("sheet", "elements"): "- §\n  - §\n  - §\n\n  §.\n\n§.\n\n- §\n\n§.\n\n### [§](AREA) §\n\n§.\n",
    ("role", "supports"): "- § [En sak](ROLE), § (anbefalt)\n- § **§** §\n- §\n",
    **{(kind, "resources"): LINKED for kind, titles in HEADINGS.items() if "resources" in titles},
    **{
        (kind, "inspirations"): LINKED.replace("RESOURCE", "INSPIRATION")
        for kind, titles in HEADINGS.items()
        if "inspirations" in titles
    },
}
"""Points as their sections read them."""


class Named(NamedTuple):
    """Where a block may stand another number of times than once."""

    kind: str
    heading: str
    page: str
    """``page``, ``print``, or empty: both."""
    lines: str
    """The lines that are meant, as a pattern."""
    times: set[int]
    reason: str


NAMED = (
    Named("", "editors_note", "", "", {0}, "no reader sees what is for editors"),
    Named("portal", "stories", "", "", {0}, "stands on the pages of programmes that have none of their own"),
    Named("portal", "footer", "", "", {0}, "stands in the foot of every page"),
    Named("sheet", "facilitator", "", "", {0}, "stands on the paper of whoever leads"),
    Named("sheet", "steps", "print", "", {0}, "is for whoever leads; participants fill in"),
    Named(
        "sheet",
        "elements",
        "page",
        "^### ",
        {1, 2, 3},
        "the list of papers names the elements that have one of their own",
    ),
    Named(
        "role", "supports", "", r"^- .*\[\^", {2}, "a sentence of ours has no footnote: the point stands below it too"
    ),
    Named(
        "resource",
        "forms",
        "page",
        "^- .*(og|~~|kommer)",
        {1, 2},
        "a card has what its link says, and what is missing is named",
    ),
)


class Written(NamedTuple):
    """A file that was made up."""

    kind: str
    heading: str
    path: str
    text: str
    words: tuple[str, ...]
    notes: tuple[str, ...]


def path_of(kind: str, name: str) -> str:
    """Where a file of a kind lies."""
    if kind == "portal":
        return "index.md"
    return (
        f"programmer/{name}/index.md" if kind == "programme" else f"programmer/p/{PHRASES['folders'][kind]}/{name}.md"
    )


def template_of(kind: str, heading: str, body: str, *, own: bool) -> str:
    """A file with that body under that heading, and headings of its author's own around it."""
    below = f"### Kjerne §\n\n{body}" if heading == "elements" else body
    if heading in MEANT and MEANT[heading] not in body:
        below = re.sub(r"^(- |\d\. )(\[.\] )?", rf"\g<0>[Ting]({MEANT[heading]}) ", below, flags=re.MULTILINE)
    if heading == "supports":
        below = below.replace("[§](https://example.com/)", "**§**")
    section = f"## {HEADINGS[kind][heading]}\n\n{below}\n" if heading else f"{below}\n"
    before = "## Eget §\n\n§.\n\n" if own and heading else ""
    after = "## Eget §\n\n- §\n\n§.\n\n## Eget **§** ![§](PICTURE)[^eget]\n\n[^eget]: ¤\n" if own else ""
    asks = ASKS["elements" if heading == "questions" else "questions"] if kind == "sheet" else ""
    return f"# Tittel\n\n§.\n\n{before}{section}{after}{asks}"


def write_all(body: str, *, owns: tuple[bool, ...]) -> Iterator[Written]:
    """A file for each fixed heading of each kind, and for its opening."""
    writer = Writer()
    for kind in (kind for kind in HEADINGS if kind != "portal"):
        for heading in (one for one in (OPENING, *HEADINGS[kind]) if (kind, one) not in READ):
            yield from write(writer, kind, heading, body, owns)


def write(writer: Writer, kind: str, heading: str, body: str, owns: tuple[bool, ...]) -> Iterator[Written]:
    """A file with headings of its author's own or one without, or both."""
    for own in owns:
        name = "-".join(filter(None, (kind, heading, "own" if own else ""))).replace("_", "-")
        path = path_of(kind, name)
        yield Written(kind, heading, path, *writer.fill(template_of(kind, heading, body, own=own), path, FILES))


@pytest.mark.slow
@pytest.mark.parametrize("body", BODIES)
def test_each_block_stands_once(body, tmp_path):
    owns = (False, True) if body in {"prose", "list"} else (True,)
    check(list(write_all(BODIES[body], owns=owns)), tmp_path)


@pytest.mark.slow
def test_points_as_their_sections_read_them_stand_whole(tmp_path):
    writer = Writer()
    check(
        [one for (kind, heading), body in POINTS.items() for one in write(writer, kind, heading, body, (False, True))],
        tmp_path,
    )


def check(written: list[Written], folder: Path) -> None:
    """Each of the files on its own pages."""
    files = {one.path: one for one in written}
    portal = portal_of(folder, {**THINGS, **{path: one.text for path, one in files.items()}})
    assert not has_errors(portal.problems), show_problems(portal.problems, PHRASES)
    renderer = portal.renderer(TEMPLATES)
    faults = []
    for page in portal.pages:
        if page.source in files and page.address in _own_addresses(page.source):
            words = shown(renderer.render_page(page.view, page.address))
            faults += [f"{page.address}: {fault}" for fault in faults_of(files[page.source], words, page.address)]
    assert not faults, "\n".join(faults)


def _own_addresses(path: str) -> set[str]:
    """The page of a file, and its page for printing."""
    return {address_of(path), address_of(path).removesuffix("/") + PRINT}


def faults_of(file: Written, words: str, address: str) -> Iterator[str]:
    """What is lost, doubled or out of place on a page."""
    where = "print" if address.endswith(PRINT) else "page"
    last = -1
    for heading, text in _parts(file):
        here: list[tuple[int, str]] = []
        for line in text.split("\n"):
            for word in re.findall(WORD, line):
                allowed = _allowed(file.kind, heading, where, line)
                if words.count(word) not in allowed:
                    yield f"{words.count(word)} times, not {allowed}: {line}"
                elif words.count(word) == 1 and word not in file.notes:
                    here.append((words.index(word), line))
        for run in _runs(file.kind, heading, here):
            if run != sorted(run):
                yield f"in another order: {[line for _, line in sorted(run)]}"
        places = [place for place, _ in here]
        if places and heading.startswith("## ") and min(places) < last:
            yield f"before what it follows: {heading}"
        last = max(places, default=last if heading == "editors_note" else -1)


def _parts(file: Written) -> Iterator[tuple[str, str]]:
    """The parts of a file under their headings: attributes, or the line of an own heading."""
    known = {f"## {word}": attribute for attribute, word in HEADINGS[file.kind].items()}
    for part in re.split(r"^(?=## )", file.text, flags=re.MULTILINE):
        first = part.partition("\n")[0]
        yield known.get(first, first if first.startswith("## ") else OPENING), part


def _allowed(kind: str, heading: str, where: str, line: str) -> set[int]:
    found = (
        one.times
        for one in NAMED
        if one.kind in {"", kind} and one.heading == heading and one.page in {"", where} and re.search(one.lines, line)
    )
    return next(found, {1})


def _runs(kind: str, heading: str, here: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """What must stand in order: all of a section.

    The sentences of a role's support stand together below their picture, and what is around its lists stands above
    and below them, each in its own order.
    """
    if (kind, heading) != ("role", "supports"):
        yield here
        return
    for is_point in (True, False):
        yield [one for one in here if bool(re.match(r"- |\d\. ", one[1])) == is_point]


def test_all_sections_of_a_kind_stand_each_with_what_follows_it(tmp_path):
    writer = Writer()
    written = []
    for kind in HEADINGS:
        sections = "".join(
            f"## {word}\n\n{f'### §{chr(10)}{chr(10)}' if heading == 'elements' else ''}"
            f"{_meant(heading, '- §')}\n\n§.\n\n## Eget §\n\n§.\n\n"
            for heading, word in HEADINGS[kind].items()
            if (kind, heading) not in READ
        )
        path = "index.md" if kind == "portal" else path_of(kind, kind.replace("_", "-"))
        template = f"# Tittel\n\n§.\n\n§.\n\n## Eget §\n\n§.\n\n{sections}"
        written.append(Written(kind, "", path, *writer.fill(template, path, FILES)))
    check(written, tmp_path)


@pytest.mark.parametrize("body", BODIES)
def test_what_the_front_page_says_for_others_stands_there(body, tmp_path):
    footer = re.sub(r"\[\^(.)\]", r"[^\g<1>2]", BODIES[body])
    template = (
        f"# Tittel\n\n§.\n\n## Eget §\n\n§.\n\n## Del en praksisfortelling\n\n{BODIES[body]}\n"
        f"## Eget §\n\n§.\n\n## Bunntekst\n\n{footer}\n## Eget §\n\n§.\n"
    )
    front = Written("portal", "", "index.md", *Writer().fill(template, "index.md", FILES))
    check([front], tmp_path)
    portal = build_portal(tmp_path, name="Portalen")
    programme = next(page for page in portal.pages if page.address == "programmer/p/")
    renderer = portal.renderer(TEMPLATES)
    page = shown(renderer.render_page(programme.view, programme.address))
    foot = shown(renderer.render_frame("foot", portal.frame, programme.frame, root="", address="", edit_url=""))
    for heading, words in (("stories", page), ("footer", foot)):
        said = re.findall(WORD, dict(_parts(front))[heading])
        assert [words.count(word) for word in said] == [1] * len(said)


def _meant(heading: str, point: str) -> str:
    """The point, with a link where its section asks for one."""
    return point.replace("§", f"[En sak]({MEANT[heading]}) §") if heading in MEANT else point


@pytest.mark.slow
@pytest.mark.parametrize("folder", [pytest.param("sample", marks=pytest.mark.sample), "handbook"])
def test_each_block_of_whole_portals_stands_once(folder):
    portal = build_portal(FOLDERS[folder], name="Portalen")
    pages = {page.address: page for page in portal.pages}
    renderer = portal.renderer(TEMPLATES)
    faults = []
    checked = 0
    for source in read_sources(FOLDERS[folder], ProblemList(PHRASES)).files:
        kind = place_of(source.path, PHRASES).kind
        parts = list(parts_of(source, HEADINGS[kind]))
        for address in sorted(_own_addresses(source.path) & set(pages)):
            words = shown(renderer.render_page(pages[address].view, address))
            checked += 1
            faults += [f"{address}: {fault}" for fault in missing(kind, parts, words, address)]
    assert not faults, "\n".join(faults)
    assert checked > 10


def missing(kind: str, parts: list[Part], words: str, address: str) -> Iterator[str]:
    """What of a file's parts is lost, doubled or out of order."""
    where = "print" if address.endswith(PRINT) else "page"
    file = "\n".join(piece for part in parts for block in part.blocks for piece in pieces(kind, part.heading, block))
    for part in parts:
        if (kind, part.heading) in READ:
            continue
        named = [one for one in NAMED if one.kind in {"", kind} and one.heading == part.heading]
        if any(one.times == {0} and one.page in {"", where} for one in named):
            continue
        at = 0
        for block in part.blocks:
            for piece in pieces(kind, part.heading, block):
                found = words.find(piece, 0 if block.note or (kind, part.heading) == ("role", "supports") else at)
                at = max(at, found + len(piece))
                if found < 0:
                    yield f"lost or out of order: {part.heading}: {piece}"
                elif len(piece) > SURE and not named and words.count(piece) != file.count(piece):
                    yield f"{words.count(piece)} times, not {file.count(piece)}: {part.heading}: {piece}"


def pieces(kind: str, heading: str, block: Block) -> list[str]:
    """The words of a block as its section shows them."""
    if (kind, heading) == ("role", "supports"):
        shown_as = _around_the_name(block)
    else:
        begins, parted = TAKEN.get((kind, heading), (None, None))
        words = begins.sub("", block.words, count=1) if begins else block.words
        shown_as = parted.split(words, maxsplit=1) if parted else [words]
    return [squeezed for one in shown_as if (squeezed := squeeze(one))]


def _around_the_name(block: Block) -> list[str]:
    """What a point of support says of a role whose name is bent in the sentence."""
    opens = [index for index, token in enumerate(block.inline) if token.type in {"link_open", "strong_open"}]
    closes = [index for index, token in enumerate(block.inline) if token.type in {"link_close", "strong_close"}]
    if not opens:
        return [block.words]
    after = words_of(block.inline[closes[0] + 1 :]).replace("(anbefalt)", "")
    return [words_of(block.inline[: opens[0]]), after.strip(" .,;:")]

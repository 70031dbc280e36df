"""A kind that is declared once in the model and once in the views is known everywhere: nothing else lists kinds.

«Fortelling» is added to the registries and to the words of one language, as whoever makes a kind would do it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest

from core.builder import SMALLEST, portal_of, write_files
from stifinner.cli.new_file import file_commands
from stifinner.content import read_content
from stifinner.help.schema import files_of, schema_of
from stifinner.help.template import render_template, template_path
from stifinner.language.guide import Entry, KindGuide, load_guide
from stifinner.language.phrases import load_phrases
from stifinner.model.item import Item, ItemList, ListSection
from stifinner.model.kinds import KINDS, Kind
from stifinner.model.references import Refers
from stifinner.model.values import Id
from stifinner.outputs.html.assets import bundle_assets
from stifinner.outputs.html.pages import PageRenderer
from stifinner.problems.problem import has_errors
from stifinner.views.kinds import KINDS as SHOWN
from stifinner.views.kinds import KindShown
from stifinner.views.parts.composer import Composer
from stifinner.views.parts.elements import Link, Prose, Within
from stifinner.views.parts.page import Page
from stifinner.views.parts.texts import missing_summary
from stifinner.views.parts.within import compose_within

ROOT = Path(__file__).parents[2]
PHRASES = load_phrases("nb")


class Story(Item):
    """Something that was tried, and what came of it."""

    gathering: Annotated[Id, Refers("gathering")] = ""
    """The gathering it was told at."""
    order: int | None = None
    turned: ListSection = ItemList()
    """What turned out differently."""


@dataclass(frozen=True)
class StoryPage(Page):
    """A story."""

    styles = "article story"

    name: str
    lede: Prose
    within: Within | None


def compose_story_page(composer: Composer, story: Story) -> StoryPage:
    parts = composer.graph.parts_of(story.programme)
    within = compose_within(composer, parts) if parts else None
    return StoryPage(name=story.title, lede=composer.prose(story, story.summary), within=within)


def missing_of_story(composer: Composer, story: Story) -> Iterator[str]:
    yield from missing_summary(composer, story)
    if not story.turned:
        yield "agenda"


@pytest.fixture(autouse=True)
def _story(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind, in copies of what lists kinds."""
    monkeypatch.setitem(KINDS, "story", Kind(Story, lies="shared", begun=("turned",)))
    shown = KindShown(
        StoryPage, compose_story_page, section="programmes", missing=missing_of_story, group="stories", group_order=8
    )
    monkeypatch.setitem(SHOWN, "story", shown)
    monkeypatch.setitem(PHRASES["folders"], "story", "fortellinger")
    monkeypatch.setitem(PHRASES["fields"], "story", {"gathering": "samling"})
    monkeypatch.setitem(PHRASES["headings"], "story", {"turned": "Det som snudde", "editors_note": "Notat"})
    monkeypatch.setitem(PHRASES["kind_names"], "story", "fortellingene")
    monkeypatch.setitem(PHRASES["shown"]["gaps"]["kinds"], "story", "Fortelling")
    monkeypatch.setitem(PHRASES["shown"]["within"], "stories", "Fortellinger")
    monkeypatch.setitem(PHRASES["cli"]["new_names"], "story", ["fortelling"])
    guide = KindGuide(
        kind="story",
        new_title="Ny fortelling",
        lede="Fortell hva dere prøvde.",
        what="Noe noen har prøvd.",
        folder="fortellinger",
        facts={"gathering": Entry("samling", "kick-off", "Samlingen den ble fortalt på.")},
        headings={"turned": Entry("Det som snudde", "- Vi spurte barna", "Hva som ble annerledes.")},
    )
    monkeypatch.setitem(load_guide("nb"), "story", guide)


FILES = {
    "programmer/p/samlinger/kick-off.md": "# Oppstart\n\nVi begynner.\n",
    "programmer/p/fortellinger/dora.md": "---\nsamling: kick-off\n---\n# Døra\n\nEn dør som sto åpen.\n\n"
    "## Det som snudde\n\n- Vi spurte barna\n",
    "programmer/p/fortellinger/kort.md": "# Kort\n",
    "fortellinger/felles.md": "# Felles\n\nFor alle.\n",
}
AT = "programmer/p/fortellinger/"


def test_it_has_pages_in_a_programme_and_outside(tmp_path):
    pages = {page.address: page for page in portal_of(tmp_path, FILES).pages}
    assert [address for address, page in pages.items() if isinstance(page.view, StoryPage)] == [
        f"{AT}dora/",
        f"{AT}kort/",
        "fortellinger/felles/",
    ]
    inside, outside = pages[f"{AT}dora/"].frame, pages["fortellinger/felles/"].frame
    assert (inside.section, inside.field, inside.listed) == ("programmes", True, True)
    assert (outside.section, outside.field, outside.within) == ("", False, None)


def test_it_stands_in_the_list_of_the_programmes_pages(tmp_path):
    portal = portal_of(tmp_path, FILES)
    within = next(page.frame.within for page in portal.pages if page.address == f"{AT}dora/")
    assert within.groups[-1].title == "Fortellinger"
    assert within.groups[-1].links == (Link("Døra", f"{AT}dora/"), Link("Kort", f"{AT}kort/"))


def test_gaps_tell_what_it_lacks(tmp_path):
    portal = portal_of(tmp_path, FILES)
    gaps = next(page.view for page in portal.pages if page.address == "hva-mangler/")
    lines = [(line.kind, line.item.text, line.sentence) for group in gaps.groups for line in group.lines]
    assert ("Fortelling", "Kort", "Hva det handler om og dagsplan.") in lines
    assert ("Fortelling", "Felles", "Dagsplan.") in lines


def test_what_it_refers_to_is_checked_and_remembered(tmp_path):
    portal = portal_of(tmp_path, {**FILES, f"{AT}gal.md": "---\nsamling: kickoff\n---\n# Gal\n\nFeil.\n"})
    told = [(problem.path, problem.code) for problem in portal.problems if problem.severity == "error"]
    assert told == [(f"{AT}gal.md", "unknown-reference")]
    users = portal.graph.users["programmer/p/samlinger/kick-off.md"]
    assert [item.path for item in users] == [f"{AT}dora.md"]


def test_a_new_file_passes_the_check_but_for_what_it_begins_with(tmp_path):
    path = template_path("story", "nb", "p", "Noe nytt")
    text = render_template("story", "nb", title="Noe nytt")
    content = read_content(write_files(tmp_path, {**SMALLEST, path: text}), PHRASES)
    assert (path, has_errors(content.problems)) == (f"{AT}noe-nytt.md", False)
    assert [problem.code for problem in content.problems if problem.path == path] == ["left-from-template"]


def test_the_command_line_and_the_schema_know_it():
    assert {"fortelling", "story"} <= {command.name for command in file_commands()}
    assert schema_of("story", "nb")["properties"]["samling"]["examples"] == ["kick-off"]
    assert files_of("story", "nb", "") == ["programmer/*/fortellinger/*.md", "fortellinger/*.md"]


def test_an_unknown_folder_is_told_with_its_name_among_the_others(tmp_path):
    portal = portal_of(tmp_path, {"programmer/p/fortelinger/x.md": "# X\n\nX.\n"})
    assert [(one.code, "fortellinger" in one.hint) for one in portal.problems] == [("unknown-folder", True)]


def test_its_template_and_styles_are_used(tmp_path):
    theme = tmp_path / "theme"
    write_files(
        theme,
        {
            "fragments/story_page.html": '<article class="story"><h1>{{ page.name }}</h1></article>\n',
            "assets/css/story.css": ".story { color: red; }\n",
        },
    )
    portal = portal_of(tmp_path / "content", FILES)
    page = next(page for page in portal.pages if page.address == f"{AT}dora/")
    folders = [theme / "fragments", ROOT / "theme_overrides" / "fragments"]
    html = PageRenderer(folders, PHRASES).render_page(page.view, page.address)
    assert html.strip() == '<article class="story"><h1>Døra</h1></article>'
    assets = bundle_assets([theme / "assets", ROOT / "theme_overrides" / "assets"], "")
    assert assets.files[assets.styles["story_page"]].endswith(".story { color: red; }")

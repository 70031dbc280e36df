"""What each kind must have: whatever a new one lacks, a test here names. How to make one stands in CONTRIBUTING.md."""

from pathlib import Path

import pytest

from browser.addresses import MORE, TYPES
from languages.portals import CONTENT
from stifinner.help.template import template_path
from stifinner.language.guide import load_guide
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.kinds import KINDS, name_of, place_of
from stifinner.outputs.html.pages import template_name
from stifinner.portal import Portal, build_portal
from stifinner.views.kinds import KINDS as SHOWN
from stifinner.views.kinds import every_page

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme_overrides"
INSIDE = [name for name, kind in KINDS.items() if kind.lies not in {"front", "home"}]


@pytest.fixture(scope="module")
def sample() -> Portal:
    """The sample portal, composed."""
    return build_portal(ROOT / "content", name="Portalen")


def test_model_and_views_know_the_same_kinds():
    assert set(KINDS) == set(SHOWN)


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.__name__)
def test_each_page_has_its_template_styles_and_scripts(page):
    wanted = [THEME / "fragments" / template_name(page)]
    wanted += [THEME / "assets" / "css" / f"{block}.css" for block in page.styles.split()]
    wanted += [THEME / "assets" / "js" / f"{behaviour}.js" for behaviour in page.scripts.split()]
    assert [path.name for path in wanted if not path.is_file()] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_model_and_the_views_say_the_same_of_a_kind(name):
    kind, shown = KINDS[name], SHOWN[name]
    assert (bool(shown.print_page), bool(shown.list_page)) == (kind.is_printed, bool(kind.lists))


@pytest.mark.parametrize("name", INSIDE)
def test_each_kind_is_found_from_the_other_pages_of_its_programme(name):
    assert SHOWN[name].group or KINDS[name].lists == "programmes"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_every_language_has_the_words_of_a_kind(name, language):
    phrases, shown = load_phrases(language), SHOWN[name]
    words = phrases["shown"]
    assert "former" in phrases["fields"][name]
    assert "editors_note" in phrases["headings"][name]
    assert name in words["gaps"]["kinds"]
    assert not shown.group or shown.group in words["within"]
    assert not KINDS[name].lists or shown.section in words["nav"]
    assert set(KINDS[name].places) <= set(phrases["words"]["anchors"])
    if name in INSIDE:
        assert name in phrases["folders"]
        assert name in phrases["kind_names"]
    if KINDS[name].lies != "front":
        assert phrases["cli"]["new_names"][name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_every_language_explains_a_kind_and_begins_a_file_of_it(name, language):
    guide = load_guide(language)[name]
    assert all((guide.new_title, guide.lede, guide.what))
    if KINDS[name].lies != "front":
        place = place_of(template_path(name, language, "p"), load_phrases(language))
        assert place.kind == name


@pytest.mark.parametrize("language", CONTENT)
@pytest.mark.parametrize("name", KINDS)
def test_the_portals_in_other_languages_have_one_of_each_kind(name, language):
    there = {place_of(path, load_phrases(language)).kind for path in CONTENT[language]}
    assert name in there


@pytest.mark.sample
@pytest.mark.parametrize("name", KINDS)
def test_the_sample_has_a_page_of_each_kind_and_the_search_reads_it(sample, name):
    listed = {name_of(sample.graph.items[page.source]) for page in sample.pages if page.frame.listed and page.source}
    assert name in listed


@pytest.mark.sample
@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.__name__)
def test_the_browser_looks_at_each_type_of_page(sample, page):
    """Its rules for everybody (axe), its layout, its print, its keyboard: all go through these addresses."""
    opened = {*TYPES.values(), *MORE.values()}
    there = [one.address for one in sample.pages if isinstance(one.view, page) and one.address in opened]
    assert there, "give tests/browser/addresses.py a page of this type"


@pytest.mark.sample
@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.is_printed])
def test_the_browser_prints_each_kind_that_is_printed(sample, name):
    printed = {one.source for one in sample.pages if one.view.is_for_printing and one.address in MORE.values()}
    assert name in {name_of(sample.graph.items[source]) for source in printed}

"""A page that is too large or takes too long is reported, and all pages are built."""

import pytest

from core.builder import portal_of
from stifinner.adapter import limits
from stifinner.adapter.limits import render_watched


class Renderer:
    """Renders every page as it was told."""

    def __init__(self, html="<p>Hei</p>", error=None):
        self.html, self.error = html, error

    def render_page(self, *_):
        if self.error:
            raise self.error
        return self.html


@pytest.fixture
def portal(tmp_path):
    return portal_of(tmp_path, {})


def told(portal, renderer):
    html, problems = render_watched(renderer, portal.pages[0], portal.phrases)
    return html, [f"{p.path} {p.code} {p.severity}" for p in problems]


def test_ordinary_page_is_not_told(portal):
    assert told(portal, Renderer()) == ("<p>Hei</p>", [])


def test_large_page_is_told_and_left_as_it_is(portal):
    html = "x" * (limits.LARGE + 1)
    assert told(portal, Renderer(html)) == (html, ["index.md large-page advice"])


def test_slow_page_is_told_and_left_as_it_is(portal, monkeypatch):
    monkeypatch.setattr(limits, "SLOW", -1.0)
    assert told(portal, Renderer()) == ("<p>Hei</p>", ["index.md slow-page advice"])


def test_page_too_deep_to_render_is_an_error(portal):
    assert told(portal, Renderer(error=RecursionError())) == ("", ["index.md too-deep error"])


def test_large_file_is_told_and_all_pages_are_there(tmp_path):
    portal = portal_of(tmp_path, {"om.md": "# Om\n\n" + f"{'Et avsnitt med noen ord. ' * 40}\n\n" * 300})
    assert [(p.path, p.code, p.severity) for p in portal.problems if p.code != "repeated-text"] == [
        ("om.md", "large-file", "advice")
    ]
    assert [page.address for page in portal.pages if page.frame.listed] == ["", "programmer/p/", "om/"]

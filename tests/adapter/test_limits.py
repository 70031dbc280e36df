"""A page that is too large or takes too long is reported, and all pages are built."""

import ctypes
import shutil
import signal
import time
from threading import Thread

import pytest

from adapter.small_site import fingerprint
from core.builder import SMALLEST, portal_of, write_files
from stifinner.adapter import limits
from stifinner.adapter.building.build import BuildFailedError, build_site
from stifinner.adapter.limits import render_watched
from stifinner.adapter.net import StoppedError
from stifinner.outputs.paper import press


class Renderer:
    """Renders every page as it was told."""

    def __init__(self, html="<p>Hei</p>", error=None):
        self.html, self.error = html, error

    def render_page(self, *_):
        if self.error:
            raise self.error
        return self.html


class Endless:
    """Renders for ever, and thinks that it can recover from anything."""

    def render_page(self, *_):
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: S112 – what is caught here is the point
                continue


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


def test_page_without_an_end_is_stopped_and_told(portal):
    html, problems = render_watched(Endless(), portal.pages[0], portal.phrases, longest=0.05)
    assert (html, [(p.path, p.code, p.severity) for p in problems]) == ("", [("index.md", "stopped-page", "error")])
    assert told(portal, Renderer()) == ("<p>Hei</p>", [])


def test_nothing_is_stopped_where_the_signal_does_not_reach(portal):
    found = []
    thread = Thread(target=lambda: found.append(render_watched(Renderer(), portal.pages[0], portal.phrases, 0.05)))
    thread.start()
    thread.join()
    assert found == [("<p>Hei</p>", ())]


@pytest.mark.slow
def test_build_tries_all_pages_tells_all_that_were_stopped_and_leaves_the_old_site(tmp_path, root, monkeypatch):
    write_files(tmp_path / "content", {**SMALLEST, "om.md": "# Om\n\nOm.\n", "til.md": "# Til\n\nTil.\n"})
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "theme_overrides", tmp_path / "theme_overrides")
    monkeypatch.setattr(limits, "LONGEST", 3)
    place = tmp_path / "theme_overrides/fragments/article_page.html"
    article = place.read_text(encoding="utf-8")
    built = build_site(tmp_path / "mkdocs.yml")
    before = fingerprint(built.folder)
    place.write_text(f"{article}{{% for one in range(10 ** 9) if one < 0 %}}{{% endfor %}}", encoding="utf-8")
    with pytest.raises(BuildFailedError) as failure:
        build_site(tmp_path / "mkdocs.yml")
    told = "\n".join(failure.value.messages)
    assert [line.split(":")[0] for line in told.splitlines() if "[stopped-page]" in line] == ["om.md", "til.md"]
    assert failure.value.crash is None
    assert fingerprint(built.folder) == before


@pytest.mark.slow
def test_paper_without_an_end_is_stopped_the_others_are_tried_and_the_old_site_stands(tmp_path, root, monkeypatch):
    sheet = "# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n"
    files = {f"programmer/p/refleksjon/{name}.md": sheet for name in ("a", "b")}
    write_files(tmp_path / "content", {**SMALLEST, **files})
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "theme_overrides", tmp_path / "theme_overrides")
    built = build_site(tmp_path / "mkdocs.yml")
    before = fingerprint(built.folder)
    place = tmp_path / "theme_overrides/print/document.typ"
    monkeypatch.setattr(press, "LONGEST", 0.5)
    slow = "#for one in range(4000) { for other in range(4000) { } }\n"
    place.write_text(slow + place.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(BuildFailedError) as failure:
        build_site(tmp_path / "mkdocs.yml")
    told = "\n".join(failure.value.messages)
    assert [line.split(":")[0] for line in told.splitlines() if "[stopped-page]" in line] == list(files)
    assert fingerprint(built.folder) == before


def test_signals_are_heard_while_something_else_than_python_works():
    def stop(*_):
        raise StoppedError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    start = time.monotonic()
    try:
        with pytest.raises(StoppedError):
            press._run_in_thread(lambda: ctypes.CDLL(None).sleep(5))
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - start < 3


def test_large_file_is_told_and_all_pages_are_there(tmp_path):
    portal = portal_of(tmp_path, {"om.md": "# Om\n\n" + f"{'Et avsnitt med noen ord. ' * 40}\n\n" * 300})
    assert [(p.path, p.code, p.severity) for p in portal.problems if p.code != "repeated-text"] == [
        ("om.md", "large-file", "advice")
    ]
    assert [page.address for page in portal.pages if page.frame.listed] == ["", "programmer/p/", "om/"]

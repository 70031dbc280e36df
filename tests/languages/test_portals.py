"""A portal in another language, built for real: every word on it is in that language, and its search knows it."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from languages.portals import CONTENT, write_portal
from languages.test_catalogues import leaves, words_of
from stifinner.language.phrases import load_phrases

pytestmark = pytest.mark.slow

STEMMERS = {"nn": ["no"], "en": ["en"]}


@dataclass(frozen=True)
class Built:
    """A portal in one language."""

    language: str
    site: Path
    said: str

    def folder(self, kind: str) -> str:
        return load_phrases(self.language)["folders"][kind]

    def pages(self) -> Iterator[tuple[str, BeautifulSoup]]:
        for path in sorted(self.site.rglob("*.html")):
            yield path.relative_to(self.site).as_posix(), BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


@pytest.fixture(scope="module", params=CONTENT)
def built(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    root: Path,
    run_stifinner: Callable[..., subprocess.CompletedProcess[str]],
) -> Built:
    folder = tmp_path_factory.mktemp(request.param)
    write_portal(folder, root, request.param)
    done = run_stifinner("build", "--traceback", cwd=folder, SITE_URL="https://portal.example/")
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(request.param, folder / "site", done.stdout + done.stderr)


def shown(page: BeautifulSoup) -> str:
    """All that a page says: to the eye, to the ear, in its tab, and what scripts say for it."""
    for code in page.select("script, style"):
        code.decompose()
    attributes = [
        value
        for element in page.find_all()
        for name, value in element.attrs.items()
        if isinstance(value, str)
        and (
            name in {"aria-label", "placeholder", "title", "alt", "id", "content"}
            or (name == "href" and element.name == "a" and "://" not in value)
            or (name.startswith("data-") and name not in {"data-worker", "data-index", "data-sprite"})
        )
    ]
    return " ".join([page.get_text(" "), *attributes])


def bokmal_only(language: str) -> set[str]:
    """Words that bokmål's catalogue says, and neither this language nor the content of its portal."""
    skipped = ("problems.", "cli.", "problem_text.")
    said = [text for path, text in leaves(load_phrases("nb")) if not path.startswith(skipped)]
    own = [text for _, text in leaves(load_phrases(language))] + list(CONTENT[language].values())
    return {word for text in said for word in words_of(text)} - {word for text in own for word in words_of(text)}


def test_no_word_of_bokmal_is_shown(built):
    foreign = bokmal_only(built.language)
    assert len(foreign) > 100
    found = {address: words_of(shown(page)) & foreign for address, page in built.pages()}
    assert {address: words for address, words in found.items() if words} == {}


def test_every_page_says_its_language(built):
    assert {page.html["lang"] for _, page in built.pages()} == {built.language}


def test_every_file_has_its_page_and_slugs_of_its_language(built):
    folders = load_phrases(built.language)["folders"]
    addresses = {address.removesuffix("index.html") for address, _ in built.pages()}
    for path in CONTENT[built.language]:
        if not re.search(r"/(nemnd|named)\.md$", path):
            assert re.sub(r"(index)?\.md$", "", path).rstrip("/") + "/" in {*addresses, "/"} or path == "index.md"
    assert f"{folders['resource']}/" in addresses
    assert f"{folders['inspiration']}/" in addresses


def test_anchors_are_of_the_language(built):
    anchors = load_phrases(built.language)["words"]["anchors"]
    pages = dict(built.pages())
    programme = next(
        page for address, page in pages.items() if re.fullmatch(r"[^/]+/(kurset|course)/index.html", address)
    )
    for key in ("timeline", "about", "tracks", "roles", "focus", "principles", "resources", "inspiration", "articles"):
        assert programme.find(id=anchors[key]), key
    assert programme.find(id=load_phrases(built.language)["words"]["section"])
    gathering = next(page for address, page in pages.items() if address.endswith("/kick-off/index.html"))
    for key in ("before", "on_the_day", "after", "work_between"):
        assert gathering.find(id=anchors[key]), key


def test_dates_and_sentences_are_of_the_language(built):
    pages = {address: " ".join(page.get_text(" ").split()) for address, page in built.pages()}
    kick_off = next(text for address, text in pages.items() if address.endswith("/kick-off/index.html"))
    expected = {
        "nn": ("5. november 2022", "kl. 09.00–15.30", "Til samlinga onsdag 8. februar 2023"),
        "en": ("5 November 2022", "09:00–15:30", "Until the gathering on Wednesday 8 February 2023"),
    }[built.language]
    assert [text for text in expected if text not in kick_off] == []
    for text in {
        "nn": ("Leiarar støttar tilsette, særleg i starten.", "Etter oppstarten"),
        "en": ("A leader supports an employee, above all at the start.", "After “The beginning”"),
    }[built.language]:
        assert any(text in page for page in pages.values()), text
    own = re.compile(rf"[^/]+/[^/]+/{built.folder('role')}/[^/]+/index\.html")
    headlines = {page.h1.get_text() for address, page in built.pages() if own.fullmatch(address)}
    assert (
        headlines
        == {
            "nn": {"Du er leiar", "Du er tilsett", "Du er med i gruppa"},
            "en": {"You are a leader", "You are an employee", "You are part of the team"},
        }[built.language]
    )


def test_search_is_of_the_language(built):
    index = json.loads((built.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == STEMMERS[built.language]
    scripts = built.site / "assets" / "javascripts"
    assert len(list((scripts / "workers").glob("search.*.js"))) == 1
    for name in STEMMERS[built.language]:
        # English stems are in the worker itself.
        assert name == "en" or (scripts / "lunr" / "min" / f"lunr.{name}.min.js").is_file()


def test_the_command_line_speaks_the_language(built):
    assert {"nn": "Ferdig: ", "en": "Done: "}[built.language] in built.said


def test_mistakes_are_told_in_the_language(built, run_stifinner):
    folder = built.site.parent
    extra = folder / "content" / "x.md"
    extra.write_text("---\nxyz: 1\n---\n# X\n", encoding="utf-8")
    try:
        done = run_stifinner("build", cwd=folder)
    finally:
        extra.unlink()
    assert done.returncode != 0
    counts = load_phrases(built.language)["problem_text"]["counts"]
    assert counts["error"]["one"] in done.stderr
    assert (
        words_of(done.stdout + done.stderr) & {"filen", "opplysningen", "skriv" if built.language == "en" else "ikke"}
        == set()
    )


def test_language_without_a_catalogue_is_told(tmp_path, root, run_stifinner):
    write_portal(tmp_path, root, "en")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: en", "language: sv"), encoding="utf-8")
    done = run_stifinner("build", cwd=tmp_path)
    assert done.returncode != 0
    assert "«sv»" in done.stderr
    assert "nb, nn, en" in done.stderr

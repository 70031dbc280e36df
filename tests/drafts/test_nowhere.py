"""Drafts stand in no file of a published site; and all of them in a preview, each with its ribbon."""

import re
from pathlib import Path

import pytest

from core.builder import write_files
from drafts.found import texts_of
from drafts.written import WORD, D, P, drafts, drafts_of_kinds, published
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS, place_of

pytestmark = pytest.mark.slow
RIBBON = "Utkast: ikke publisert"
PHRASES = load_phrases("nb")


@pytest.fixture(scope="module")
def site(build_written) -> Path:
    """The site of a portal with drafts."""
    folder = build_written("drafts", lambda folder: write_files(folder, {**published(), **drafts()}))
    return folder / "site"


@pytest.fixture(scope="module")
def site_without(build_written) -> Path:
    """The site of the same portal without a draft."""
    return build_written("no-drafts", lambda folder: write_files(folder, published())) / "site"


@pytest.fixture(scope="module")
def preview(site, run_stifinner) -> Path:
    """The preview of the portal with drafts."""
    built = run_stifinner("build", "--preview", cwd=site.parent)
    assert built.returncode == 0, built.stdout + built.stderr
    return site.parent / "forhandsvisning"


def test_there_is_a_draft_of_every_kind():
    paths = [path.removeprefix("content/") for path in drafts() if path.endswith(".md")]
    own = {place_of(path, PHRASES).kind for path in paths if not path.startswith(D)}
    assert own | {"programme", "portal"} == set(KINDS)
    assert {place_of(path, PHRASES).kind for path in paths if path.startswith(D)} == set(KINDS) - {"portal"}


def test_no_file_of_the_site_has_a_word_of_a_draft(site):
    assert [name for name, said in texts_of(site) if WORD in said] == []


def test_a_site_with_drafts_is_the_same_as_one_without(site, site_without):
    def bytes_of(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert bytes_of(site) == bytes_of(site_without)


def test_plain_files_have_nothing_of_a_draft(site, run_stifinner, tmp_path):
    written = run_stifinner("write", str(tmp_path / "ut"), cwd=site.parent)
    assert written.returncode == 0, written.stdout + written.stderr
    assert [name for name, said in texts_of(tmp_path / "ut") if WORD in said] == []


def test_what_drafts_and_pages_both_use_is_published(site):
    assert (site / "filer/begge.png").is_file()
    assert (site / P / "filer/ingen.pdf").is_file()


def test_a_preview_has_every_draft_with_its_ribbon_and_its_mark(preview):
    pages = {
        f"{path.removeprefix('content/').removesuffix('.md').removesuffix('/index')}/index.html"
        for path in drafts()
        if path.endswith(".md")
    }
    texts = {page: (preview / page).read_text(encoding="utf-8") for page in pages}
    assert [page for page, text in texts.items() if RIBBON not in text] == []
    titles = {page: re.search(r"<title>(.*?)</title>", text)[1] for page, text in texts.items()}
    assert [page for page, title in titles.items() if "(utkast)" not in title] == []


def test_a_preview_has_what_drafts_use_and_their_old_addresses(preview):
    wanted = [path.removeprefix("content/") for path in drafts() if not path.endswith(".md")]
    assert [path for path in wanted if not (preview / path).is_file()] == []
    assert (preview / f"{WORD}-for/index.html").is_file()


def test_lists_of_a_preview_say_of_every_draft_that_it_is_one(preview):
    names = {f"Kvasthest {place_of(path, PHRASES).kind}" for path in drafts_of_kinds(P, "")}
    programme = re.sub(r"<[^>]+>", "", (preview / P / "samlinger/apen/index.html").read_text(encoding="utf-8"))
    for name in names - {"Kvasthest resource"}:
        assert f"{name} (utkast)" in programme
        assert f"{name}\n" not in programme


def test_papers_of_a_preview_say_which_of_them_are_drafts(preview):
    papers = {name: said for name, said in texts_of(preview) if name.endswith(".pdf") and "/refleksjon/" in name}
    mine = {name: said for name, said in papers.items() if f"{P}/refleksjon/{WORD}-sheet" in name}
    assert mine
    assert [name for name, said in mine.items() if "kvasthest sheet (utkast)" not in " ".join(said.split())] == []
    others = {name: said for name, said in papers.items() if f"{P}/refleksjon/ark" in name}
    assert [name for name, said in others.items() if "utkast)" in said] == []


def test_pages_that_are_no_drafts_have_no_ribbon(preview, site):
    for page in ("index.html", "om/index.html", f"{P}/index.html", f"{P}/samlinger/apen/index.html"):
        assert RIBBON not in (preview / page).read_text(encoding="utf-8")
    assert [name for name, said in texts_of(site) if '<aside class="draft"' in said] == []


def test_pages_for_printing_have_the_ribbon(preview):
    for page in (f"{P}/refleksjon/{WORD}-sheet", f"{P}/samlinger/{WORD}-gathering", f"{P}/roller/{WORD}-role"):
        assert RIBBON in (preview / page / "skriv-ut/index.html").read_text(encoding="utf-8")

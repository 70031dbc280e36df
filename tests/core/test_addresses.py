"""Two files that want one address: both are named. Names that cannot be addresses: what to call the file instead."""

import unicodedata

import pytest

from core.builder import PICTURE, portal_of

COLLISIONS = {
    "letter case": ("programmer/p/roller/leder.md", "programmer/p/roller/Leder.md"),
    "letter case of a folder": ("programmer/p/index.md", "programmer/P/index.md"),
    "letter case of an attachment": ("programmer/p/filer/a.pdf", "programmer/p/filer/A.PDF"),
    "file beside a folder's index": ("om.md", "om/index.md"),
    "programme beside its folder's index": ("programmer/p/index.md", "programmer/p.md"),
    "attachment called as a page": ("filer/om.pdf.md", "filer/om.pdf"),
    "attachment called as a folder": ("filer/A.PDF", "filer/a.pdf/b.pdf"),
}


def content_of(path):
    """The least that a file of that name may be."""
    return {".pdf": b"%PDF-1.7", ".png": PICTURE}.get(path[-4:].lower(), b"# A\n")


@pytest.mark.parametrize("paths", COLLISIONS.values(), ids=COLLISIONS.keys())
def test_both_files_of_a_collision_are_named(paths, tmp_path):
    portal = portal_of(tmp_path, {path: content_of(path) for path in paths})
    told = [problem for problem in portal.problems if problem.code == "address-taken"]
    assert len(told) == 1
    assert {told[0].path, next(path for path in paths if f"«{path}»" in told[0].message)} == set(paths)


def test_names_that_differ_only_in_how_a_letter_is_made_are_both_named(tmp_path):
    name = "programmer/p/roller/rådgiver.md"
    files = {unicodedata.normalize(form, name): "# Rådgiver\n" for form in ("NFC", "NFD")}
    portal = portal_of(tmp_path, files)
    if len([path for path in tmp_path.rglob("*.md") if "dgiver" in path.name]) < 2:
        pytest.skip("this file system takes both for one name")
    assert [(p.path, p.code) for p in portal.problems] == [(name, "twin-names")]
    assert {r"r\xe5dgiver.md", r"ra\u030adgiver.md"} <= {*portal.problems[0].message.replace(".", " ", 0).split()} | {
        word.strip(".") for word in portal.problems[0].message.split()
    }


RESERVED = {
    "ressurser.md": "ressurser/",
    "inspirasjon.md": "inspirasjon/",
    "assets.md": "assets/",
    "search.md": "search/",
    "assets/a.png": "assets/",
    "search/filer/a.pdf": "search/",
    "skjema/a.pdf": "skjema/",
    "for-redaktorer/filer/a.pdf": "for-redaktorer/",
}


@pytest.mark.parametrize("path", RESERVED)
def test_names_that_the_portal_needs_itself_are_told(path, tmp_path):
    portal = portal_of(tmp_path, {path: content_of(path)})
    told = [problem for problem in portal.problems if problem.code == "address-taken"]
    assert [(problem.path, RESERVED[path] in problem.message) for problem in told] == [(path, True)]
    assert "portalen lager selv" in told[0].message


@pytest.mark.parametrize("name", ["a b.md", "a&b.md", "A.MD"])
def test_names_that_cannot_be_addresses_are_told(name, tmp_path):
    portal = portal_of(tmp_path, {f"programmer/p/roller/{name}": "# A\n"})
    assert [(p.path, p.code) for p in portal.problems] == [(f"programmer/p/roller/{name}", "bad-address")]

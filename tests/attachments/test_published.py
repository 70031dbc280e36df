"""Where pictures are published: on pages made fit, by links with every pixel, on paper, and again from what is kept."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from attachments.photographs import SECRETS, TALKING, animation, avif, opened, photograph, quarters, screenshot, written
from core.builder import SMALLEST, portal_of, write_files
from outputs.printed import Printed
from stifinner.attachments.drawings.drawing import rebuild_drawing
from stifinner.attachments.pictures import clean_picture, fit_picture, print_picture
from stifinner.files.shipped import THEME
from stifinner.portal import Portal
from stifinner.publishing.pictures import copied_attachments, publish_pictures
from stifinner.publishing.write import write_portal

pytestmark = pytest.mark.slow

F = "programmer/p/filer/"
WIDE = (2000, 300)
PAGE = "# Om\n\nOm oss.\n\n"


def published(portal: Portal, folder: Path, kept: Path | None = None) -> dict[str, bytes]:
    """Everything that is published of the attachments."""
    copied = {path: (folder / path).read_bytes() for path in copied_attachments(portal)}
    return copied | dict(publish_pictures(portal, folder, kept))


def images(portal: Portal, address: str = "om/") -> list[tuple[str, str, str]]:
    """Address, width and height of the pictures in the text of a page."""
    html = next(html for page, html in portal.render([THEME / "fragments"]) if page.address == address)
    return re.findall(r'<img src="([^"]*)" alt="[^"]*"(?: title="[^"]*")? width="(\d+)" height="(\d+)"', html)


def links(portal: Portal) -> list[str]:
    """Where links in the text of the page lead."""
    html = next(html for page, html in portal.render([THEME / "fragments"]) if page.address == "om/")
    return re.findall(rf'<a href="(\.\./{F}[^"]*)"', html)


def test_a_picture_that_is_fit_is_shown_where_it_lies(tmp_path: Path):
    content = written(quarters(), "PNG")
    portal = portal_of(tmp_path, {"om.md": f"{PAGE}![Fire farger]({F}a.png)\n", f"{F}a.png": content})
    assert images(portal) == [(f"../{F}a.png", "120", "80")]
    assert published(portal, tmp_path) == {f"{F}a.png": content}
    assert copied_attachments(portal) == {f"{F}a.png"}


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ('viewBox="0 0 40 30"', ("40", "30")),
        ('width="3cm" height="1in"', ("113", "96")),
        ('viewBox="0 0 1 2" width="8"', ("8", "16")),
    ],
)
def test_a_page_says_how_large_a_drawing_is(tmp_path: Path, size: str, shown: tuple[str, str]):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0h9"/></svg>'.encode()
    portal = portal_of(tmp_path, {"om.md": f"{PAGE}![En strek]({F}a.svg)\n", f"{F}a.svg": drawing})
    assert images(portal) == [(f"../{F}a.svg", *shown)]
    assert published(portal, tmp_path) == {f"{F}a.svg": rebuild_drawing(drawing).content}


def test_a_photograph_that_is_only_shown_is_made_fit_in_its_place(tmp_path: Path):
    content = photograph(6, WIDE)
    portal = portal_of(tmp_path, {"om.md": f"{PAGE}![Fire farger]({F}A.JPEG)\n", f"{F}A.JPEG": content})
    assert images(portal) == [(f"../{F}A.JPEG", "240", "1600")]
    assert published(portal, tmp_path) == {f"{F}A.JPEG": fit_picture(content)}


def test_a_picture_in_another_format_is_shown_under_another_name_and_not_published_under_its_own(tmp_path: Path):
    content = screenshot(quarters(*WIDE))
    portal = portal_of(tmp_path, {"om.md": f"{PAGE}![Fire farger]({F}Stor%20å.png)\n", f"{F}Stor å.png": content})
    ((address, *size),) = images(portal)
    assert re.fullmatch(r"\.\./assets/pictures/stor-a-[0-9a-f]{16}\.webp", address)
    assert size == ["1600", "240"]
    assert published(portal, tmp_path) == {address.removeprefix("../"): fit_picture(content)}


@pytest.mark.parametrize("make", [lambda: photograph(6, WIDE), lambda: screenshot(quarters(*WIDE))])
def test_a_picture_that_leads_to_itself_is_shown_fit_and_taken_home_with_every_pixel(make, tmp_path: Path):
    content = make()
    text = f"{PAGE}[![Fire farger]({F}a.jpg)]({F}a.jpg)\n"
    portal = portal_of(tmp_path, {"om.md": text, f"{F}a.jpg": content})
    ((address, *_),) = images(portal)
    assert links(portal) == [f"../{F}a.jpg"]
    assert published(portal, tmp_path) == {
        f"{F}a.jpg": clean_picture(content),
        address.removeprefix("../"): fit_picture(content),
    }


def test_one_page_may_show_what_another_links_to(tmp_path: Path):
    content = photograph(3)
    pages = {"om.md": f"{PAGE}![Fire farger]({F}a.jpg)\n", "til.md": f"# Til\n\n[Bildet]({F}a.jpg)\n"}
    portal = portal_of(tmp_path, {**pages, f"{F}a.jpg": content})
    ((address, *_),) = images(portal)
    assert address.startswith("../assets/pictures/a-")
    assert set(published(portal, tmp_path)) == {f"{F}a.jpg", address.removeprefix("../")}


def test_what_nobody_shows_is_published_without_what_is_said_about_it(tmp_path: Path):
    talking = {f"{F}{name}.{name}": make() for name, make in TALKING.items()}
    portal = portal_of(tmp_path, {**talking, f"{F}a.pdf": b"%PDF-1.7"})
    found = published(portal, tmp_path)
    assert set(found) == {*talking, f"{F}a.pdf"}
    assert [(path, secret) for path, content in found.items() for secret in SECRETS if secret in content] == []


def test_the_mark_is_a_picture_too(tmp_path: Path):
    front = {"index.md": "---\nmerke: merke.png\n---\n# Forside\n\nHei.\n", "merke.png": screenshot(quarters(*WIDE))}
    portal = portal_of(tmp_path, front)
    assert list(published(portal, tmp_path)) == [portal.frame.mark]
    assert portal.frame.mark.startswith("assets/pictures/merke-")


def test_the_portal_as_plain_files_has_the_same_pictures(tmp_path: Path):
    files = {"om.md": f"{PAGE}[![Fire]({F}a.jpg)]({F}a.jpg)\n\n![B]({F}b.png)\n"}
    files |= {f"{F}a.jpg": photograph(8), f"{F}b.png": written(quarters(), "PNG"), f"{F}c.txt": b"Tekst\n"}
    portal = portal_of(tmp_path / "content", files)
    write_portal(portal, tmp_path / "content", [THEME], tmp_path / "out")
    found = published(portal, tmp_path / "content")
    assert len(found) == 4
    assert {path: (tmp_path / "out" / "docs" / path).read_bytes() for path in found} == found


# --- On paper ---

SHEET = "# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva ser du?\n\n  ![Fire farger](../filer/{name})\n"


@pytest.mark.parametrize("name", [*TALKING, "webp that moves"])
def test_every_format_is_printed(name: str, tmp_path: Path):
    content = animation("WEBP") if name == "webp that moves" else TALKING[name]()
    files = {"programmer/p/refleksjon/ark.md": SHEET.format(name=f"a.{name[:4]}"), f"{F}a.{name[:4]}": content}
    portal = portal_of(tmp_path, files)
    made = portal.print_papers(tmp_path, [THEME], "", None)
    papers = [Printed(pdf) for _, pdf in made]
    assert papers
    assert [sorted({image.image.size for image in paper.reader.pages[0].images}) for paper in papers] == [
        [(120, 80)] for _ in papers
    ]


def test_paper_and_page_show_the_same_picture():
    content = photograph(6, WIDE)
    assert print_picture(content) == fit_picture(content)
    assert opened(print_picture(avif(5))).size == (80, 120)


# --- Kept ---


@pytest.fixture
def again(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """Publish the pictures of a content folder, with what earlier runs have kept."""
    write_files(tmp_path / "content", SMALLEST)

    def run() -> dict[str, bytes]:
        portal = portal_of(tmp_path / "content", {})
        return published(portal, tmp_path / "content", tmp_path / "kept")

    return run


def kept_in(folder: Path) -> dict[str, int]:
    """Names of what is kept, with when each was written."""
    return {file.name: file.stat().st_mtime_ns for file in (folder / "kept").iterdir()}


@pytest.fixture
def two_photographs(tmp_path: Path) -> Path:
    page = f"{PAGE}![A]({F}a.jpg)\n\n![B]({F}b.png)\n"
    files = {"om.md": page, f"{F}a.jpg": photograph(6), f"{F}b.png": screenshot(turn=3)}
    return write_files(tmp_path / "content", files)


def test_what_was_made_is_not_made_again(again, two_photographs: Path, tmp_path: Path):
    first, before = again(), kept_in(tmp_path)
    assert len(before) == 2
    assert again() == first
    assert kept_in(tmp_path) == before
    write_files(two_photographs, {f"{F}a.jpg": photograph(8)})
    assert again()[f"{F}a.jpg"] == fit_picture(photograph(8))
    assert len(kept_in(tmp_path)) == 2
    assert len(set(kept_in(tmp_path).items()) & set(before.items())) == 1


def test_half_of_what_was_kept_is_made_again(again, two_photographs: Path, tmp_path: Path):  # noqa: ARG001
    first = again()
    before = kept_in(tmp_path)
    whole = sorted(file.stat().st_size for file in (tmp_path / "kept").iterdir())
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-9])
    assert again() == first
    after = kept_in(tmp_path)
    assert (len(after), after.keys()) == (2, before.keys())
    assert sorted(file.stat().st_size for file in (tmp_path / "kept").iterdir()) == whole


@pytest.mark.skipif(os.name == "nt", reason="folders are shut otherwise there")
def test_nothing_is_kept_where_a_file_stands_in_the_way(again, two_photographs: Path, tmp_path: Path):  # noqa: ARG001
    (tmp_path / "kept").write_text("i veien", encoding="utf-8")
    first = again()
    (tmp_path / "kept").unlink()
    assert again() == first


# --- A whole build ---

SETTINGS = """\
site_name: Prøve
docs_dir: content
theme: {name: material, language: nb, font: false}
plugins: [search, stifinner]
"""


@pytest.mark.slow
def test_a_build_publishes_them_the_same_each_time(tmp_path: Path, run_stifinner: Callable):
    page = f"{PAGE}[![A]({F}a.jpg)]({F}a.jpg)\n\n![B]({F}b.png)\n\n![C]({F}c.avif)\n"
    files = {"om.md": page, f"{F}a.jpg": photograph(6, WIDE), f"{F}b.png": screenshot(quarters(*WIDE))}
    write_files(tmp_path / "content", {**SMALLEST, **files, f"{F}c.avif": avif()})
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    sites = []
    for name, cold in (("cold", True), ("warm", False), ("again", True)):
        if cold and (kept := tmp_path / ".stifinner" / "pictures").exists():
            for file in kept.iterdir():
                file.unlink()
        done = run_stifinner("build", "--site-dir", str(tmp_path / name), cwd=tmp_path, SOURCE_DATE_EPOCH="1800000000")
        assert done.returncode == 0, done.stderr
        sites.append(fingerprint(tmp_path / name))
    assert sites[0] == sites[1] == sites[2]
    pictures = [path for path in sites[0] if path.startswith((F, "assets/pictures/"))]
    assert len(pictures) == 4
    everything = [(tmp_path / "cold" / path).read_bytes() for path in sites[0]]
    assert [secret for secret in SECRETS for content in everything if secret in content] == []
    assert {opened((tmp_path / "cold" / path).read_bytes()).size for path in pictures} == {
        *((2000, 300), (240, 1600), (1600, 240), (120, 80))
    }

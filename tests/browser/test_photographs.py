"""Pictures in an editor's text, as a browser shows them: whole, upright, in shape, and no wider than the page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from attachments.photographs import TALKING, animation, photograph, quarters, screenshot, written
from browser.conftest import Visit
from browser.small_portal import write_beside
from conftest import served
from core.builder import SMALLEST

F = "programmer/p/filer/"
PICTURES = {
    **{f"{name}.{name}": make() for name, make in TALKING.items()},
    "bred.jpg": photograph(1, (2000, 300)),
    "liggende.jpg": photograph(6, (2000, 1200)),
    "smal.png": screenshot(quarters(200, 2400)),
    "liten.png": written(quarters(24, 16), "PNG"),
    "film.gif": animation("GIF", (1800, 600), disposal=2),
}
SHOWN = [f"![Fire farger]({F}{name})" for name in PICTURES]
PAGE = "\n\n".join(
    [
        "# Bilder",
        "Mange slag.",
        *SHOWN,
        f"Ord før {SHOWN[0]} og etter.",
        f"- Et punkt\n\n  {SHOWN[6]}",
        f"> {SHOWN[7]}",
        f"| Bilde | Tekst |\n| --- | --- |\n| {SHOWN[7]} | Ord |",
        f"[{SHOWN[6]}]({F}bred.jpg)",
    ]
)


@pytest.fixture(scope="module")
def pictures_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """A portal with a page of pictures, and one of them for its mark."""
    front = "---\nmerke: merke.jpg\n---\n# Forside\n\nVelkommen.\n"
    pictures = {f"{F}{name}": content for name, content in PICTURES.items()}
    files = {**SMALLEST, **pictures, "index.md": front, "bilder.md": PAGE, "merke.jpg": PICTURES["liggende.jpg"]}
    folder = build_written("pictures", lambda folder: write_beside(folder, root, files), "https://bilder.example/")
    with served(folder / "site") as url:
        yield url


SHAPES = """async (images) => {
    images.forEach((image) => { image.loading = "eager"; });
    await Promise.all(images.map((image) => image.decode()));
    return images.map((image) => ({
        said: [image.getAttribute("width"), image.getAttribute("height")].map(Number),
        natural: [image.naturalWidth, image.naturalHeight],
        shown: [image.clientWidth, image.clientHeight],
        fit: getComputedStyle(image).objectFit,
    }));
}"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_picture_is_out_of_shape(visit: Visit, pictures_url: str, width: int, media: str):
    page = visit(f"{pictures_url}bilder/", width=width)
    page.emulate_media(media=media)
    found = page.locator(".prose img").evaluate_all(SHAPES)
    assert len(found) == len(SHOWN) + 5
    assert [image["said"] for image in found] == [image["natural"] for image in found]
    for image in found:
        (natural_width, natural_height), (shown_width, shown_height) = image["natural"], image["shown"]
        assert 0 < shown_width <= min(width, natural_width)
        if image["fit"] == "fill" or media == "screen":
            assert abs(shown_width * natural_height / natural_width - shown_height) <= 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_place_of_a_picture_is_kept_before_it_is_fetched(visit: Visit, pictures_url: str):
    page = visit(f"{pictures_url}bilder/", width=360)
    heights = "(images) => images.map((image) => image.clientHeight)"
    before = page.locator(".prose img").evaluate_all(heights)
    page.locator(".prose img").evaluate_all(SHAPES)
    assert page.locator(".prose img").evaluate_all(heights) == before


def test_the_mark_is_whole_and_small(visit: Visit, pictures_url: str):
    marks = visit(pictures_url).locator(":is(.top__name, .foot__name) img").evaluate_all(SHAPES)
    assert [(mark["natural"], mark["fit"]) for mark in marks] == [([960, 1600], "contain")] * 2

"""In a real browser: what was rebuilt looks the same as what was drawn, and nothing that is hostile runs."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from attachments.hostile import hostile_drawings
from attachments.test_real import SVGS
from stifinner.attachments.drawings.drawing import rebuild_drawing
from stifinner.language.misread import Misread

pytestmark = pytest.mark.slow

BOX = 200
_NEARLY = 0.02
"""Of what could be different, so much is: letters in a fallback font, edges."""


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": BOX, "height": BOX})
    yield context.new_page()
    context.close()


def shown(page, folder, drawing, size):
    """A drawing as a page shows it."""
    (folder / "a.svg").write_bytes(drawing)
    (folder / "a.html").write_text(
        f'<body style="margin:0"><img src="a.svg" style="width:{size.width}px;height:{size.height}px">'
    )
    page.goto((folder / "a.html").as_uri())
    page.wait_for_function("document.images[0].complete")
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


@pytest.mark.parametrize("name", SVGS)
def test_a_rebuilt_drawing_looks_the_same(name, page, tmp_path):
    rebuilt = rebuild_drawing(SVGS[name])
    before, after = (shown(page, tmp_path, one, rebuilt) for one in (SVGS[name], rebuilt.content))
    difference = ImageChops.difference(before, after).convert("L").histogram()
    assert sum(value * count for value, count in enumerate(difference)) / (BOX * BOX * 255) < _NEARLY
    assert len(after.getcolors(BOX * BOX) or ()) > 1


def test_nothing_runs_in_what_is_published(page, tmp_path):
    """Opened by itself, where a drawing may run scripts."""
    published = 0
    for _, drawing in hostile_drawings():
        try:
            content = rebuild_drawing(drawing).content
        except Misread:
            continue
        published += 1
        (tmp_path / "a.svg").write_bytes(content)
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto((tmp_path / "a.svg").as_uri())
        assert page.title() != "PWN"
        assert asked == [(tmp_path / "a.svg").as_uri()]
    assert published

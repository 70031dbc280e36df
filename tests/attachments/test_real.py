"""What programs really write is not refused, whichever kind it is of; a rebuilt drawing stays as it is."""

from pathlib import Path

import pytest

from core.builder import SMALLEST, write_files
from stifinner.attachments.drawings.drawing import rebuild_drawing
from stifinner.attachments.types import BY_ENDING
from stifinner.content import read_content
from stifinner.language.phrases import load_phrases

HERE = Path(__file__).parent
REAL = sorted(place for place in (HERE / "real").iterdir() if place.name != "README.md")
DRAWINGS = [place for place in (*REAL, *sorted((HERE / "written").iterdir())) if place.suffix == ".svg"]


def test_no_real_file_is_refused(tmp_path):
    files = {f"programmer/p/filer/{place.name}": place.read_bytes() for place in REAL}
    content = read_content(write_files(tmp_path, {**SMALLEST, **files}), load_phrases("nb"))
    assert content.problems == ()
    assert set(content.attachments) == set(files)
    assert len(files) >= 80
    assert {place.suffix for place in REAL} >= set(BY_ENDING) - {".ogv", ".otp", ".jpe", ".jfif", ".apng"}


SVGS = {place.stem: place.read_bytes() for place in DRAWINGS}


@pytest.mark.parametrize("drawing", SVGS.values(), ids=SVGS)
def test_a_rebuilt_drawing_stays_as_it_is(drawing):
    once = rebuild_drawing(drawing)
    assert rebuild_drawing(once.content) == once
    assert min(once.width, once.height) > 0


def test_there_are_twenty_drawings():
    assert len(SVGS) >= 20

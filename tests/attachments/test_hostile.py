"""Whatever may hurt is told at its file and not published; what only decorates a drawing is left out of it."""

import os
import re
import zlib
from xml.etree import ElementTree

import pytest

from attachments.hostile import (
    NAMES,
    PDF,
    UNREADABLE,
    document,
    hostile_drawings,
    hostile_files,
)
from core.builder import SMALLEST, write_files
from stifinner.attachments.documents import OFFICE
from stifinner.attachments.drawings.drawing import rebuild_drawing
from stifinner.content import read_content
from stifinner.language.characters import STEERING
from stifinner.language.misread import Misread
from stifinner.language.phrases import load_phrases
from stifinner.problems.echo import one_line
from stifinner.problems.problem import show_problems

FOLDER = "programmer/p/filer"


def read(folder):
    return read_content(folder, load_phrases("nb"))


def errors_of(content):
    return {problem.path for problem in content.problems if problem.severity == "error"}


def is_harmless(drawing):
    """Whether nothing in it runs, fetches, or holds a page."""
    for element in ElementTree.fromstring(drawing).iter():  # noqa: S314
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        if name in {"script", "foreignObject", "iframe", "a", "metadata"} or "{" in name:
            return False
        for attribute, value in element.attrib.items():
            outward = attribute == "href" and not re.match(r"#|data:image/(?:png|jpeg|gif|webp|svg)", value)
            if attribute.startswith("on") or outward or re.search(r"url\((?!#)|script:|expression", value):
                return False
        if name == "style" and re.search(r"@import|url\((?!#|data:font)|script:|expression|\\", element.text or ""):
            return False
    return True


@pytest.mark.slow
def test_hostile_files_are_told_each_at_its_file_and_none_is_published(tmp_path):
    files = {f"{FOLDER}/{name}": content for name, content in hostile_files().items()}
    assert len(files) > 600
    content = read(write_files(tmp_path, {**SMALLEST, **files}))
    rebuilt = set(content.attachments)
    assert set(files) - errors_of(content) == rebuilt
    assert {path for path in rebuilt if not path.endswith(".svg")} == set()
    assert {path for path in rebuilt if not is_harmless(rebuild_drawing(files[path]).content)} == set()
    assert len(rebuilt) < 5


def test_hostile_names_are_told_and_none_is_published(tmp_path):
    folder = write_files(tmp_path, SMALLEST) / FOLDER
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(b"%PDF-1.7")
    for name in UNREADABLE:
        (folder / os.fsdecode(name)).write_bytes(b"%PDF-1.7")
    content = read(tmp_path)
    named = {one_line(f"{FOLDER}/{os.fsdecode(name)}") for name in (*NAMES, *UNREADABLE)}
    assert (errors_of(content), content.attachments) == (named, ())
    shown = show_problems(content.problems, load_phrases("nb"))
    assert [line for line in shown.split("\n") if STEERING.search(line)] == []


def test_hostile_folders_are_told_and_nothing_in_them_is_published(tmp_path):
    for name in ("a\u202eb", "con", "a:b", "a ", "a.", "\ue000"):
        write_files(tmp_path, {**SMALLEST, f"{FOLDER}/{name}/plan.pdf": b"%PDF-1.7"})
    content = read(tmp_path)
    assert content.attachments == ()
    assert len(errors_of(content)) == 6


@pytest.mark.parametrize("drawing", [pytest.param(drawing, id=name) for name, drawing in hostile_drawings()])
def test_a_hostile_drawing_is_refused_or_becomes_harmless(drawing):
    try:
        rebuilt = rebuild_drawing(drawing).content
    except Misread:
        return
    assert is_harmless(rebuilt)


def test_what_a_pdf_packs_is_looked_at_too(tmp_path):
    def code(content):
        files = {**SMALLEST, f"{FOLDER}/plan.pdf": content}
        return [problem.code for problem in read(write_files(tmp_path, files)).problems]

    packed = zlib.compress(b"1 0 <</S /JavaScript /JS (x)>>")
    head = b"%PDF-1.7\n2 0 obj <</Type /ObjStm /Filter /FlateDecode /Length 9>>\nstream\n"
    assert code(head + packed + b"\nendstream") == ["active-pdf"]
    assert code(head.replace(b"Flate", b"ASCII85") + b"x\nendstream") == ["active-pdf"]
    assert code(head + zlib.compress(b"1 0 <</S /URI /URI (https://example.org)>>") + b"\nendstream") == []
    assert code(PDF.format("/AcroForm 3 0 R /A <</S /URI>>").encode()) == []


def test_a_document_in_a_document_is_looked_at_too(tmp_path):
    inner = document(OFFICE[".xlsx"], {"xl/vbaProject.bin": b"x"})
    good = document(OFFICE[".xlsx"], {"xl/workbook.xml": b"<x/>"})
    name = f"{FOLDER}/lysbilder.pptx"
    for embedded, told in ((inner, {name}), (good, set())):
        pptx = document(OFFICE[".pptx"], {"ppt/embeddings/a.xlsx": embedded})
        assert errors_of(read(write_files(tmp_path, {**SMALLEST, name: pptx}))) == told


@pytest.mark.parametrize("ending", OFFICE)
def test_a_document_of_its_kind_passes(ending, tmp_path):
    files = {**SMALLEST, f"{FOLDER}/a{ending}": document(OFFICE[ending], {})}
    assert errors_of(read(write_files(tmp_path, files))) == set()

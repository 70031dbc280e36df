"""Prose on paper: pictures, tables, quotations, boxes to tick and notes, wherever an editor may write them."""

import copy
import io
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from core.builder import portal_of
from outputs.printed import MM, Printed, squeeze
from stifinner.attachments.album import Album
from stifinner.language.phrases import load_phrases
from stifinner.outputs.paper.data import PaperComposer
from stifinner.outputs.paper.press import PaperDocument, Press
from stifinner.outputs.paper.sheets import compose_document

pytestmark = pytest.mark.slow

PAPER = load_phrases("nb")["words"]["paper"]
SHEET = "programmer/p/refleksjon/ark.md"
TEXT = (
    "# Arket\n\nEt ark.\n\n## Kjerneelementer\n\n### Ett\n\n- Utsagn\n    - Eksempel\n\n"
    "## Til den som leder\n\nTekst.\n"
)
WIDTH, TALLEST = 180, 50
"""Millimetres: of the column, and of a picture in a statement."""


def picture_of(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "grey").save(file, "png")
    return file.getvalue()


PICTURES: dict[str, tuple[int, int]] = {
    "bred": (3000, 300),
    "hoy": (300, 3000),
    "liten": (38, 38),
    "vanlig": (800, 600),
}


def p(*nodes: Any) -> dict[str, Any]:
    return {"is": "p", "has": list(nodes)}


def img(name: str, alt: str = "Et bilde") -> dict[str, Any]:
    return {"is": "img", "src": f"{name}.png", "alt": alt}


def li(*nodes: Any, **more: str) -> dict[str, Any]:
    return {"is": "li", "has": list(nodes), **more}


def table(*rows: list[str]) -> dict[str, Any]:
    def row(cells: list[str], tag: str) -> dict[str, Any]:
        return {"is": "tr", "has": [{"is": tag, "align": "", "has": [cell]} for cell in cells]}

    head, *body = rows
    parts = [{"is": "thead", "has": [row(head, "th")]}, {"is": "tbody", "has": [row(one, "td") for one in body]}]
    return {"is": "table", "has": parts}


Change = Callable[[dict[str, Any]], None]
Print = Callable[..., Printed]


@pytest.fixture
def print_changed(tmp_path: Path, root: Path) -> Print:
    """A paper of a small sheet (by its variant), with its data changed before it is pressed.

    ``own``: folders of templates that the portal has itself.
    """
    portal = portal_of(tmp_path / "content", {SHEET: TEXT})
    composer = PaperComposer(Album(tmp_path / "content", {}).printed, portal.phrases, "Portalen", "")
    pictures = {}
    for name, size in PICTURES.items():
        pictures[f"{name}.png"] = picture_of(*size)

    def make(change: Change, variant: str = "examples", own: tuple[Path, ...] = ()) -> Printed:
        paper = next(one for one in portal.papers if one.brief.variant == variant)
        data = copy.deepcopy(dict(compose_document(paper, composer).data))
        change(data["papers"][0])
        with Press([*own, root / "theme_overrides" / "print"]) as press:
            return Printed(press.compile_pdf(PaperDocument(data, pictures)))

    return make


@pytest.fixture
def print_notes(print_changed: Print) -> Print:
    """The paper for whoever leads, with these nodes as its notes."""

    def make(*nodes: Any) -> Printed:
        return print_changed(lambda paper: paper["view"]["sheet"].update(facilitator=list(nodes)), "facilitator")

    return make


@pytest.fixture
def print_statement(print_changed: Print) -> Print:
    """A paper with these nodes as its only statement."""

    def make(*nodes: Any, variant: str = "examples") -> Printed:
        def change(paper: dict[str, Any]) -> None:
            paper["view"]["sheet"]["elements"][0]["statements"][0]["text"] = list(nodes)

        return print_changed(change, variant)

    return make


def pictures_on(paper: Printed, page: int = 0) -> list[tuple[float, float]]:
    """Width and height of each picture on a page, in millimetres."""
    found = []
    for thing in pypdfium2.PdfDocument(paper.bytes)[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = (value * MM for value in thing.get_bounds())
        found.append((right - left, top - bottom))
    return found


def rows_of(paper: Printed, page: int, words: list[str]) -> list[float]:
    """How high each of the words stands."""
    return [next(at for at, text in paper.baselines(page) if word in text) for word in words]


class TestPictures:
    @pytest.mark.parametrize("name", PICTURES)
    @pytest.mark.parametrize("variant", ["examples", "lines", "large"])
    def test_a_statements_picture_is_set_and_fits(self, print_statement: Print, name: str, variant: str):
        paper = print_statement(p("Utsagn med bilde ", img(name)), variant=variant)
        ((width, height),) = [size for page in range(len(paper.pages())) for size in pictures_on(paper, page)]
        assert width <= WIDTH
        assert height <= TALLEST + 0.1
        real = PICTURES[name]
        assert width / height == pytest.approx(real[0] / real[1], rel=0.02)
        assert "Et bilde" in paper.alts()

    def test_pictures_give_way_before_letters_where_there_are_many(self, print_statement: Print):
        paper = print_statement(*(p(f"Utsagn {number} ", img("vanlig")) for number in range(8)))
        shown = [height for page in range(len(paper.pages())) for _, height in pictures_on(paper, page)]
        assert len(shown) == 8
        assert max(shown) < TALLEST - 1
        assert {size for size in paper.letter_sizes() if size < 7.5} == set()

    def test_a_small_picture_is_as_large_as_on_the_screen(self, print_statement: Print):
        ((width, _),) = pictures_on(print_statement(p("Utsagn ", img("liten"))))
        assert width == pytest.approx(38 / 96 * 25.4, abs=0.1)

    @pytest.mark.parametrize("where", ["lede", "about", "explanation", "question"])
    def test_a_picture_is_set_wherever_it_is_written(self, print_changed: Print, where: str):
        def change(paper: dict[str, Any]) -> None:
            sheet = paper["view"]["sheet"]
            nodes = [p("Se her: ", img("vanlig"))]
            if where == "explanation":
                sheet["elements"][0]["explanation"] = nodes
            elif where == "question":
                sheet["questions"] = [{"prose": [], "points": [nodes], "start": 1}]
            else:
                sheet[where] = nodes

        paper = print_changed(change)
        ((width, height),) = [size for page in range(len(paper.pages())) for size in pictures_on(paper, page)]
        assert width <= WIDTH
        assert height <= TALLEST + 0.1

    def test_a_picture_that_is_a_link_is_set_too(self, print_notes: Print):
        paper = print_notes(p({"is": "a", "href": "https://e.example/", "has": [img("vanlig")]}))
        assert len(pictures_on(paper)) == 1

    def test_a_picture_for_the_eye_alone_has_no_words(self, print_statement: Print):
        paper = print_statement(p("Utsagn ", img("liten", alt="")))
        assert len(pictures_on(paper)) == 1
        assert paper.alts() == []


class TestStatements:
    def test_what_follows_the_first_paragraph_is_apart_and_not_in_bold(self, print_statement: Print):
        paper = print_statement(p("FØRST ord"), p("ANDRE avsnitt"), {"is": "blockquote", "has": [p("SITAT")]})
        faces = {letter: face for letter, face in paper.letters(0) if letter in "ØDI"}
        assert faces["Ø"].endswith("Bold")
        assert faces["D"].endswith("Regular")
        one_line = 9.4 * 1.1 / 72 * 25.4
        gaps = [above - below for above, below in pairwise(rows_of(paper, 0, ["FØRST", "ANDRE", "SITAT"]))]
        assert [gap for gap in gaps if gap < one_line + 0.8] == []
        assert "/BlockQuote" in paper.tags()

    def test_a_paragraph_after_a_list_is_apart_from_its_last_point(self, print_statement: Print):
        points = {"is": "ul", "has": [li("PUNKT"), li("SISTE")]}
        paper = print_statement("Utsagn", points, p("ETTER lista"))
        point, last, after = rows_of(paper, 0, ["PUNKT", "SISTE", "ETTER"])
        assert last - after > (point - last) + 0.3

    def test_a_table_is_a_table_and_fits(self, print_statement: Print):
        paper = print_statement(p("Utsagn"), table(["Ukedag", "Tema"], ["Mandag", "Trygghet"], ["Tirsdag", "Samtale"]))
        assert {"/Table", "/TH", "/TD"} <= set(paper.tags())
        monday, tuesday = rows_of(paper, 0, ["Mandag", "Tirsdag"])
        assert monday > tuesday
        assert rows_of(paper, 0, ["Trygghet"]) == [pytest.approx(monday, abs=0.5)]


@pytest.mark.parametrize("variant", ["examples", "lines", "large"])
def test_an_element_without_statements_has_its_name_its_words_and_room_to_write(print_changed: Print, variant: str):
    def change(paper: dict[str, Any]) -> None:
        (element,) = paper["view"]["sheet"]["elements"]
        alone = {**element, "number": 2, "name": "Det tomme", "explanation": [p("Bare ord her.")], "statements": []}
        paper["view"]["sheet"]["elements"].append(alone)

    for landscape in (False, variant != "large"):
        paper = print_changed(lambda paper: [paper.update(landscape=landscape), change(paper)], variant)  # noqa: B023
        page = next(number for number, text in enumerate(paper.pages()) if "Det tomme" in text)
        assert "Bare ord her." in paper.pages()[page]
        assert paper.lines(page)


DAYS = ["Uke", "Tid", "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"]
WEEK = ["Formiddag og ettermiddag", "F1.1 Innføring", "Videoforelesning", "S15.2", "F1.3", "Frist innlevering"]
LONG = [
    "Kompetanseutviklingsprogramkoordinator",
    "Skolefritidsordningsleder",
    "Barnehagemyndighetsrepresentant",
    "Samarbeidskoordinator",
    "Foreldreundersøkelsesresultater",
    "1234567890",
    "12.03.2027",
]


class TestTables:
    def test_a_wide_table_has_every_word_whole_and_its_head_on_each_page(self, print_notes: Print):
        paper = print_notes(table(DAYS, *([str(week), *WEEK] for week in range(100, 170))))
        pages = [page for page in paper.pages() if "Videoforelesning" in page]
        assert len(pages) >= 2
        for page in pages:
            assert [day for day in DAYS if day not in page] == []
        words = " ".join(pages).split()
        assert [word for word in ("ettermiddag", "Videoforelesning", "S15.2", "innlevering") if word not in words] == []

    def test_no_row_is_split(self, print_notes: Print):
        paper = print_notes(
            *(p(f"Avsnitt {n}") for n in range(25)), table(DAYS[:2], *([f"A{n}", f"B{n} " * 60] for n in range(30)))
        )
        for page in paper.pages():
            words = page.split()
            for row in range(30):
                assert (words.count(f"A{row}"), words.count(f"B{row}")) in {(0, 0), (1, 60)}

    def test_a_row_that_has_no_room_on_a_page_is_split(self, print_notes: Print):
        paper = print_notes(table(["En", "To"], ["A", "ord " * 4000 + "SLUTT"]))
        assert len([page for page in paper.pages() if "ord ord" in page]) > 1
        assert "SLUTT" in paper.text()

    def test_long_words_are_broken_and_numbers_never(self, print_notes: Print):
        paper = print_notes(table(LONG, LONG))
        text = squeeze(paper.text())
        assert [word for word in LONG if text.count(squeeze(word)) < 2] == []
        assert [word for word in LONG[-2:] if paper.text().count(word) != 2] == []

    @pytest.mark.parametrize("rows", [[LONG, LONG], [DAYS, ["33", *WEEK]], [[*LONG, *LONG], [*LONG, *LONG]]])
    def test_no_cell_lies_over_its_neighbour_or_beyond_the_margin(self, print_notes: Print, rows: list[list[str]]):
        page = pypdfium2.PdfDocument(print_notes(table(*rows)).bytes)[0]
        text = page.get_textpage()
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        shown = [box for number, box in enumerate(boxes) if text.get_text_range(number, 1).strip()]
        assert max(right for _, _, right, _ in shown) <= (15 + WIDTH + 0.3) / MM
        over = [
            (one, other)
            for place, one in enumerate(shown)
            for other in shown[place + 1 :]
            if min(one[2], other[2]) - max(one[0], other[0]) > 0.6
            and min(one[3], other[3]) - max(one[1], other[1]) > 0.6
        ]
        assert over == []


class TestCharacters:
    @pytest.mark.parametrize("unknown", ["漢", "漢字かな", "".join(chr(0x4E00 + number) for number in range(500))])
    @pytest.mark.parametrize("has_own", [False, True])
    def test_what_no_font_has_is_a_square(
        self, print_changed: Print, root: Path, tmp_path: Path, unknown: str, has_own
    ):
        own = tmp_path / "print"
        shutil.copytree(root / "theme_overrides" / "print" / "fonts", own / "fonts")

        def change(paper: dict[str, Any]) -> None:
            paper["view"]["sheet"].update(facilitator=[p(f"Først ŋ {unknown} å sist")])

        text = print_changed(change, "facilitator", (own,) if has_own else ()).text()
        assert re.sub(r"\s", "", re.search(r"Først(.*?)sist", text, re.DOTALL)[1]) == f"ŋ{'□' * len(unknown)}å"


class TestBoxesAndNotes:
    def test_tasks_have_boxes_and_done_ones_a_tick(self, print_notes: Print):
        tasks = {"is": "ul", "has": [li("Kjøp kaffe", task="open"), li("Ring leder", task="done"), li("Vanlig punkt")]}
        paper = print_notes(tasks)
        assert [word for word in ("Kjøp kaffe", "Ring leder", "Vanlig punkt") if word not in paper.text()] == []
        assert paper.text().count("✓") == 1
        assert paper.tags().count("/LI") >= 3

    @pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
    def test_an_alert_has_its_title_in_bold_and_needs_no_colour(self, print_notes: Print, kind: str):
        alert = {"is": "alert", "kind": kind, "title": "Xqz", "has": [p("Wvk."), {"is": "ul", "has": [li("Punkt")]}]}
        paper = print_notes(alert)
        faces = dict(paper.letters(0))
        assert faces["q"].endswith("Bold")
        assert faces["k"].endswith("Regular")
        assert paper.is_grey()

    def test_notes_stand_below_the_text_that_refers_to_them(self, print_changed: Print):
        def change(paper: dict[str, Any]) -> None:
            paper["view"]["sheet"]["facilitator"] = [p("Les mer", {"is": "noteref", "n": 1}, " først.")]
            paper["notes"] = [[p("En bok fra 2019.")], [p("En annen "), p("med to avsnitt.")]]

        for variant in ("facilitator", "examples", "large"):
            text = print_changed(change, variant).text()
            assert text.index(PAPER["footnotes"]) < text.index("En bok") < text.index("med to avsnitt")
        assert "Les mer1 først." in print_changed(change, "facilitator").text().replace("\n", "")

    def test_a_paper_without_notes_has_no_heading_for_them(self, print_changed: Print):
        assert PAPER["footnotes"] not in print_changed(lambda paper: paper.update(notes=[])).text().split()

    def test_struck_text_is_read_and_struck(self, print_notes: Print):
        assert "gammel regel" in print_notes(p({"is": "del", "has": ["gammel regel"]})).text()

"""The sample's sheets on paper: every face is there, says what its file says, in order, and leads back."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import SITE_URL
from outputs.printed import Printed, squeeze
from stifinner.language.phrases import load_phrases

PAPER = load_phrases("nb")["words"]["paper"]
FREDRIKSTAD = "fredrikstad/refleksjon/hvor-skal-vi-hvor-er-vi"
RATED = ("-a", "-b", "-leder", "-storskrift")
OPEN = ("", "-leder", "-storskrift")
ELEMENTS = ("vi-handler-autoritativt", "vi-er-oppvekstlaget", "vi-er-en-laerende-organisasjon")
FACES = {
    "handlekraftige-voksne/refleksjon/jegbygge": OPEN,
    "handlekraftige-voksne/refleksjon/identitetsbygge": OPEN,
    "handlekraftige-voksne/refleksjon/fremtidsbygge": OPEN,
    "vidsynt/refleksjon/hvorfor-gjor-vi-det-slik": OPEN,
    FREDRIKSTAD: (*RATED, *(f"{variant}-{element}" for variant in ("-a", "-b") for element in ELEMENTS)),
}
PARTICIPANTS = [face for face in FACES[FREDRIKSTAD] if face != "-leder"]
ALL = [(sheet, face) for sheet, faces in FACES.items() for face in faces]


@pytest.fixture(scope="module")
def printed(built_site: Path):
    """A face of a sheet."""

    def open_paper(sheet: str, face: str) -> Printed:
        return Printed(built_site / "programmer" / sheet / f"{sheet.rsplit('/', 1)[1]}{face}.pdf")

    return open_paper


@pytest.fixture(scope="module")
def written(root: Path) -> tuple[list[str], list[str]]:
    """Statements and concretisations as they stand in the file."""
    text = (root / "content" / "programmer" / f"{FREDRIKSTAD}.md").read_text(encoding="utf-8")
    elements = re.search(r"^## Kjerneelementer$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert elements
    return (
        re.findall(r"^- (.+)$", elements[1], re.MULTILINE),
        re.findall(r"^    - (.+)$", elements[1], re.MULTILINE),
    )


def places(text: str, parts: Sequence[str]) -> list[int]:
    """Where each part begins; −1 for what is missing."""
    together = squeeze(text)
    return [together.find(squeeze(part)) for part in parts]


@pytest.mark.parametrize("sheet", FACES)
def test_every_face_is_there_and_no_other(built_site: Path, sheet: str):
    name = sheet.rsplit("/", 1)[1]
    made = {path.stem.removeprefix(name) for path in (built_site / "programmer" / sheet).glob("*.pdf")}
    assert made == set(FACES[sheet])


def test_a_has_11_statements_and_29_concretisations_in_order(printed, written):
    statements, concretisations = written
    assert (len(statements), len(concretisations)) == (11, 29)
    text = printed(FREDRIKSTAD, "-a").text()
    for parts in written:
        assert -1 not in places(text, parts)
        assert places(text, parts) == sorted(places(text, parts))


def test_b_has_the_statements_and_none_of_the_concretisations(printed, written):
    statements, concretisations = written
    text = printed(FREDRIKSTAD, "-b").text()
    assert places(text, statements) == sorted(places(text, statements))
    assert -1 not in places(text, statements)
    assert places(text, concretisations) == [-1] * 29


def test_a_minus_its_concretisations_is_b(printed, written):
    a, b = (squeeze(printed(FREDRIKSTAD, face).text()) for face in ("-a", "-b"))
    for concretisation in written[1]:
        said = squeeze(f"– {concretisation}")
        assert a.count(said) == 1
        a = a.replace(said, "")
    a = a.replace(squeeze(PAPER["ask"]["examples"]), squeeze(PAPER["ask"]["lines"])).replace("ArkA,", "ArkB,")
    assert a == b


@pytest.mark.parametrize("element", ELEMENTS)
@pytest.mark.parametrize("variant", ["-a", "-b"])
def test_a_core_element_alone_is_that_part_of_the_sheet(printed, written, variant: str, element: str):
    statements, concretisations = written
    number = ELEMENTS.index(element)
    own, examples = (
        (slice(0, 4), slice(4, 8), slice(8, 11))[number],
        (slice(0, 10), slice(10, 21), slice(21, 29))[number],
    )
    text = printed(FREDRIKSTAD, f"{variant}-{element}").text()
    there = [statement for statement in statements if places(text, [statement]) != [-1]]
    assert there == statements[own]
    shown = [one for one in concretisations if places(text, [one]) != [-1]]
    assert shown == (concretisations[examples] if variant == "-a" else [])


def test_large_print_has_all_in_one_column(printed, written):
    paper = printed(FREDRIKSTAD, "-storskrift")
    assert paper.size() == (210, 297)
    for parts in written:
        assert places(paper.text(), parts) == sorted(places(paper.text(), parts))
    assert 18.0 in paper.letter_sizes()


@pytest.mark.parametrize(("sheet", "face"), ALL)
def test_the_last_page_is_a_blank_action_plan(printed, sheet: str, face: str):
    pages = printed(sheet, face).pages()
    asked = [PAPER["plan"], PAPER["what"], PAPER["who"], PAPER["when"], PAPER["know"]]
    for page in pages[:-1]:
        assert PAPER["plan"] not in page
    assert -1 not in places(pages[-1], asked)


@pytest.mark.parametrize(("sheet", "face"), ALL)
def test_each_page_has_its_number_the_version_and_the_address(printed, sheet: str, face: str):
    pages = printed(sheet, face).pages()
    address = f"{SITE_URL.removeprefix('https://')}programmer/{sheet}"
    for number, page in enumerate(pages, start=1):
        numbered = PAPER["page"].format(page=number, pages=len(pages))
        assert -1 not in places(page, [PAPER["version"].format(version=1), address, numbered])


@pytest.mark.parametrize(("sheet", "face"), ALL)
def test_codes_lead_back_to_the_sheet(printed, sheet: str, face: str):
    paper = printed(sheet, face)
    codes = [code for page in range(len(paper.pages())) for code in paper.codes(page)]
    assert set(codes) == {f"{SITE_URL}programmer/{sheet}/"}


@pytest.mark.parametrize(("sheet", "face"), ALL)
def test_paper_is_accessible_embedded_and_black(printed, sheet: str, face: str):
    paper = printed(sheet, face)
    assert paper.root["/Lang"] == "nb"
    assert paper.root["/MarkInfo"]["/Marked"]
    assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.reader.metadata
    assert paper.reader.metadata.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.bytes
    assert {"/Document", "/H1", "/H2"} <= set(paper.tags())
    assert paper.fonts() == {"AtkinsonHyperlegibleNext", "YoungSerif"}
    assert paper.is_grey()


@pytest.mark.parametrize("face", PARTICIPANTS)
def test_only_the_facilitators_paper_has_steps_and_notes(printed, root: Path, face: str):
    text = (root / "content" / "programmer" / f"{FREDRIKSTAD}.md").read_text(encoding="utf-8")
    parts = re.findall(
        r"^## (?:Til den som leder|Slik bruker dere arket)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    said = [line.lstrip("- ") for part in parts for line in part.splitlines() if len(line) > 20]
    assert len(said) == 7
    leaders = squeeze(printed(FREDRIKSTAD, "-leder").text())
    plain = [re.sub(r"^\d+ min ", "", re.sub(r"\*+|\[([^]]*)\]\([^)]*\)", r"\1", line)) for line in said]
    assert [line for line in plain if squeeze(line) not in leaders] == []
    mine = squeeze(printed(FREDRIKSTAD, face).text())
    assert [line for line in plain if squeeze(line) in mine] == []


@pytest.mark.parametrize(
    ("cohort", "dates"),
    [
        (
            "kull-1",
            ("Flyttet fra 19. mai, meldt 18. november 2026", "Avlyst: det blir brobyggerkaffe", "Velg én av to"),
        ),
        ("kull-2", ("tor. 13. januar 2028 kl. 09.00–12.00", "Storeneset kulturhus", "Sammen med kull 1")),
    ],
)
def test_role_in_a_cohort_has_a_paper_with_the_dates_of_that_cohort(
    built_site: Path, cohort: str, dates: tuple[str, ...]
):
    page = built_site / "programmer" / "broen-over" / "kull" / cohort / "roller" / "brobygger"
    address = f"programmer/broen-over/kull/{cohort}/roller/brobygger/brobygger-pakke.pdf"
    assert f'{address}"' in (page / "index.html").read_text(encoding="utf-8")
    text = Printed(page / "brobygger-pakke.pdf").text()
    assert -1 not in places(text, dates)
    assert "Hvert kull har sin dato" not in text

"""What any sheet is on paper: text stays text, statements stay whole, there is room to write."""

import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from core.builder import portal_of
from outputs.printed import MM, Line, Printed, squeeze
from stifinner.language.phrases import load_phrases

PAPER = load_phrases("nb")["words"]["paper"]
SITE_URL = "https://ark.example/"
SHEET = "programmer/p/refleksjon/ark.md"
Print = Callable[..., dict[str, Printed]]
pytestmark = pytest.mark.slow

HOSTILE = (
    '#eval(1) og #let x = 2 og #image("/etc/passwd")',
    "Pris $100 og $x^2$, 50 % og 3 * 4 = 12",
    "@noen skriver til @alle, ~ nesten ~ og \\\\stier\\\\",
    "// ikke en merknad, /* heller ikke dette */ til slutt",
    "= Ikke en overskrift, og + ikke en liste",
    "[ingen lenke, (ingen parentes, {ingen klamme",
    '`#kode` og &lt;ingen-merkelapp>, &amp; og "gåsetegn"',
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenbefestigung",
    "Blåbærsyltetøy «på» ærlig – alt… ©",
)
AS_READ = {
    HOSTILE[2]: r"@noen skriver til @alle, ~ nesten ~ og \stier\ ".strip(),
    HOSTILE[6]: '#kode og <ingen-merkelapp>, & og "gåsetegn"',
}


@pytest.fixture
def print_anew(tmp_path: Path, root: Path) -> Print:
    """Every paper of one sheet, by the end of its name."""

    def make(text: str, site_url: str = SITE_URL, more: dict[str, str | bytes] | None = None) -> dict[str, Printed]:
        portal = portal_of(tmp_path / "content", {SHEET: text, **(more or {})})
        assert [problem for problem in portal.problems if problem.severity == "error"] == []
        made = portal.print_papers(tmp_path / "content", [root / "theme_overrides"], site_url, None)
        return {Path(address).stem.removeprefix("ark"): Printed(pdf) for address, pdf in made}

    return make


@pytest.fixture(scope="module")
def printed_before() -> dict[str, dict[str, Printed]]:
    """Sheet → its papers."""
    return {}


@pytest.fixture
def print_sheet(print_anew: Print, printed_before: dict[str, dict[str, Printed]]) -> Print:
    """The same; what another test of a sheet has printed is not printed again."""

    def make(text: str, **more) -> dict[str, Printed]:
        if more:
            return print_anew(text, **more)
        if text not in printed_before:
            printed_before[text] = print_anew(text)
        return printed_before[text]

    return make


def sheet_of(elements: int, statements: int, examples: int = 2, more: str = "", top: str = "") -> str:
    """A sheet whose every line is a line of its own."""
    text = f"---\n{top}---\n# Arket\n\nEt ark.\n\n## Kjerneelementer\n"
    number = 0
    for element in range(1, elements + 1):
        text += f"\n### Element {element}\n\n"
        for _ in range(statements):
            number += 1
            text += f"- Utsagn nummer {number} begynner her og slutter ved nummer {number} ferdig\n"
            text += "".join(f"    - Slik {number}-{one} kan det se ut hos oss\n" for one in range(examples))
    return text + more


def test_nothing_an_editor_writes_is_read_as_markup(print_sheet: Print):
    statements = "".join(f"- {text}\n    - {text}\n" for text in HOSTILE)
    papers = print_sheet(f"# Ark\n\nEt ark.\n\n## Kjerneelementer\n\n### Ett\n\n{statements}")
    for ending, times in (("-a", 2), ("-b", 1), ("-storskrift", 2)):
        text = squeeze(papers[ending].text())
        assert {line: text.count(squeeze(AS_READ.get(line, line))) for line in HOSTILE} == dict.fromkeys(HOSTILE, times)


@pytest.mark.parametrize(
    "title", ["Relasjonskompetanseutviklingssamling", "Oppmerksomhetstilstedeværelseskompetanseutvikling"]
)
def test_a_long_word_in_a_title_stays_on_its_side_of_the_code(print_sheet: Print, title: str):
    papers = print_sheet(sheet_of(1, 2).replace("# Arket", f"# {title}"))
    for ending in ("-a", "-storskrift"):
        page = pypdfium2.PdfDocument(papers[ending].bytes)[0]
        text = page.get_textpage()
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        heights = [top - bottom for _, bottom, _, top in boxes]
        large = [box for box, height in zip(boxes, heights, strict=True) if height > 0.6 * max(heights)]
        code = 20 if ending == "-storskrift" else 17
        assert max(right for _, _, right, _ in large) * MM <= page.get_width() * MM - 15 - code
        assert re.sub(r"\W", "", title) in re.sub(r"\W", "", papers[ending].text())


def test_what_no_font_has_is_a_square_and_nothing_fails(print_sheet: Print):
    papers = print_sheet("# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva er 𝒳𓀀 for dere?\n- עברית eller 漢字?\n")
    for paper in papers.values():
        assert "fordere?" in squeeze(paper.text())


def test_emphasis_lists_links_tables_and_pictures_survive(print_sheet: Print, tmp_path: Path):
    picture = tmp_path / "b.png"
    Image.new("RGB", (40, 20), "black").save(picture)
    leader = (
        "\n## Til den som leder\n\n**Fett** og *skrå* og [en lenke](https://eksempel.example/side).\n\n"
        "1. Først\n2. Så\n\n- Punkt\n\n| Hva | Når |\n|---|--:|\n| Kaffe | Ti |\n\n![En ring](../filer/b.png)\n"
    )
    papers = print_sheet(sheet_of(1, 2, more=leader), more={"programmer/p/filer/b.png": picture.read_bytes()})
    paper = papers["-leder"]
    assert [word for word in ("Fett", "skrå", "en lenke", "Først", "Punkt", "Kaffe") if word not in paper.text()] == []
    assert "https://eksempel.example/side" in paper.links()
    tags = set(paper.tags())
    assert {"/Strong", "/Em", "/Link", "/L", "/Table", "/TH", "/TD", "/Figure"} <= tags
    assert "En ring" in paper.alts()
    assert "En ring" not in papers["-a"].alts()


def test_nothing_of_an_editors_prose_stands_on_top_of_anything_else(print_sheet: Print):
    parts = (
        "Innledning.",
        "1. Først\n    - Under\n2. Så",
        "> Et sitat",
        "#### En overskrift",
        "Tekst.",
        "- Punkt",
        "Slutt.",
    )
    leader = "\n## Til den som leder\n\n" + "\n\n".join(parts) + "\n"
    page = print_sheet(sheet_of(1, 1, more=leader))["-leder"].baselines(0)
    said = ("Innledning.", "Først", "Under", "Så", "Et sitat", "En overskrift", "Tekst.", "Punkt", "Slutt.")
    at = [next(at for at, text in page if word in text) for word in said]
    gaps = [round(above - below, 1) for above, below in pairwise(at)]
    assert [gap for gap in gaps if not 4.5 <= gap <= 12] == []


@pytest.mark.parametrize(
    ("elements", "statements", "top"), [(3, 9, ""), (2, 9, "papir: stående\n"), (3, 7, "papir: liggende\n")]
)
def test_no_statement_is_split_and_names_repeat_on_every_page(
    print_sheet: Print, elements: int, statements: int, top: str
):
    papers = print_sheet(sheet_of(elements, statements, 6, top=top))
    for ending in ("-a", "-b", "-storskrift"):
        pages = papers[ending].pages()[:-1]
        together = [squeeze(page) for page in pages]
        for number in range(1, elements * statements + 1):
            whole = squeeze(f"Utsagn nummer {number} begynner her og slutter ved nummer {number} ferdig")
            begins = squeeze(f"Utsagn nummer {number} begynner")
            there = [page for page in together if begins in page]
            assert len(there) == 1
            assert whole in there[0]
            if ending != "-b":
                assert [
                    one for one in range(6) if squeeze(f"Slik {number}-{one} kan det se ut hos oss") not in there[0]
                ] == []
        assert [page for page in pages if "Element" not in page] == []
    assert len(papers["-storskrift"].pages()) > 3


def writing_lines(paper: Printed, page: int) -> dict[tuple[int, int], list[Line]]:
    """Thin lines of a page by the column that they fill, from the top."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in paper.lines(page):
        if line.thick < 0.27:
            columns.setdefault((round(line.left), round(line.right)), []).append(line)
    return columns


@pytest.mark.parametrize("ending", ["-b", "-storskrift"])
@pytest.mark.parametrize(("elements", "statements"), [(1, 3), (2, 4), (3, 5), (4, 6)])
def test_lines_stand_apart_and_reach_the_foot(print_sheet: Print, elements: int, statements: int, ending: str):
    paper = print_sheet(sheet_of(elements, statements))[ending]
    margin = 13 if paper.size() == (297, 210) else 15
    for page in range(len(paper.pages()) - 1):
        columns = writing_lines(paper, page)
        assert columns
        lowest = []
        for lines in columns.values():
            gaps = [round(above.at - below.at, 2) for above, below in pairwise(lines)]
            assert [gap for gap in gaps if gap < 8] == []
            lowest.append(lines[-1].at)
        assert margin - 0.5 <= min(lowest) <= margin + 8


def test_a_line_to_write_on_is_never_the_rule_of_what_comes_next(print_sheet: Print):
    papers = print_sheet(sheet_of(3, 4))
    for paper in (papers["-b"], papers["-b-element-1"], papers["-storskrift"]):
        for page in range(len(paper.pages()) - 1):
            rules = [line.at for line in paper.lines(page) if line.thick > 0.5]
            thin = [line.at for line in paper.lines(page) if line.thick < 0.27]
            assert thin
            assert [rule for rule in rules if any(abs(rule - line) < 1.5 for line in thin)] == []


def test_a_line_less_is_better_than_a_page_more(print_sheet: Print):
    for statements in (3, 4):
        paper = print_sheet(sheet_of(3, statements, top="skala: Alltid, Ofte, Iblant, Aldri\n"))["-b"]
        assert len(paper.pages()) == 2


def test_open_questions_are_shared_out_evenly(print_sheet: Print):
    questions = "".join(f"- Hva tenker dere om sak {number}?\n" for number in range(1, 11))
    paper = print_sheet(f"# Ark\n\nEt ark.\n\n## Spørsmål\n\n{questions}")["-storskrift"]
    on_pages = [page.count("om sak") for page in paper.pages()[:-1]]
    assert sum(on_pages) == 10
    assert max(on_pages) - min(on_pages) <= 1


def test_open_questions_have_lines_down_to_the_foot(print_sheet: Print):
    questions = "".join(f"- Hva tenker dere om sak {number}?\n" for number in range(1, 8))
    paper = print_sheet(f"# Ark\n\nEt ark.\n\n## Spørsmål\n\n{questions}")[""]
    for page in range(len(paper.pages()) - 1):
        lines = [line for column in writing_lines(paper, page).values() for line in column]
        assert [b for a, b in pairwise(lines) if round(a.at - b.at, 2) < 8] == []
        assert min(line.at for line in lines) <= 15 + 8


def test_a_first_page_without_room_for_a_statement_is_for_writing(print_sheet: Print):
    name = "Et ark med et langt navn som går over både to og tre linjer på papiret"
    sheet = sheet_of(2, 3, 3, top="skala: Alltid, Ofte, Iblant, Sjelden, Aldri\n").replace("# Arket", f"# {name}")
    paper = print_sheet(sheet)["-storskrift"]
    assert "Utsagn" not in paper.pages()[0]
    assert len([line for column in writing_lines(paper, 0).values() for line in column]) >= 2


def test_large_print_is_18_points_in_one_column(print_sheet: Print):
    paper = print_sheet(sheet_of(3, 3, top="papir: liggende\n"))["-storskrift"]
    assert paper.size() == (210, 297)
    text = paper.pages()[0]
    assert text.index("Utsagn nummer 1") < text.index("Slik 1-0")
    # All that is read is 18 points or more; letters in boxes have 16, the foot 14.
    assert {size for size in paper.letter_sizes() if size < 18} == {14.0, 16.0}


@pytest.mark.parametrize("length", [20, 60, 150])
def test_the_address_at_the_foot_is_whole_and_never_hyphenated(print_sheet: Print, length: int):
    site_url = f"{SITE_URL}{'refleksjonsark-om-samarbeid/' * (length // 20)}"
    for paper in print_sheet(sheet_of(1, 1), site_url=site_url).values():
        for page in paper.reader.pages:
            said = page.extract_text().replace("\u200b", "")
            assert f"{site_url}programmer/p/refleksjon/ark".removeprefix("https://") in said.replace("\n", "")


def test_the_plan_says_which_sheet_it_belongs_to(print_sheet: Print):
    for paper in print_sheet(sheet_of(2, 2)).values():
        assert "Arket" in paper.pages()[-1]


def test_without_an_address_there_is_no_code(print_sheet: Print):
    papers = print_sheet(sheet_of(1, 2), site_url="")
    for paper in papers.values():
        assert [code for page in range(len(paper.pages())) for code in paper.codes(page)] == []
        assert "ark.example" not in paper.text()


def test_only_whoever_leads_gets_steps_and_notes(print_sheet: Print):
    notes = (
        "\n## Slik bruker dere arket\n\n- 10 min HEMMELIGSTEG\n\n## Til den som leder\n\n"
        "### HEMMELIGTITTEL\n\nHEMMELIGTEKST [HEMMELIGLENKE](https://hemmelig.example)\n\n"
        "| HEMMELIGCELLE |\n|---|\n| c |\n"
        "\n## Notat til redaktører\n\nREDAKTØRNOTAT\n"
    )
    papers = print_sheet(sheet_of(2, 2, more=notes))
    for ending, paper in papers.items():
        said = paper.text() + " ".join(paper.links()) + str(paper.reader.metadata)
        assert "REDAKTØRNOTAT" not in said
        words = [word for word in ("STEG", "TITTEL", "TEKST", "LENKE", "CELLE") if f"HEMMELIG{word}" in said]
        assert words == (["STEG", "TITTEL", "TEKST", "LENKE", "CELLE"] if ending == "-leder" else [])
        assert ("hemmelig.example" in said) == (ending == "-leder")


def test_paper_is_the_same_byte_for_byte(print_anew: Print):
    first, again = (print_anew(sheet_of(3, 4)) for _ in range(2))
    assert {ending: paper.bytes for ending, paper in first.items()} == {
        ending: paper.bytes for ending, paper in again.items()
    }


@pytest.mark.parametrize(
    "steps", ["Ja, Nei", "Alltid, Ofte, Sjelden", "Alltid, Ofte, Iblant, Aldri", "Alltid, Ofte, Iblant, Sjelden, Aldri"]
)
def test_a_scale_of_two_to_five_steps_is_on_paper_with_its_letters(print_sheet: Print, steps: str):
    paper = print_sheet(sheet_of(1, 1, top=f"skala: {steps}\n"))["-a"]
    for word in steps.split(", "):
        assert word in paper.text()
    assert paper.is_grey()


class TestKept:
    """What an earlier build made is not made again."""

    @pytest.fixture
    def build(self, tmp_path: Path, root: Path) -> Callable[[str], dict[str, bytes]]:
        """Print a sheet with a cache, and give the papers."""

        def run(text: str) -> dict[str, bytes]:
            shutil.rmtree(tmp_path / "content", ignore_errors=True)
            portal = portal_of(tmp_path / "content", {SHEET: text})
            return dict(
                portal.print_papers(tmp_path / "content", [root / "theme_overrides"], SITE_URL, tmp_path / "kept")
            )

        return run

    @pytest.fixture
    def kept(self, tmp_path: Path) -> Callable[[], dict[str, int]]:
        """Names of what is kept, with when each was written."""
        return lambda: {file.name: file.stat().st_mtime_ns for file in (tmp_path / "kept").iterdir()}

    def test_an_unchanged_sheet_is_not_printed_again(self, build, kept):
        first = build(sheet_of(2, 3))
        before = kept()
        assert len(before) == len(first)
        assert build(sheet_of(2, 3)) == first
        assert kept() == before

    def test_a_changed_sheet_is_printed_and_the_old_one_cleared_away(self, build, kept):
        first, before = build(sheet_of(2, 3)), kept()
        second = build(sheet_of(2, 3).replace("nummer 1 ferdig", "nummer én ferdig"))
        assert {name for name in first if first[name] != second[name]} == {
            name for name in first if not name.endswith("-element-2.pdf")
        }
        assert len(kept()) == len(before)
        assert len(set(kept().items()) & set(before.items())) == 2

    def test_half_a_file_is_made_again(self, build, tmp_path: Path):
        first = build(sheet_of(1, 1))
        for file in (tmp_path / "kept").iterdir():
            file.write_bytes(file.read_bytes()[:100])
        assert build(sheet_of(1, 1)) == first
        assert build(sheet_of(1, 1)) == first

    def test_a_folder_that_cannot_be_written_costs_time_alone(self, build, tmp_path: Path):
        (tmp_path / "kept").write_text("en fil der mappa skulle være", encoding="utf-8")
        assert len(build(sheet_of(1, 1))) == 4

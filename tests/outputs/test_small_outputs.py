"""Colours, policies, style sheets and scripts, codes, and pages' small parts, each by what it is."""

from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from core.builder import portal_of
from stifinner.attachments.album import Album
from stifinner.files.shipped import THEME
from stifinner.help.template import render_template
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.assets import bundle_assets
from stifinner.outputs.html.colours import render_colours
from stifinner.outputs.html.new_links import new_url
from stifinner.outputs.html.pages import root_of, template_name
from stifinner.outputs.html.policy import policy_of
from stifinner.outputs.paper.data import PaperComposer
from stifinner.outputs.paper.press import PaperDocument
from stifinner.outputs.paper.qr import draw_qr
from stifinner.outputs.paper.sheets import compose_document
from stifinner.views.papers.handout import HandoutFact
from stifinner.views.papers.packs import Pack
from stifinner.views.sheets.papers import SheetPaper
from views.pieces import P, said

TEMPLATES = [THEME / "fragments"]


def rule(id: str, hue: int, turn: int) -> str:
    return f'[data-programme="{id}"] {{ --hue: {hue}; --glow-turn: {turn}; }}\n'


def test_programmes_without_a_colour_get_the_next_of_the_list_in_the_order_of_their_ids() -> None:
    assert render_colours([("c", None), ("a", None), ("b", 90)]) == rule("a", 168, -85) + rule("b", 90, -52) + rule(
        "c", 245, -162
    )


def test_portals_own_colour_comes_first_also_where_it_is_red() -> None:
    assert render_colours([("a", 300)], 0) == ":root { --hue: 0; --glow-turn: 83; }\n" + rule("a", 300, 143)


@pytest.mark.parametrize(
    ("hue", "turn"), [(59, 24), (60, -22), (120, -82), (121, -38), (83, -45), (263, -180), (264, 179), (360, 83)]
)
def test_second_colour_lies_the_shorter_way_round_the_wheel(hue: int, turn: int) -> None:
    assert render_colours([("a", hue)]) == rule("a", hue, turn)


ALL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; "
)


def test_page_with_answers_may_fetch_nothing() -> None:
    assert policy_of(private=False) == ALL + "connect-src 'self'; worker-src 'self'"
    assert policy_of(private=True) == ALL + "connect-src 'none'; worker-src 'none'"


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A folder of assets in which each file says its own name, between what is left out of the bundle."""
    for suffix, text in (("css", "/* Om\n   den. */\n\n  {} {{}}\n"), ("js", "// Om den.\n  {}();\n\n")):
        (tmp_path / suffix).mkdir()
        for file in (THEME / "assets" / suffix).glob(f"*.{suffix}"):
            (tmp_path / suffix / file.name).write_text(text.format(file.stem), encoding="utf-8")
    return tmp_path


FIRST = [
    *("tokens {}", "COLOURS", "base {}", "marks {}", "frame {}", "within {}", "search {}"),
    *("prose {}", "tables {}", "tasks {}", "alerts {}", "footnotes {}"),
]


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("print_page", ["handout"]),
        ("track_page", ["resources", "inspiration", "hero", "duo", "way", "stop", "tracks"]),
        ("sheet_page", ["hero", "duo", "way", "checklist", "sheet", "spread", "papers"]),
    ],
)
def test_style_sheet_has_what_all_pages_have_and_then_its_own_blocks(kind: str, blocks: list[str], named: Path) -> None:
    assets = bundle_assets([named], "COLOURS")
    assert assets.files[assets.styles[kind]].split("\n") == [*FIRST, *(f"{block} {{}}" for block in blocks)]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("track_page", "clock lightswitch menu search next times when unfold"),
        ("front_page", "clock lightswitch menu search next times signup nextof states nextcards changes"),
        ("print_page", "clock lightswitch menu"),
        ("resource_page", "clock lightswitch menu search"),
        (
            "sheet_page",
            "clock lightswitch menu sheetcode sheetanswers sheetform sheetkeep sheetplan sheetrounds sheetspread "
            "sheettogether sheetscreen",
        ),
    ],
)
def test_script_has_what_all_pages_have_and_then_its_own_behaviours(kind: str, names: str, named: Path) -> None:
    assets = bundle_assets([named], "COLOURS")
    assert assets.files[assets.scripts[kind]] == "\n".join(f"{name}();" for name in names.split())


def test_name_of_a_bundle_follows_from_what_is_in_it(named: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "css").mkdir(parents=True)
    (own / "css" / "handout.css").write_text("eget {}", encoding="utf-8")
    before, after = bundle_assets([named], "COLOURS"), bundle_assets([own, named], "COLOURS")
    assert after.files[after.styles["print_page"]].split("\n") == [*FIRST, "eget {}"]
    changed = {kind for kind in before.styles if before.styles[kind] != after.styles[kind]}
    assert changed == {"print_page", "sheet_print_page"}
    assert before.scripts == after.scripts
    assert before.files["assets/css/programmes.css"] == "COLOURS"


@pytest.mark.parametrize(
    ("kind", "programme", "place"),
    [
        ("gathering", "p", "/programmer/p/samlinger?filename=ny-samling.md"),
        ("resource", "", "/ressurser?filename=ny-ressurs.md"),
        ("programme", "", "/programmer?filename=nytt-program%2Findex.md"),
    ],
)
def test_new_file_begins_in_its_folder(kind: str, programme: str, place: str) -> None:
    base = "https://github.com/Eier/kopi"
    query = f"&value={quote(render_template(kind, 'nb'), safe='')}"
    assert new_url(f"{base}/edit/hoved/innhold/", kind, "nb", programme) == f"{base}/new/hoved/innhold{place}{query}"


@pytest.mark.parametrize(("address", "root"), [("", ""), ("a/", "../"), ("a/b/", "../../")])
def test_root_lies_as_far_up_as_the_page_lies_down(address: str, root: str) -> None:
    assert root_of(address) == root


def test_template_is_named_after_the_view(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, {f"{P}fokusomrader/f.md": "# F\n", f"{P}samlinger/a.md": "# A\n"})
    named = {page.address: template_name(type(page.view)) for page in portal.pages}
    assert {address: named[address] for address in ("", P, f"{P}fokusomrader/f/", f"{P}samlinger/a/skriv-ut/")} == {
        "": "front_page.html",
        P: "programme_page.html",
        f"{P}fokusomrader/f/": "focus_area_page.html",
        f"{P}samlinger/a/skriv-ut/": "print_page.html",
    }


SHEET = "# Arket\n\n## Kjerneelementer\n\n### En\n\n- Vi lytter\n\n### To\n\n- Vi snakker\n"
PRINTED: dict[str, str | bytes] = {
    f"{P}index.md": "---\nkortnavn: P\nmerknad: Gjenfortalt\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}samlinger/a.md": "# A\n\nSe [B](b.md) og [C](https://example.org/c).\n",
    f"{P}samlinger/b.md": "# B\n",
    f"{P}refleksjon/s.md": f"---\nsamlinger: b\nutgave: 2\n---\n{SHEET}\nSe [A](../samlinger/a.md).\n",
}


@pytest.mark.parametrize(
    ("site_url", "begins"),
    [
        ("https://portal.example/x/", "portal.example/x/"),
        ("http://portal.example/", "portal.example/"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("address", [f"{P}samlinger/a/skriv-ut/", f"{P}refleksjon/s/skriv-ut/"])
def test_links_inwards_have_their_address_on_paper(site_url: str, begins: str, address: str, tmp_path: Path) -> None:
    portal = portal_of(tmp_path, PRINTED)
    view = next(page.view for page in portal.pages if page.address == address)
    html = BeautifulSoup(portal.renderer(TEMPLATES, site_url).render_page(view, address), "lxml")
    shown = {link.get_text(strip=True): link.get("data-address") for link in html.find_all("a")}
    here, inwards = address.removesuffix("skriv-ut/"), {"B": f"{P}samlinger/b/", "A": f"{P}samlinger/a/"}
    assert shown == {
        "Tilbake til siden": begins + here,
        **({"B": begins + inwards["B"], "C": None} if "/a/" in address else {"A": begins + inwards["A"]}),
    }


def test_page_that_is_no_paper_has_no_addresses(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, PRINTED)
    view = next(page.view for page in portal.pages if page.address == f"{P}samlinger/a/")
    assert "data-address" not in portal.renderer(TEMPLATES).render_page(view, f"{P}samlinger/a/")


def test_footnotes_stand_last_in_the_pages_one_element(tmp_path: Path) -> None:
    portal = portal_of(
        tmp_path, {"om.md": "# Om\n\nOss[^1] og dere[^2].\n\n[^1]: Her.\n[^2]: Der.\n\n## Mer\n\nTekst.\n"}
    )
    view = next(page.view for page in portal.pages if page.address == "om/")
    body = BeautifulSoup(portal.renderer(TEMPLATES).render_page(view, "om/"), "lxml").body
    roots = body.find_all(recursive=False)
    assert len(roots) == 1
    assert roots[0].find_all(recursive=False)[-1]["class"] == ["footnotes", "wrap"]
    notes = [(note["id"], note.get_text(" ", strip=True)) for note in roots[0].select(".footnotes li")]
    assert notes == [("footnote_1", "Her. ↩"), ("footnote_2", "Der. ↩")]


@pytest.mark.parametrize(
    ("old", "site_url", "canonical", "onwards"),
    [
        ("gammel/om/", "https://portal.example/", "https://portal.example/om/", "../../om/"),
        ("gammel/om/", "", "../../om/", "../../om/"),
        ("hjem/", "", "../", "../"),
    ],
)
def test_old_address_leads_on(old: str, site_url: str, canonical: str, onwards: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.md": "---\ntidligere: hjem\n---\n# Forside\n\nVelkommen.\n",
        "om.md": "---\ntidligere: gammel/om\n---\n# Om\n",
    }
    portal = portal_of(tmp_path, files)
    page = next(one for one in portal.moved if one.address == old)
    html = BeautifulSoup(portal.renderer(TEMPLATES).render_moved(page, portal.frame, site_url), "lxml")
    assert html.find("link", rel="canonical")["href"] == canonical
    assert html.find("meta", attrs={"http-equiv": "refresh"})["content"] == f"0; url={onwards}"
    assert [link["href"] for link in html.find_all("a")] == [onwards]


def test_code_is_as_small_as_it_can_be_and_has_no_frame() -> None:
    head, _, drawing = draw_qr("https://x.example/").partition(">")
    assert head == '<svg xmlns="http://www.w3.org/2000/svg" width="25" height="25" class="segno"'
    assert drawing.startswith('<path class="qrline" stroke="#000" d="M0 0.5h7')


def composer(folder: Path, site_url: str = "https://portal.example/å b/") -> PaperComposer:
    return PaperComposer(Album(folder, {}).printed, load_phrases("nb"), "Portalen", site_url)


def test_paper_is_its_view_as_data(tmp_path: Path) -> None:
    paper = composer(tmp_path).paper(
        HandoutFact("Når", "I dag"), name="A", kick="P", foot="Til deltakerne", back_to="p/a/"
    )
    assert replace_code(paper) == {
        "kind": "handout-fact",
        "name": "A",
        "kick": "P",
        "foot": "Portalen. Til deltakerne.",
        "landscape": False,
        "large": False,
        "url": "https://portal.example/%C3%A5%20b/p/a/",
        "shown-url": "portal.example/%C3%A5%20b/p/a",
        "qr": "code",
        "view": {"label": "Når", "text": "I dag", "address": None, "stops": []},
        "notes": [],
    }


def replace_code(paper: dict) -> dict:
    return {**paper, "qr": "code" if paper["qr"].startswith("<svg") else paper["qr"]}


def test_paper_of_a_portal_without_an_address_has_no_code(tmp_path: Path) -> None:
    paper = composer(tmp_path, "").paper(HandoutFact("a", "b"), name="A", kick="", foot="B", back_to="p/a/")
    assert (paper["url"], paper["shown-url"], paper["qr"]) == ("", "", "")


def drawing_of(name: str) -> bytes:
    size = 'viewBox="0 0 1 1" width="1" height="1"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><desc>{name}</desc></svg>\n'.encode()


def test_document_has_the_pictures_that_its_papers_show_and_no_others(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        (tmp_path / name).write_bytes(drawing_of(name))
    made = composer(tmp_path)
    first, second = (made.data_of(said(f"![{name}]({name})", {name: name})) for name in ("a.svg", "b.svg"))
    source = first[0]["has"][0]["src"]
    document = made.document("Tittel", [{"view": first}])
    assert document == PaperDocument(
        {
            "lang": "nb",
            "title": "Tittel",
            "words": load_phrases("nb")["words"]["paper"],
            "colours": {"green": "grønn", "yellow": "gul", "red": "rød", "blue": "blå", "violet": "fiolett"},
            "papers": [{"view": first}],
        },
        {source: drawing_of("a.svg")},
    )
    assert second[0]["has"][0]["src"] != source


def told(document: PaperDocument) -> list[tuple[str, str, str, str, bool, bool, str]]:
    keys = ("kind", "name", "kick", "foot", "landscape", "large", "shown-url")
    return [tuple(paper[key] for key in keys) for paper in document.data["papers"]]


def test_sheets_and_packs_become_documents(tmp_path: Path) -> None:
    lying = f"---\nsamlinger: b\nutgave: 2\npapir: liggende\n---\n{SHEET}"
    portal = portal_of(tmp_path, {**PRINTED, f"{P}refleksjon/s.md": lying})
    made = composer(tmp_path, "https://portal.example/")
    sheets = {one.brief.address: one for one in portal.papers if isinstance(one, SheetPaper)}
    pack = next(one for one in portal.papers if isinstance(one, Pack) and one.brief.variant == "leaders")
    where = f"portal.example/{P}refleksjon/s"
    notes = ("sheet-paper", "Arket", "P · Gjenfortalt", "Portalen. For den som leder, utgave 2.", False, False, where)
    whole = ("sheet-paper", "Arket", "P · Gjenfortalt", "Portalen. Ark B, utgave 2.", True, False, where)
    assert told(compose_document(sheets[f"{P}refleksjon/s/s-storskrift.pdf"], made)) == [
        ("sheet-paper", "Arket", "P · Gjenfortalt", "Portalen. Stor skrift, utgave 2.", False, True, where)
    ]
    assert told(compose_document(sheets[f"{P}refleksjon/s/s-b-to.pdf"], made)) == [
        ("sheet-paper", "Arket", "P · To · Gjenfortalt", "Portalen. Ark B, utgave 2.", False, False, where)
    ]
    assert told(compose_document(pack, made)) == [
        ("handout", "B", "P · Samling", "Portalen. Til den som leder.", False, False, f"portal.example/{P}samlinger/b"),
        notes,
        whole,
        ("action-plan", "", "B · P", "Portalen. Til den som leder.", False, False, f"portal.example/{P}samlinger/b"),
    ]
    assert compose_document(pack, made).data["title"] == "B – Til den som leder, med notater og ark"

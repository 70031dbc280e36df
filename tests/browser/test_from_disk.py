"""A preview is unpacked in a folder with any name and opened by a double click: pages, search and sheets work there."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from browser.addresses import BROEN, COHORT
from browser.conftest import Visit
from browser.days import SPRING_2027, WORDS
from browser.pages import shapes
from browser.sheets import FREDRIKSTAD, add_codes, code_of, codes_for, rate, ratings_of, round_of

PAGES = {kind: address for kind, address in shapes().items() if kind != "notfound" and "print" not in kind}
WATCH = (
    """addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`))"""
)
DRAWN = """all => all.filter((use) => use.checkVisibility() && use.getAttribute("href") && !use.getBBox().width)
  .map((use) => use.getAttribute("href"))"""
RATINGS = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2]


@pytest.fixture(scope="session")
def preview(build_once: Callable[..., Path]) -> Path:
    """The sample portal as a preview, where it was built."""
    return build_once("preview", "https://portal.example/", "--preview")


@pytest.fixture(scope="module")
def home(preview: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The preview, unpacked as people do."""
    folder = tmp_path_factory.mktemp("disk") / "Nedlastinger på 100 % (1) #2"
    shutil.copytree(preview, folder)
    yield f"{folder.as_uri()}/"
    shutil.rmtree(folder)


@pytest.fixture
def opened(visit: Visit, home: str) -> Iterator[Callable[..., Page]]:
    """Open a page of it from disk; whatever a browser complains of fails the test."""
    faults: list[str] = []

    def open_page(address: str, **settings) -> Page:
        page = visit("about:blank", **settings)
        page.add_init_script(WATCH)
        page.on("console", lambda message: message.type in ("error", "warning") and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on("request", lambda request: request.url.startswith((home, "blob:")) or faults.append(request.url))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{home}{address}index.html")
        return page

    yield open_page
    assert faults == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_whole_and_says_that_it_is_a_preview(opened: Callable[..., Page], kind: str):
    page = opened(PAGES[kind])
    expect(page.get_by_text(WORDS["frame"]["preview_notice"])).to_be_visible()
    assert page.locator("use").evaluate_all(DRAWN) == []
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Young Serif\"'))")


def test_every_address_of_every_page_is_a_file(preview: Path):
    missing, folders = [], []
    pages = sorted(preview.rglob("*.html"))
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
        for element in soup.select("[href], [src], [data-worker], meta[http-equiv=refresh]"):
            named = [element.get(name) for name in ("href", "src", "data-worker")]
            named.append(str(element.get("content", "")).partition("url=")[2])
            for address in filter(None, named):
                parts = urlsplit(address)
                if parts.scheme or not parts.path:
                    continue
                target = page.parent / unquote(parts.path)
                if target.is_dir():
                    folders.append((page.name, address))
                elif not target.is_file():
                    missing.append((page.name, address))
    assert len(pages) > 100
    assert (missing, folders) == ([], [])


def test_one_comes_from_page_to_page_by_its_links(opened: Callable[..., Page], home: str):
    page = opened("")
    page.get_by_role("contentinfo").get_by_role("link", name="Broen over").click()
    expect(page).to_have_url(f"{home}{BROEN}index.html")
    page.get_by_role("navigation", name=WORDS["frame"]["main_menu"]).get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("header").get_by_role("link", name="Stifinner").click()
    expect(page).to_have_url(f"{home}index.html")


def test_an_old_address_leads_on(visit: Visit, tmp_path: Path, run_stifinner: Callable):
    settings = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(settings.replace("  custom_dir: theme_overrides\n", ""), encoding="utf-8")
    (tmp_path / "content/index.md").write_text("# Portal\n\nTekst.\n", encoding="utf-8")
    (tmp_path / "content/ny.md").write_text("---\ntidligere: gammel\n---\n# Ny side\n\nTekst.\n", encoding="utf-8")
    done = run_stifinner("build", "--preview", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "forhandsvisning/" in done.stdout
    assert not (tmp_path / "site").exists()
    place = (tmp_path / "forhandsvisning").as_uri()
    page = visit(f"{place}/gammel/index.html")
    expect(page).to_have_url(f"{place}/ny/index.html")


def test_the_search_finds_and_leads_to_the_place(opened: Callable[..., Page]):
    page = opened(BROEN)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("plakat")
    hit = page.locator("[data-search-hits] a").first
    expect(hit).to_contain_text("Velkomstplakaten")
    page.get_by_role("searchbox").fill("27.04.2027")
    expect(page.locator("[data-search-hits] .hit__page").first).to_have_text("Led en god velkomst")
    page.get_by_role("searchbox").fill("velkmstplakten")
    expect(page.locator("[data-search-nearest] button")).to_have_text("velkomstplakaten")
    page.get_by_role("searchbox").fill("hvem støtter hvem")
    heading = page.locator("[data-search-hits] .hit__list a").first
    expect(heading).to_be_visible()
    target = heading.get_attribute("href")
    assert target
    assert "/index.html#" in target
    heading.click()
    expect(page.locator(f"#{target.partition('#')[2]}")).to_be_in_viewport()


def test_the_timeline_knows_what_is_past(opened: Callable[..., Page]):
    page = opened(COHORT, at=SPRING_2027)
    expect(page.locator("[data-timeline] .is-next")).to_have_count(1)
    assert page.locator("[data-timeline] .is-past").count() > 2


def test_a_sheet_is_filled_in_coded_and_laid_together(opened: Callable[..., Page]):
    page = opened(FREDRIKSTAD)
    rate(page, RATINGS)
    assert ratings_of(page) == RATINGS
    assert page.locator("use").evaluate_all(DRAWN) == []
    mine = code_of(page)
    assert [mine] == codes_for(page, [RATINGS])
    others = codes_for(page, [RATINGS[::-1], [1] * 11, [2] * 11, [3] * 11])
    add_codes(page, [mine, *others])
    expect(round_of(page).locator("[data-codes]")).to_have_value("")
    expect(page.locator(".spread__cell .step").first).to_be_visible()
    assert page.locator("use").evaluate_all(DRAWN) == []


def test_a_sheet_can_send_nothing_anywhere(opened: Callable[..., Page]):
    policy = opened(FREDRIKSTAD).locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy
    assert {"default-src 'none'", "connect-src 'none'", "form-action 'none'"} <= set(policy.split("; "))


def test_papers_are_there(opened: Callable[..., Page], preview: Path):
    page = opened(FREDRIKSTAD)
    links = page.locator("main a[href$='.pdf']")
    assert links.count() > 0
    for link in links.all():
        paper = preview / FREDRIKSTAD / unquote(str(link.get_attribute("href")))
        assert paper.read_bytes().startswith(b"%PDF-")


def test_what_is_published_is_no_preview(built_site: Path):
    page = (built_site / BROEN / "index.html").read_text(encoding="utf-8")
    assert WORDS["frame"]["preview_notice"] not in page
    assert "index.html" not in page
    assert not (built_site / "search/search_index.js").exists()

"""No page asks anything of another site, breaks the portal's own policy, or keeps anything about the reader."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from browser.addresses import SHARES, TYPES
from browser.conftest import Visit
from browser.days import WORDS
from browser.pages import share_of_some

WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))"""
KEPT = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
  databases: (await indexedDB.databases()).map(({name}) => name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0}


class Watched:
    """A page and everything it did that it should not have done."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.faults: list[tuple[str, str]] = []
        page.add_init_script(WATCH)
        context = page.context
        context.on("request", lambda request: self._check(request.url))
        context.on("response", lambda answer: self._answered(answer.status, answer.url))
        context.on("requestfailed", self._failed)
        context.on("console", lambda message: message.type in ("error", "warning") and self._note(message.text))
        context.on("weberror", lambda error: self._note(str(error.error)))
        page.on("websocket", lambda socket: self._note(f"socket {socket.url}"))

    def _check(self, url: str) -> None:
        if not url.startswith((self.home, f"blob:{self.home}")):
            self._note(f"asked {url}")

    def _answered(self, status: int, url: str) -> None:
        if status >= 400 and "finnes-ikke" not in url:
            self._note(f"{status} {url}")

    def _failed(self, request: Request) -> None:
        # The next page is opened before this one has fetched its sign in the tab.
        if request.failure != "net::ERR_ABORTED":
            self._note(f"failed {request.url}")

    def _note(self, what: str) -> None:
        self.faults.append((self.page.url, what))

    def kept(self, context: BrowserContext) -> dict:
        return {**self.page.evaluate(KEPT), "cookies": str(context.cookies() or "")}


@pytest.fixture
def watch(visit: Visit) -> Iterator[Callable[[str], Watched]]:
    def watch_home(home: str) -> Watched:
        return Watched(visit("about:blank"), home)

    return watch_home


@pytest.mark.any_content
@pytest.mark.parametrize("share", SHARES)
def test_page_asks_only_its_own_site_and_keeps_nothing(
    watch: Callable[[str], Watched], portal_url: str, built_site: Path, share: int
):
    watched = watch(portal_url)
    kept = {}
    for address in share_of_some(built_site, share):
        watched.page.goto(portal_url + address)
        if (now := watched.kept(watched.page.context)) != NOTHING:
            kept[address] = now
    assert watched.faults == []
    assert kept == {}


def test_the_same_holds_in_a_folder_of_a_shared_domain(watch: Callable[[str], Watched], portal_url_under_repo: str):
    watched = watch(portal_url_under_repo)
    for address in TYPES.values():
        watched.page.goto(portal_url_under_repo + address)
        assert watched.kept(watched.page.context) == NOTHING
    assert watched.faults == []


@pytest.mark.sample
@pytest.mark.parametrize("place", ["portal_url", "portal_url_under_repo"])
def test_search_and_light_keep_to_the_site_and_only_the_choice_of_light_is_kept(
    watch: Callable[[str], Watched], place: str, request: pytest.FixtureRequest
):
    home = request.getfixturevalue(place)
    watched = watch(home)
    page, root = watched.page, page_root(home)
    page.goto(home + TYPES["gathering"])
    page.get_by_role("button", name=WORDS["frame"]["search"], exact=True).click()
    page.get_by_role("searchbox").fill("mellomarbeid")
    expect(page.locator("[data-search-hits] a").first).to_be_visible()
    page.keyboard.press("Escape")
    assert watched.kept(page.context) == NOTHING

    light = page.get_by_role("button", name=WORDS["frame"]["theme"])
    for wanted in ("dark", "light"):
        light.click()
        assert watched.kept(page.context) == {**NOTHING, "local": {f"stifinner:{root}:theme": wanted}}
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-theme", wanted)
        expect(light).to_have_attribute("aria-pressed", str(wanted == "dark").lower())
    assert watched.faults == []


def page_root(home: str) -> str:
    """The path of a portal's address."""
    return "/" + home.split("/", 3)[3]


def test_a_page_that_is_not_there_shows_the_way_back_from_any_depth(
    watch: Callable[[str], Watched], portal_url_under_repo: str
):
    watched = watch(portal_url_under_repo)
    page = watched.page
    page.goto(f"{portal_url_under_repo}finnes-ikke/heller/ikke/")
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["not_found"]["title"])
    assert page.evaluate("document.fonts.check('16px \"Young Serif\"')")
    page.get_by_role("link", name=WORDS["not_found"]["home"]).click()
    expect(page).to_have_url(portal_url_under_repo)
    page.go_back()
    page.get_by_role("button", name=WORDS["not_found"]["search"]).click()
    page.get_by_role("searchbox").fill("mellomarbeid")
    expect(page.locator("[data-search-hits] a").first).to_be_visible()
    assert [fault for fault in watched.faults if "404" not in fault[1]] == []

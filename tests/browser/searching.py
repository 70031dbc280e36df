"""Typing into the search of an open page, and waiting for what it answers."""

from playwright.sync_api import Page

from browser.days import WORDS

ANSWERED = """async ([empty, loading]) => {
  const count = document.querySelector("[data-search-count]");
  const end = performance.now() + 10000;
  const isThere = () => (count.textContent === "") === empty && count.textContent !== loading;
  while (!isThere()) {
    if (performance.now() > end) throw new Error(`the search says «${count.textContent}»`);
    await new Promise((next) => requestAnimationFrame(next));
  }
}"""
"""Asked at each frame: whoever only looks now and then waits longer than the search takes."""


def type_query(page: Page, query: str, loading: str = WORDS["search"]["loading"]) -> None:
    """Type into the open search, and wait until it has answered; ``loading`` is what it says until then."""
    box = page.get_by_role("searchbox")
    for text in ("", query):
        box.fill(text)
        page.evaluate(ANSWERED, [not text, loading])

"""Sheets that browser tests fill in: the sample's, and some of sizes that the sample lacks."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page

from browser.days import WORDS
from core.builder import write_files
from stifinner.language.phrases import load_phrases

SAY = WORDS["sheet_page"]
SAYS = SAY["says"]
STEPS = [step["word"] for step in load_phrases("nb")["values"]["scale"]["steps"]]
FREDRIKSTAD = "programmer/fredrikstad/refleksjon/hvor-skal-vi-hvor-er-vi/"
BROEN = "programmer/broen-over/refleksjon/star-broen-stott/"
QUESTIONS = "programmer/vidsynt/refleksjon/hvorfor-gjor-vi-det-slik/"
TWENTY = "programmer/kurset/refleksjon/tjue/"
TWENTY_AGAIN = "programmer/kurset/refleksjon/tjue-igjen/"
NUMBERED = "programmer/kurset/refleksjon/tall/"
LONG = "programmer/kurset/refleksjon/lang/"
KEPT = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
  databases: (await indexedDB.databases()).map(({name}) => name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0}


def _signs(numbers: range) -> str:
    return "".join(f"- Tegn nummer {n}\n    - Slik {n}\n" for n in numbers)


def _sheet(name: str, count: int, more: str) -> str:
    first, second = _signs(range(count // 2)), _signs(range(count // 2, count))
    elements = f"## Kjerneelementer\n\n### Det ene\n\n{first}\n### Det andre\n\n{second}"
    return f"---\n{more}---\n# {name}\n\nEt ark.\n\n{elements}"


CONTENT = {
    "index.md": "# Arkportal\n\nEtt program.\n",
    "programmer/kurset/index.md": "# Kurset\n\nMed ark.\n",
    "programmer/kurset/refleksjon/tjue.md": _sheet("Tjue tegn", 20, "utgave: 2\n"),
    "programmer/kurset/refleksjon/tjue-igjen.md": _sheet("Tjue andre", 20, "utgave: 2\n"),
    "programmer/kurset/refleksjon/tall.md": _sheet("Tall", 4, "skala: 1 Stemmer ikke, 2, 3, 4, 5 Stemmer helt\n"),
    "programmer/kurset/refleksjon/lang.md": _sheet("Lang", 60, "skala: Alltid, Ofte, Iblant, Sjelden, Aldri\n"),
}


def write_sheet_portal(folder: Path, root: Path) -> None:
    """Write it into ``folder``, with the settings and the theme of the repository."""
    write_files(folder / "content", CONTENT)
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(root / "theme_overrides", folder / "theme_overrides")


def rate(page: Page, ratings: Sequence[int]) -> None:
    """Rate the statements in their order; 0 leaves one alone."""
    for number, value in enumerate(ratings, start=1):
        if value:
            page.locator(f"[data-claim='{number}'] input[value='{value}']").check(force=True)


def ratings_of(page: Page) -> list[int]:
    """What is chosen, as one sees it."""
    chosen = "all => all.map((el) => Number(el.querySelector('input[type=radio]:checked')?.value ?? 0))"
    return page.locator("[data-claim]").evaluate_all(chosen)


def code_of(page: Page) -> str:
    """The code that stands on the page."""
    return page.locator("[data-code]").inner_text().strip()


def codes_for(page: Page, sets: Sequence[Sequence[int]]) -> list[str]:
    """The codes that others would get on this sheet."""
    return page.evaluate("(sets) => sets.map((ratings) => sheetCode.encode(ratings, stifinner.sheet.spec))", sets)


def round_of(page: Page, name: str = "now") -> Locator:
    """Where codes are put in: this round, or an earlier one."""
    return page.locator(f"[data-round={name}]")


def add_codes(page: Page, codes: Sequence[str], name: str = "now") -> None:
    """Paste codes, one a line, and add them."""
    at = round_of(page, name)
    at.locator("[data-codes]").fill("\n".join(codes))
    at.locator("[data-add]").click()

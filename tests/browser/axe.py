"""What a machine can find of barriers in a page."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (options) => {
  const {violations} = await axe.run(options);
  return violations.flatMap(({id, nodes}) => nodes.map(({html, any, all, none}) =>
    [id, html.slice(0, 160), [...any, ...all, ...none].map(({message}) => message).join("; ")]));
}"""


def bring_axe(page: Page) -> None:
    """Have axe at hand in whatever is opened from now on."""
    page.add_init_script(path=_AXE)


def barriers_in(page: Page, *, forced_colours: bool = False) -> list[list[str]]:
    """Each barrier: the rule, where, and what is wrong.

    ``forced_colours``: the system chooses them, while axe still reads those of the page.
    """
    rules = {"color-contrast": {"enabled": not forced_colours}}
    options = {"runOnly": {"type": "tag", "values": _TAGS}, "resultTypes": ["violations"], "rules": rules}
    return page.evaluate(_RUN, options)

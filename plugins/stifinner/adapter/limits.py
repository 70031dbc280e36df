"""Pages that are too large or take too long: told as advice, and built all the same."""

import time

from ..outputs.pages import PageRenderer
from ..phrases import Phrases
from ..portal import ComposedPage
from ..problems import Problem, ProblemList

LARGE = 2_000_000
"""Bytes of HTML beyond which a page is heavy on a phone."""
SLOW = 10.0
"""Seconds that no page that somebody wrote by hand takes."""


def render_watched(renderer: PageRenderer, page: ComposedPage, phrases: Phrases) -> tuple[str, tuple[Problem, ...]]:
    """A page's HTML, and what is to be told of it."""
    problems = ProblemList(phrases)
    start = time.monotonic()
    try:
        html = str(renderer.render_page(page.view, page.address))
    except RecursionError:
        # The source is searched for what nests too deep; this is for what slips through.
        problems.add("too-deep", page.source)
        return "", problems.sorted()
    seconds = time.monotonic() - start
    size = len(html.encode())
    if size > LARGE:
        problems.add("large-page", page.source, size=f"{size / 1_000_000:.1f}")
    if seconds > SLOW:
        problems.add("slow-page", page.source, seconds=f"{seconds:.0f}")
    return html, problems.sorted()

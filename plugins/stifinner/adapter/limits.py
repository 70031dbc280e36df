"""Pages that are too large or take too long: told as advice, and built all the same; one without an end is stopped."""

import time

from ..language.phrases import Phrases
from ..outputs.html.pages import PageRenderer
from ..problems.problem import Problem, ProblemList
from ..views.frame.composed_page import ComposedPage
from .net import StoppedError, at_most

LARGE = 2_000_000
"""Bytes of HTML beyond which a page is heavy on a phone."""
SLOW = 10.0
"""Seconds of processor time that no page that somebody wrote by hand takes."""
LONGEST = 60.0
"""Seconds of processor time after which a page is stopped."""


def render_watched(
    renderer: PageRenderer, page: ComposedPage, phrases: Phrases, longest: float | None = None
) -> tuple[str, tuple[Problem, ...]]:
    """A page's HTML, and what is to be told of it; where that is an error, the page is empty."""
    problems = ProblemList(phrases)
    start = time.process_time()
    try:
        with at_most(LONGEST if longest is None else longest):
            html = str(renderer.render_page(page.view, page.address, page.places))
    except StoppedError:
        problems.add("stopped-page", page.source, seconds=f"{time.process_time() - start:.0f}")
        return "", problems.sorted()
    except RecursionError:
        # The source is searched for what nests too deep; this is for what slips through.
        problems.add("too-deep", page.source)
        return "", problems.sorted()
    seconds = time.process_time() - start
    size = len(html.encode())
    if size > LARGE:
        problems.add("large-page", page.source, size=f"{size / 1_000_000:.1f}")
    if seconds > SLOW:
        problems.add("slow-page", page.source, seconds=f"{seconds:.0f}")
    return html, problems.sorted()

"""Render a page within limits: a large or slow one gets a piece of advice, one that takes far too long is stopped.

Processor time is what counts, so that a page is not blamed for a busy machine.
"""

import time

from ..language.phrases import Phrases
from ..outputs.html.pages import PageRenderer
from ..problems.problem import Problem, ProblemList
from ..views.frame.composed_page import ComposedPage
from .net import StoppedError, at_most

LARGE = 2_000_000
"""Bytes of HTML beyond which a page is heavy on a phone."""
SLOW = 10.0
"""Seconds beyond which a page is slow; no page that was written by hand takes as long."""
LONGEST = 60.0
"""Seconds after which a page is stopped, wherever ``at_most`` can stop it."""


def render_watched(
    renderer: PageRenderer, page: ComposedPage, phrases: Phrases, longest: float | None = None
) -> tuple[str, tuple[Problem, ...]]:
    """Render a page's HTML, and give the problems of its size and time.

    A page that could not be rendered to its end gives empty HTML and an error. ``longest``: seconds after which the
    page is stopped; None: ``LONGEST``.
    """
    problems = ProblemList(phrases)
    start = time.process_time()
    try:
        with at_most(LONGEST if longest is None else longest):
            html = str(renderer.render_page(page.view, page.address, page.places))
    except StoppedError:
        problems.add("stopped-page", page.source, seconds=f"{time.process_time() - start:.0f}")
        return "", problems.sorted()
    except RecursionError:
        # Reading the source finds what is nested too deep, and leaves it out; this is for what it did not find.
        problems.add("too-deep", page.source)
        return "", problems.sorted()
    seconds = time.process_time() - start
    size = len(html.encode())
    if size > LARGE:
        problems.add("large-page", page.source, size=f"{size / 1_000_000:.1f}")
    if seconds > SLOW:
        problems.add("slow-page", page.source, seconds=f"{seconds:.0f}")
    return html, problems.sorted()

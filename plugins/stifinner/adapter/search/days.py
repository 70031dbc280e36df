"""Add to the search index what a gathering's page does not say of its days: weekdays, days in figures, weeks.

They become the tags of the page's entry in the index: Material's search finds them there, and no reader sees them.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from ...dates.shown import DateWords
from ...language.phrases import Phrases
from ...views.frame.composed_page import ComposedPage
from ...views.pages.gathering import GatheringPage
from ...views.parts.date_shown import DateShown

_MOST_DAYS = 14
"""Days of a gathering that are added; of a longer one, only the first."""


def add_days(index: Path, pages: Iterable[ComposedPage], phrases: Phrases) -> None:
    """Add the days of each gathering that has a page. ``index``: the index's file; nothing is done without it."""
    words = DateWords(phrases)
    tags = {page.address: sought for page in pages if (sought := _days_of(page, words))}
    if not tags or not index.is_file():
        return
    content = json.loads(index.read_text(encoding="utf-8"))
    for entry in content["docs"]:
        if entry["location"] in tags:
            entry["tags"] = tags[entry["location"]]
    index.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def _days_of(page: ComposedPage, words: DateWords) -> list[str]:
    """Give each day of a gathering's page in every form that somebody may look for; none for other pages."""
    if not isinstance(page.view, GatheringPage):
        return []
    lines = [line.date for cohort in page.view.cohorts for line in cohort.lines]
    days = dict.fromkeys(day for shown in (page.view.gathering.date, *lines) for day in _days_in(shown))
    return [text for day in days for text in words.as_sought(day)]


def _days_in(shown: DateShown) -> Iterator[date]:
    """Give each day of a date; none where the days are not known."""
    if shown.known not in {"day", "days"} or not shown.start or not shown.end:
        return
    spans = [(one.begins, one.ends) for one in shown.held] or [(one.day, one.day) for one in shown.dates]
    for begins, ends in spans or [(shown.start, shown.end)]:
        # A time may have minutes after its day: «2026-11-03T17:00».
        first, last = (date.fromisoformat(moment.partition("T")[0]) for moment in (begins, ends))
        yield from (first + timedelta(days=number) for number in range(min((last - first).days + 1, _MOST_DAYS)))

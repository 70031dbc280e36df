"""Pages made by hand around scripts of the theme: a few lines of HTML, with the portal's own words and macros."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import get_args
from zoneinfo import ZoneInfo

from markupsafe import Markup
from playwright.sync_api import Page, Route

from browser.days import WORDS
from conftest import ROOT
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.pages import PageRenderer
from stifinner.views.parts.date_shown import DateShown, Held, StopForm

THEME = ROOT / "theme_overrides"
ADDRESS = "https://laget.example/"
ZONES = ("Europe/Oslo", "Pacific/Auckland")
"""Where the day is Oslo's, and where it is most often another."""
_TIME = re.compile(r"(!?)([\dT:-]+)/([\dT:-]+)")

Show = Callable[..., Page]


def oslo(written: str) -> datetime:
    """A moment in Oslo: «2026-11-03T17:00»."""
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo("Europe/Oslo")).astimezone(UTC)


def clock(written: str) -> Markup:
    """Give the attributes of a stop. «choice 2026-11-03T17:00/2026-11-03T19:00 !2026-11-10/2026-11-10»: form and times;
    «month 2026-11-01/2026-11-30»; «undated»; or «work 2026-11-03/2026-11-03»."""
    attributes = render('{% import "blocks/date.html" as dates %}{{ dates.clock(date) }}', date=_date(written))
    return Markup(attributes + " data-work" * written.startswith("work"))


def _date(written: str) -> DateShown:
    form, *times = written.split()
    if form == "undated":
        return DateShown("", "open")
    times = [Held(begins, ends, bool(off)) for off, begins, ends in (_TIME.fullmatch(time).groups() for time in times)]
    days = [(one.begins[:10], one.ends[:10]) for one in times if not one.cancelled]
    days = days or [(one.begins[:10], one.ends[:10]) for one in times]
    known = "month" if form == "month" else "days" if len(times) > 1 else "day"
    form = form if form in get_args(StopForm) else "once"
    said = len(times) > 1 or re.search("[T!]", written)
    last = max(end for _, end in days)
    return DateShown("", known, min(days)[0], last, held=tuple(times) if said else (), form=form)


_templates = PageRenderer([THEME / "fragments"], load_phrases("nb"))._environment


def render(body: str, **more: object) -> str:
    """Render what a body is made of: it may import macros, ``clock(…)`` is at hand."""
    return _templates.from_string(body).render(clock=clock, root="", **more)


def page_of(body: str, scripts: str) -> str:
    """The whole page; the styles of the theme are not there."""
    loaded = "".join(f'<script src="js/{name}.js" defer></script>' for name in ("clock", *scripts.split()))
    said = json.dumps(WORDS["clock"], ensure_ascii=False).replace("'", "&#39;")
    head = f'<meta charset="utf-8"><meta name="stifinner-words" content=\'{said}\'><title>Laget</title>{loaded}'
    return f'<!doctype html><html lang="nb"><head>{head}</head><body><main>{body}</main></body></html>'


def serve(page: Page, html: str) -> None:
    """Let a page find itself at ``ADDRESS``, and its scripts beside it."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS).split("?")[0]
        if path.startswith("js/"):
            route.fulfill(path=THEME / "assets" / path, content_type="text/javascript")
        else:
            route.fulfill(body=html, content_type="text/html")

    page.route(f"{ADDRESS}**", answer)


def at_each(page: Page, moments: Iterable[str]) -> Iterator[str]:
    """Load it anew at each moment in Oslo."""
    for moment in moments:
        page.clock.set_fixed_time(oslo(moment))
        page.reload()
        yield moment

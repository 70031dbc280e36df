"""A reader with a browser of their own: at a chosen day, in a chosen place, at a screen of a chosen size."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.made import ADDRESS, Show, oslo, page_of, serve
from browser.sheets import write_sheet_portal
from browser.small_portal import write_small_portal
from conftest import served

TIMEOUT = 5_000
"""Milliseconds to wait for what is to happen: the portal is on this machine, so more is a fault."""

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page: ``visit(url, at=…, width=…, height=…, zone=…)``; further settings are Playwright's own."""
    contexts = []

    def open_page(
        url: str, *, at: datetime | None = None, width: int = 1280, height: int = 800, zone: str = "Europe/Oslo", **more
    ) -> Page:
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, timezone_id=zone, locale="nb-NO", reduced_motion="reduce", **more)
        contexts.append(context)
        context.set_default_timeout(TIMEOUT)
        if at:
            context.clock.set_fixed_time(at)
        page = context.new_page()
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def small_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """A small portal whose dates are of the kinds that the sample lacks."""
    folder = build_written("small", lambda folder: write_small_portal(folder, root), "https://liten.example/")
    with served(folder / "site") as url:
        yield url


@pytest.fixture(scope="session")
def sheets_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """Sheets of sizes that the sample lacks."""
    folder = build_written("sheets", lambda folder: write_sheet_portal(folder, root), "https://ark.example/")
    with served(folder / "site") as url:
        yield url


@pytest.fixture
def fill(visit: Visit) -> Callable[..., Page]:
    """Open a sheet to fill in; whoever leaves it unsaved means to."""

    def open_sheet(url: str, **settings) -> Page:
        page = visit(url, **settings)
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    return open_sheet


@pytest.fixture
def show(visit: Visit) -> Show:
    """Open a page made by hand: ``show(body, scripts, at=…, zone=…, query=…)``."""

    def open_made(body: str, scripts: str, *, at: str, query: str = "", **settings) -> Page:
        page = visit("about:blank", at=oslo(at), **settings)
        serve(page, page_of(body, scripts))
        page.goto(ADDRESS + query)
        return page

    return open_made

"""The page of all changes, newest first: of the portal, of a programme or of a cohort."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...graph.portal_graph import address
from ...model.cohort import Cohort
from ...model.portal import Portal
from ...model.programme import Programme
from ..calendars.compose import calendar_of
from ..parts.changes import (
    ChangeShown,
    Changing,
    changes_address,
    changes_of_item,
    compose_change,
    compose_feed_link,
)
from ..parts.composer import Composer
from ..parts.elements import Link, ProgrammeMark
from ..parts.page import Page
from ..parts.texts import upper_first


@dataclass(frozen=True)
class ChangesMonth:
    """What was told in one month."""

    title: str
    """«April 2027»."""
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True)
class ChangesPage(Page):
    """All changes of the portal, of a programme or of a cohort."""

    styles = "hero duo stop choose changes"
    is_list = True

    title: str
    programme: ProgrammeMark | None
    """None on the page of the portal."""
    cohort: Link | None
    """The cohort that it is about; None: all of them."""
    scopes: tuple[Link, ...]
    """The pages between which readers may choose, this one too; empty where there is no choice."""
    months: tuple[ChangesMonth, ...]
    feed: Link
    """The feed of the same changes, which is there where the portal's own address is known."""
    calendar: Link | None
    """Where one subscribes to the dates of the same cohort or programme; None where none of them is known, and on the
    page of the portal."""


def compose_changes_page(composer: Composer, of: Changing) -> ChangesPage | None:
    """Compose the page of all changes of something; None where nothing has changed."""
    changes = changes_of_item(composer, of)
    feed = compose_feed_link(composer, of)
    if feed is None:
        return None
    months = tuple(
        ChangesMonth(
            upper_first(composer.dates.show_months(some[0].told, some[0].told)),
            tuple(compose_change(composer, change, of) for change in some),
        )
        for _, some in (
            (month, tuple(each)) for month, each in groupby(changes, lambda one: (one.told.year, one.told.month))
        )
    )
    programme = of.programme if isinstance(of, Cohort) else of.id
    scopes = tuple(_scopes(composer, of))
    return ChangesPage(
        title=composer.phrases["words"]["changes"]["title"],
        programme=None if isinstance(of, Portal) else composer.mark_of(composer.graph.by_id[programme]),
        cohort=Link(of.title, address(of)) if isinstance(of, Cohort) else None,
        scopes=scopes if len(scopes) > 1 else (),
        months=months,
        feed=feed,
        calendar=None if isinstance(of, Portal) else _calendar(composer, of),
    )


def _calendar(composer: Composer, of: Programme | Cohort) -> Link | None:
    """Compose the link to where a programme or a cohort offers its dates; None where none of them is known."""
    cohort = of if isinstance(of, Cohort) else None
    dates = calendar_of(composer, composer.graph.by_id[cohort.programme if cohort else of.id]).of(cohort)
    where = f"{address(of)}#{composer.anchors['calendar']}"
    return Link(composer.phrases["words"]["changes"]["calendar"], where) if dates.dated else None


def _scopes(composer: Composer, of: Changing) -> Iterator[Link]:
    """Give the pages between which readers may choose."""
    words = composer.phrases["words"]["changes"]
    if isinstance(of, Portal):
        yield Link(words["whole_portal"], changes_address(composer, of))
        below: list[tuple[Changing, str]] = [
            (parts.programme, composer.mark_of(parts).short_name) for parts in composer.graph.programmes
        ]
    else:
        parts = composer.graph.by_id[of.programme if isinstance(of, Cohort) else of.id]
        yield Link(words["whole_programme"], changes_address(composer, parts.programme))
        below = [(cohort, cohort.title) for cohort in parts.occurrences.cohorts]
    for item, name in below:
        if changes_of_item(composer, item):
            yield Link(name, changes_address(composer, item))

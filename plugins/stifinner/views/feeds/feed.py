"""The feed of changes: of the portal, of each programme and of each cohort, for programs that tell what is new."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.changes import Change
from ...graph.former import first_name
from ...model.cohort import Cohort
from ...model.portal import Portal
from ..parts.changes import (
    ChangeShown,
    Changing,
    changes_address,
    changes_of_item,
    compose_change,
    compose_feed_link,
    say_change,
)
from ..parts.composer import Composer
from ..parts.texts import named_in_sample

MOST_ENTRIES = 50
"""A feed has no more entries than these, the newest."""


@dataclass(frozen=True)
class FeedEntry:
    """One change."""

    key: str
    """What tells it from every other in the portal, for good; the same in all feeds that have it."""
    title: str
    """«Flyttet: Lederdag fra 15. oktober til 22. oktober 2026»."""
    told: str
    """The day on which it was told, ISO 8601."""
    address: str
    """Of the page that it leads to, from the portal's root."""
    summary: str
    """Whom it is about, and when and where it is now; or empty."""
    sort: str
    word: str
    """«Flyttet»."""


@dataclass(frozen=True)
class Feed:
    """The newest changes of something."""

    address: str
    """Of the feed itself, from the portal's root."""
    page: str
    """Address of the page with the same changes."""
    key: str
    """What tells the feed from all others of the portal."""
    portal_key: str
    """What tells the portal from all others; empty where only its address does."""
    title: str
    author: str
    """The portal's name."""
    language: str
    """Of its texts, as in HTML: «nb»."""
    entries: tuple[FeedEntry, ...]


def compose_feeds(composer: Composer, name: str) -> Iterator[Feed]:
    """Compose the feed of everything in which something has changed. ``name``: the portal's."""
    graph = composer.graph
    if changes_of_item(composer, graph.portal):
        yield _feed(composer, graph.portal, name)
    for parts in graph.programmes:
        items: tuple[Changing, ...] = (parts.programme, *parts.occurrences.cohorts)
        for item in items:
            if changes_of_item(composer, item):
                yield _feed(composer, item, name)


def _feed(composer: Composer, of: Changing, portal: str) -> Feed:
    """Compose a feed. ``portal``: the portal's name."""
    words = composer.phrases["words"]["changes"]
    changes = changes_of_item(composer, of)[:MOST_ENTRIES]
    shown = [compose_change(composer, change, of) for change in changes]
    link = compose_feed_link(composer, of)
    programme = composer.mark(of.programme) if isinstance(of, Cohort) else None
    names = [link.text if link else words["title"], programme.name if programme else "", portal]
    title = " – ".join(filter(None, names))
    return Feed(
        address=link.address if link and link.address else "",
        page=changes_address(composer, of),
        key=_key_of(composer, of),
        portal_key=composer.graph.portal.calendar_key,
        title=named_in_sample(title, composer.graph.portal, composer.phrases),
        author=portal,
        language=composer.phrases["html_lang"],
        entries=tuple(_entries(composer, changes, shown)),
    )


def _key_of(composer: Composer, of: Changing) -> str:
    """Give what tells a feed from the others of the portal: names that files and folders had at first."""
    if isinstance(of, Portal):
        return "feed"
    programme = composer.graph.by_id[of.programme].programme if isinstance(of, Cohort) else of
    return "/".join(("feed", first_name(programme), *((first_name(of),) if isinstance(of, Cohort) else ())))


def _entries(composer: Composer, changes: tuple[Change, ...], shown: list[ChangeShown]) -> Iterator[FeedEntry]:
    """Compose the entries; what is told of several times of one day on one day is told apart by clock and place."""
    keys = Counter((change.programme, *change.key) for change in changes)
    given: Counter[str] = Counter()
    for change, one in zip(changes, shown, strict=True):
        programme = composer.graph.by_id[change.programme].programme
        twin = keys[change.programme, *change.key] > 1
        key = "/".join((first_name(programme), *change.key, *((one.clock, one.place) if twin else ())))
        given[key] += 1
        yield FeedEntry(
            key=key if given[key] == 1 else f"{key}/{given[key]}",
            title=say_change(composer, one),
            told=one.told,
            address=one.address,
            summary=_summary(one),
            sort=one.sort,
            word=one.word,
        )


def _summary(change: ChangeShown) -> str:
    """Say whom a change is about, and when and where it is now."""
    programme = change.programme.name if change.programme else ""
    when = " ".join(filter(None, (change.day, change.clock)))
    said = (programme, change.who, "" if change.sort == "cancelled" else when, change.place)
    return ". ".join(filter(None, said))

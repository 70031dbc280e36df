"""Compose what has changed, as lists have it: the word for it first, then what it was and what it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...graph.changes import Change, ChangeSort, changes_by_cohort, changes_for, changes_of, newest_first
from ...graph.portal_graph import ProgrammeParts, address_of
from ...graph.stops import Occurrence, Stop, alone, when_of
from ...language.phrases.pages import ChangesWords
from ...model.cohort import Cohort
from ...model.item import Item
from ...model.portal import Portal
from ...model.programme import Programme
from ...model.role import Role
from .composer import Composer
from .elements import Link, ProgrammeMark, Shape
from .texts import upper_first

_MOST_RECENT = 8
"""Pages that show what was told in the last month have no more than so many lines; a link leads to the rest."""
_MOST_LAST = 3
"""So many lines has a cohort's list of what was changed last."""


Changing = Portal | Programme | Cohort
"""What has a page of all its changes, and a feed of them."""


@dataclass(frozen=True)
class ChangeShown:
    """A change, as a line of a list."""

    sort: ChangeSort
    word: str
    """«Flyttet», «Ny presentasjon»: what comes first."""
    cohorts: str
    """«Kull 1 og kull 2»: whose it is, as far as the page does not say it; or empty."""
    audience: str
    """«ledere», or empty."""
    name: str
    """«Lederdag», «Nettverk, del 2»."""
    address: str
    programme: ProgrammeMark | None
    """On pages of the portal only."""
    shape: Shape
    tag: str
    """«2/2»: of a part the corner below its shape; or empty."""
    is_choice: bool
    """Whether it is about all times that one may choose between."""
    is_series: bool
    """Whether it is about all times of a series."""
    is_shared: bool
    """Whether several cohorts meet."""
    is_dated: bool
    """Whether the day is known now."""
    day: str
    """«22. oktober 2026», «Dato kommer»: when it is now, or was to be where it is cancelled; empty for a
    presentation."""
    day_inside: str
    """The same inside a sentence, with its clock where ``day_before`` has one."""
    iso: str
    """The same, ISO 8601, where it is one day; or empty."""
    day_before: str
    """«15. oktober», «15. oktober kl. 17.00»: of what was moved, when it was to be before; or empty."""
    clock: str
    """«kl. 09.00–15.00», or empty."""
    place: str
    place_before: str
    """Where it was to be before; empty where that has not changed."""
    reason: str
    """«storm»: why it is cancelled; or empty."""
    presentation: Link | None
    told: str
    """The day on which it was told, ISO 8601."""
    told_short: str
    """«meldt 1. oktober»."""
    told_long: str
    """«meldt 1. oktober 2026»."""

    @property
    def who(self) -> str:
        """Whom it is about: «Kull 1, ledere», «Ledere», or empty."""
        return upper_first(", ".join(filter(None, (self.cohorts, self.audience))))


@dataclass(frozen=True)
class RecentChanges:
    """The newest changes, on a page about other things."""

    lines: tuple[ChangeShown, ...]
    all: Link
    """The page of all of them."""


def changes_of_portal(composer: Composer) -> tuple[Change, ...]:
    """Give all changes of the portal, newest first."""
    if "" not in composer.changes:
        every = (change for parts in composer.graph.programmes for change in changes_of_programme(composer, parts))
        composer.changes[""] = newest_first(every)
    return composer.changes[""]


def changes_of_programme(composer: Composer, parts: ProgrammeParts) -> tuple[Change, ...]:
    """Give all changes of a programme, newest first; found once."""
    path = parts.programme.path
    if path not in composer.changes:
        composer.changes[path] = changes_of(composer.graph, parts)
    return composer.changes[path]


def changes_of_cohort(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> tuple[Change, ...]:
    """Give the changes that are about a cohort, newest first; found once, together with those of the others."""
    if cohort.path not in composer.changes:
        found = changes_by_cohort(parts, changes_of_programme(composer, parts))
        composer.changes.update((one.path, found[one.id]) for one in parts.occurrences.cohorts)
    return composer.changes[cohort.path]


def changes_of_item(composer: Composer, item: Item) -> tuple[Change, ...]:
    """Give the changes of the portal, of a programme or of a cohort; none for items of other kinds."""
    if isinstance(item, Portal):
        return changes_of_portal(composer)
    if isinstance(item, Programme):
        return changes_of_programme(composer, composer.graph.by_id[item.id])
    if isinstance(item, Cohort):
        return changes_of_cohort(composer, composer.graph.by_id[item.programme], item)
    return ()


def changes_address(composer: Composer, item: Item) -> str:
    """Give the address of the page of all changes of an item: ``programmer/x/kull/kull-1/endringer/``."""
    return f"{address_of(item.path)}{composer.anchors['changes']}/"


def feed_address(composer: Composer, item: Item) -> str:
    """Give the address of the feed of an item's changes: ``programmer/x/endringer.xml``."""
    return f"{address_of(item.path)}{composer.anchors['changes']}.xml"


def compose_feed_link(composer: Composer, item: Item) -> Link | None:
    """Compose the link to the feed of an item's changes, as a page's head has it; None where nothing has changed."""
    if not changes_of_item(composer, item):
        return None
    words = _words(composer)
    name = "" if isinstance(item, Portal) else item.title
    return Link(words["title_of"].format(name=name) if name else words["title"], feed_address(composer, item))


def compose_recent(composer: Composer, item: Changing, role: Role | None = None) -> RecentChanges | None:
    """Compose the newest changes of an item, with a link to all; None where there are none.

    ``role``: only what is about that role. The browser shows what was told in the last month.
    """
    changes = changes_of_item(composer, item)
    return _recent(composer, item, changes_for(changes, role) if role else changes, _MOST_RECENT)


def compose_last(composer: Composer, cohort: Cohort) -> RecentChanges | None:
    """Compose what was changed last for a cohort, however long ago; None where nothing was."""
    return _recent(composer, cohort, changes_of_item(composer, cohort), _MOST_LAST)


def _recent(composer: Composer, item: Changing, changes: Sequence[Change], most: int) -> RecentChanges | None:
    if not changes:
        return None
    lines = tuple(compose_change(composer, change, item) for change in changes[:most])
    return RecentChanges(lines, Link(_words(composer)["title"], changes_address(composer, item)))


def compose_change(composer: Composer, change: Change, on: Item) -> ChangeShown:
    """Compose a change as it stands on a page of the portal, a programme or a cohort (``on``)."""
    parts = composer.graph.by_id[change.programme]
    cohort = on if isinstance(on, Cohort) else None
    # What is one cohort's leads on with that cohort.
    readers = cohort or alone(change.cohorts)
    stop, some = change.stop or parts.occurrences.stop(change.gathering), change.occurrences
    is_whole = len(some) == len(stop.occurrences)
    only = some[0].when if len(some) == 1 else None
    is_one_day = only is not None and only.exact and only.start == only.end
    moved_from = some[0].says.moved_from if some else None
    link = composer.link(change.source, change.presentation) if change.source and change.presentation else None
    told = composer.words["stop"]["told"]
    day = _day(composer, parts, stop, some, cohort) if link is None else ""
    clock = some[0].clock if len(some) == 1 else None
    shown_clock = composer.dates.show_time(clock) if clock else ""
    day_before = composer.short_day(moved_from, some[0].when.start) if moved_from else ""
    # Only what was moved tells its old clock, and the new one beside it.
    had_clock = moved_from.clock if moved_from and change.sort == "moved" else None
    clock_before = composer.dates.show_time(had_clock) if had_clock else ""
    return ChangeShown(
        sort=change.sort,
        word=_words(composer)["sorts"][change.sort],
        cohorts=_cohorts(composer, parts, change, cohort),
        audience=composer.audience(parts, change.gathering.audience),
        name=_name(composer, change),
        address=composer.gathering_address(parts, change.gathering, readers),
        programme=composer.mark_of(parts) if isinstance(on, Portal) else None,
        shape=composer.shape(stop),
        tag=f"{stop.numbers[0]}/{stop.of}" if change.stop and len(stop.numbers) == 1 else "",
        is_choice=is_whole and stop.form == "choice",
        is_series=is_whole and stop.form == "series",
        is_shared=len(change.cohorts) > 1,
        is_dated=any(one.when.start for one in some) if some else stop.start is not None,
        day=upper_first(day),
        day_inside=" ".join(filter(None, (composer.dates.inside(day), shown_clock if clock_before else ""))),
        iso=only.start.isoformat() if only and only.start and is_one_day else "",
        day_before=f"{day_before} {clock_before}".strip(),
        clock=shown_clock,
        place=_same([one.says.place for one in some]),
        place_before=_same([one.says.place_before for one in some]),
        reason=_same([one.says.cancelled or "" for one in some]),
        presentation=link,
        told=change.told.isoformat(),
        told_short=told.format(date=composer.dates.show_day(change.told, year=False)),
        told_long=told.format(date=composer.dates.show_day(change.told)),
    )


def say_change(composer: Composer, shown: ChangeShown) -> str:
    """Say a change in one line of plain words: «Flyttet: Lederdag fra 15. oktober til 22. oktober 2026»."""
    lines = _words(composer)["lines"]
    places = {"old_place": shown.place_before, "place": shown.place or composer.phrases["words"]["missing"]["place"]}
    said = lines[shown.sort].format(
        name=shown.name,
        day=shown.day_inside,
        old_day=shown.day_before,
        presentation=shown.presentation.text if shown.presentation else "",
        **places,
    )
    if shown.sort == "moved" and shown.place_before:
        said += lines["moved_place"].format(**places)
    return f"{shown.word}: {said}" + (f", {shown.reason}" if shown.reason else "")


def _words(composer: Composer) -> ChangesWords:
    return composer.phrases["words"]["changes"]


def _name(composer: Composer, change: Change) -> str:
    """Name a gathering, or one of its parts: «Nettverk, del 2»."""
    stop = change.stop
    if stop is None or len(stop.numbers) != 1:
        return change.gathering.title
    return _words(composer)["part_name"].format(name=change.gathering.title, number=stop.numbers[0])


def _cohorts(composer: Composer, parts: ProgrammeParts, change: Change, cohort: Cohort | None) -> str:
    """Name the cohorts whose a change is; a cohort is not named on its own page, where it does not meet others."""
    names = [one.title for one in change.cohorts]
    if len(parts.occurrences.cohorts) < 2 or (cohort and len(names) == 1):
        return ""
    return composer.join([*names[:1], *map(composer.mid_sentence, names[1:])])


def _day(
    composer: Composer, parts: ProgrammeParts, stop: Stop, some: Sequence[Occurrence], cohort: Cohort | None
) -> str:
    """Say when something is now: «22. oktober 2026»; of all times of a stop in one line."""
    if not some or 1 < len(some) == len(stop.occurrences):
        return composer.stop_date(parts, stop, cohort).brief
    when = when_of(some)
    if when.exact and when.start and when.end:
        return composer.dates.show_days(when.start, when.end, year=True)
    return composer.date(parts, when).text


def _same(values: Sequence[str]) -> str:
    """Give the text that all of them are; empty where they differ or there are none."""
    return values[0] if values and len(set(values)) == 1 else ""

"""Drafts: which items they are, what the content is without them, and how a preview marks them.

A draft is read and checked like everything else. What is published is made from the other items alone: nobody can find
in it what a draft says, only the name by which others mention it.
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import unquote

from ..dates.when import OPEN, When
from ..markdown.text import NO_TEXT, Text
from ..markdown.unlinked import Unlinker
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Item, Reference
from ..model.place import Place
from ..model.programme import Programme
from ..model.references import references_of
from ..model.role import Role
from ..model.schedule.circumstances import Practicalities
from ..model.schedule.entries import ScheduleEntry
from ..model.schedule.places import PlaceWords
from ..source.read import Sources
from .known import Known
from .places import Places

_LinkMap = Mapping[str, Mapping[str, str]]
"""Path of a file → each link target as written → what it means: a path (``Links.files``), or a site address."""


def find_drafts(items: Iterable[Item]) -> frozenset[str]:
    """Find the paths of all drafts: files that say so, and whatever belongs to a programme that says so.

    So are gatherings that only cohorts have which are drafts: nobody comes to them yet.
    """
    items = tuple(items)
    homes = {item.id for item in items if item.draft and isinstance(item, Programme)}
    cohorts = {(item.programme, item.id) for item in items if item.draft and isinstance(item, Cohort)}

    def is_draft(item: Item) -> bool:
        alone = item.cohorts if cohorts and isinstance(item, Gathering) else ()
        of_drafts = bool(alone) and all((item.programme, id) in cohorts for id in alone)
        return item.draft or item.programme in homes or of_drafts

    return frozenset(item.path for item in items if is_draft(item))


# --- without drafts ---------------------------------------------------------------------------------------------------


def without_drafts(
    items: Iterable[Item], drafts: Collection[str], linked: _LinkMap, known: Known
) -> tuple[list[Item], list[Item]]:
    """Give the items as they are published, and what they may still name.

    ``drafts``: paths; ``linked``: as in ``Graph``. Of the first, links and facts that mean a draft are taken out: its
    words stay. The second are the roles and gatherings among the drafts, with nothing but their names; even their ids
    are others, since pages have ids of roles.
    """
    items = tuple(items)
    named = [one for one in items if one.path in drafts and isinstance(one, Gathering | Role)]
    # No file can be called so.
    ids = {one.path: f"~{number}" for number, one in enumerate(named, start=1)}
    places = Places((one for one in items if isinstance(one, Place)), linked)
    published = [
        _Reader(drafts, linked.get(item.path, {}), known, ids, places).published(item)
        for item in items
        if item.path not in drafts
    ]
    return published, [_only_named(one, ids[one.path]) for one in named]


def sources_without(sources: Sources, drafts: Collection[str], addresses: _LinkMap, mark: str) -> Sources:
    """Give the sources without drafts, and without the attachments that only drafts use.

    ``drafts``: paths; ``addresses``: file → each link target as written → site address; ``mark``: path of the portal's
    own mark.
    """
    by_drafts = {path for file in sources.files if file.path in drafts for path in _attached(file.path, file.links)}
    homes = tuple(f"{posixpath.dirname(path)}/" for path in drafts if posixpath.basename(path) == "index.md")
    used = {mark}
    for file in sources.files:
        if file.path not in drafts:
            used.update(address.partition("#")[0] for address in addresses.get(file.path, {}).values())
    attachments = tuple(
        path
        for path in sources.attachments
        if path in used or not (path in by_drafts or path.startswith(homes or ("\0",)))
    )
    return replace(
        sources, files=tuple(file for file in sources.files if file.path not in drafts), attachments=attachments
    )


def _attached(path: str, links: Iterable[Any]) -> Iterator[str]:
    """Give the paths that a file's links lead to, those in notes to editors too."""
    for link in links:
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link.target.partition("#")[0])))


def _only_named(item: Gathering | Role, id: str) -> Item:
    """Give an item of which nothing is known but its names, under another id."""
    names = ("plural",) if isinstance(item, Role) else ("also_called",)
    said: dict[str, Any] = {name: getattr(item, name) for name in ("path", "programme", "title", *names)}
    return type(item)(**said, id=id, summary=NO_TEXT, about=NO_TEXT)


class _Reader:
    """Reads an item again, as if it did not refer to drafts.

    ``linked``: each link target of its file, as written → path of the file it means; ``ids``: path of a draft that may
    be named → the id that it is to have; ``places``: all of them, drafts too.
    """

    def __init__(
        self,
        drafts: Collection[str],
        linked: Mapping[str, str],
        known: Known,
        ids: Mapping[str, str],
        places: Places,
    ) -> None:
        self._drafts, self._known, self._ids, self._places = drafts, known, ids, places
        self._programme = ""
        self._targets = frozenset(target for target, path in linked.items() if path in drafts)
        self._texts = Unlinker(self._targets)

    def published(self, item: Item) -> Item:
        """Give the item without what means drafts; the same object where nothing does."""
        self._programme = item.programme
        changes = {
            name: value for name in type(item).model_fields if (value := self._attribute(item, name)) is not None
        }
        return item.model_copy(update=changes) if changes else item

    def _attribute(self, item: Item, name: str) -> object:
        """Give what an attribute is without drafts; None where it stays as it is."""
        before = value = getattr(item, name)
        means_draft = partial(self._means_draft, item, name)
        if self._targets and isinstance(item, Cohort) and isinstance(value, tuple):
            value = tuple(one for one in value if not self._is_about_draft(one))
        if isinstance(value, When):
            value = OPEN if means_draft(value.refers_to) else value
        elif isinstance(value, tuple) and any(isinstance(one, ScheduleEntry) for one in value):
            value = tuple(self._entry(one, means_draft) for one in value)
        elif isinstance(value, str) and not isinstance(value, PlaceWords) and means_draft(value):
            value = ""
        elif isinstance(value, tuple) and value and all(isinstance(one, str) for one in value):
            ids = tuple(self._named(item, name, one) for one in value if not means_draft(one))
            value = value if ids == value else ids
        value = self._without(value)
        return None if value is before else value

    def _means_draft(self, item: Item, name: str, id: str) -> bool:
        """Tell whether an id in a fact of an item means a draft, and is to be left out."""
        means = (refers for attribute, refers in references_of(type(item)) if attribute == name)
        return bool(id) and any(
            self._known.path(item.programme, refers, id) in self._drafts for refers in means if not refers.named
        )

    def _named(self, item: Item, name: str, id: str) -> str:
        """Give the id of what an id in a fact of an item means: another one, where that is a draft."""
        means = (refers for attribute, refers in references_of(type(item)) if attribute == name and refers.named)
        paths = (self._known.path(item.programme, refers, id) for refers in means)
        return next((self._ids[path] for path in paths if path in self._ids), id)

    def _is_about_draft(self, point: object) -> bool:
        """Tell whether a point of a cohort's file is about a gathering that is a draft."""
        gathering = getattr(point, "gathering", None)
        return isinstance(gathering, Reference) and gathering.target in self._targets

    def _entry(self, entry: ScheduleEntry, means_draft: Any) -> ScheduleEntry:
        """Give an entry of a schedule; a date that is only told by a draft is open."""
        dates = tuple(replace(one, when=OPEN) if means_draft(one.when.refers_to) else one for one in entry.dates)
        return entry if dates == entry.dates else replace(entry, dates=dates)

    def _without(self, value: Any) -> Any:
        """Give a value without links to drafts, however deep they stand in it; the same object where there are none."""
        if isinstance(value, Text):
            return self._texts.unlink(value)
        if isinstance(value, PlaceWords):
            return self._place(value)
        if isinstance(value, tuple):
            parts = [self._without(one) for one in value]
            if all(map(_is_same, parts, value)):
                return value
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if isinstance(value, Practicalities):
            changes = self._changes(value, type(value).model_fields)
            return value.model_copy(update=changes) if changes else value
        if is_dataclass(value) and not isinstance(value, type):
            changes = self._changes(value, (one.name for one in fields(value)))
            if getattr(value, "target", None) in self._targets:
                changes["target"] = ""
            return replace(value, **changes) if changes else value
        return value

    def _place(self, words: PlaceWords) -> PlaceWords:
        """Give the words of a place; where they mean a draft, its name and what follows it."""
        meant = self._places.find(self._programme, words)
        if meant is None or meant.place.path not in self._drafts:
            return words
        name = words.link.name if words.link else meant.place.title
        return PlaceWords(", ".join(filter(None, (name, meant.room))), None, words.file, words.line)

    def _changes(self, value: object, names: Iterable[str]) -> dict[str, Any]:
        """Give the attributes of a value that are others without links to drafts."""
        changed = ((name, self._without(getattr(value, name)), getattr(value, name)) for name in names)
        return {name: new for name, new, old in changed if new is not old}


def _is_same(one: object, other: object) -> bool:
    return one is other


# --- marked -----------------------------------------------------------------------------------------------------------


def mark_drafts(items: Sequence[Item], drafts: Collection[str], words: str) -> tuple[list[Item], list[Item]]:
    """Give the items with the drafts among them marked in their names, and those drafts as they were.

    ``words``: of the mark, with ``{name}`` in them: «{name} (utkast)».
    """
    marked = [_marked(item, words) if item.path in drafts else item for item in items]
    return marked, [item for item in items if item.path in drafts and isinstance(item, Gathering | Role)]


def _marked(item: Item, words: str) -> Item:
    """Give an item with a mark on each name by which lists call it."""
    names = {name: getattr(item, name, "") for name in ("title", "short_name", "plural", "sentence")}
    return item.model_copy(update={name: words.format(name=said) for name, said in names.items() if said})

"""Check references as the kinds declare them (``Refers``): each id names a file, each point links to the right kind."""

from collections.abc import Callable, Mapping

from ...dates.when import When
from ...language.phrases import Phrases
from ...language.slugs import slugify
from ...model.item import Item, Reference
from ...model.kinds import KINDS, name_of
from ...model.references import Refers, is_id, references_of
from ...model.schedule.entries import ScheduledDate
from ...problems.problem import ProblemList
from ...source.read import Sources
from ...source.source_file import SourceFile
from ...source.wall import scheme_of
from ..known import Known, ids_in, parts_in, points_in
from ..links import Links
from .meant import meant_id, meant_ids

AddAt = Callable[..., None]
"""Adds a problem at a fact: takes item, attribute, the part of the fact's value that is wrong, code and details."""


class References:
    """Checks what items refer to."""

    def __init__(
        self, sources: Sources, links: Links, known: Known, phrases: Phrases, problems: ProblemList, add_at: AddAt
    ) -> None:
        self._sources = {source.path: source for source in sources.files}
        self._is_closed = sources.is_closed
        self._links, self._known, self._phrases, self._problems = links, known, phrases, problems
        self._add_at = add_at

    def check(self, item: Item) -> None:
        """Check every fact and section of an item that refers to other things."""
        for attribute, refers in references_of(type(item)):
            for value in parts_in(getattr(item, attribute), refers):
                for id in ids_in(value):
                    self._check_id(item, attribute, refers, id, value)
                for point in points_in(value):
                    # «free»: a point may say anything; «some»: a link is checked; «links»: there must be one, too.
                    if refers.points != "free" and (point.target or refers.points == "links"):
                        self._check_point(item, point, refers)

    def _check_id(self, item: Item, attribute: str, refers: Refers, id: str, value: object) -> None:
        """Check that an id in a fact means a file; else add a problem with the file that was probably meant.

        What lies in a folder that can't be read (``is_closed``) may be there, and is not told. ``value``: the fact's,
        or the date that the id stands in.
        """
        choices = self._known.choices(item.programme, refers)
        if id in choices or self._is_closed(self._expected_path(item, refers, id)):
            return
        if isinstance(value, When | ScheduledDate):
            code, meant = "unknown-relation", meant_id(id, choices)
        elif is_id(id):
            code, meant = "unknown-reference", meant_id(id, choices)
        elif isinstance(value, tuple):
            # The suggestion replaces the whole value, since its parts may have been divided wrongly: «leder og mentor».
            code, meant = "not-an-id", meant_ids(self._written(item, attribute), choices, several=True)
        else:
            code, meant = "not-an-id", meant_ids(id, choices, several=False)
        suggestion = self._problems.suggestion(meant)
        details = {"value": id, "kind": self._among(item, refers), "choices": self._listed(choices)}
        if isinstance(value, ScheduledDate):
            excerpt = self._sources[item.path].excerpt(value.line)
            column = excerpt.find(id) + 1
            self._problems.add(code, item.path, value.line, column, excerpt=excerpt, **details, suggestion=suggestion)
            return
        self._add_at(item, attribute, id, code, **details, suggestion=suggestion)

    def _expected_path(self, item: Item, refers: Refers, id: str) -> str:
        """Give the path that the file of an id would have."""
        folders = self._phrases["folders"]
        programmes = folders["programmes"]
        if KINDS[refers.to].lies == "home":
            return f"{programmes}/{id}/index.md"
        return f"{programmes}/{item.programme}/{folders[refers.to]}/{id}.md"

    def _written(self, item: Item, attribute: str) -> str:
        """Give the whole value of a fact as it was written; empty where the fact is not there."""
        word = self._phrases["fields"][name_of(item)][attribute]
        return next((fact.value for fact in self._sources[item.path].facts if fact.key == word), "")

    def _among(self, item: Item, refers: Refers) -> str:
        """Say among what an id was looked for: «rollene i dette programmet»."""
        among = self._phrases["problem_text"]["among"]
        if KINDS[refers.to].lies == "home":
            text = among["all"]
        elif not item.programme:
            text = among["outside"]
        else:
            text = among["both" if refers.shared else "own"]
        return text.format(kind=self._phrases["kind_names"][refers.to])

    def _listed(self, choices: Mapping[str, str]) -> str:
        """List the ids that can be chosen, or say that there are none yet."""
        return ", ".join(choices) or self._phrases["problem_text"]["none_yet"]

    def _check_point(self, item: Item, point: Reference, refers: Refers) -> None:
        """Check that a point of a section links to a file of the kind, by the folder that the file lies in.

        A broken link is told where links are resolved.
        """
        source = self._sources[item.path]
        folder = self._phrases["folders"][refers.to]
        if not point.target:
            self._tell_no_link(source, point, folder)
            return
        target, excerpt = point.target, source.excerpt(point.line)
        is_broken = not scheme_of(target) and target not in self._links.addresses[item.path]
        # A link out of the portal, or to an attachment, means no content file: it has no folder, and is wrong too.
        folders = self._links.files[item.path].get(target, "").split("/")[:-1]
        if is_broken:
            return
        details = {"target": target, "kind": self._phrases["kind_names"][refers.to], "folder": folder}
        column = excerpt.find(target) + 1
        if folders[-1:] != [folder]:
            self._problems.add("wrong-kind", item.path, point.line, column, excerpt=excerpt, **details)
        elif refers.own and folders[:-1] != item.path.split("/")[:-2]:
            self._problems.add("other-programme", item.path, point.line, column, excerpt=excerpt, **details)

    def _tell_no_link(self, source: SourceFile, point: Reference, folder: str) -> None:
        """Add a problem for a point without a link, unless its line has some problem already."""
        if not self._problems.told_at(source.path, point.line):
            details = {"name": point.name, "folder": folder, "slug": slugify(point.name)}
            excerpt = source.excerpt(point.line)
            self._problems.add("no-link", source.path, point.line, excerpt=excerpt, **details)

"""What is published and leads to a draft: readers see its name there, and no link."""

from collections.abc import Iterator
from typing import NamedTuple

from ..graph.known import Known, ids_in, parts_in
from ..graph.portal_graph import Graph
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.kinds import name_of
from ..model.references import references_of
from ..model.role import Role
from ..model.schedule.entries import ScheduledDate
from ..problems.problem import ProblemList
from .reviewed import ReviewedContent, ReviewedFile
from .words import Words


class _Place(NamedTuple):
    """Where a draft is meant."""

    draft: Item
    line: int
    column: int


def check_links_to_drafts(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem wherever a file that is published means a draft: by a link, in a fact, or by its name."""
    graph = content.graph
    if not graph.drafts:
        return
    known = Known([file.source for file in content.files.values()], words.phrases)
    for path, file in content.files.items():
        item = graph.items.get(path)
        if item is None or path in graph.drafts:
            continue
        for draft, line, column in (
            *_linked(graph, file),
            *_in_facts(graph, known, item, file, words),
            *_named(graph, item),
        ):
            details = {"title": draft.title, "key": _key(words, draft), "file": _said_in(graph, draft)}
            problems.add("link-to-draft", path, line, column, excerpt=file.source.excerpt(line), **details)


def _linked(graph: Graph, file: ReviewedFile) -> Iterator[_Place]:
    """Give the drafts that links lead to."""
    linked = graph.linked.get(file.path, {})
    for link in file.source.links:
        if linked.get(link.target) in graph.drafts and link.line not in file.hidden:
            yield _Place(graph.items[linked[link.target]], link.line, link.column)


def _in_facts(graph: Graph, known: Known, item: Item, file: ReviewedFile, words: Words) -> Iterator[_Place]:
    """Give the drafts that ids mean: in facts on top, and in dates of a schedule."""
    keys = words.phrases["fields"][name_of(item)]
    for attribute, refers in references_of(type(item)):
        for value in parts_in(getattr(item, attribute), refers):
            for id in ids_in(value):
                path = known.path(item.programme, refers, id)
                if path not in graph.drafts:
                    continue
                draft = graph.items[path]
                if isinstance(value, ScheduledDate):
                    yield _Place(draft, value.line, file.source.excerpt(value.line).find(id) + 1)
                    continue
                fact = next((fact for fact in file.source.facts if fact.key == keys.get(attribute)), None)
                if fact:
                    yield _Place(draft, fact.line, fact.value_column + max(fact.value.find(id), 0))


def _named(graph: Graph, item: Item) -> Iterator[_Place]:
    """Give the drafts that a gathering's work between names: when it is due, and for whom."""
    parts = graph.parts_of(item.programme)
    work = parts.works.get(item.id) if parts and isinstance(item, Gathering) else None
    if parts is None or work is None:
        return
    for line, meant in work.deadlines:
        if meant.gatherings and all(one.path in graph.drafts for one in meant.gatherings):
            yield _Place(meant.gatherings[0], line, 0)
    for id in work.audience if work.audience != work.gathering.audience else ():
        role = parts.find(Role, id)
        if role and role.path in graph.drafts:
            yield _Place(role, work.written.line, 0)


def _key(words: Words, draft: Item) -> str:
    """Give the line that makes a draft: «utkast: ja»."""
    return f"{words.phrases['fields'][name_of(draft)]['draft']}: {words.phrases['values']['yes']}"


def _said_in(graph: Graph, draft: Item) -> str:
    """Give the path of the file that says that an item is a draft: its own, its programme's, or its cohort's."""
    parts = graph.parts_of(draft.programme)
    if draft.draft or parts is None:
        return draft.path
    if not parts.programme.draft and isinstance(draft, Gathering):
        return next(cohort.path for cohort in parts.of(Cohort) if cohort.id in draft.cohorts)
    return parts.programme.path

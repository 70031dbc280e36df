"""The first half of the flow: files → items → graph → review. Pages are not composed; ``check`` needs only this."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from .attachments.pictures import read_pictures
from .files.memory import Memory
from .graph.portal_graph import Graph
from .graph.resolve import resolve_graph
from .language.phrases import Phrases
from .model.read import read_items
from .problems.problem import Problem, ProblemList
from .review.registry import review_content
from .review.silences import apply_silences
from .source.read import read_sources


class Content(NamedTuple):
    """What a content folder says."""

    graph: Graph
    attachments: tuple[str, ...]
    """Paths, relative to the content folder."""
    problems: tuple[Problem, ...]
    """In order; those that a comment silences are left out."""


def read_content(
    folder: Path,
    phrases: Phrases,
    *,
    pictures: Collection[str] | None = None,
    memory: Memory | None = None,
    today: date | None = None,
    publishing: bool = False,
) -> Content:
    """Read a content folder and check it by every rule. Never raises for what an editor wrote: see ``problems``.

    ``pictures``: names that a programme's picture may have; None: not checked. ``memory``: of earlier readings, so that
    only what has changed is read. ``today``: the day by which something may be out of date; None: not checked.
    ``publishing``: whether it is checked for what only a published portal needs.
    """
    memory = memory or Memory()
    problems = ProblemList(phrases)
    sources = read_sources(folder, problems, memory)
    items = read_items(sources.files, phrases, problems, memory)
    attached = read_pictures(folder, sources.attachments, problems, memory)
    graph = resolve_graph(sources, items, phrases, problems, pictures, attached)
    review_content(sources, graph, phrases, problems, memory, today, publishing=publishing)
    return Content(graph, sources.attachments, apply_silences(sources.files, problems, phrases))

"""The first half of the flow: files → items → graph → review, and every problem on the way. Nothing is shown yet."""

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
    problems: tuple[Problem, ...]


def read_content(
    folder: Path,
    phrases: Phrases,
    *,
    pictures: Collection[str] | None = None,
    memory: Memory | None = None,
    today: date | None = None,
) -> Content:
    """Read a content folder and look at all of it, by every rule. ``today``: also tell what that day has overtaken."""
    memory = memory or Memory()
    problems = ProblemList(phrases)
    sources = read_sources(folder, problems, memory)
    items = read_items(sources.files, phrases, problems, memory)
    attached = read_pictures(folder, sources.attachments, problems, memory)
    graph = resolve_graph(sources, items, phrases, problems, pictures, attached)
    review_content(sources, graph, phrases, problems, memory, today)
    return Content(graph, sources.attachments, apply_silences(sources.files, problems, phrases))

"""The first half of the flow: files → items → graph → review. Pages are not composed; ``check`` needs only this."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from .attachments.pictures import Picture, read_pictures
from .files.memory import Memory
from .graph.drafts import mark_drafts, sources_without, without_drafts
from .graph.known import Known
from .graph.portal_graph import Graph
from .graph.resolve import resolve_graph
from .language.phrases import Phrases
from .model.item import Item
from .model.read import read_items
from .problems.problem import Problem, ProblemList, has_errors
from .review.registry import review_content
from .review.silences import apply_silences
from .source.read import Sources, read_sources

Drafts = Literal["as read", "marked", "left out"]
"""What becomes of drafts once everything has been reviewed.

``as read``: they are like all else; ``marked``: their names say what they are; ``left out``: nothing of them is there.
"""


class Content(NamedTuple):
    """What a content folder says."""

    graph: Graph
    attachments: tuple[str, ...]
    """Paths, relative to the content folder; where drafts are left out, so are those that only they use."""
    problems: tuple[Problem, ...]
    """In order; those that a comment silences are left out."""
    unpublished: Mapping[str, str] = {}
    """Path → title of the drafts, where they are left out."""


def read_content(
    folder: Path,
    phrases: Phrases,
    *,
    pictures: Collection[str] | None = None,
    memory: Memory | None = None,
    today: date | None = None,
    drafts: Drafts = "as read",
    publishing: bool = False,
) -> Content:
    """Read a content folder and check it by every rule. Never raises for what an editor wrote: see ``problems``.

    ``pictures``: names that a programme's picture may have; None: not checked. ``memory``: of earlier readings, so that
    only what has changed is read. ``today``: the day by which something may be out of date; None: not checked.
    ``drafts``: what becomes of them; they are checked like all else.
    ``publishing``: whether it is checked for what only a published portal needs.
    """
    memory = memory or Memory()
    problems = ProblemList(phrases)
    sources = read_sources(folder, problems, memory)
    items = read_items(sources.files, phrases, problems, memory)
    attached = read_pictures(folder, sources.attachments, problems, memory)
    graph = resolve_graph(sources, items, phrases, problems, pictures, attached)
    review_content(sources, graph, phrases, problems, memory, today, publishing=publishing)
    told = apply_silences(sources.files, problems, phrases)
    unpublished: Mapping[str, str] = {}
    if graph.drafts and drafts != "as read" and not has_errors(told):
        # Resolved a second time, without what has been told already; a portal without drafts does not pay for it.
        again = problems.another()
        if drafts == "marked":
            marked, named = mark_drafts(items, graph.drafts, phrases["shown"]["draft_name"])
            graph = resolve_graph(sources, marked, phrases, again, None, attached, named)
        else:
            unpublished = {item.path: item.title for item in items if item.path in graph.drafts}
            graph, sources = _published(sources, items, graph, attached, phrases, again)
    return Content(graph, sources.attachments, told, unpublished)


def _published(
    sources: Sources,
    items: Sequence[Item],
    graph: Graph,
    attached: Mapping[str, Picture],
    phrases: Phrases,
    problems: ProblemList,
) -> tuple[Graph, Sources]:
    """Make the graph again without drafts, from what is left of sources and items, and give both.

    ``graph``: of everything; ``attached``: path → picture, of the pictures among the attachments.
    """
    published, named = without_drafts(items, graph.drafts, graph.linked, Known(sources.files, phrases))
    sources = sources_without(sources, graph.drafts, graph.links, graph.portal.mark)
    kept = {path: attached[path] for path in sources.attachments if path in attached}
    return resolve_graph(sources, published, phrases, problems, None, kept, named), sources

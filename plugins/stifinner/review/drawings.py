"""Drawings of support with too much in them to be read."""

from ..graph.support import MOST_ARROWS, MOST_PEOPLE, Drawing, find_drawings
from ..problems.problem import ProblemList
from .reviewed import ReviewedContent
from .words import Words


def check_drawings(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for each drawing that does not fit on a page, in the file of its first role."""
    for parts in content.graph.programmes:
        for drawing in find_drawings(content.graph, parts):
            if not drawing.fits:
                path, line = _first_support(drawing, content, words)
                excerpt = content.files[path].source.excerpt(line)
                details = {"people": len(drawing.people), "arrows": len(drawing.arrows)}
                most = {"most_people": MOST_PEOPLE, "most_arrows": MOST_ARROWS}
                problems.add("not-drawn", path, line, excerpt=excerpt, **details, **most)


def _first_support(drawing: Drawing, content: ReviewedContent, words: Words) -> tuple[str, int]:
    """Find path and line where the drawing's first support is written.

    That is the first heading «Støtter», or else the fact that makes a role part of another.
    """
    heading = words.phrases["headings"]["role"]["supports"].lower()
    paths = list(dict.fromkeys(arrow.source.path for arrow in drawing.arrows))
    for path in paths:
        for section in content.files[path].source.sections:
            if section.title.lower() == heading:
                return path, section.line
    key = words.phrases["fields"]["role"]["part_of"]
    return paths[0], next((fact.line for fact in content.files[paths[0]].source.facts if fact.key == key), 0)

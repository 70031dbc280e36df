"""Pages with the same title: in lists, in the search and in links, readers can't tell which is which."""

from ..graph.portal_graph import key_of
from ..model.gathering import Gathering
from ..model.item import Item
from ..problems.problem import ProblemList
from .reviewed import ReviewedContent
from .words import Words


def check_same_titles(content: ReviewedContent, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for the second of two items of one kind in one programme that have the same title.

    Gatherings may share a title: their dates tell them apart.
    """
    first: dict[tuple[str, type[Item], str], Item] = {}
    for path, item in content.graph.items.items():
        if isinstance(item, Gathering) or path not in content.files:
            continue
        programme = "" if item.id == item.programme else item.programme
        other = first.setdefault((programme, type(item), " ".join(item.title.casefold().split())), item)
        source = content.files[path].source
        # Two files that get the same address have been told of that already.
        if key_of(other.path) != key_of(path) and source.title_line:
            line = source.title_line
            details = {"title": item.title, "other": other.path, "right": _told_apart(item, other)}
            problems.add("same-title", path, line, 3, excerpt=source.excerpt(line), **details)


def _told_apart(item: Item, other: Item) -> str:
    """Give a title that tells the item from the other: its own, with words of its file name: «Filmen (kortversjon)»."""
    known = {*other.id.split("-"), *item.title.casefold().split()}
    own = " ".join(word for word in item.id.split("-") if word not in known)
    return f"{item.title} ({own or item.id.replace('-', ' ')})"

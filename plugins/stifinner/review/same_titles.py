"""Pages that go by one name: in lists, in the search and in links nobody can tell which is which."""

from ..graph.portal_graph import key_of
from ..model.gathering import Gathering
from ..model.item import Item
from ..problems.problem import ProblemList
from .reviewed import Content
from .words import Words


def check_same_titles(content: Content, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Of two things of one kind in one programme, the second is told. Gatherings are told apart by their dates."""
    first: dict[tuple[str, type[Item], str], Item] = {}
    for path, item in content.graph.items.items():
        if isinstance(item, Gathering) or path not in content.files:
            continue
        place = "" if item.id == item.programme else item.programme
        other = first.setdefault((place, type(item), " ".join(item.title.casefold().split())), item)
        source = content.files[path].source
        # Of two files that want one address, that is told.
        if key_of(other.path) != key_of(path) and source.title_line:
            line = source.title_line
            details = {"title": item.title, "other": other.path, "right": _told_apart(item, other)}
            problems.add("same-title", path, line, 3, excerpt=source.excerpt(line), **details)


def _told_apart(item: Item, other: Item) -> str:
    """The title with what its file's name says beyond the other's: «Filmen (kortversjon)»."""
    known = {*other.id.split("-"), *item.title.casefold().split()}
    own = " ".join(word for word in item.id.split("-") if word not in known)
    return f"{item.title} ({own or item.id.replace('-', ' ')})"

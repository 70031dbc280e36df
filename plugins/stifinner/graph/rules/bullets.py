"""Lines of a list of links that lack their bullet: they are shown as text, but refer to nothing."""

from ...language.phrases import Phrases
from ...markdown.text import Text, words_of
from ...model.item import Item, ItemList, ListPart, Reference, lists_of_links
from ...model.kinds import name_of
from ...model.role import Supports
from ...problems.problem import ProblemList
from ...source.source_file import SourceFile

_ENDS = (".", ":", "!", "?", "…", ")", "»", '"', ";")
"""Signs that end a sentence; a point that is only a name rarely ends with one."""


def check_bullets(item: Item, source: SourceFile, phrases: Phrases, problems: ProblemList) -> None:
    """Add a problem for each line of an item that lacks its bullet."""
    titles = phrases["headings"].get(name_of(item), {})
    for attribute in lists_of_links(type(item)):
        listed: ItemList[Reference] | ItemList[Supports] = getattr(item, attribute)
        for part in listed.parts:
            for line in (*_in_points(part), *_in_prose(part.prose, phrases)):
                details = {"excerpt": source.excerpt(line), "value": source.excerpt(line).strip()}
                problems.add("lost-bullet", item.path, line, 1, title=titles[attribute], **details)


def _in_points(part: ListPart[Reference] | ListPart[Supports]) -> list[int]:
    """Find the numbers of lines that belong to a point above them, but begin at the margin."""
    lines = []
    for point in part.points:
        breaks = [token for token in point.written.inline if token.type in {"softbreak", "hardbreak"}]
        lines += [point.line + number for number, token in enumerate(breaks, start=1) if token.meta.get("lazy")]
    return lines


def _in_prose(prose: Text, phrases: Phrases) -> list[int]:
    """Find the lines of paragraphs that read like a point: one line, with a name or a link and no full stop."""
    coming = f"({phrases['values']['coming']})"
    paragraphs = [block for block in prose.blocks if block.kind == "paragraph_open"]
    return [block.line for block in paragraphs if _is_name(block, coming)]


def _is_name(paragraph: Text, coming: str) -> bool:
    """Tell whether a paragraph is only a name or a link, on one line. ``coming``: «(kommer)», which may follow it."""
    inline = paragraph.inline
    if any(token.type in {"softbreak", "hardbreak", "image"} for token in inline):
        return False
    words = words_of(inline)
    return words.endswith(coming) or not words.endswith(_ENDS)

"""Paragraphs that stand more than once."""

import re
from collections.abc import Iterator

from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent, ReviewedFile
from ..words import Words

_LONG = 160
"""Characters of a paragraph that nobody writes twice by chance."""


def check_repeats(content: ReviewedContent, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for each long paragraph that stands in an earlier place too."""
    first: dict[str, tuple[str, int]] = {}
    for file in content.files.values():
        for line, text in _paragraphs(file):
            path, earlier = first.setdefault(text, (file.path, line))
            if (path, earlier) != (file.path, line):
                excerpt = file.source.excerpt(line)
                problems.add("repeated-text", file.path, line, 1, excerpt=excerpt, first=earlier, other=path)


def _paragraphs(file: ReviewedFile) -> Iterator[tuple[int, str]]:
    """Give each long paragraph as number of its first line and its words in small letters, without signs."""
    begin, block = 0, [""]
    for number, line in (*file.shown, (0, "")):
        if begin and number == begin + len(block):
            block.append(line)
            continue
        whole = "\n".join((*block, ""))
        if len(whole) >= _LONG and (text := " ".join(re.findall(r"\w+", whole.lower()))):
            yield begin, text
        begin, block = number, [line]

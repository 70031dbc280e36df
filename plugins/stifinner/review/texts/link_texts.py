"""Links whose text does not say where they lead."""

import re
from urllib.parse import unquote

from ...problems.problem import ProblemList
from ...source.source_file import WrittenLink
from ...source.wall import scheme_of
from ..reviewed import ReviewedFile
from ..words import Words

_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


def check_link_texts(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Add a problem for each link whose text says nothing («her») or is an address."""
    for link in _links(file):
        text = _plain(link.text)
        if text.lower().strip(" .…!:»«>→") in words.vague_links:
            _add(file, link, "vague-link", problems, text=text)
        elif _ADDRESS.match(text):
            _add(file, link, "bare-address", problems, target=link.target)


def check_bare_addresses(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Add a problem for each web address that stands in the text without being a link's target."""
    for link in file.source.places.links:
        if link.alone and link.line not in file.hidden and scheme_of(link.target) in {"http", "https"}:
            excerpt = file.source.excerpt(link.line)
            if excerpt[: link.column - 1].endswith(("(", "[")):
                continue  # In brackets it belongs to a link that is written wrongly, or it is an aside.
            if file.fact_at(link.line, words.schedules) in words.address_facts:
                continue  # Where a fact asks for an address, an address is right.
            problems.add("bare-address", file.path, link.line, link.column, excerpt=excerpt, target=_whole(link.text))


def check_same_texts(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for each link that has the text of an earlier link to another page."""
    first: dict[str, WrittenLink] = {}
    for link in _links(file):
        text = _plain(link.text)
        earlier = first.setdefault(text.lower(), link)
        if text and _page(link) != _page(earlier):
            _add(file, link, "same-link-text", problems, text=text, first=earlier.begins.line)


def _links(file: ReviewedFile) -> list[WrittenLink]:
    return [link for link in file.source.links if not link.image and link.begins.line not in file.hidden]


def _page(link: WrittenLink) -> str:
    """Give the page that a link leads to, as written, without the place on the page."""
    return link.target if scheme_of(link.target) else unquote(link.target.partition("#")[0]).rstrip("/")


def _plain(text: str) -> str:
    """Give a link's text without marks of Markdown, with single spaces."""
    return " ".join(re.sub(r"[*_`\\]", "", text).split())


def _add(file: ReviewedFile, link: WrittenLink, code: str, problems: ProblemList, **details: object) -> None:
    """Add a problem at the text of a link."""
    line, column = link.begins
    problems.add(code, file.path, line, column + 1, excerpt=file.source.excerpt(line), **details)


def _whole(address: str) -> str:
    """Give an address with its scheme: «www.example.org» → «https://www.example.org»."""
    return address if "://" in address else f"https://{address}"

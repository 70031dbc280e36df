"""Compose the frame around every page: what all pages share, what differs from page to page, and problems on top."""

from collections.abc import Iterable, Sequence

from ...graph.portal_graph import address_of
from ...language.phrases import Phrases, texts_of
from ...model.article import Article
from ...model.role import Role
from ...problems.problem import Problem
from ..pages.gaps import gaps_address
from ..pages.handbook import compose_handbook_link
from ..parts.composer import Composer
from ..parts.elements import Link, Listed, ProgrammeMark, Within
from ..wheel.pages import has_wheel, wheel_address
from .shown import NavWord, PageFrame, PortalFrame, ProblemShown

_MOST_PROGRAMMES = 12
"""The foot lists no more programmes than this: a list on every page grows with the square of their number."""


def compose_portal_frame(composer: Composer, name: str, lists: Sequence[Listed]) -> PortalFrame:
    """Compose what is the same on every page.

    ``name``: the portal's name; ``lists``: the kinds that have a page listing all their items. A word of the head is
    left out where it would lead to nothing.
    """
    graph, words = composer.graph, composer.words
    mark = graph.pictures.shown.get(graph.portal.mark)
    nav, anchors = words["nav"], composer.anchors
    folders = composer.phrases["folders"]
    words_in_use = [
        (NavWord(nav["programmes"], f"#{anchors['programmes']}", "programmes"), bool(graph.programmes)),
        (NavWord(nav["roles"], f"#{anchors['i_am']}", "roles"), any(parts.of(Role) for parts in graph.programmes)),
    ]
    words_in_use += [
        (NavWord(texts_of(nav)[one.section], f"{folders[one.name]}/", one.section), bool(graph.all(one.kind)))
        for one in lists
    ]
    words_in_use.append((NavWord(nav["wheel"], wheel_address(composer, ""), "wheel"), has_wheel(composer)))
    marks = [composer.mark_of(parts) for parts in graph.programmes if parts.programme.type != "umbrella"]
    programmes = tuple(Link(mark.name, mark.address) for mark in marks)
    if len(programmes) > _MOST_PROGRAMMES:
        programmes = (Link(words["all_programmes"], f"#{anchors['programmes']}"),)
    return PortalFrame(
        name=name,
        html_lang=composer.phrases["html_lang"],
        mark=mark.address if mark else graph.portal.mark,
        sample=graph.portal.sample,
        notice=graph.portal.notice,
        words=tuple(word for word, in_use in words_in_use if in_use),
        contact=composer.phrases["headings"]["programme"]["whom_to_ask"],
        footer=composer.prose(graph.portal, graph.portal.footer),
        programmes=programmes,
        handbook=compose_handbook_link(composer.phrases),
        gaps=Link(words["gaps"]["title"], gaps_address(composer)),
        pages=tuple(Link(article.title, address_of(article.path)) for article in graph.shared(Article)),
    )


def compose_page_frame(
    portal: str,
    title: str,
    description: str,
    *,
    section: str = "",
    programme: ProgrammeMark | None = None,
    within: Within | None = None,
    field: bool = False,
    private: bool = False,
    bare: bool = False,
    unlisted: bool = False,
    feed: Link | None = None,
) -> PageFrame:
    """Compose what differs in the frame of one page.

    ``portal``: its name; ``section``: the word of the head that the page stands under, a key of the catalogue's
    ``nav``; the rest as in ``PageFrame``. The tab's title names the page, then its programme, then the portal.
    """
    names = [title, programme.short_name if programme and programme.name != title else "", portal]
    tab_title = " – ".join(dict.fromkeys(name for name in names if name))
    return PageFrame(
        tab_title,
        description,
        section,
        programme,
        within,
        field=field,
        private=private,
        bare=bare,
        unlisted=unlisted,
        feed=feed,
    )


def compose_problems(problems: Iterable[Problem], phrases: Phrases) -> tuple[ProblemShown, ...]:
    """Compose problems as they stand on top of a page: where in the file, what is wrong, what to write instead."""
    words = phrases["problem_text"]
    return tuple(
        ProblemShown(
            problem.path + (f", {words['line'].format(line=problem.line)}" if problem.line else ""),
            problem.message,
            problem.hint,
        )
        for problem in problems
    )

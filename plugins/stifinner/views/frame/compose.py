"""The frame of the portal, and what of it differs from page to page."""

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
from .shown import NavWord, PageFrame, PortalFrame, ProblemShown

_MOST_PROGRAMMES = 12
"""The foot lists no more programmes than this: a list on every page grows with the square of their number."""


def compose_portal_frame(composer: Composer, name: str, lists: Sequence[Listed]) -> PortalFrame:
    """Compose what is the same on every page. ``name``: the portal's; ``lists``: kinds with a page of all of them."""
    graph, words = composer.graph, composer.words
    mark = graph.pictures.shown.get(graph.portal.mark)
    nav, anchors = words["nav"], composer.anchors
    folders = composer.phrases["folders"]
    found = [
        (NavWord(nav["programmes"], f"#{anchors['programmes']}", "programmes"), bool(graph.programmes)),
        (NavWord(nav["roles"], f"#{anchors['i_am']}", "roles"), any(parts.of(Role) for parts in graph.programmes)),
    ]
    found += [
        (NavWord(texts_of(nav)[one.section], f"{folders[one.name]}/", one.section), bool(graph.all(one.kind)))
        for one in lists
    ]
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
        words=tuple(word for word, there in found if there),
        contact=composer.phrases["headings"]["programme"]["contact"],
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
) -> PageFrame:
    """The frame of one page; the tab's title goes from the page to the portal."""
    names = [title, programme.short_name if programme and programme.name != title else "", portal]
    whole = " – ".join(dict.fromkeys(name for name in names if name))
    return PageFrame(whole, description, section, programme, within, field, private, bare, unlisted)


def compose_problems(problems: Iterable[Problem], phrases: Phrases) -> tuple[ProblemShown, ...]:
    """Problems as they stand on top of a page."""
    words = phrases["problem_text"]
    return tuple(
        ProblemShown(
            problem.path + (f", {words['line'].format(line=problem.line)}" if problem.line else ""),
            problem.message,
            problem.hint,
        )
        for problem in problems
    )

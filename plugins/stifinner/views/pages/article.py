"""The page of an article: ordinary text, in a programme or in the portal."""

from dataclasses import dataclass

from ...model.article import Article
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.elements import ProgrammeMark, Prose, Sections, Within
from ..parts.page import Page
from ..parts.within import compose_within


@dataclass(frozen=True)
class ArticlePage(Page):
    """An article: what it says, with its date where it has one."""

    styles = "article"

    programme: ProgrammeMark | None
    """None for a page of the portal itself."""
    name: str
    notice: str
    date: DateShown | None
    lede: Prose
    about: Prose
    sections: Sections
    within: Within | None


def compose_article_page(composer: Composer, article: Article) -> ArticlePage:
    """Compose the page of an article."""
    parts = composer.graph.parts_of(article.programme)
    return ArticlePage(
        programme=composer.mark(article.programme),
        name=article.title,
        notice=parts.programme.notice if parts else "",
        date=composer.date(None, article.date) if article.date else None,
        lede=composer.prose(article, article.summary),
        about=composer.prose(article, article.about),
        sections=composer.sections(article),
        within=compose_within(composer, parts) if parts else None,
    )

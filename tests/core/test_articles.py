"""An article belongs to the portal, or to a programme."""

from core.builder import portal_of
from stifinner.views.pages.article import ArticlePage
from stifinner.views.pages.programme import ProgrammePage


def test_article_of_a_programme_stands_on_its_page_and_on_one_of_its_own(tmp_path):
    files = {
        "om.md": "# Om\n",
        "programmer/p/artikler/start.md": "---\ndato: 18. november 2013\n---\n# Vi er i gang\n\nTo parter.\n\nMer.\n",
    }
    portal = portal_of(tmp_path, files)
    assert portal.problems == ()
    articles = {page.address: page.view for page in portal.pages if isinstance(page.view, ArticlePage)}
    assert {where: view.programme and view.programme.id for where, view in articles.items()} == {
        "om/": None,
        "programmer/p/artikler/start/": "p",
    }
    programme = next(page.view for page in portal.pages if isinstance(page.view, ProgrammePage))
    assert [(row.name, row.date.text, row.summary) for row in programme.articles] == [
        ("Vi er i gang", "mandag 18. november 2013", "To parter.")
    ]
    assert [link.text for link in portal.frame.pages] == ["Om"]

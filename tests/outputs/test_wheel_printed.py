"""The year's wheel on paper: a page a year, black ink alone, and all that the drawing shows said in words."""

from pathlib import Path

import pytest

from core.builder import portal_of
from outputs.printed import Printed, squeeze
from views.pieces import P

SITE_URL = "https://hjul.example/"
FILES: dict[str, str | bytes] = {
    f"{P}roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n",
    f"{P}samlinger/start.md": (
        "---\ntype: intern\nfor: leder\n---\n# Start\n\n## Datoer\n\n"
        "- 1. september 2026 kl. 9–15, Losby\n  - flyttet fra: 18. august 2026\n"
    ),
    f"{P}samlinger/storm.md": "# Storm\n\n## Datoer\n\n- 3. mars 2027\n  - avlyst: storm\n",
    f"{P}samlinger/slutt.md": "---\ndato: 1. oktober 2027\n---\n# Slutt\n",
    f"{P}samlinger/senere.md": "# Senere\n",
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Printed:
    content = tmp_path_factory.mktemp("wheel") / "content"
    portal = portal_of(content, FILES)
    made = dict(portal.print_papers(content, [root / "theme_overrides"], SITE_URL, None))
    return Printed(made[f"{P}arshjul/arshjul.pdf"])


def test_each_year_has_a_page_and_says_all_of_it_in_order(paper: Printed):
    first, second = paper.pages()
    said = (
        *("Årshjul for Programmet", "Programår 2026–2027", "Intern samling"),
        *("1", "Start", "tirsdag 1. september 2026 kl. 09.00–15.00", "Losby", "Flyttet fra 18. august", "Ledere"),
        *("2", "Storm", "onsdag 3. mars 2027", "Avlyst: storm"),
    )
    later = ("Programår 2027–2028", "1", "Slutt", "fredag 1. oktober 2027", "Uten dato", "Senere", "Dato kommer")
    for page, parts in ((first, said), (second, later)):
        at = 0
        for part in parts:
            at = squeeze(page).find(squeeze(part), at)
            assert at >= 0, part


def test_it_is_a4_in_black_ink_and_leads_back_to_its_page(paper: Printed):
    assert (paper.size(), paper.is_grey(), paper.codes(0)) == ((210, 297), True, [f"{SITE_URL}{P}arshjul/"])


def test_whoever_hears_it_hears_the_list_and_no_picture_of_a_wheel(paper: Printed):
    assert [tag for tag in paper.tags() if tag in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2", "/H2", "/H2"]
    # The code alone is a picture.
    assert len(paper.alts()) == 1

"""A gathering that is moved to another clock time, of its day or of another: what everything says of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.publishing.changes import compare_portals, show_changes
from views.pieces import P, view_at

BEFORE = "22. oktober 2027 kl. 17–19, Losby"
SAME_DAY = "22. oktober 2027 kl. 18–20, Losby\n  - flyttet fra: 22. oktober 2027 kl. 17–19\n  - meldt: 1. oktober 2027"
OTHER_DAY = "29. oktober 2027 kl. 18–20, Losby\n  - flyttet fra: 22. oktober 2027 kl. 17–19\n  - meldt: 1. oktober 2027"
TEMPLATES = [Path("theme_overrides/fragments")]


@pytest.fixture
def portal(tmp_path: Path) -> Callable[[str], Portal]:
    """The portal of a cohort that says something of its gathering A."""

    def make(point: str) -> Portal:
        files: dict[str, str | bytes] = {
            "index.md": "---\nkalendernøkkel: ord\n---\n# Portalen\n",
            f"{P}samlinger/a.md": "# A\n\nOm A.\n",
            f"{P}roller/leder.md": "# Leder\n\nDu leder.\n",
            f"{P}kull/k.md": f"# Kull 1\n\nDe første.\n\n## Datoer\n\n- [A](../samlinger/a.md): {point}\n",
        }
        return portal_of(tmp_path / str(len(point)), files)

    return make


def words_of(portal: Portal, address: str) -> str:
    """A page as text, with what is struck and what is new between signs."""
    page = next(page for page in portal.pages if page.address == address)
    html = str(portal.renderer(TEMPLATES).render_page(page.view, page.address, page.places))
    html = re.sub(r"<(del|ins)\b[^>]*>(.*?)</\1>", lambda found: {"del": "–", "ins": "+"}[found[1]] + found[2], html)
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize(
    ("point", "told", "when"),
    [
        (SAME_DAY, "Flyttet fra kl. 17.00–19.00", "fre. 22. oktober 2027 –kl. 17.00–19.00 +kl. 18.00–20.00"),
        (
            OTHER_DAY,
            "Flyttet fra 22. oktober kl. 17.00–19.00",
            "–22. oktober kl. 17.00–19.00 + fre. 29. oktober 2027 kl. 18.00–20.00",
        ),
    ],
)
def test_pages_and_calendars_tell_the_old_clock_and_the_new(
    point: str, told: str, when: str, portal: Callable[[str], Portal]
):
    made = portal(point)
    assert f"{told} , meldt 1. oktober" in words_of(made, f"{P}samlinger/a/")
    assert f"{when} {told} , meldt 1. oktober" in words_of(made, f"{P}kull/k/roller/leder/")
    calendar = dict(made.render_calendars(""))[f"{P}kalender.ics"].decode()
    assert f"{told}, meldt 1. oktober." in calendar.replace("\r\n ", "").replace("\\,", ",")


@pytest.mark.parametrize(
    ("point", "subject", "line"),
    [
        (
            SAME_DAY,
            "Nytt klokkeslett: A, fredag 22. oktober 2027",
            "Nytt klokkeslett: fredag 22. oktober 2027 kl. 18.00–20.00 (flyttet fra kl. 17.00–19.00)",
        ),
        (
            OTHER_DAY,
            "Ny dag: A, fredag 29. oktober 2027",
            "Ny dag: fredag 29. oktober 2027 kl. 18.00–20.00 (flyttet fra 22. oktober kl. 17.00–19.00)",
        ),
    ],
)
def test_the_invitation_tells_them(point: str, subject: str, line: str, portal: Callable[[str], Portal]):
    (invitation,) = view_at(portal(point), f"{P}samlinger/a/").invitations
    call = invitation.messages[0]
    assert call.subject == subject
    assert line in [one.text for paragraph in call.paragraphs for one in paragraph]


@pytest.mark.parametrize(("point", "day"), [(SAME_DAY, "22."), (OTHER_DAY, "29.")])
def test_what_has_changed_tells_them(point: str, day: str, portal: Callable[[str], Portal]):
    made, old, new = portal(point), "22. oktober kl. 17.00–19.00", f"{day} oktober 2027 kl. 18.00–20.00"
    assert f"Flyttet A –{old} til + {new} Meldt 1. oktober" in words_of(made, f"{P}endringer/")
    feed = dict(made.render_feeds("https://p.example/"))[f"{P}endringer.xml"].decode()
    assert f"Flyttet: A fra {old} til {new}" in feed


def test_a_proposal_that_moves_it_is_told(portal: Callable[[str], Portal], tmp_path: Path):
    before, after = portal(BEFORE), portal(SAME_DAY)
    told = show_changes(compare_portals(before, after, tmp_path, tmp_path), after.phrases)
    moved = "A (Programmet): 22. oktober 2027 kl. 17.00–19.00 → 22. oktober 2027 kl. 18.00–20.00"
    assert f"Oppføringer i kalendere som flytter seg:\n  {moved}" in told

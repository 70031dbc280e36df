"""One person's way: what they come to, what they hold, and what to do before."""

import pytest

from core.builder import portal_of
from stifinner.views.pages.role import RolePage

ROLES = {
    "programmer/p/roller/leder.md": (
        "---\nflertall: ledere\n---\n# Leder\n\n## Støtter\n\n"
        "- underviser [Ansatt](ansatt.md)\n- støtter **kolleger**, særlig i starten (anbefalt)\n"
    ),
    "programmer/p/roller/ansatt.md": "---\nflertall: ansatte\ndel av: gruppe\n---\n# Ansatt\n",
    "programmer/p/roller/gruppe.md": "# Gruppe\n",
    "programmer/p/roller/gjest.md": "# Gjest\n",
}
GATHERINGS = {
    "programmer/p/samlinger/a.md": (
        "---\ndato: 1. mai 2027\ntid: 9\nfor: leder\nforbereder: b\n---\n# A\n\n"
        "## Før samlingen\n\n- Les boka. Den er kort.\n\n## Mellomarbeid til 20. mai 2027\n\nSkriv.\n"
    ),
    "programmer/p/samlinger/b.md": (
        "---\ndato: 10. mai 2027\nfor: ansatt\nholdes av: leder\n---\n# B\n\n## Før samlingen\n\n- Kom.\n"
    ),
    "programmer/p/samlinger/c.md": (
        "---\ndato: 20. mai 2027\nsted: Her\nfor: leder\n---\n# C\n\n## Fokusområder\n\n- Hva nå?\n"
    ),
    "programmer/p/samlinger/d.md": "---\ndato: 1. juni 2027\n---\n# D\n",
}


@pytest.fixture
def page(tmp_path):
    portal = portal_of(tmp_path, {**ROLES, **GATHERINGS})
    assert portal.problems == ()
    return {p.view.name: p.view for p in portal.pages if isinstance(p.view, RolePage)}


def test_way_has_what_the_role_comes_to_holds_and_does_between(page):
    assert [(step.name, step.is_work) for step in page["Leder"].way] == [
        ("A", False),
        ("B", False),
        ("Mellomarbeid", True),
        ("C", False),
        ("D", False),
    ]
    assert [step.name for step in page["Ansatt"].way] == ["B", "D"]


def test_card_tells_what_to_do_before(page):
    shown = [
        (card.gathering.name, card.held, [task.text.text.plain for task in card.tasks], card.work_between is not None)
        for card in page["Leder"].up_next
    ]
    assert shown == [
        ("A", False, ["Les boka"], False),
        ("B", True, [], False),
        ("C", False, ["Hva nå?"], True),
        ("D", False, [], False),
    ]


def test_card_says_what_is_not_known(page):
    assert [card.gap for card in page["Leder"].up_next] == [
        "Stedet er ikke oppgitt.",
        "Sted og klokkeslett er ikke oppgitt.",
        "Klokkeslett er ikke oppgitt.",
        "Sted og klokkeslett er ikke oppgitt.",
    ]


def test_holder_is_led_to_what_made_them_ready(page):
    held = next(card for card in page["Leder"].up_next if card.held)
    assert (held.prepared_by.text, held.prepare) == ("A", None)


def test_support_is_the_same_in_edges_and_sentences(page):
    support = page["Ansatt"].support
    assert [(edge.source, edge.verb, edge.target, edge.recommended) for edge in support.edges] == [
        ("ansatt", "er med i", "gruppe", False),
        ("leder", "underviser", "ansatt", False),
        ("leder", "støtter", "kolleger", True),
    ]
    assert support.sentences == (
        "Ansatte er med i gruppe.",
        "Ledere underviser ansatte.",
        "Ledere støtter kolleger, særlig i starten. Det er anbefalt, ikke et krav.",
    )
    assert [node.name for node in support.nodes if node.you] == ["Ansatt"]


def test_role_that_stands_alone_has_no_picture_of_support(page):
    assert page["Gjest"].support is None

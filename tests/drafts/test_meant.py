"""What is published and means a draft: the name as text or nothing, never a link, and nothing that is not so."""

from pathlib import Path

import pytest

from core.builder import SMALLEST, write_files
from stifinner.portal import Portal, build_portal
from stifinner.views.parts.elements import Link

P = "programmer/p/"
ROLE = {f"{P}roller/r.md": "---\nutkast: ja\nflertall: veiledere\n---\n# Veileder\n"}
LEADER = {f"{P}roller/l.md": "---\nflertall: ledere\n---\n# Leder\n\nDu leder.\n"}
TEMPLATES = [Path("theme_overrides/fragments")]


def published(folder: Path, files: dict[str, str | bytes]) -> Portal:
    portal = build_portal(write_files(folder, {**SMALLEST, **files}), name="Portalen")
    assert {problem.severity for problem in portal.problems} <= {"advice"}
    return portal


def page_at(portal: Portal, address: str):
    return next(page.view for page in portal.pages if page.address == address)


def html_at(portal: Portal, address: str) -> str:
    page = next(page for page in portal.pages if page.address == address)
    return str(portal.renderer(TEMPLATES).render_page(page.view, page.address, page.places))


def test_roles_that_something_is_for_are_named(tmp_path):
    files = {
        **ROLE,
        **LEADER,
        f"{P}samlinger/a.md": "---\nfor: r\nholdes av: l, r\n---\n# A\n\nOm.\n",
        f"{P}refleksjon/s.md": "---\nroller: r\n---\n# S\n\nOm.\n\n## Spørsmål\n\n- Hva så?\n",
        f"{P}spor/t.md": "---\nfor: l, r\n---\n# T\n\nOm.\n",
    }
    portal = published(tmp_path, files)
    assert page_at(portal, f"{P}refleksjon/s/").roles == (Link("Veileder"),)
    assert page_at(portal, f"{P}spor/t/").audience == (Link("Leder", f"{P}roller/l/"), Link("Veileder"))
    assert "Veiledere" in html_at(portal, f"{P}samlinger/a/")
    assert [step.name for step in page_at(portal, f"{P}roller/l/").way if not step.is_work] == ["A"]


def test_facts_that_mean_drafts_say_nothing(tmp_path):
    draft = "---\nutkast: ja\n---\n"
    files = {
        f"{P}samlinger/a.md": "---\nforbereder: b, c\nspor: t\ndato: etter d\n---\n# A\n",
        f"{P}samlinger/b.md": f"{draft}# B\n",
        f"{P}samlinger/c.md": "# C\n",
        f"{P}samlinger/d.md": f"{draft}# D\n",
        f"{P}spor/t.md": f"{draft}# T\n",
        "programmer/d/index.md": f"{draft}# D\n",
        "programmer/e/index.md": "---\ndel av: d\n---\n# E\n",
    }
    portal = published(tmp_path, files)
    gathering = portal.graph.items[f"{P}samlinger/a.md"]
    assert (gathering.prepares, gathering.track) == (("c",), "")
    assert portal.graph.by_id["p"].occurrences.stop(gathering).when.kind == "open"
    assert portal.graph.items["programmer/e/index.md"].part_of == ""
    assert portal.graph.users == {f"{P}samlinger/c.md": (gathering,)}


def test_links_are_their_words_in_texts_lists_and_footnotes(tmp_path):
    files = {
        **ROLE,
        **LEADER,
        f"{P}ressurser/b.md": "---\nutkast: ja\n---\n# Boka\n",
        f"{P}roller/l.md": "# Leder\n\nSpør [en **veileder**](r.md).[^1] [^1]\n\n## Ressurser\n\n"
        "- [Den gode boka](../ressurser/b.md), les den\n\n[^1]: Se [rolla](r.md).\n",
    }
    portal = published(tmp_path, files)
    html = html_at(portal, f"{P}roller/l/")
    assert "Spør en <strong>veileder</strong>." in html
    assert "Den gode boka" in html
    assert html.count("Se rolla.") == 1
    assert ".md" not in html


def test_work_that_is_due_at_a_draft_has_its_name_and_no_day(tmp_path):
    files = {
        **ROLE,
        f"{P}samlinger/a.md": "---\ndato: 1. mars 2030\n---\n# A\n\n## Mellomarbeid for veiledere til Neste\n\nLes.\n",
        f"{P}samlinger/b.md": "---\nutkast: ja\ndato: 1. april 2030\n---\n# Neste\n",
        f"{P}samlinger/c.md": "---\ndato: 1. mai 2030\n---\n# C\n",
    }
    portal = published(tmp_path, files)
    (work,) = [step.work for step in portal.graph.by_id["p"].way.steps if step.work]
    assert (work.audience, work.due.day, work.due.stop) == (("~1",), None, None)
    assert "Til Neste" in html_at(portal, f"{P}samlinger/a/")


@pytest.mark.parametrize("host_is_draft", [True, False])
def test_who_is_together_with_a_draft_is_alone(host_is_draft, tmp_path):
    said = {True: "utkast: ja\n", False: ""}
    files = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}samlinger/b.md": "---\nkull: k2\n---\n# B\n",
        f"{P}kull/k1.md": f"---\n{said[not host_is_draft]}deltakere: 3\n---\n# Kull 1\n\nOm.\n\n## Datoer\n\n"
        "- [A](../samlinger/a.md): sammen med [kull 2](k2.md)\n",
        f"{P}kull/k2.md": f"---\n{said[host_is_draft]}deltakere: 3\n---\n# Kull 2\n\nOm.\n\n## Datoer\n\n"
        "- [A](../samlinger/a.md): 1. mai 2030\n- [B](../samlinger/b.md): 2. mai 2030\n",
    }
    parts = published(tmp_path, files).graph.by_id["p"]
    (cohort,) = parts.occurrences.cohorts
    stops = {stop.id: stop for stop in parts.occurrences.paths[cohort.id]}
    # What only the draft has is nobody's, and its date stands in the draft's own file.
    assert set(stops) == ({"a"} if host_is_draft else {"a", "b"})
    assert stops["a"].cohorts == (cohort,)
    assert stops["a"].when.kind == ("open" if host_is_draft else "day")


def test_a_cohort_has_no_dates_of_draft_gatherings(tmp_path):
    files = {
        f"{P}samlinger/a.md": "---\nutkast: ja\n---\n# A\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}kull/k.md": "# Kull 1\n\nOm.\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2030\n"
        "- [B](../samlinger/b.md): 2. mai 2030\n\n## Fra samlingene\n\n### [A](../samlinger/a.md)\n\n"
        "#### Oppsummering\n\nDet gikk bra.\n",
    }
    portal = published(tmp_path, files)
    cohort = portal.graph.items[f"{P}kull/k.md"]
    assert [entry.gathering.name for entry in cohort.schedule] == ["B"]
    assert cohort.from_gatherings == ()


def test_a_portal_without_drafts_is_resolved_once(tmp_path, monkeypatch):
    from stifinner import content

    resolve, times = content.resolve_graph, []
    monkeypatch.setattr(content, "resolve_graph", lambda *told: times.append(1) or resolve(*told))
    published(tmp_path, {})
    assert len(times) == 1

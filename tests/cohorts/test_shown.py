"""Whatever an editor writes of dates stands on a page: places, reasons, facts, and what a cohort keeps."""

from pathlib import Path

from core.builder import portal_of

ROOT = Path(__file__).parents[2]
P = "programmer/p/"
COHORT = """# Kullet

Om kullet.

## Datoer

- [A](../samlinger/a.md): 3. november 2026 kl. 9–11, stedett en
  - avlyst: grunnen en
  - meldt: 1. november 2026
- [B](../samlinger/b.md): velg én
  - pris: prisen felles
  - tirsdag 3. november 2026, stedet to
    - kontakt: kontakten to
  - høst 2027, stedet tre
- [C](../samlinger/c.md): hver tirsdag i november 2026, stedet fire
  - 10. november 2026, stedet fem
    - avlyst: grunnen fem
    - meldt: 9. november 2026
- [D](../samlinger/d.md): dato kommer, stedet seks
- [E](../samlinger/e.md): alle
  - 3. mars 2027, stedet sju
    - ta med: sekken sju
    - påmelding: hos styreren sju
    - frist: 7. februar 2027
    - plasser: sjuogtjue
  - 4. mars 2027, stedet åtte
    - flyttet fra: 2. mars 2027
    - meldt: 1. februar 2027
    - sted før: stedet før

## Fra samlingene

### [A](../samlinger/a.md)

#### Presentasjoner

Ord foran.

- Lysarkene ni (kommer)

#### Oppsummering

Ord ti.

- Punktet elleve

#### Dagsplan

- 09.00 Kaffen tolv: svart
"""
WORDS = (
    *("stedett en", "grunnen en", "prisen felles", "stedet to", "kontakten to", "stedet tre", "stedet fire"),
    *("stedet fem", "grunnen fem", "stedet seks", "stedet sju", "sekken sju", "hos styreren sju", "7. februar 2027"),
    *("sjuogtjue", "stedet åtte", "2. mars", "stedet før", "Ord foran.", "Lysarkene ni", "Ord ti.", "Punktet elleve"),
    *("Kaffen tolv", "svart"),
)


def test_all_that_a_cohort_says_stands_on_a_page(tmp_path):
    gatherings = {f"{P}samlinger/{id}.md": f"# {id.upper()}\n\nOm {id}.\n" for id in "abcde"}
    portal = portal_of(tmp_path, {**gatherings, f"{P}kull/kullet.md": COHORT})
    assert [problem.code for problem in portal.problems if problem.severity != "advice"] == []
    renderer = portal.renderer([ROOT / "theme_overrides" / "fragments"])
    pages = {page.address: str(renderer.render_page(page.view, page.address)) for page in portal.pages}
    assert [word for word in WORDS if not any(word in html for html in pages.values())] == []
    whole = pages[f"{P}kull/kullet/"]
    assert [word for word in ("Ord foran.", "Ord ti.", "Punktet elleve", "Kaffen tolv") if word not in whole] == []

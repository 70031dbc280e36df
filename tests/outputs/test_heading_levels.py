"""Headings on paper: whatever depth an editor gave them and whatever stands before them, no level is skipped."""

from pathlib import Path

import pytest

from core.builder import portal_of

THEME = Path(__file__).parents[2] / "theme_overrides"
PARTS = {
    "elements": "## Kjerneelementer\n\nInn.\n\n#### Dypt\n\nT.\n\n### E\n\nJa.\n\n##### Dypere\n\nT.\n\n- Sant\n\n",
    "questions": "## Spørsmål\n\n#### Dypt\n\n- Hva?\n\n  ##### Inni\n\n",
    "talk": "## Spørsmål til samtalen\n\n- Hva?\n\n  #### Inni\n\n## Slik bruker dere arket\n\n#### X\n\n- Les\n\n",
    "leader": "## Til den som leder\n\n##### X\n\nT.\n\n### Y\n\nU.\n\n## Egen\n\n##### Z\n\nT.\n\n",
}
GATHERING = (
    "---\ndato: 1. mai 2027\n---\n# G\n\nOm G.\n\n#### Dypt\n\nT.\n\n## Før samlingen\n\n##### X\n\n- Les\n\n"
    "## Etter samlingen\n\n#### Y\n\nT.\n"
)


@pytest.mark.slow
@pytest.mark.parametrize("parts", [("elements",), ("questions",), ("elements", "talk"), ("questions", "leader")])
def test_every_paper_is_set_with_headings_of_any_depth(parts: tuple[str, ...], tmp_path: Path):
    sheet = "---\nsamlinger: g\n---\n# A\n\nOm.\n\n#### Dyp\n\nT.\n\n" + "".join(PARTS[part] for part in parts)
    files = {"programmer/p/refleksjon/a.md": sheet, "programmer/p/samlinger/g.md": GATHERING}
    papers = dict(portal_of(tmp_path, files).print_papers(tmp_path, [THEME], "", None))
    assert len(papers) > 2
    assert all(pdf.startswith(b"%PDF-") for pdf in papers.values())

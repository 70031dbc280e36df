"""What is said of a portal whose address nobody knows: all that it lacks, in one sentence, and no more."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.adapter.address import tell_what_is_missing

P = "programmer/p/"
SHEET = {f"{P}refleksjon/ark.md": "# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva gjorde vi?\n"}
"""Is printed."""
DAY = {f"{P}samlinger/dag.md": "---\ndato: 22. oktober 2026\n---\n# Dag\n"}
"""Stands in calendars and on the wheel, which is printed, and people are called to it."""
MONTH = {f"{P}samlinger/dag.md": "---\ndato: oktober 2026\n---\n# Dag\n"}
MOVED = {
    f"{P}samlinger/dag.md": (
        "---\ndato: 22. oktober 2026\nflyttet fra: 15. oktober 2026\nmeldt: 1. oktober 2026\n---\n# Dag\n"
    )
}
OVER = {f"{P}index.md": "---\ntilstand: gjennomført\n---\n# Programmet\n"}
CURE = "Skriv adressen i mkdocs.yml, for eksempel «site_url: https://laering.example.no/»."


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({}, ""),
        (SHEET, "QR-koder på papir"),
        (MONTH, "QR-koder på papir"),
        ({**DAY, **OVER}, "QR-koder på papir og «Abonner» på kalenderne"),
        (DAY, "QR-koder på papir, «Abonner» på kalenderne og lenker i innkallingene"),
        (MOVED, "QR-koder på papir, strøm av endringer, «Abonner» på kalenderne og lenker i innkallingene"),
    ],
    ids=["nothing", "a sheet", "a month", "a day of what is over", "a day", "all of it"],
)
def test_what_a_portal_lacks_is_said_and_nothing_else(files: dict[str, str | bytes], missing: str, tmp_path: Path):
    said = tell_what_is_missing(portal_of(tmp_path, files))
    assert said == (missing and f"Portalen har ingen adresse ennå, så den mangler {missing}. {CURE}")

"""A small portal with what the sample lacks: days in a row, a month, states that an editor gives, an end to it all."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from core.builder import write_files

WEEKS = 48
PLAN = "\n".join(
    f"| {32 + week} | Formiddag og ettermiddag | F{week}.1 Innføring i temaet | Videoforelesning og egen lesing "
    f"| S{week}.2 | F{week}.3 | **Frist innlevering {week}** |"
    for week in range(1, WEEKS + 1)
)
"""A table of seven columns, longer than a sheet of paper."""
CONTENT = {
    "index.md": "# Liten portal\n\nTo programmer.\n",
    "om.md": "# Om oss\n\nVi er til.\n\n## Notat til redaktører\n\nHemmelig kvernstein.\n",
    "ukeplan.md": (
        "# Ukeplan\n\nSlik går ukene.\n\n## Uke for uke\n\nF er forelesning, S er seminar.\n\n"
        "| Uke | Tid | Mandag | Tirsdag | Onsdag | Torsdag | Fredag |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        f"{PLAN}\n\nEtter tabellen.\n\n## Roller\n\n| Rolle | Oppgave | Timer |\n| --- | --- | ---: |\n"
        "| Veileder | Leder gruppen | 12 |\n\n## Spørsmål\n\nSkriv til kontoret.\n"
    ),
    "programmer/kurset/index.md": "# Kurset\n\nAlt har sin tid.\n",
    "programmer/kurset/roller/deltaker.md": "# Deltaker\n\nDu deltar.\n",
    "programmer/kurset/samlinger/apning.md": "---\ntype: kick-off\ndato: 1. mars 2030\n---\n# Åpning\n\nVi begynner.\n",
    "programmer/kurset/samlinger/dagene.md": (
        "---\ndato: 4.–6. mars 2030\n---\n# Tre dager\n\nVi går.\n\n## Før samlingen\n\n- Pakk sekken\n"
    ),
    "programmer/kurset/samlinger/kvelden.md": "---\ndato: mai 2030\n---\n# En kveld i mai\n\nVi hviler.\n",
    "programmer/kurset/samlinger/slutt.md": "---\ntype: festival\ndato: 3. juni 2030\n---\n# Slutt\n\nVi feirer.\n",
    "programmer/over/index.md": "---\ntilstand: gjennomført\n---\n# Over\n\nDet er over, sier de som var med.\n",
    "programmer/over/samlinger/en.md": "---\ndato: 1. januar 2040\n---\n# Feilskrevet år\n\nLangt fram.\n",
    "programmer/uten/index.md": "---\ntilstand: planlagt\n---\n# Uten\n\nIngen samlinger ennå.\n",
}


def write_small_portal(folder: Path, root: Path) -> None:
    """Write it into ``folder``."""
    write_beside(folder, root, CONTENT)


def write_beside(folder: Path, root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write content into ``folder``, with the settings and the theme of the repository."""
    write_files(folder / "content", files)
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(root / "theme_overrides", folder / "theme_overrides")

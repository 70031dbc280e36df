"""A small portal with what the sample lacks: days in a row, a month, states that an editor gives, an end to it all."""

import shutil
from pathlib import Path

from core.builder import write_files

CONTENT = {
    "index.md": "# Liten portal\n\nTo programmer.\n",
    "om.md": "# Om oss\n\nVi er til.\n\n## Notat til redaktører\n\nHemmelig kvernstein.\n",
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
    """Write it into ``folder``, with the settings and the theme of the repository."""
    write_files(folder / "content", CONTENT)
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(root / "theme_overrides", folder / "theme_overrides")

"""What the package carries with it: the theme, the list of versions that it was tried with, and what GitHub is told.

In the repository they lie at the top, where people look for them; a wheel has them inside.
"""

import re
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_REPOSITORY = _PACKAGE.parents[1]


def _either(inside: Path, beside: Path) -> Path:
    return inside if inside.exists() else beside


THEME = _either(_PACKAGE / "theme", _REPOSITORY / "theme_overrides")
"""Templates, style sheets, scripts, fonts and pictures."""
PINS = _either(_PACKAGE / "requirements.txt", _REPOSITORY / "requirements" / "base.txt")
"""What the portal needs to be built, version by version, with hashes."""
FORGE = _either(_PACKAGE / "forge", _REPOSITORY / ".github")
"""Workflows and forms on GitHub; see ``SHARED``."""
SHARED = (
    "ISSUE_TEMPLATE/config.yml",
    "ISSUE_TEMPLATE/foresla-ressurs.yml",
    "ISSUE_TEMPLATE/meld-feil.yml",
    "PULL_REQUEST_TEMPLATE.md",
    "workflows/proposal.yml",
    "workflows/publish.yml",
)
"""Those in ``FORGE`` that are about content alone: a new portal begins with the same."""

PAPERS_KEPT = Path(".stifinner") / "papers"
"""Where PDFs are kept from build to build, beside the portal's settings; it may be deleted at any time."""
PICTURES_KEPT = Path(".stifinner") / "pictures"
"""The same for pictures that were made fit."""


def theme_folders(own: Path | None) -> tuple[Path, ...]:
    """Where the theme is looked for: the portal's own folder first, where it has one, and then the package's."""
    return (THEME,) if own is None or own.resolve() == THEME.resolve() else (own, THEME)


_NOT_OF_PROGRAMMES = {"ring"}
"""Pictures in colours that only the front page has."""


def pictures_in(themes: Iterable[Path]) -> frozenset[str]:
    """Names of the pictures that a programme may have; a portal's own file of them comes first."""
    files = (theme / "assets" / "art.svg" for theme in themes)
    found = next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")
    return frozenset(re.findall(r'<symbol[^>]*\bid="([^"]+)"', found)) - _NOT_OF_PROGRAMMES

"""Files that the package carries: the theme, the list of versions that it was tried with, workflows and forms.

In the repository they lie at the top, where people look for them; a wheel has them inside the package, where
``force-include`` in ``pyproject.toml`` puts them. Where builds keep what they may use again is named here too.
"""

import re
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_REPOSITORY = _PACKAGE.parents[1]
"""The folder that has ``plugins/`` in it; means nothing where the package was installed from a wheel."""


def _either(in_package: Path, in_repository: Path) -> Path:
    """Choose the path inside the package where something lies there, else the one in the repository."""
    return in_package if in_package.exists() else in_repository


THEME = _either(_PACKAGE / "theme", _REPOSITORY / "theme_overrides")
"""Templates, style sheets, scripts, fonts and pictures."""
PINS = _either(_PACKAGE / "requirements.txt", _REPOSITORY / "requirements" / "base.txt")
"""The versions, with hashes, of all that is needed to build a portal."""
FORGE = _either(_PACKAGE / "forge", _REPOSITORY / ".github")
"""Workflows and forms for GitHub."""
SHARED = (
    "ISSUE_TEMPLATE/config.yml",
    "ISSUE_TEMPLATE/foresla-ressurs.yml",
    "ISSUE_TEMPLATE/meld-feil.yml",
    "PULL_REQUEST_TEMPLATE.md",
    "workflows/proposal.yml",
    "workflows/publish.yml",
)
"""Files in ``FORGE`` that are about content alone; a new portal begins with copies of them."""

PAPERS_KEPT = Path(".stifinner") / "papers"
"""Where PDFs are kept from build to build, relative to the folder of ``mkdocs.yml``; may be deleted at any time."""
PICTURES_KEPT = Path(".stifinner") / "pictures"
"""The same for pictures that were fitted to pages."""


def theme_folders(own: Path | None) -> tuple[Path, ...]:
    """List the folders that the theme is looked for in: the portal's own first, if there is one, then the package's."""
    # In this repository the portal's own folder is the package's theme: it is listed once.
    return (THEME,) if own is None or own.resolve() == THEME.resolve() else (own, THEME)


_FRONT_PAGE_ONLY = {"ring"}
"""Pictures that no programme may choose: only the front page has their colours."""


def pictures_in(themes: Iterable[Path]) -> frozenset[str]:
    """List the names of the pictures that a programme may choose.

    All pictures of a theme are symbols in one file; only the first theme that has the file counts.
    """
    files = (theme / "assets" / "art.svg" for theme in themes)
    symbols = next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")
    return frozenset(re.findall(r'<symbol[^>]*\bid="([^"]+)"', symbols)) - _FRONT_PAGE_ONLY

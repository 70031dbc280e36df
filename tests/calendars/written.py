"""A portal of a case: a gathering A, and where the case says so a cohort that dates it."""

from pathlib import Path
from typing import Any

from core.builder import portal_of
from stifinner.portal import Portal

P = "programmer/p/"
SITE = "https://portal.example/"


def files_of(case: dict[str, Any]) -> dict[str, str | bytes]:
    """The files that a case says: of the gathering the facts (``top``) and the ``text``; of a cohort its ``line``."""
    top = f"---\n{case['top']}\n---\n" if case.get("top") else ""
    files: dict[str, Any] = {
        "index.md": "---\nkalendernøkkel: ord\n---\n# Portalen\n",
        f"{P}samlinger/a.md": f"{top}# {case.get('title', 'A')}\n\n{case.get('text', '')}\n",
    }
    if "line" in case:
        files[f"{P}kull/kull-1.md"] = f"# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): {case['line']}\n"
    return files | {f"{P}{path}" if not path.startswith("/") else path[1:]: text
                    for path, text in case.get("files", {}).items()}  # fmt: skip


def calendars_of(portal: Portal, site_url: str = "") -> dict[str, bytes]:
    """Address and bytes of every calendar file of a portal."""
    return dict(portal.render_calendars(site_url))


def portal_of_case(folder: Path, case: dict[str, Any]) -> Portal:
    """The portal of a case, which has no mistakes."""
    portal = portal_of(folder, files_of(case))
    errors = [problem.message for problem in portal.problems if problem.severity == "error"]
    assert errors == [], case["name"]
    return portal

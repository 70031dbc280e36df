"""A portal of a case: a gathering A, and where the case says so a cohort that dates it."""

from pathlib import Path
from typing import Any

from core.builder import portal_of
from stifinner.portal import Portal

P = "programmer/p/"


def files_of(case: dict[str, Any]) -> dict[str, str | bytes]:
    """The files that a case says: of the gathering the facts (``top``) and the ``text``; of a cohort its ``line``.

    ``programme`` and ``gathering``: ids, where they are others than p and a.
    """
    home, id = f"programmer/{case.get('programme', 'p')}/", case.get("gathering", "a")
    top = f"---\n{case['top']}\n---\n" if case.get("top") else ""
    files: dict[str, Any] = {
        "index.md": "---\nkalendernøkkel: ord\n---\n# Portalen\n",
        f"{P}index.md": None if home != P else "# Programmet\n\nEt lite program.\n",
        f"{home}samlinger/{id}.md": f"{top}# {case.get('title', 'A')}\n\n{case.get('text', '')}\n",
    }
    if home != P:
        files[f"{home}index.md"] = "# Programmet\n\nEt lite program.\n"
    if "line" in case:
        files[f"{home}kull/kull-1.md"] = f"# Kull 1\n\n## Datoer\n\n- [A](../samlinger/{id}.md): {case['line']}\n"
    more = case.get("files", {}).items()
    return files | {path[1:] if path.startswith("/") else home + path: text for path, text in more}


def calendars_of(portal: Portal, site_url: str = "") -> dict[str, bytes]:
    """Address and bytes of every calendar file of a portal."""
    return dict(portal.render_calendars(site_url))


def portal_of_case(folder: Path, case: dict[str, Any]) -> Portal:
    """The portal of a case, which has no mistakes."""
    portal = portal_of(folder, files_of(case))
    errors = [problem.message for problem in portal.problems if problem.severity == "error"]
    assert errors == []
    return portal

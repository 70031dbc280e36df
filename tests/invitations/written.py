"""The messages of a case, as they are copied."""

from pathlib import Path
from typing import Any

from core.builder import SMALLEST, write_files
from stifinner.outputs.html.letter import render_letter
from stifinner.portal import build_portal
from views.pieces import view_at


def messages_of(folder: Path, case: dict[str, Any]) -> list[dict[str, str]]:
    """Every message on the page of a case, whose portal has no mistakes."""
    files = {path: text for path, text in {**SMALLEST, **case["files"]}.items() if text is not None}
    portal = build_portal(write_files(folder, files), name="Portalen", language=case.get("language", "nb"))
    page = view_at(portal, case["at"])
    return [
        {
            "to": one.name,
            "until": one.last,
            "subject": message.subject,
            "text": render_letter(message, case["site_url"]),
        }
        for one in page.invitations
        for message in one.messages
    ]

"""A message as plain text to copy, and as a link that begins a mail with it."""

from collections.abc import Sequence
from urllib.parse import quote

from ...views.invitations.shown import Message, MessageLine

LONGEST_BODY = 1800
"""Characters of a mail's text in a link, encoded: some mail programs take no address of more than about 2,000."""


def render_letter(message: Message, site_url: str) -> str:
    """Render a message as plain text. ``site_url``: where the portal is published; empty where nobody knows."""
    return "\n".join(_lines(message, site_url))


def mail_link(message: Message, site_url: str) -> str:
    """Give the link that begins a mail to nobody yet; empty where too little of the message has room in a link.

    What has no room is left out in whole lines, and the way to the gathering's page, where all of it stands, is the
    last line. Where nobody knows that address, a message is never cut.
    """
    lines = _lines(message, site_url)
    body = _encoded(lines)
    if len(body) > LONGEST_BODY:
        end = ["", lines[-1]] if site_url else []
        kept = lines[:-1]
        while kept and (not kept[-1] or len(_encoded([*kept, *end])) > LONGEST_BODY):
            kept.pop()
        greeting = [line.text for line in message.paragraphs[0]]
        if not end or len(kept) <= len(greeting):
            return ""
        body = _encoded([*kept, *end])
    return f"mailto:?subject={quote(message.subject, safe='')}&body={body}"


def _lines(message: Message, site_url: str) -> list[str]:
    """Give the lines of a message, with a blank one between paragraphs."""
    lines: list[str] = []
    for paragraph in message.paragraphs:
        shown = [text for line in paragraph if (text := _line(line, site_url))]
        if shown:
            lines += ["", *shown] if lines else shown
    return lines


def _line(line: MessageLine, site_url: str) -> str:
    if line.address is None:
        return line.text
    return f"{line.text} {site_url}{line.address}" if site_url else ""


def _encoded(lines: Sequence[str]) -> str:
    return quote("\r\n".join(lines), safe="")

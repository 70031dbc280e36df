"""How one takes part: where to sign up, by when, what it costs, whom to ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...dates.when import When
from ...model.schedule.circumstances import TakingPart
from .date_shown import DateShown
from .dates import DateComposer
from .stop_shown import SignUp, TimeShown, Words, last_of

_REACHED_AT = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>https?://[^\s<>]*[^\s<>.,;:!?)\]»”\"'])"
    r"|(?<![\w.,/:+-])(?P<phone>(?:(?:\+|00)\d{1,3}[ \u00a0]?)?"
    r"(?:\d{8}|\d\d(?:[ \u00a0]\d\d){3}|\d{3}[ \u00a0]\d\d[ \u00a0]\d{3}))(?![\w/]|[.,:-]\d|[ \u00a0]\d)"
)
"""An e-mail address, a web address or a telephone number in words about whom to ask."""


def compose_sign_up(composer: DateComposer, says: TakingPart, until: str = "") -> SignUp | None:
    """Compose how one takes part; None where nothing is said of it. ``until``: as in ``SignUp``."""
    deadline = says.deadline
    is_address = says.sign_up.startswith(("http://", "https://"))
    sign_up = SignUp(
        address=says.sign_up if is_address else "",
        words=() if is_address else tuple(_with_links(says.sign_up)),
        deadline=composer.date(None, deadline, _clock(composer, deadline)) if deadline else None,
        closes=_closes(deadline) if deadline else "",
        seats=says.seats,
        price=says.price,
        bring=says.bring,
        contact=tuple(_with_links(says.contact)),
    )
    return replace(sign_up, until=until) if sign_up != SignUp() else None


def common_sign_up(times: Sequence[TimeShown]) -> SignUp | None:
    """Give what is said of all times that are held; None where they differ or nothing is said."""
    said = [time.sign_up for time in times if not time.cancelled]
    first = said[0] if said else None
    if not first or any(one is None or replace(one, until=first.until) != first for one in said):
        return None
    return replace(first, until=last_of(one.until for one in said if one))


def sign_up_lines(composer: DateComposer, sign_up: SignUp) -> tuple[str, ...]:
    """Say the same in lines of plain text: «Påmelding: hos styreren», «Frist: tirsdag 20. oktober 2026»."""
    return tuple(f"{label}: {text}" for label, text in sign_up_facts(composer, sign_up))


def sign_up_facts(composer: DateComposer, sign_up: SignUp) -> tuple[tuple[str, str], ...]:
    """Say the same as labels, each with what follows it: «Påmelding» and «hos styreren»."""
    words = composer.phrases["words"]["sign_up"]
    said = (
        (words["title"], sign_up.address or plain(sign_up.words)),
        (words["deadline"], _by(composer, sign_up.deadline) if sign_up.deadline else ""),
        (words["seats"], sign_up.seats),
        (words["price"], sign_up.price),
        (words["bring"], sign_up.bring),
        (words["contact"], plain(sign_up.contact)),
    )
    return tuple((label, text) for label, text in said if text)


def _by(composer: DateComposer, deadline: DateShown) -> str:
    """Show a deadline inside a sentence: «tirsdag 20. oktober 2026 kl. 12.00»."""
    return " ".join(filter(None, (composer.dates.inside(deadline.text), deadline.time)))


def _clock(composer: DateComposer, deadline: When) -> str:
    return composer.dates.show_time(deadline.clock) if deadline.clock else ""


def _closes(deadline: When) -> str:
    """Tell until when a sign-up is open: the last day of its deadline, or its clock on it; empty for a month, say."""
    if not deadline.dated or deadline.end is None:
        return ""
    clock = deadline.clock and (deadline.clock.end or deadline.clock.start)
    return deadline.end.isoformat() + (f"T{clock:%H:%M}" if clock else "")


def plain(words: Sequence[Words]) -> str:
    """Give words without their links."""
    return "".join(one.text for one in words)


def _with_links(written: str) -> Iterator[Words]:
    """Divide words so that each e-mail address, web address and telephone number in them leads there."""
    at = 0
    for found in _REACHED_AT.finditer(written):
        if found.start() > at:
            yield Words(written[at : found.start()])
        number = re.sub(r"[^\d+]", "", found["phone"] or "")
        leads_to = f"mailto:{found[0]}" if found["mail"] else f"tel:{number}" if number else found[0]
        yield Words(found[0], leads_to)
        at = found.end()
    if at < len(written):
        yield Words(written[at:])

"""Personal data that should not be published: e-mail addresses, telephone numbers, birth numbers."""

import re
from collections.abc import Iterable
from datetime import date

from ...problems.birth_numbers import find_birth_numbers
from ...problems.problem import ProblemList
from ..reviewed import ReviewedFile
from ..words import Words

_EMAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_NOBODYS = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net|no)|[\w-]+\.(?:example|invalid|test))", re.IGNORECASE)
"""Domains that are reserved for examples: nobody has an address there."""
_PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|protonmail|proton|gmx|aol|ymail|mail)"
    r"\.(?:com|no|net|me|se|dk|co\.uk)"
    r"|(?:online|getmail|broadpark|frisurf|start|epost|ebnett|bbnett|tele2|lyse|altibox|c2i)\.(?:no|net)",
    re.IGNORECASE,
)
"""Domains where private people have their mailboxes."""
_PHONE = re.compile(
    r"(?<![\w.,/:=#&?%+-])(?P<country>(?:\+|00)47[ \u00a0]?)?"
    r"(?P<number>[2-79]\d(?:[ \u00a0]?\d\d){3}|[49]\d\d[ \u00a0]\d\d[ \u00a0]\d{3}|[2-79]\d{3}[ \u00a0]\d{4})"
    r"(?![\w/]|[.,:-]\d|[ \u00a0]\d)"
)


def check_addresses_of_people(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Check that e-mail addresses and telephone numbers stand below the headings that are for them."""
    contact = words.phrases["headings"]["programme"]["whom_to_ask"]
    for number, line in enumerate(file.source.lines, start=1):
        # An address that is its own link stands on the line twice.
        emails = {found[0].lower(): found for found in reversed(list(_EMAIL.finditer(line)))} if "@" in line else {}
        phones = [found for found in _PHONE.finditer(line) if not _is_other_number(found)]
        if not (emails or phones):
            continue
        is_fact = file.fact_at(number, words.schedules) in words.contact_facts
        if is_fact or file.section_at(number) in words.contact_headings:
            _check_contact(file, number, (*emails.values(), *phones), problems)
            continue
        for found in emails.values():
            if not _NOBODYS.fullmatch(found["domain"]):
                problems.add("email-in-text", file.path, number, found.start() + 1, excerpt=line, contact=contact)
        for found in phones:
            problems.add("phone-in-text", file.path, number, found.start() + 1, excerpt=line, contact=contact)


def _check_contact(file: ReviewedFile, number: int, ways: Iterable[re.Match[str]], problems: ProblemList) -> None:
    """Give advice on private addresses and mobile numbers below a heading for contact. ``ways``: all on the line."""
    for found in ways:
        named = found.groupdict()
        is_mobile = re.sub(r"\D", "", named.get("number") or "")[:1] in {"4", "9"}
        if is_mobile or _PRIVATE.fullmatch(named.get("domain") or ""):
            details = {"text": found[0], "excerpt": file.source.excerpt(number)}
            problems.add("private-contact", file.path, number, found.start() + 1, **details)


def check_birth_numbers(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for each birth number, also in facts, code, notes to editors and the file's own path."""
    for _ in find_birth_numbers(file.path):
        problems.add("birth-number", file.path)
    for number, line in enumerate(file.source.lines, start=1):
        if sum(map(str.isdigit, line)) >= 11:
            for begin, _ in find_birth_numbers(line):
                problems.add("birth-number", file.path, number, begin + 1, excerpt=line)


def _is_other_number(found: re.Match[str]) -> bool:
    """Tell whether eight figures are no telephone number, but a date (20270131) or two years (2027 2028)."""
    if found["country"]:
        return False
    number = found["number"]
    if len(number) == 9:
        return all(1900 <= int(part) < 2100 for part in number.split()) if len(number.split()) == 2 else False
    try:
        return len(number) == 8 and 1900 <= date.fromisoformat(number).year < 2100
    except ValueError:
        return False

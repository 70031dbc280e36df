"""Which of many pages a test opens: of each type the one that shows most and the one that shows least, or all."""

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from browser.addresses import MORE, SHARES, TYPES, all_addresses
from effort import THOROUGH, some_of_each

TYPE = re.compile(r'<main id="main">\s*<\w+ class="([^"]+)"')


def shapes() -> dict[str, str]:
    """Type of page → the address that shows most of it; other shapes too where the tests are thorough."""
    return TYPES | MORE if THOROUGH else TYPES


def some_of(site: Path, addresses: Iterable[str]) -> list[str]:
    """Some of the addresses, in their order; all where the tests are thorough."""
    return some_of_each(addresses, partial(type_of, site), lambda address: file_of(site, address).stat().st_size)


def share_of_some(site: Path, share: int) -> list[str]:
    """Those of the whole portal, in one of ``SHARES``."""
    return some_of(site, all_addresses(site))[share :: len(SHARES)]


def file_of(site: Path, address: str) -> Path:
    """Where the page of an address lies."""
    return site / address if address.endswith(".html") else site / address / "index.html"


def type_of(site: Path, address: str) -> str:
    """Class of the page; one for printing also says of what."""
    found = TYPE.search(file_of(site, address).read_text(encoding="utf-8"))
    assert found, address
    of = address.removesuffix("skriv-ut/")
    return found[1] if of == address else f"{found[1]} {type_of(site, of)}"

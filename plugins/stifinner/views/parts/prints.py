"""What the page of a gathering, a role or a sheet links to for printing: a page for printing, and PDFs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...graph.portal_graph import ProgrammeParts
from ...graph.sheets import sheets_at, sheets_of_role
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.sheet import Sheet
from .composer import Composer
from .elements import Link

PackVariant = Literal["participants", "leaders", "own"]
Variant = Literal["examples", "lines", "questions", "facilitator", "large", PackVariant]
"""Which paper or pack it is. Papers of a sheet: A, with concretisations; B, with lines for one's own; open questions;
for whoever leads; large print. Packs: for participants, for whoever leads, for somebody who has a role."""


@dataclass(frozen=True)
class PaperBrief:
    """A paper or a pack as a page links to it."""

    variant: Variant
    name: str
    """«Ark A: med eksempler»."""
    address: str
    """Of the PDF."""
    element: str
    """Id of the only core element on it, or empty."""
    element_name: str
    landscape: bool


@dataclass(frozen=True)
class Prints:
    """What a page offers to print."""

    page: Link
    """The page for printing."""
    packs: tuple[Link, ...]
    """PDFs, the participants' first; none where no sheet goes with the handout."""


def compose_prints(composer: Composer, parts: ProgrammeParts, item: Gathering | Role, page_address: str) -> Prints:
    """Compose what a page of a gathering or a role, at an address, offers to print."""
    page = Link(composer.words["handout"]["print_page"], print_address(composer, page_address))
    briefs = pack_briefs(composer, item, page_address) if sheets_in_pack(parts, item) else ()
    return Prints(page, tuple(Link(f"{brief.name} (PDF)", brief.address) for brief in briefs))


def print_address(composer: Composer, page: str) -> str:
    """Give the address of the page for printing of a page: ``…/lederen-som-kulturbygger/skriv-ut/``."""
    return f"{page}{composer.anchors['print']}/"


def sheets_in_pack(parts: ProgrammeParts, item: Gathering | Role) -> tuple[Sheet, ...]:
    """Give the sheets that are used at a gathering, or by a role."""
    return sheets_at(parts, item) if isinstance(item, Gathering) else sheets_of_role(parts, item)


def pack_briefs(composer: Composer, item: Gathering | Role, page_address: str) -> Sequence[PaperBrief]:
    """Compose the packs of an item as pages link to them, below the address of the page that they belong to.

    A gathering has two, for participants and for whoever leads; a role has one, for somebody who has it.
    """
    words = composer.words["papers"]
    return [
        PaperBrief(
            variant,
            words["names"][variant],
            f"{page_address}{item.id}-{words['endings'][variant]}.pdf",
            element="",
            element_name="",
            landscape=False,
        )
        for variant in _variants(item)
    ]


def _variants(item: Gathering | Role) -> tuple[PackVariant, ...]:
    return ("participants", "leaders") if isinstance(item, Gathering) else ("own",)

"""Small views that many pages contain: links, prose, items as they stand in lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from ...attachments.pictures import PictureShown
from ...markdown.text import NO_TEXT, Text
from ...model.item import Item
from .date_shown import DateShown
from .stop_shown import StopShown

Shown = TypeVar("Shown")
"""The view of a point of a list."""
Shape = Literal["kick-off", "gathering", "gathering-two-days", "between", "supervision", "festival", "internal"]
"""Name of a symbol in ``icons.svg``: what a step of the timeline is."""


@dataclass(frozen=True)
class Link:
    """A name, with the address that it leads to where there is one."""

    text: str
    address: str | None = None
    """Site address (``programmer/x/``, from the portal's root), absolute URL, or None: plain text."""


@dataclass(frozen=True)
class Prose:
    """An editor's Markdown, parsed but not rendered yet, with the addresses that its links lead to."""

    text: Text = NO_TEXT
    links: Mapping[str, str] = field(default_factory=dict)
    """Target of a link, as written → site address."""
    pictures: Mapping[str, PictureShown] = field(default_factory=dict)
    """Site address of a picture → how it is shown."""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def first(self) -> "Prose":
        """Its first paragraph."""
        return replace(self, text=self.text.first)

    @property
    def rest(self) -> "Prose":
        """What follows its first paragraph."""
        return replace(self, text=self.text.rest)


NOTHING = Prose()
"""No prose: falsy, and templates show nothing for it."""


@dataclass(frozen=True)
class ListPart(Generic[Shown]):
    """A part of a section with lists: prose, and the points of the list below it, numbered from ``start``.

    A section is a tuple of these, so that everything in it is shown in the order it was written.
    """

    prose: Prose
    points: tuple[Shown, ...]
    start: int = 1


@dataclass(frozen=True)
class Entry(Generic[Shown]):
    """A point that means an item, with the view of the item to show in its place."""

    item: Shown | None
    """None where the point means no item: its own words are shown."""
    said: Prose = NOTHING
    """The whole point, where it says more than the item's name."""


@dataclass(frozen=True)
class ProgrammeMark:
    """A programme's mark on pages and cards: its colour (by id), picture and name, with the address of its page."""

    id: str
    name: str
    short_name: str
    address: str
    picture: str
    """Symbol in ``art.svg``; «mark» where the programme has none."""


@dataclass(frozen=True)
class GatheringBrief:
    """A gathering as it stands in lists and on cards."""

    id: str
    name: str
    address: str | None
    """None for a gathering that is only mentioned: it has no page."""
    shape: Shape
    kind: str
    """Word for its type: «Samling», «Kick-off», «Veiledning» …"""
    date: DateShown
    """In one line."""
    place: str
    """«Losby Gods», or empty."""
    audience: str
    """«Ledere og fagutviklere», or empty."""
    summary: str
    """First paragraph as plain text, or empty."""
    roles: tuple[str, ...]
    """Ids of the roles it is for; empty means everyone."""
    cohorts: str = ""
    """«Kull 1»: the cohort whose date it is; empty where that is the reader's own, or everyone's."""
    stop: StopShown | None = None
    """Its times, and what became of them; None where date and place say all of it."""


@dataclass(frozen=True)
class FormShown:
    """One form of a resource: a film, a PDF …"""

    icon: str
    """Symbol in ``icons.svg``."""
    kind: str
    """«Film», «PDF» … or the editor's own word."""
    link: Link
    """Its address is None where there is nothing to open."""
    coming: bool
    """True where the editor has said that it will come. False and no address: its link is missing."""


@dataclass(frozen=True)
class FacetValue:
    """A value that a library can be filtered by: «Film», «Leder»; ``key`` is its text as a slug."""

    key: str
    text: str


@dataclass(frozen=True)
class ResourceRow:
    """A resource as it stands in lists and libraries."""

    name: str
    address: str
    programme: ProgrammeMark | None
    """None for a resource that all programmes share."""
    summary: str
    forms: tuple[FormShown, ...]
    """Empty where its form is not known."""
    missing: str
    """«Lenken mangler», «Lenke til PDF mangler» …, or empty when nothing is missing."""
    used_in: tuple[Link, ...]
    """Items that refer to it."""
    details: str
    """«Av Peter Senge · 12 minutter · norsk», or empty."""
    facets: Mapping[str, tuple[FacetValue, ...]]
    """Name of a filter of the library (``kind``, ``role``, ``programme``, ``focus``) → the resource's values in it."""


@dataclass(frozen=True)
class InspirationBrief:
    """An inspiration link as it stands in lists, in the colour of the programme it belongs to."""

    name: str
    address: str
    programme: ProgrammeMark | None
    borrowed: bool
    """True where it is shown in another programme than its own."""
    summary: str
    target: str | None
    """URL that it leads to; None where the link is missing."""
    belongs_to: tuple[Link, ...]
    """Focus areas and gatherings that refer to it."""


@dataclass(frozen=True)
class FocusBrief:
    """A focus area as it stands in lists."""

    name: str
    address: str
    summary: str


@dataclass(frozen=True)
class SheetBrief:
    """A reflection sheet as it stands in lists: what it is for, and links to open and to print it."""

    name: str
    address: str
    """Of its page, where it is filled in."""
    summary: str
    asks: str
    """How much there is to answer: «11 utsagn», «4 spørsmål»."""
    shapes: tuple[str, ...]
    """Symbols of its scale in ``icons.svg``; empty where nothing is rated."""
    used_at: tuple[Link, ...]
    paper: str
    """Address of the place on its page that lists the papers."""


@dataclass(frozen=True)
class TaskLine:
    """A point to tick off: what to do, and perhaps a few words about it."""

    text: Prose
    """One line of Markdown, shown in bold type."""
    detail: Prose = NOTHING
    """The rest of that line."""
    rest: Prose = NOTHING
    """What stands below that line in the point: a list, another paragraph."""
    done: bool = False
    """True where the editor has ticked it off (``- [x]``)."""


@dataclass(frozen=True)
class Section:
    """A heading with the prose below it."""

    id: str
    """Anchor."""
    title: str
    """The heading as plain text."""
    body: Prose
    heading: Prose = NOTHING
    """The heading as an editor marked it; empty for a fixed heading."""


Sections = Mapping[str, tuple[Section, ...]]
"""The attribute of a fixed heading → the editor's own sections that follow it in the file; «» → those before all."""


@dataclass(frozen=True)
class Group:
    """A kind that has a group in «Alt i …»."""

    kind: type[Item]
    name: str
    """A key of the catalogue's ``within``."""


@dataclass(frozen=True)
class Listed:
    """A kind that has a page listing all its items."""

    name: str
    """Of the kind, as in the catalogue."""
    kind: type[Item]
    section: str
    """Key in the catalogue's ``nav`` of the word in the portal's head that leads to that page."""


@dataclass(frozen=True)
class WithinGroup:
    """One group of «Alt i …»."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Within:
    """«Alt i …»: links to all pages of a programme, on each of them. It never lists other programmes' pages."""

    programme: ProgrammeMark
    groups: tuple[WithinGroup, ...]

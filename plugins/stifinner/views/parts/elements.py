"""The small things that many pages show: links, dates, prose, marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from ...attachments.pictures import PictureShown
from ...markdown.text import NO_TEXT, Text
from ...model.item import Item
from .date_shown import DateShown

Shown = TypeVar("Shown")
Shape = Literal["kick-off", "gathering", "gathering-two-days", "between", "supervision", "festival"]
"""Name of a shape in ``icons.svg``: the kind of a thing on the timeline."""


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere, or that is only a name."""

    text: str
    address: str | None = None
    """Site address (``programmer/x/``, from the portal's root), absolute URL, or None: plain text."""


@dataclass(frozen=True)
class Prose:
    """An editor's Markdown, parsed and still unrendered, with what its links lead to."""

    text: Text = NO_TEXT
    links: Mapping[str, str] = field(default_factory=dict)
    """Target as written → site address."""
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


@dataclass(frozen=True)
class ListPart(Generic[Shown]):
    """Some of a section, as it was written: prose, and the points of the list below it, numbered from ``start``."""

    prose: Prose
    points: tuple[Shown, ...]
    start: int = 1


@dataclass(frozen=True)
class Entry(Generic[Shown]):
    """A point that means a thing, shown as the thing itself."""

    thing: Shown | None
    """None where the point stands in its own words."""
    said: Prose = NOTHING
    """The whole point, where it says more than the thing's name."""


@dataclass(frozen=True)
class ProgrammeMark:
    """How a programme signs what belongs to it: colour (by id), picture, name."""

    id: str
    name: str
    short_name: str
    address: str
    picture: str
    """Symbol in ``art.svg``; «mark» where the programme has none."""


@dataclass(frozen=True)
class GatheringBrief:
    """A gathering as it stands in lists, cards and neighbours."""

    id: str
    name: str
    address: str | None
    """None for a gathering that is only mentioned: it has no page."""
    shape: Shape
    kind: str
    """Word for the kind: «Samling», «Kick-off», «Veiledning» …"""
    date: DateShown
    place: str
    """«Losby Gods», or empty."""
    audience: str
    """«Ledere og fagutviklere», or empty."""
    summary: str
    """First paragraph as plain text, or empty."""
    roles: tuple[str, ...]
    """Ids of the roles it is for; empty means everyone."""


@dataclass(frozen=True)
class FormShown:
    """One form of a resource: a film, a PDF …"""

    icon: str
    """Symbol in ``icons.svg``."""
    kind: str
    """«Film», «PDF» … or the editor's own word."""
    link: Link
    """Text is what the link says; address None when there is nothing to open."""
    coming: bool
    """It is said to come; otherwise, without an address, its link is lost."""


@dataclass(frozen=True)
class FacetValue:
    """Something a library can be filtered by: «Film», «Leder»; its key is the same as a slug."""

    key: str
    text: str


@dataclass(frozen=True)
class ResourceRow:
    """A resource as it stands in lists and libraries."""

    name: str
    address: str
    programme: ProgrammeMark | None  # None: shared by all programmes
    summary: str
    forms: tuple[FormShown, ...]
    """Empty: the form is not known."""
    missing: str
    """«Lenken mangler», «Lenke til PDF mangler» …, or empty when nothing is missing."""
    used_in: tuple[Link, ...]
    details: str
    """«Av Peter Senge · 12 minutter · norsk», or empty."""
    facets: Mapping[str, tuple[FacetValue, ...]]
    """What the library filters by: «kind», «role», «programme», «focus» → values."""


@dataclass(frozen=True)
class InspirationBrief:
    """An inspiration link in the colour of the programme that lends it."""

    name: str
    address: str
    programme: ProgrammeMark | None
    borrowed: bool
    """True where it is shown in another programme than its own."""
    summary: str
    target: str | None
    """URL, or None: «Lenken mangler»."""
    belongs_to: tuple[Link, ...]
    """Focus areas and gatherings that point to it."""


@dataclass(frozen=True)
class FocusBrief:
    """A focus area in a list."""

    name: str
    address: str
    summary: str


@dataclass(frozen=True)
class SheetBrief:
    """A reflection sheet in a list: what it is for, and how it is opened."""

    name: str
    address: str
    """Its page, where it is filled in."""
    summary: str
    asks: str
    """«11 utsagn», «4 spørsmål»."""
    shapes: tuple[str, ...]
    """Symbols of its scale in ``icons.svg``; empty where nothing is rated."""
    used_at: tuple[Link, ...]
    paper: str
    """Where its page lists the papers."""


@dataclass(frozen=True)
class TaskLine:
    """A line to tick off: what to do, and perhaps a few words about it."""

    text: Prose
    """One line of Markdown, shown in bold type."""
    detail: Prose = NOTHING
    """The rest of that line."""
    rest: Prose = NOTHING
    """What else stands in the point: a list, another paragraph."""
    done: bool = False


@dataclass(frozen=True)
class Section:
    """A heading of the editor's own with its text; kept as it stands."""

    id: str
    """Anchor."""
    title: str
    body: Prose
    heading: Prose = NOTHING
    """The title with its marks."""


Sections = Mapping[str, tuple[Section, ...]]
"""Sections by the fixed heading (its attribute) that they follow in the file; «» before them all."""


@dataclass(frozen=True)
class Group:
    """A kind that has a group in «Alt i …»."""

    kind: type[Item]
    name: str
    """A key of the catalogue's ``within``."""


@dataclass(frozen=True)
class Listed:
    """A kind that has a page of all of them."""

    name: str
    """As in the catalogue."""
    kind: type[Item]
    section: str
    """The word of the portal's head that leads there."""


@dataclass(frozen=True)
class WithinGroup:
    """One group in the list of all pages of a programme."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Within:
    """From every page of a programme the way to its other pages; never the portal's whole tree."""

    programme: ProgrammeMark
    groups: tuple[WithinGroup, ...]

"""What the frame around every page shows: name, words of the head, search, light/dark, the phone's menu, the foot."""

from dataclasses import dataclass

from ..parts.elements import Link, ProgrammeMark, Prose, Within


@dataclass(frozen=True)
class NavWord:
    """One of the words of the head: «Programmer», «Roller» …"""

    text: str
    address: str
    section: str
    """Its key in the catalogue's ``nav``; on pages with the same ``section`` this word is marked as current."""


@dataclass(frozen=True)
class ProblemShown:
    """A problem in the content, shown above the last good page while an editor works (``serve`` only)."""

    place: str
    """Path and line in the content: «programmer/x/index.md, linje 4»."""
    message: str
    hint: str


@dataclass(frozen=True)
class PortalFrame:
    """What is the same on every page."""

    name: str
    html_lang: str
    mark: str
    """Address of the organisation's mark (its picture in the head); empty: the portal's own ring."""
    sample: bool
    """A sample portal: no page may be indexed by search engines, and every page says what it is."""
    notice: str
    """Text of the thin band at the top, or empty."""
    words: tuple[NavWord, ...]
    contact: str
    """The words of the fixed heading under which a programme says whom to ask: «Kontakt»."""
    footer: Prose
    programmes: tuple[Link, ...]
    """At most a dozen; beyond that one link to all of them."""
    handbook: Link | None
    """The handbook for editors; None where it is not written in the portal's language."""
    gaps: Link
    """The page of what is missing, for editors."""
    pages: tuple[Link, ...]
    """Ordinary pages: about, privacy, accessibility."""


@dataclass(frozen=True)
class PageFrame:
    """What differs from page to page."""

    title: str
    """For the browser's tab, the portal's name included."""
    description: str
    section: str
    """``section`` of the NavWord that the page stands under, or empty."""
    programme: ProgrammeMark | None
    within: Within | None
    """«Alt i …», above the foot and in the phone's menu; None outside programmes."""
    field: bool
    """True where the page's head stands on the programme's colour field."""
    private: bool = False
    """True where people write answers: the page can send nothing, and so has no search either."""
    bare: bool = False
    """True for pages for printing: nothing of the frame is around them, and no search engine lists them."""
    feed: Link | None = None
    """The feed of what has changed in what the page is about; None where there is none."""
    unlisted: bool = False
    """True for pages that only editors look for: in no search and no list of pages."""

    @property
    def listed(self) -> bool:
        """Whether the portal's search, its sitemap and search engines may list it."""
        return not (self.bare or self.unlisted)

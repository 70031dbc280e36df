"""The frame around every page: name, four words, search, light/dark, the menu on the phone, the foot."""

from dataclasses import dataclass

from ..parts.elements import Link, ProgrammeMark, Prose, Within


@dataclass(frozen=True)
class NavWord:
    """One of the four words of the head."""

    text: str
    address: str
    section: str
    """Which part of the portal it stands for; compared with the page's own to mark where the reader is."""


@dataclass(frozen=True)
class ProblemShown:
    """A problem in the content, shown above the last good page while an editor works (``serve`` only)."""

    place: str
    """«programmer/x/index.md, linje 4»."""
    message: str
    hint: str


@dataclass(frozen=True)
class PortalFrame:
    """What is the same on every page."""

    name: str
    html_lang: str
    mark: str
    """Address of the organisation's mark, or empty: the portal's own ring."""
    sample: bool
    """A sample portal: no page may be indexed by search engines, and every page says what it is."""
    notice: str
    """The thin band at the top, or empty."""
    words: tuple[NavWord, ...]
    contact: str
    """The heading below which a programme says whom to ask."""
    footer: Prose
    programmes: tuple[Link, ...]
    """At most a dozen; beyond that one link to all of them."""
    handbook: Link | None
    """For editors; None where there is none in the portal's language."""
    gaps: Link
    """What is missing: shown to those who can edit."""
    pages: tuple[Link, ...]
    """Ordinary pages: about, privacy, accessibility."""


@dataclass(frozen=True)
class PageFrame:
    """What differs from page to page."""

    title: str
    """For the browser's tab, the portal's name included."""
    description: str
    section: str
    """The NavWord it belongs to, or empty."""
    programme: ProgrammeMark | None
    within: Within | None
    """Shown above the foot and in the phone's menu."""
    field: bool
    """True where the head stands on the programme's colour field."""
    private: bool = False
    """True where people write answers: the page can send nothing, and so has no search either."""
    bare: bool = False
    """True for pages for printing: nothing of the frame is around them, and no search engine lists them."""
    unlisted: bool = False
    """True for pages that only those who write look for: in no search and no list of pages."""

    @property
    def listed(self) -> bool:
        """Whether the portal's search, its sitemap and search engines may list it."""
        return not (self.bare or self.unlisted)

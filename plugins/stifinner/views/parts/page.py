"""What every class of page declares beside the fields that it shows."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Page:
    """A page. Its template is named after its class: ``GatheringPage`` → ``fragments/gathering_page.html``.

    The root element of the template has that name as a class: ``page--gathering``.
    """

    styles: ClassVar[str] = ""
    """Style sheets beside those of all pages: names of files in ``assets/css``, with spaces between."""
    scripts: ClassVar[str] = ""
    """Scripts beside those of all pages, in order: names of files in ``assets/js``, with spaces between."""
    is_list: ClassVar[bool] = False
    """Whether it repeats what other pages say of themselves; the search ranks it below those."""
    is_for_printing: ClassVar[bool] = False
    """Whether it has no frame around it, and links are printed with their whole addresses."""
    has_search: ClassVar[bool] = True
    """Whether readers can search from it. Not where they write answers: such a page may not fetch anything."""


@dataclass(frozen=True)
class PageBelow:
    """A page below an item's own, for some of its readers; it is shown as pages of another kind are."""

    kind: str
    """Name of that kind."""
    address: str
    title: str
    lede: str
    """What it is about, as plain words."""
    view: Page
    draft: bool = False
    """Whether those readers are ones of a draft, though the item is none."""

"""What every page declares beside what it shows."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Page:
    """A page. The template of ``GatheringPage`` is ``fragments/gathering_page.html``, and its root has that name."""

    styles: ClassVar[str] = ""
    """Blocks of its own, beside those of all pages: names of files in ``assets/css``."""
    scripts: ClassVar[str] = ""
    """Behaviours of its own, in order: names of files in ``assets/js``."""
    is_list: ClassVar[bool] = False
    """Whether it says again what pages of their own say; the search puts it after them."""
    is_for_printing: ClassVar[bool] = False
    """Whether nothing is around it, and links show their whole addresses."""
    has_search: ClassVar[bool] = True
    """Whether one can search from it; not where answers are written, from where nothing may be fetched."""

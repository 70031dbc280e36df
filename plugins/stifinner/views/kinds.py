"""The registry of kinds in the views: which page each kind has, and where in the portal it stands.

What the layers below the views ask about a kind is declared in ``model/kinds.py``, under the same names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..graph.portal_graph import ProgrammeParts
from ..model.item import Item
from ..model.kinds import KINDS as MODEL_KINDS
from ..model.programme import Programme
from .pages.article import ArticlePage, compose_article_page
from .pages.changes import ChangesPage
from .pages.cohort import CohortPage, compose_cohort_page, compose_roles_in_cohort, missing_of_cohort
from .pages.focus_area import FocusAreaPage, compose_focus_area_page
from .pages.front import FrontPage, compose_front_page
from .pages.gaps import GapsPage, Missing
from .pages.gathering import GatheringPage, compose_gathering_page, missing_of_gathering
from .pages.handbook import HandbookPage
from .pages.inspiration import (
    InspirationPage,
    InspirationsPage,
    compose_inspiration_page,
    compose_inspirations_page,
    missing_of_inspiration,
)
from .pages.library import LibraryPage, compose_library_page
from .pages.programme import ProgrammePage, compose_programme_page, missing_of_programme
from .pages.resource import ResourcePage, compose_resource_page, missing_of_resource
from .pages.role import RolePage, compose_role_page, missing_of_role
from .pages.sheet import SheetPage, compose_sheet_page, missing_of_sheet
from .pages.track import TrackPage, compose_track_page
from .papers.print_page import PrintPage, SheetPrintPage, print_gathering, print_role, print_sheet
from .parts.composer import Composer
from .parts.elements import Group, Listed
from .parts.page import Page, PageBelow
from .parts.texts import missing_summary
from .wheel.shown import WheelPage

OfItem = Callable[[Composer, Any], Page]
ListPage = LibraryPage | InspirationsPage


@dataclass(frozen=True)
class KindShown:
    """How a kind is shown."""

    page: type[Page]
    compose: OfItem
    """Composes the page of one item."""
    section: str
    """Key in the catalogue's ``nav`` of the word in the portal's head that its pages stand under; empty: none."""
    field: bool = True
    """Whether the page's head stands on the colour field of its programme."""
    private: bool = False
    """Whether answers are written on the page, so that it may send nothing."""
    missing: Missing | None = missing_summary
    """Tells what an item lacks; None: nothing is asked of this kind."""
    group: str = ""
    """Its group in «Alt i …»: a key of the catalogue's ``within``; empty: it stands in none."""
    group_order: int = 0
    """Groups in «Alt i …» are sorted by this number."""
    print_page: Callable[[Composer, Any, str], Page] | None = None
    """Composes the page for printing, from an item's page (a view) and its address; None: the kind has none."""
    below: Callable[[Composer, Any], Iterable[PageBelow]] | None = None
    """Composes further pages that stand below an item's own, beside the page for printing; None: there are none."""
    list_page: Callable[[Composer, ProgrammeParts | None], ListPage | None] | None = None
    """Composes the page that lists all items of the kind, in a programme or in the portal; None: the kind has no such
    page. The function itself gives None where there is no item to list."""


def _with_programme(compose: Callable[[Composer, ProgrammeParts, Any], Page]) -> OfItem:
    """Make a function of composer and item from one that is also given the item's programme.

    For kinds whose items always belong to a programme; so all entries of ``KINDS`` are called alike.
    """
    return lambda composer, item: compose(composer, composer.graph.by_id[item.programme], item)


def _programme(composer: Composer, item: Programme) -> Page:
    return compose_programme_page(composer, composer.graph.by_id[item.id])


KINDS: dict[str, KindShown] = {
    "portal": KindShown(
        FrontPage, lambda composer, _: compose_front_page(composer), section="", field=False, missing=None
    ),
    "programme": KindShown(ProgrammePage, _programme, section="programmes", missing=missing_of_programme),
    "gathering": KindShown(
        GatheringPage,
        _with_programme(compose_gathering_page),
        section="programmes",
        missing=missing_of_gathering,
        group="gatherings",
        group_order=1,
        print_page=print_gathering,
    ),
    "cohort": KindShown(
        CohortPage,
        _with_programme(compose_cohort_page),
        section="programmes",
        missing=missing_of_cohort,
        group="cohorts",
        group_order=0,
        below=compose_roles_in_cohort,
    ),
    "role": KindShown(
        RolePage,
        _with_programme(compose_role_page),
        section="roles",
        missing=missing_of_role,
        group="roles",
        group_order=2,
        print_page=print_role,
    ),
    "track": KindShown(
        TrackPage, _with_programme(compose_track_page), section="programmes", group="tracks", group_order=3
    ),
    "focus_area": KindShown(
        FocusAreaPage,
        _with_programme(compose_focus_area_page),
        section="programmes",
        group="focus_areas",
        group_order=4,
    ),
    "resource": KindShown(
        ResourcePage,
        compose_resource_page,
        section="resources",
        field=False,
        missing=missing_of_resource,
        list_page=compose_library_page,
    ),
    "inspiration": KindShown(
        InspirationPage,
        compose_inspiration_page,
        section="inspiration",
        missing=missing_of_inspiration,
        group="inspirations",
        group_order=6,
        list_page=compose_inspirations_page,
    ),
    "sheet": KindShown(
        SheetPage,
        _with_programme(compose_sheet_page),
        section="programmes",
        private=True,
        missing=missing_of_sheet,
        group="sheets",
        group_order=5,
        print_page=print_sheet,
    ),
    "article": KindShown(
        ArticlePage,
        compose_article_page,
        section="programmes",
        field=False,
        missing=None,
        group="articles",
        group_order=7,
    ),
}
"""Name of a kind, as in the catalogue → how it is shown. Pages, and what is missing, are told in this order."""

OTHER_PAGES: tuple[type[Page], ...] = (
    LibraryPage,
    InspirationsPage,
    ChangesPage,
    GapsPage,
    HandbookPage,
    PrintPage,
    SheetPrintPage,
    WheelPage,
)
"""Pages that do not show one item."""


def every_page() -> tuple[type[Page], ...]:
    """Give every class of page there is; each has its own template, styles and scripts."""
    return (*(shown.page for shown in KINDS.values()), *OTHER_PAGES)


def kinds_inside() -> tuple[str, ...]:
    """Name the kinds whose files lie inside a programme, but for ordinary pages."""
    return tuple(name for name in KINDS if MODEL_KINDS[name].lies in {"inside", "shared"})


def groups() -> tuple[Group, ...]:
    """Give the groups of «Alt i …» in their order."""
    grouped = sorted(((shown.group_order, name) for name, shown in KINDS.items() if shown.group))
    return tuple(Group(MODEL_KINDS[name].cls, KINDS[name].group) for _, name in grouped)


def missing_by_kind() -> dict[type[Item], Missing]:
    """Give the functions that tell what an item lacks, by the class of its kind."""
    return {MODEL_KINDS[name].cls: shown.missing for name, shown in KINDS.items() if shown.missing}


def lists() -> tuple[Listed, ...]:
    """Give the kinds that have a page listing all their items."""
    return tuple(Listed(name, MODEL_KINDS[name].cls, one.section) for name, one in KINDS.items() if one.list_page)

"""The registry of kinds for all layers below the views, and how a file's path says which kind it is.

How a kind is shown is declared in ``views/kinds.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..language.misread import Misread
from ..language.phrases import Phrases
from .article import Article
from .cohort import Cohort
from .focus_area import FocusArea
from .gathering import Gathering
from .inspiration import Inspiration
from .item import Item
from .place import Place
from .portal import Portal
from .programme import Programme
from .resource import Resource
from .role import Role
from .sheet import Sheet
from .track import Track

Lies = Literal["front", "home", "inside", "shared", "beside front"]
"""Where the files of a kind lie.

``front``: the portal's ``index.md``; ``home``: a programme's ``index.md``; ``inside``: a programme's folder for the
kind; ``shared``: there, or in such a folder beside the programmes, for all of them; ``beside front``: there, or beside
the front page.
"""


@dataclass(frozen=True)
class Kind:
    """What is declared of a kind."""

    cls: type[Item]
    lies: Lies = "inside"
    command: str = ""
    """What ``stifinner new`` calls it in English; empty: its name in the catalogue."""
    asked: tuple[str, ...] = ()
    """Facts that ``stifinner new`` asks for, beside those that every file of the kind must have."""
    begun: tuple[str, ...] = ()
    """Headings that a new file begins with an example of, since a file without them would say nothing."""
    begun_with_gatherings: str = ""
    """The heading under which a new file lists the programme's gatherings (attribute); empty: it does not."""
    lists: Literal["", "portal", "programmes"] = ""
    """Where a page lists all items of the kind: one for the portal, one for each programme too, or nowhere (empty)."""
    coins_words: bool = False
    """Whether its titles have words of the programme's own, which are to be spelled alike everywhere."""
    is_printed: bool = False
    """Whether its page has a page for printing below it, and PDFs beside that."""
    places: tuple[str, ...] = ()
    """Parts of its page that a link may lead to without a heading in the file (keys of the catalogue's ``anchors``)."""
    shown_at: Mapping[str, str] = field(default_factory=dict)
    """Attribute of a fixed heading → the part of the page that it stands in, where that has another name."""


KINDS: dict[str, Kind] = {
    "portal": Kind(Portal, lies="front", places=("i_am", "programmes")),
    "programme": Kind(
        Programme,
        lies="home",
        coins_words=True,
        asked=("audience",),
        places=(
            *("timeline", "about", "editions", "tracks", "roles", "focus", "principles", "resources", "inspiration"),
            *("articles", "stories", "print"),
        ),
    ),
    "track": Kind(
        Track, coins_words=True, places=("about_track", "tracks", "gatherings", "resources", "inspiration", "sheets")
    ),
    "role": Kind(
        Role,
        coins_words=True,
        is_printed=True,
        places=("way", "role", "support", "duties", "focus", "resources", "sheets", "print"),
    ),
    "gathering": Kind(
        Gathering,
        asked=("date", "time", "place"),
        is_printed=True,
        places=("before", "on_the_day", "after", "work_between", "inspiration", "sheets", "print"),
    ),
    "cohort": Kind(Cohort, asked=("participants",), begun_with_gatherings="schedule"),
    "place": Kind(Place, lies="shared", asked=("address",), places=("about_place", "gatherings")),
    "focus_area": Kind(
        FocusArea,
        coins_words=True,
        places=("about_focus", "questions", "gatherings", "resources", "inspiration", "sheets"),
    ),
    "resource": Kind(Resource, lies="shared", coins_words=True, lists="programmes"),
    "inspiration": Kind(Inspiration, lies="shared", asked=("link",), lists="portal"),
    "sheet": Kind(
        Sheet,
        coins_words=True,
        begun=("elements",),
        is_printed=True,
        places=("fill_in", "together", "about_sheet", "plan", "code", "print"),
        shown_at={
            "elements": "fill_in",
            "questions": "fill_in",
            "steps": "about_sheet",
            "discussion": "together",
        },
    ),
    "article": Kind(Article, lies="beside front", command="page"),
}
"""Name of a kind, as in the catalogue → what is declared of it. Files that are made of all kinds keep this order."""


def name_of(item: Item) -> str:
    """Find the name of an item's kind, as in the catalogue."""
    return next(name for name, kind in KINDS.items() if type(item) is kind.cls)


def kind_of(item: Item) -> Kind:
    """Find what is declared of an item's kind."""
    return KINDS[name_of(item)]


def may_be_shared(name: str) -> bool:
    """Tell whether items of a kind may lie outside the programmes, in a folder for all of them."""
    return KINDS[name].lies == "shared"


@dataclass(frozen=True)
class FilePlace:
    """What a file's path says of it."""

    kind: str
    """Name of its kind."""
    programme: str
    """Id of the programme that it lies in; empty for what is shared, and for the front page."""
    id: str


def place_of(path: str, phrases: Phrases) -> FilePlace:
    """Read kind, programme and id off a path relative to the content folder.

    Raises Misread ``unknown-folder`` or ``no-place``.
    """
    folders = phrases["folders"]
    kinds = {folders[name]: name for name in KINDS if name in folders}
    lying = {kind.lies: name for name, kind in KINDS.items()}
    shared = [name for name in KINDS if may_be_shared(name)]
    parts = path.removesuffix(".md").split("/")
    match parts:
        case ["index"]:
            return FilePlace(lying["front"], "", "index")
        case [name]:
            return FilePlace(lying["beside front"], "", name)
        case [folder, name] if kinds.get(folder) in shared:
            return FilePlace(kinds[folder], "", name)
        case [folder, programme, "index"] if folder == folders["programmes"]:
            return FilePlace(lying["home"], programme, programme)
        case [folder, programme, part, name] if folder == folders["programmes"] and part in kinds:
            return FilePlace(kinds[part], programme, name)
        case [folder, _, part, _] if folder == folders["programmes"]:
            raise Misread("unknown-folder", folder=part, choices=list(kinds))
        case [folder, _] if folder != folders["programmes"]:
            raise Misread("unknown-folder", folder=folder, choices=[folders["programmes"], *map(folders.get, shared)])
    raise Misread("no-place")

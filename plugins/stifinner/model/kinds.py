"""The one registry of kinds, and which kind a file is: its folder says so."""

from dataclasses import dataclass

from ..language.misread import Misread
from ..language.phrases import Phrases
from .article import Article
from .focus_area import FocusArea
from .gathering import Gathering
from .inspiration import Inspiration
from .item import Item
from .portal import Portal
from .programme import Programme
from .resource import Resource
from .role import Role
from .sheet import Sheet
from .track import Track

KINDS: dict[str, type[Item]] = {
    "portal": Portal,
    "programme": Programme,
    "track": Track,
    "role": Role,
    "gathering": Gathering,
    "focus_area": FocusArea,
    "resource": Resource,
    "inspiration": Inspiration,
    "sheet": Sheet,
    "article": Article,
}
"""Name of a kind (as in the catalogue) → its class."""

SHARED = ("resource", "inspiration")
"""Kinds that may also stand outside a programme, shared by all."""


def kind_of(item: Item) -> str:
    """Name of an item's kind, as in the catalogue."""
    return next(kind for kind, cls in KINDS.items() if type(item) is cls)


@dataclass(frozen=True)
class Place:
    """What a file's path says of it."""

    kind: str
    programme: str
    """Empty for what belongs to no programme."""
    id: str


def place_of(path: str, phrases: Phrases) -> Place:
    """Kind, programme and id of a file. Raises Misread ``unknown-folder`` or ``no-place``."""
    folders: dict[str, str] = phrases["folders"]
    kinds = {folders[kind]: kind for kind in KINDS if kind in folders}
    parts = path.removesuffix(".md").split("/")
    match parts:
        case ["index"]:
            return Place("portal", "", "index")
        case [name]:
            return Place("article", "", name)
        case [folder, name] if kinds.get(folder) in SHARED:
            return Place(kinds[folder], "", name)
        case [folder, programme, "index"] if folder == folders["programmes"]:
            return Place("programme", programme, programme)
        case [folder, programme, part, name] if folder == folders["programmes"] and part in kinds:
            return Place(kinds[part], programme, name)
        case [folder, _, part, _] if folder == folders["programmes"]:
            raise Misread("unknown-folder", folder=part, choices=list(kinds))
        case [folder, _] if folder != folders["programmes"]:
            shared = [folders[kind] for kind in SHARED]
            raise Misread("unknown-folder", folder=folder, choices=[folders["programmes"], *shared])
    raise Misread("no-place")

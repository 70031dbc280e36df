"""A programme, or the umbrella that local editions are part of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from ..source.body import split_items, split_subsections
from ..source.source_file import RawSection, Text
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection
from .values import Hue, Id, Names, Number, OneOf


@dataclass(frozen=True)
class Principles:
    """A named list of principles: values, shifts."""

    title: str
    intro: Text
    items: tuple[Text, ...]


def _principles(value: Sequence[RawSection]) -> tuple[Principles, ...]:
    before, parts = split_subsections(value[0].text)
    named = [(part.title, split_items(part.text)) for part in parts]
    if not parts:
        named = [(value[0].title, split_items(before))]
    return tuple(Principles(title, intro, items) for title, (intro, items) in named)


class Programme(Item):
    """``programmer/<id>/index.md``."""

    short_name: str = ""
    """Short name for places with little room."""
    type: Annotated[str, BeforeValidator(OneOf("programme_type"))] = "programme"
    """Programme, or umbrella over local editions."""
    hue: Hue | None = None
    """The programme's colour: a number from 0 to 360 on the colour wheel."""
    picture: str = ""
    """Name of the programme's picture."""
    audience: str = ""
    """Whom it is for, in words."""
    organisations: Names = ()
    """Who takes part."""
    provider: str = ""
    """Who delivers it."""
    part_of: Id = ""
    """The umbrella it is a local edition of."""
    state: Annotated[str, BeforeValidator(OneOf("state"))] = ""
    """Planned, running or completed, where the dates can't tell."""
    notice: str = ""
    """What its readers must know of these pages: retold, fictional."""
    order: Number | None = None
    """Place among the programmes."""
    timeline: TextSection = Text("", 0)
    """A sentence or two above the timeline."""
    principles: Annotated[tuple[Principles, ...], BeforeValidator(_principles)] = ()
    """Named lists of principles."""
    focus_areas: ListSection = ItemList(Text("", 0), ())
    """A sentence above the focus areas."""
    resources: ReferenceSection = ()
    """Resources borrowed from elsewhere."""
    inspirations: ReferenceSection = ()
    """Inspiration borrowed from elsewhere."""
    steering_group: TextSection = Text("", 0)
    """Who steers it."""
    project_groups: TextSection = Text("", 0)
    """Who carries it out, organisation by organisation."""
    sign_up: TextSection = Text("", 0)
    """How to sign up."""
    stories: TextSection = Text("", 0)
    """Whom to send a practice story to. Left out: the portal's own contact, where it has one."""
    contact: TextSection = Text("", 0)
    """Whom to ask."""

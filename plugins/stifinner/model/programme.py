"""A programme, or the umbrella that local editions are part of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator

from ..markdown.text import NO_TEXT, RawSection, Text, split_sections
from .item import (
    Item,
    ItemList,
    ListSection,
    ReferenceSection,
    TextSection,
    list_of,
)
from .references import Refers
from .schedule.circumstances import TakingPart
from .values import Hue, Id, Names, Number, OneOf, State


@dataclass(frozen=True)
class Principles:
    """A list of principles with a title: values, changes to be made."""

    title: str
    points: ItemList[Text]
    line: int = 0
    """Line of its title; 0 where that is the section's own heading."""


def _principles(value: Sequence[RawSection]) -> tuple[Principles, ...]:
    """Read the section with lists of principles: one for each heading in it, and one for what stands above these."""
    before, parts = split_sections(value[0].text, 3)
    named = [(value[0].title, before, 0)] if before else []
    named += [(part.title, part.text, part.line) for part in parts]
    return tuple(Principles(title, list_of(text, lambda point: point), line) for title, text, line in named)


class Programme(TakingPart, Item):
    """``programmer/<id>/index.md``."""

    short_name: str = ""
    """A name for where there is little room."""
    type: Annotated[Literal["programme", "umbrella"], BeforeValidator(OneOf("programme_type"))] = "programme"
    """A programme, or an umbrella over local editions: a key of the catalogue's ``programme_type``."""
    hue: Hue | None = None
    """The programme's colour: a number from 0 to 360 on the colour wheel."""
    picture: str = ""
    """Name of a picture in the theme."""
    audience: str = ""
    """Whom it is for, in words."""
    organisations: Names = ()
    """Who takes part."""
    provider: str = ""
    """Who delivers it."""
    part_of: Annotated[Id, Refers("programme", shared=True)] = ""
    """The umbrella that it is a local edition of."""
    state: Annotated[Literal["", State], BeforeValidator(OneOf("state"))] = ""
    """Planned, running or completed, where the dates can't tell."""
    notice: str = ""
    """What readers must know of these pages, such as that they are retold or fictional."""
    order: Number | None = None
    """Its place among the programmes."""
    timeline: TextSection = NO_TEXT
    """A sentence or two above the timeline."""
    principles: Annotated[tuple[Principles, ...], BeforeValidator(_principles)] = ()
    """Named lists of principles."""
    focus_areas: Annotated[ListSection, Refers("focus_area", points="free")] = ItemList()
    """A sentence above the focus areas."""
    resources: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()
    """Resources that are borrowed from elsewhere."""
    inspirations: Annotated[ReferenceSection, Refers("inspiration", shared=True)] = ItemList()
    """Inspiration that is borrowed from elsewhere."""
    steering_group: TextSection = NO_TEXT
    """Who steers it."""
    project_groups: TextSection = NO_TEXT
    """Who carries it out, organisation by organisation."""
    how_to_sign_up: TextSection = NO_TEXT
    """How to sign up, in the editor's own words."""
    stories: TextSection = NO_TEXT
    """Whom to send a practice story to; left out: whom the portal names, if it does."""
    whom_to_ask: TextSection = NO_TEXT
    """Whom to ask, in the editor's own words."""

"""The page of a track."""

from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.gathering import Gathering
from ...model.track import Track
from ..parts.composer import Composer
from ..parts.elements import (
    Entry,
    GatheringBrief,
    InspirationBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    ResourceRow,
    Sections,
    Within,
)
from ..parts.page import Page
from ..parts.resource_row import compose_resource_parts
from ..parts.track_rows import TrackRow, track_rows
from ..parts.within import compose_within


@dataclass(frozen=True)
class TrackPage(Page):
    """A track: some of a programme's gatherings, with a purpose of their own."""

    styles = "resources inspiration hero duo way stop tracks"
    scripts = "next times when unfold"

    programme: ProgrammeMark
    name: str
    notice: str
    lede: Prose
    about: Prose
    part_of: Link | None
    """The larger track that it belongs to, or None."""
    parts: tuple[TrackRow, ...]
    """The smaller tracks that belong to it."""
    audience: tuple[Link, ...]
    gatherings: tuple[GatheringBrief, ...]
    resources: tuple[ListPart[Entry[ResourceRow]], ...]
    inspirations: tuple[ListPart[Entry[InspirationBrief]], ...]
    sections: Sections
    within: Within


def compose_track_page(composer: Composer, parts: ProgrammeParts, track: Track) -> TrackPage:
    """Compose the page of one track."""
    whole = parts.find(Track, track.part_of)
    gatherings = [g for g in parts.of(Gathering) if g.track == track.id]
    return TrackPage(
        programme=composer.mark_of(parts),
        name=track.title,
        notice=parts.programme.notice,
        lede=composer.prose(track, track.summary),
        about=composer.prose(track, track.about),
        part_of=Link(whole.title, address(whole)) if whole else None,
        parts=track_rows(parts, track.id),
        audience=composer.roles(parts, track.audience),
        gatherings=composer.briefs(parts, gatherings),
        resources=compose_resource_parts(composer, track, track.resources, ()),
        inspirations=composer.inspirations(track, track.inspirations),
        sections=composer.sections(track),
        within=compose_within(composer, parts),
    )

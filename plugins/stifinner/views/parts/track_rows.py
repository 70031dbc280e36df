"""The tracks of a programme as a tree: larger tracks, and below each the smaller ones that belong to it."""

from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.track import Track


@dataclass(frozen=True)
class TrackRow:
    """A track in the list of tracks, with the smaller tracks that belong to it."""

    name: str
    address: str
    summary: str
    parts: tuple["TrackRow", ...]


def track_rows(parts: ProgrammeParts, whole: str) -> tuple[TrackRow, ...]:
    """Compose the tracks that belong to a larger one, with those below them.

    ``whole``: id of the larger track; empty: tracks that belong to the programme itself.
    """
    return tuple(_track_row(parts, track) for track in parts.of(Track) if track.part_of == whole)


def _track_row(parts: ProgrammeParts, track: Track) -> TrackRow:
    return TrackRow(track.title, address(track), track.summary.plain, track_rows(parts, track.id))

"""The tracks of a programme as a list, parts under their whole."""

from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.track import Track


@dataclass(frozen=True)
class TrackRow:
    """A track in the programme's list of tracks; parts stand under their whole."""

    name: str
    address: str
    summary: str
    parts: tuple["TrackRow", ...]


def track_rows(parts: ProgrammeParts, whole: str) -> tuple[TrackRow, ...]:
    """The tracks that are part of a whole («»: of the programme itself), each with its own parts."""
    return tuple(_track_row(parts, track) for track in parts.of(Track) if track.part_of == whole)


def _track_row(parts: ProgrammeParts, track: Track) -> TrackRow:
    return TrackRow(track.title, address(track), track.summary.plain, track_rows(parts, track.id))

"""The points of a gathering's section on focus: links to focus areas, and points in its own words."""

from collections.abc import Iterable

from ..markdown.text import Text
from ..model.gathering import Gathering


def focus_targets(gathering: Gathering) -> Iterable[str]:
    """Give the targets, as written, of the points that are one link and nothing else."""
    return [target for point in gathering.focus_areas.items if (target := lone_target(point))]


def own_points(gathering: Gathering) -> tuple[Text, ...]:
    """Give the points that are not merely a link."""
    return tuple(point for point in gathering.focus_areas.items if not lone_target(point))


def lone_target(point: Text) -> str:
    """Give the target of a point that is one link and nothing else; empty for every other point."""
    inline = point.inline
    is_link = bool(inline) and inline[0].type == "link_open" and inline[-1].type == "link_close"
    alone = is_link and sum(token.type == "link_open" for token in inline) == 1 and not point.rest
    return str(inline[0].attrs["href"]) if alone else ""

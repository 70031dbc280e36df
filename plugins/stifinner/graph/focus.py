"""What a gathering's focus points are: links to focus areas, or points in its own words."""

from collections.abc import Iterable

from ..markdown.text import Text
from ..model.gathering import Gathering


def focus_targets(gathering: Gathering) -> Iterable[str]:
    """Targets, as written, of the points that are nothing but a link."""
    return [target for point in gathering.focus_areas.items if (target := lone_target(point))]


def own_points(gathering: Gathering) -> tuple[Text, ...]:
    """The points in the gathering's own words."""
    return tuple(point for point in gathering.focus_areas.items if not lone_target(point))


def lone_target(point: Text) -> str:
    """Where a point leads that is nothing but one link; else empty."""
    inline = point.inline
    is_link = bool(inline) and inline[0].type == "link_open" and inline[-1].type == "link_close"
    alone = is_link and sum(token.type == "link_open" for token in inline) == 1 and not point.rest
    return str(inline[0].attrs["href"]) if alone else ""

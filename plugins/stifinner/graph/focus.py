"""What a gathering's focus points are: links to focus areas, or points in its own words."""

import re
from collections.abc import Iterable

from ..model.gathering import Gathering
from ..source.source_file import Text

_PURE_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]*)>?\s*\)")


def focus_targets(gathering: Gathering) -> Iterable[str]:
    """Targets, as written, of the points that are nothing but a link."""
    found = (_PURE_LINK.fullmatch(point.markdown.strip()) for point in gathering.focus_areas.items)
    return [link[1] for link in found if link]


def own_points(gathering: Gathering) -> tuple[Text, ...]:
    """The points in the gathering's own words."""
    return tuple(p for p in gathering.focus_areas.items if not _PURE_LINK.fullmatch(p.markdown.strip()))

"""Where a practice story is sent: to somebody who reads it first, never straight into what all can read."""

from dataclasses import dataclass

from ...model.programme import Programme
from .composer import Composer
from .elements import Prose


@dataclass(frozen=True)
class StoryContact:
    """Whom to send a practice story to."""

    text: Prose


def compose_story_contact(composer: Composer, programme: Programme) -> StoryContact | None:
    """The programme's own, or else the portal's; None where nobody receives any."""
    item = programme if programme.stories else composer.graph.portal
    return StoryContact(composer.prose(item, item.stories)) if item.stories else None

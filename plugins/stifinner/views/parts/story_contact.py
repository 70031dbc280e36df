"""Whom practice stories are sent to. They go to somebody who reads them first, and are never published directly."""

from dataclasses import dataclass

from ...model.programme import Programme
from .composer import Composer
from .elements import Prose


@dataclass(frozen=True)
class StoryContact:
    """Whom to send a practice story to."""

    text: Prose
    """What the section on stories says."""


def compose_story_contact(composer: Composer, programme: Programme) -> StoryContact | None:
    """Compose whom to send stories to: what the programme says, else the portal; None where neither says it."""
    item = programme if programme.stories else composer.graph.portal
    return StoryContact(composer.prose(item, item.stories)) if item.stories else None

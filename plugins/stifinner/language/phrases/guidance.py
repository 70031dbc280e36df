"""The shape of what explains the portal to editors: ``guide/`` and ``examples/``, one file a language."""

from typing import NotRequired, TypedDict


class GuideLies(TypedDict):
    """Where the files lie that a fact names."""

    own: str
    shared: str
    programmes: str


class GuideHelp(TypedDict):
    """What templates say beside the guide's entries."""

    top: str
    body: str
    place: str
    lies: GuideLies


class GuideText(TypedDict):
    """What every kind, fact and heading means."""

    kinds: dict[str, list[str]]
    """Kind → title of a new file, what to write first, what such a file is."""
    fields: dict[str, list[str]]
    """Attribute, or ``kind.attribute`` → example and explanation."""
    headings: dict[str, list[str]]
    help: GuideHelp


class ExampleEntry(TypedDict):
    """An example of a problem, wrong and right."""

    wrong: str
    right: str
    at: NotRequired[str]
    """Path of the file with the mistake, where it is not the usual one."""
    right_at: NotRequired[str]
    beside: NotRequired[dict[str, str]]
    """Path → text of other files that must be there in both cases."""
    told: NotRequired[bool]
    """Whether no file can show the problem; ``wrong`` and ``right`` are then sentences."""

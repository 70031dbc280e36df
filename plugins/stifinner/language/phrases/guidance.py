"""The shape of what explains the portal to editors: ``guide/`` and ``examples/``, one file a language."""

from typing import NotRequired, TypedDict


class GuideLies(TypedDict):
    """Where the files lie that a fact names."""

    own: str
    shared: str
    programmes: str


class GuideHelp(TypedDict):
    """What templates say beside the entries."""

    top: str
    body: str
    place: str
    lies: GuideLies


class GuideText(TypedDict):
    """What every kind, fact and heading means."""

    kinds: dict[str, list[str]]
    """Kind → title of a new file, what to write first, what such a file is."""
    fields: dict[str, list[str]]
    """Attribute, or kind and attribute → example, help."""
    headings: dict[str, list[str]]
    help: GuideHelp


class ExampleEntry(TypedDict):
    """A problem, wrong and right."""

    wrong: str
    right: str
    at: NotRequired[str]
    """The file, where it is another than most examples are of."""
    right_at: NotRequired[str]
    beside: NotRequired[dict[str, str]]
    """Path → text of files that must be there for both."""
    told: NotRequired[bool]
    """No file can show it: ``wrong`` and ``right`` are sentences."""

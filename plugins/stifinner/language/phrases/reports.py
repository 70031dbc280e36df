"""The catalogue's ``problems``, ``problem_text`` and ``changes``: what is told about the content."""

from typing import Literal, NotRequired, TypedDict

from .counted import Counted


class ProblemEntry(TypedDict):
    """A kind of problem."""

    message: str
    hint: str
    severity: NotRequired[Literal["warning", "advice"]]
    """An error where nothing is said."""


class FormatText(TypedDict):
    """A format that is not published: what it is, and what to do."""

    what: str
    cure: str


class ChangesText(TypedDict):
    """What ``stifinner changes`` tells."""

    title: str
    lists: dict[str, str]
    """What a page or file may have gone through → title of the list."""
    frame: str
    nothing: str
    broken: str
    more: str


class ProblemCounts(TypedDict):
    """«1 feil, 2 advarsler og 3 råd i innholdet.»"""

    error: Counted
    warning: Counted
    advice: Counted
    all: str


class Among(TypedDict):
    """Among which files something is not found."""

    own: str
    both: str
    outside: str
    all: str


class Cures(TypedDict):
    """What to write instead of another system's marks."""

    box: str
    link: str
    embed: str
    style: str
    heading: str
    template: str
    note: str
    contents: str
    page: str
    command: str


class ProblemText(TypedDict):
    """What stands around every problem, and what some of them are filled in with."""

    error: str
    warning: str
    advice: str
    why: str
    cure: str
    suggestion: str
    counts: ProblemCounts
    line: str
    more: str
    own_page: str
    elsewhere: str
    among: Among
    none_yet: str
    days_in_month: str
    weeks_in_year: str
    twelve_months: str
    order: str
    backwards: str
    cures: Cures
    formats: dict[str, FormatText]
    """By what a foreign file is."""

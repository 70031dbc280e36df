"""The catalogue's ``problems``, ``problem_text`` and ``changes``: messages about the content."""

from typing import Literal, NotRequired, TypedDict

from .counted import Counted


class ProblemEntry(TypedDict):
    """What is said of problems with one code."""

    message: str
    hint: str
    severity: NotRequired[Literal["warning", "advice"]]
    """Left out: an error."""


class FormatText(TypedDict):
    """A format that is not published: what it is, and what to do."""

    what: str
    cure: str


class ChangesText(TypedDict):
    """What ``stifinner changes`` tells."""

    title: str
    lists: dict[str, str]
    """What may have happened to a page or a file → title of the list of those."""
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
    """Names of the groups of files in which something was not found."""

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
    """Words that stand around every problem, and words that fill the placeholders of some."""

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
    """Why a file is not published → what it is, and what to do."""

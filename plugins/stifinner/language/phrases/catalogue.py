"""The shape of a language's catalogue: what ``nb.yml``, ``nn.yml`` and ``en.yml`` hold, one part after another."""

from typing import TypedDict

from .cli import CliText
from .dates import Dates
from .reports import ChangesText, ProblemEntry, ProblemText
from .review import Review
from .shown import ShownText
from .values import Values
from .words import Words


class Phrases(TypedDict):
    """The whole catalogue of one language, in the order of ``nb.yml``."""

    language: str
    html_lang: str
    folders: dict[str, str]
    """Kind of a file → the folder its files lie in; ``programmes`` and ``attachments`` too."""
    fields: dict[str, dict[str, str]]
    """Kind → attribute → what editors call the fact."""
    headings: dict[str, dict[str, str]]
    """Kind → attribute → the fixed heading."""
    values: Values
    dates: Dates
    changes: ChangesText
    problem_text: ProblemText
    problems: dict[str, ProblemEntry]
    """By code."""
    reasons: dict[str, str]
    """Why problems matter; ``reasons.yml`` says which has which."""
    review: Review
    kind_names: dict[str, str]
    """Kind → «rollene»."""
    shown: ShownText
    words: Words
    cli: CliText

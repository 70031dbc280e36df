"""The shape of a language's catalogue: what ``nb.yml``, ``nn.yml`` and ``en.yml`` hold, part by part."""

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
    """Kind → the folder that its files lie in; also ``programmes`` and ``attachments``."""
    fields: dict[str, dict[str, str]]
    """Kind → attribute → the word of the fact."""
    headings: dict[str, dict[str, str]]
    """Kind → attribute → the fixed heading."""
    subheadings: dict[str, dict[str, str]]
    """Section → attribute → the fixed heading a level below the section's points."""
    values: Values
    dates: Dates
    changes: ChangesText
    problem_text: ProblemText
    problems: dict[str, ProblemEntry]
    """Code → message and hint."""
    reasons: dict[str, str]
    """Why problems matter; ``reasons.yml`` says which problem has which reason."""
    review: Review
    kind_names: dict[str, str]
    """Kind → what its items are called after «blant»: «rollene»."""
    shown: ShownText
    words: Words
    cli: CliText

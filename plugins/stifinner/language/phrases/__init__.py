"""Every word that the portal itself says, one catalogue a language. The code knows only the keys."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("nb", "nn", "en")
"""Languages with a complete catalogue; a new one is a file beside ``nb.yml``."""

Phrases = dict[str, Any]


@cache
def load_phrases(language: str) -> Phrases:
    """Read the catalogue of a language. Raises LookupError, naming the languages there are, for an unknown one."""
    if language not in LANGUAGES:
        raise LookupError(f"no catalogue for «{language}»; there are: {', '.join(LANGUAGES)}")
    return read_words(f"{language}.yml")


def read_words(*path: str) -> dict[str, Any]:
    """Read a YAML file of this folder; ``path`` is its path in parts: ``"guide", "nb.yml"``."""
    text = files(__package__).joinpath(*path).read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return words

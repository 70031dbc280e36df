"""Every word that the portal itself says: one catalogue a language, of which the code knows only the keys.

Catalogues are plain dictionaries. ``catalogue.py`` declares their shape, so that mypy tells of a wrong key.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from .catalogue import Phrases

__all__ = ["LANGUAGES", "Phrases", "load_phrases", "read_words", "texts_of"]

LANGUAGES = ("nb", "nn", "en")
"""Languages with a complete catalogue; a new one is a file beside ``nb.yml``."""


@cache
def load_phrases(language: str) -> Phrases:
    """Read the catalogue of a language. Raises LookupError, naming the languages there are, for an unknown one."""
    if language not in LANGUAGES:
        raise LookupError(f"no catalogue for «{language}»; there are: {', '.join(LANGUAGES)}")
    phrases: Phrases = read_words(f"{language}.yml")
    return phrases


def read_words(*path: str) -> Any:
    """Read a YAML file of this folder; ``path`` is its path in parts: ``"guide", "nb.yml"``.

    The caller declares the shape of what is in it, and a test compares the two.
    """
    return yaml.load(files(__package__).joinpath(*path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def texts_of(part: Mapping[str, object]) -> dict[str, str]:
    """Collect the texts of a part by their keys, where a key is known only when the program runs."""
    return {key: text for key, text in part.items() if isinstance(text, str)}

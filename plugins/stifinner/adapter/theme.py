"""What the plugin asks of the theme: the portal's language, and which files of theme and Material are published."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from ..files.shipped import THEME
from ..language.phrases import LANGUAGES, load_phrases

SEARCH_WORKER = "assets/javascripts/workers/search."
"""Beginning of the path of Material's search worker."""

_PRINT = "print/"
"""Folder of the theme with the templates of PDFs, which are not published: readers get the PDFs."""


def language_of(config: MkDocsConfig) -> str:
    """Read the portal's language in the theme's settings. Raises ``PluginError`` for one without a catalogue."""
    language = str(config.theme.get("language") or LANGUAGES[0])
    if language not in LANGUAGES:
        message = load_phrases(LANGUAGES[0])["cli"]["unknown_language"]
        raise PluginError(message.format(language=language, choices=", ".join(LANGUAGES)))
    return language


def search_languages(config: MkDocsConfig) -> list[str]:
    """Read the languages of the search's stemmers in the search plugin's settings."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    return list(plugin.config.get("lang") or []) if plugin else []


def is_needed_for_search(path: str, languages: Iterable[str]) -> bool:
    """Tell whether the search needs a file of Material's: its worker, or the stemmer of one of the languages."""
    if path.startswith(SEARCH_WORKER):
        return path.endswith(".js")
    stemmers = {f"assets/javascripts/lunr/min/lunr.{name}.min.js" for name in [*languages, "stemmer.support", "multi"]}
    return path in stemmers


def is_wanted(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file that MkDocs found is published: one of our theme's, or one that the search needs.

    Files of the content folder are not: pages and attachments are added by the plugin itself.
    """
    if file.src_dir == config.docs_dir:
        return False
    if file.generated_by:
        return True
    if file.src_dir in {config.theme.custom_dir, str(THEME)}:
        return not file.src_uri.startswith(_PRINT)
    return is_needed_for_search(file.src_uri, search_languages(config))

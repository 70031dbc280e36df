"""What the plugin asks of the theme: its language, and which of Material's files are published."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from ..files.shipped import THEME
from ..language.phrases import LANGUAGES, load_phrases

SEARCH_WORKER = "assets/javascripts/workers/search."
"""How the address of Material's search worker begins."""

_PRINT = "print/"
"""Folder of the theme with what PDFs are made of; readers get the PDFs."""


def language_of(config: MkDocsConfig) -> str:
    """The portal's language, as the theme says it. Raises PluginError for one that there is no catalogue of."""
    language = str(config.theme.get("language") or LANGUAGES[0])
    if language not in LANGUAGES:
        message = load_phrases(LANGUAGES[0])["cli"]["unknown_language"]
        raise PluginError(message.format(language=language, choices=", ".join(LANGUAGES)))
    return language


def search_languages(config: MkDocsConfig) -> list[str]:
    """Languages of the search's stemmers."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    return list(plugin.config.get("lang") or []) if plugin else []


def is_needed_for_search(path: str, languages: Iterable[str]) -> bool:
    """Of Material's own files only its search worker and the stemmers of the portal's languages are published."""
    if path.startswith(SEARCH_WORKER):
        return path.endswith(".js")
    stemmers = {f"assets/javascripts/lunr/min/lunr.{name}.min.js" for name in [*languages, "stemmer.support", "multi"]}
    return path in stemmers


def is_wanted(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that MkDocs found is published: our theme, and what the search needs.

    Nothing that lies in the content folder is published because it lies there.
    """
    if file.src_dir == config.docs_dir:
        return False
    if file.generated_by:
        return True
    if file.src_dir in {config.theme.custom_dir, str(THEME)}:
        return not file.src_uri.startswith(_PRINT)
    return is_needed_for_search(file.src_uri, search_languages(config))

"""A page as MkDocs' file: Markdown without text, whose HTML the plugin renders in a later hook."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...views.frame.composed_page import ComposedPage

_WEIGHT_OF_LISTS = 0.3
"""The search's factor for pages that are lists: what they list has a page of its own, which should come first."""


def page_file(page: ComposedPage, config: MkDocsConfig) -> File:
    """Make the file of a page: front matter, and no text. A page that is not listed is left out of the search."""
    search: dict[str, object] = {"exclude": not page.frame.listed}
    if page.view.is_list:
        search["boost"] = _WEIGHT_OF_LISTS
    meta = {"title": page.title, "description": page.frame.description, "search": search}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return File.generated(config, f"{page.address}index.md", content=f"---\n{front_matter}---\n")

"""A page as MkDocs takes it."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...views.frame.composed_page import ComposedPage

_WEIGHT_OF_LISTS = 0.3
"""For the search: a list says again what a page of its own says, and is not to come before it."""


def page_file(page: ComposedPage, config: MkDocsConfig) -> File:
    """Front matter, and no text. What is not listed stays out of the search too."""
    search: dict[str, object] = {"exclude": not page.frame.listed}
    if page.view.is_list:
        search["boost"] = _WEIGHT_OF_LISTS
    meta = {"title": page.title, "description": page.frame.description, "search": search}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return File.generated(config, f"{page.address}index.md", content=f"---\n{front_matter}---\n")

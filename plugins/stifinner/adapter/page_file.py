"""A page as MkDocs takes it."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..portal import ComposedPage


def page_file(page: ComposedPage, config: MkDocsConfig) -> File:
    """Front matter, and no text. A page for printing stays out of the search: its text is on another page."""
    meta = {"title": page.title, "description": page.frame.description, "search": {"exclude": page.frame.bare}}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return File.generated(config, f"{page.address}index.md", content=f"---\n{front_matter}---\n")

"""A page as MkDocs takes it."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..framed import ComposedPage


def page_file(page: ComposedPage, config: MkDocsConfig) -> File:
    """Front matter, and no text. What is not listed stays out of the search too."""
    meta = {"title": page.title, "description": page.frame.description, "search": {"exclude": not page.frame.listed}}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return File.generated(config, f"{page.address}index.md", content=f"---\n{front_matter}---\n")

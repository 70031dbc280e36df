"""The sheets as PDFs, as MkDocs takes them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..portal import Portal
from ..shipped import PAPERS_KEPT


def paper_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """A PDF for each paper; those that are made of the same as last time are not made again."""
    cache = Path(config.config_file_path or "mkdocs.yml").parent / PAPERS_KEPT
    printed = portal.print_papers(Path(config.docs_dir), [*map(Path, config.theme.dirs)], config.site_url or "", cache)
    return [File.generated(config, address, content=pdf) for address, pdf in printed]

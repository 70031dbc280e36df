"""What stands at old addresses, as MkDocs takes it: finished documents, which stay out of its search and sitemap."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...outputs.html.pages import PageRenderer
from ...portal import Portal


def moved_files(portal: Portal, renderer: PageRenderer, config: MkDocsConfig) -> list[File]:
    """A document for each address that something had before."""
    site_url = config.site_url or ""
    return [
        File.generated(config, f"{page.address}index.html", content=renderer.render_moved(page, portal.frame, site_url))
        for page in portal.moved
    ]

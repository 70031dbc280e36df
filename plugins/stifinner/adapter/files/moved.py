"""The documents at old addresses, as MkDocs' files: being finished HTML, they are in neither search nor sitemap."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...outputs.html.pages import PageRenderer
from ...portal import Portal


def moved_files(portal: Portal, renderer: PageRenderer, config: MkDocsConfig) -> list[File]:
    """Render a document for each address that an item had before."""
    site_url = config.site_url or ""
    return [
        File.generated(config, f"{page.address}index.html", content=renderer.render_moved(page, portal.frame, site_url))
        for page in portal.moved
    ]

"""The feeds of what has changed, as MkDocs' files."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...portal import Portal


def feed_files(portal: Portal, config: MkDocsConfig, published: str) -> list[File]:
    """Render every feed. ``published``: URL of the portal for its readers; empty: not known, and there are no feeds."""
    return [File.generated(config, address, content=feed) for address, feed in portal.render_feeds(published)]

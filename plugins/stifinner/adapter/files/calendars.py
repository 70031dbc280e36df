"""The calendars, as MkDocs' files."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...portal import Portal


def calendar_files(portal: Portal, config: MkDocsConfig, published: str) -> list[File]:
    """Render every calendar. ``published``: URL of the portal for its readers, never that of a preview; or empty."""
    return [File.generated(config, address, content=text) for address, text in portal.render_calendars(published)]

"""The portal's data and their schema, as MkDocs' files."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...portal import Portal


def data_files(portal: Portal, config: MkDocsConfig, published: str) -> list[File]:
    """Render ``portal.json`` and its schema. ``published``: as in ``calendar_files``."""
    return [File.generated(config, address, content=text) for address, text in portal.render_data(published)]

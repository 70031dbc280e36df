"""Pictures that have to be cleaned or made fit, as MkDocs' files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ...files.shipped import PICTURES_KEPT
from ...portal import Portal
from ...publishing.pictures import publish_pictures


def picture_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """Make a file for each picture that is not published byte for byte. Made pictures are kept for later builds."""
    cache = Path(config.config_file_path or "mkdocs.yml").parent / PICTURES_KEPT
    published = publish_pictures(portal, Path(config.docs_dir), cache)
    return [
        File.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)
        for address, content in published
    ]

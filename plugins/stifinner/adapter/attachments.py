"""What lies beside the pages, as MkDocs takes it: files that passed the check, at the address that it was made for."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ..attachments.published import find_attachment, published_bytes
from ..portal import Portal


def attachment_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """A file for each attachment."""
    return [_attachment_file(path, config) for path in portal.attachments]


def _attachment_file(path: str, config: MkDocsConfig) -> File:
    place = find_attachment(Path(config.docs_dir), path)
    made = published_bytes(place)
    # MkDocs leaves out some folders by their names; what is published was decided by the check.
    always = InclusionLevel.INCLUDED
    if made is None:
        return File.generated(config, path, abs_src_path=str(place), inclusion=always)
    return File.generated(config, path, content=made, inclusion=always)

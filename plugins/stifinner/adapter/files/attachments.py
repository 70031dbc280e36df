"""What lies beside the pages and is published as it lies there, as MkDocs takes it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ...attachments.places import find_attachment
from ...portal import Portal
from ...publishing.pictures import copied_attachments


def attachment_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """A file for each; MkDocs would leave out some folders by their names, but what is published the check decided."""
    content = Path(config.docs_dir)
    return [
        File.generated(
            config, path, abs_src_path=str(find_attachment(content, path)), inclusion=InclusionLevel.INCLUDED
        )
        for path in sorted(copied_attachments(portal))
    ]

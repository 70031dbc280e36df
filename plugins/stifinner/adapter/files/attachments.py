"""Attachments that are published byte for byte, as MkDocs' files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ...attachments.places import find_attachment
from ...portal import Portal
from ...publishing.pictures import copied_attachments


def attachment_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """Make a file for each attachment.

    All are marked as included: MkDocs would leave out some by their names (``templates/``) that the check has accepted.
    """
    content = Path(config.docs_dir)
    return [
        File.generated(
            config, path, abs_src_path=str(find_attachment(content, path)), inclusion=InclusionLevel.INCLUDED
        )
        for path in sorted(copied_attachments(portal))
    ]

"""The JSON Schemas of the facts, as MkDocs' files, published beside the pages."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...help.schema import schema_of
from ...language.guide import load_guide
from ...portal import Portal


def schema_files(portal: Portal, config: MkDocsConfig) -> list[File]:
    """Make a file with the schema of each kind."""
    language, folder = portal.phrases["language"], portal.phrases["words"]["anchors"]["schemas"]
    return [
        File.generated(
            config, f"{folder}/{kind}.json", content=json.dumps(schema_of(kind, language), ensure_ascii=False)
        )
        for kind in load_guide(language)
    ]

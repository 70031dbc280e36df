"""The command ``stifinner schema``."""

import json
from pathlib import Path

import click

from ..help.schema import files_of, schema_of
from ..language.guide import load_guide
from .options import (
    WORDS,
    config_file_option,
    sentence,
    settings_of,
    shown_folder,
)


@click.command(help=WORDS["help"]["schema"])
@config_file_option
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help=WORDS["help"]["schema_to"])
@click.argument("kind", required=False, type=click.Choice(list(load_guide("nb"))))
def schema(config_file: Path, folder: Path | None, kind: str | None) -> None:
    """Print the JSON Schema of one kind or of all, or write each to a file in a folder."""
    settings = settings_of(config_file)
    language, content = settings.language, settings.content
    kinds = [kind] if kind else list(load_guide(language))
    if folder is None:
        schemas = {one: schema_of(one, language) for one in kinds}
        click.echo(_text(schemas[kind] if kind else schemas), nl=False)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for one in kinds:
        (folder / f"{one}.json").write_text(_text(schema_of(one, language)), encoding="utf-8")
    settings_for_remark = remark_settings(language, shown_folder(folder.resolve()), shown_folder(content.resolve()))
    (folder / "remark.json").write_text(_text(settings_for_remark), encoding="utf-8")
    click.echo(sentence(WORDS["schemas_written"], folder=shown_folder(folder.resolve()), count=len(kinds)))


def remark_settings(language: str, folder: str, content: str) -> dict[str, list[str]]:
    """Give the path of each schema → patterns of its files, as remark-lint-frontmatter-schema reads it."""
    return {f"./{folder}{kind}.json": files_of(kind, language, content) for kind in load_guide(language)}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

"""What ``mkdocs.yml`` says of the portal, read without MkDocs, so that the portal can be written without it too."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..language.phrases import LANGUAGES


class UnreadableSettingsError(Exception):
    """Raised where the settings are no YAML, or no mapping."""


@dataclass(frozen=True)
class Settings:
    """The settings that the core needs."""

    name: str
    content: Path
    language: str
    theme: Path | None
    """The portal's own folder of overrides."""
    site_url: str
    """Where the portal is published, with «/» at its end; empty where it is not written."""


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]
    """YAML as MkDocs reads it, without Python objects: of ``!ENV [NAME, "otherwise"]`` the last value counts."""


def _plain(loader: _Loader, _suffix: str, node: yaml.Node) -> Any:
    """Construct a node with a tag: the last value of a list, None for anything else."""
    if isinstance(node, yaml.SequenceNode):
        return (loader.construct_sequence(node) or [None])[-1]
    return None


_Loader.add_multi_constructor("!", _plain)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _plain)


def read_settings(file: Path) -> Settings:
    """Read the settings. Raises ``UnreadableSettingsError``."""
    try:
        written = yaml.load(file.read_bytes(), Loader=_Loader)  # noqa: S506 (it makes nothing but plain values)
    except (OSError, yaml.YAMLError) as error:
        raise UnreadableSettingsError(str(error)) from None
    if not isinstance(written, dict):
        raise UnreadableSettingsError(str(file))
    theme = written.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    own = theme.get("custom_dir")
    site_url = str(written.get("site_url") or "")
    return Settings(
        name=str(written.get("site_name") or ""),
        content=file.parent / str(written.get("docs_dir") or "docs"),
        language=str(theme.get("language") or LANGUAGES[0]),
        theme=file.parent / str(own) if own else None,
        site_url=site_url and site_url.rstrip("/") + "/",
    )


def find_language(file: Path) -> str:
    """Find the language in which to speak to whoever uses these settings; where they can't be read, the first."""
    try:
        language = read_settings(file).language
    except UnreadableSettingsError:
        language = ""
    return language if language in LANGUAGES else LANGUAGES[0]

"""A small portal in nynorsk and the same in English, with something of every kind in it."""

import re
import shutil
from pathlib import Path

from core.builder import write_files
from yaml_files import read_yaml

CONTENT: dict[str, dict[str, str]] = {
    language: read_yaml(Path(__file__).with_name(f"portal_{language}.yml")) for language in ("nn", "en")
}


def write_portal(folder: Path, root: Path, language: str) -> None:
    """Write it into ``folder``."""
    write_files(folder / "content", CONTENT[language])
    write_settings(folder, root, language)


def write_settings(folder: Path, root: Path, language: str = "nb") -> None:
    """The repository's theme, and its settings but for the language."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings, changed = re.subn(r"(?m)^(\s+language:) \w+$", rf"\1 {language}", settings)
    assert changed == 1
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(root / "theme_overrides", folder / "theme_overrides")

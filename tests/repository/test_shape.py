"""The codebase's own shape: names that say what they are about."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "stifinner"
MODULES = sorted(PACKAGE.rglob("*.py"))
LOOK = sorted(
    path for path in (ROOT / "theme_overrides").rglob("*") if path.suffix in {".css", ".js", ".html", ".typ", ".xml"}
)

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools", "base", "core"}
VERBS_THAT_SAY_NOTHING = re.compile(
    r"^\s*(?:async )?def _*(?:handle|process|manage|do)_(?!(?:starttag|endtag|data)\b)", re.MULTILINE
)
# Written in halves, so that this file does not name them itself.
REGISTRIES = [
    ".".join(halves)
    for halves in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
    )
]


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_named_after_what_it_is_about(module: Path) -> None:
    assert {part.removesuffix(".py") for part in module.relative_to(PACKAGE).parts} & NAMES_THAT_SAY_NOTHING == set()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_functions_say_what_they_do(module: Path) -> None:
    assert VERBS_THAT_SAY_NOTHING.findall(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("registry", REGISTRIES)
def test_no_file_names_a_package_registry(registry: str) -> None:
    named_in = [path for path in tracked_files() if registry.encode() in path.read_bytes()]
    assert named_in == []


@pytest.mark.parametrize("path", LOOK, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_line_of_the_look_can_be_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [(number, len(line)) for number, line in enumerate(lines, 1) if len(line) > 120] == []

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


def test_modules_are_named_after_what_they_are_about() -> None:
    names = {module: {part.removesuffix(".py") for part in Path(name_of(module)).parts} for module in MODULES}
    assert [module for module, parts in names.items() if parts & NAMES_THAT_SAY_NOTHING] == []


def test_functions_say_what_they_do() -> None:
    found = {name_of(module): VERBS_THAT_SAY_NOTHING.findall(module.read_text(encoding="utf-8")) for module in MODULES}
    assert {name: verbs for name, verbs in found.items() if verbs} == {}


@pytest.mark.parametrize("registry", REGISTRIES)
def test_no_file_names_a_package_registry(registry: str) -> None:
    named_in = [path for path in tracked_files() if registry.encode() in path.read_bytes()]
    assert named_in == []


def test_the_lines_of_the_look_can_be_read() -> None:
    assert [
        (path.relative_to(ROOT).as_posix(), number, len(line))
        for path in LOOK
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ] == []

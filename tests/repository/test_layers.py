"""The law of the layers: whoever is further down the list may be imported from above, never the other way."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from stifinner.model.kinds import KINDS

PACKAGE = Path(__file__).parents[2] / "plugins" / "stifinner"

LAYERS = (
    ("language",),
    ("dates",),
    ("problems",),
    ("files", "markdown"),
    ("attachments",),
    ("source",),
    ("model",),
    ("graph",),
    ("review",),
    ("help",),
    ("views",),
    ("outputs",),
    ("content",),
    ("portal",),
    ("publishing", "starter"),
    ("adapter",),
    ("cli", "__main__"),
)
"""Rooms of the house, each above all that it knows; ``content`` and ``portal`` are the flow."""
THIRD_PARTY = {
    "language": {"yaml"},
    "dates": {"babel", "dateutil"},
    "files": {"yaml"},
    "markdown": {"markdown_it", "mdit_py_plugins"},
    "attachments": {"defusedxml", "PIL"},
    "source": {"frontmatter"},
    "model": {"pydantic"},
    "help": {"pydantic"},
    "outputs": {"icalendar", "jinja2", "markupsafe", "nh3", "pydantic", "segno", "typst"},
    "adapter": {"mkdocs", "jinja2", "lxml", "markupsafe", "watchdog"},
    "cli": {"click"},
}
OUTPUTS_SEE = {"language", "problems", "files", "markdown", "help", "views", "outputs"}
"""Outputs see views, never the items that the views were made of."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    """The part of the package that a module belongs to: ``model/role.py`` → ``model``."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports_of(module: Path) -> tuple[tuple[str, ...], ...]:
    """Every import in a module, wherever it stands; ours as ("stifinner", part, …)."""
    return tuple(_imports_of(module))


def _imports_of(module: Path) -> Iterator[tuple[str, ...]]:
    here = ("stifinner", *module.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            named = (*base, *(node.module or "").split(".")) if node.module else base
            yield from ((*named, alias.name) for alias in node.names)


def own_parts_of(module: Path) -> set[str]:
    return {name[1] for name in imports_of(module) if name[0] == "stifinner" and len(name) > 1}


def layer_of(part: str) -> int:
    found = [number for number, parts in enumerate(LAYERS) if part in parts]
    assert found, f"give «{part}» a place in LAYERS"
    return found[0]


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_no_import_runs_down_the_layers() -> None:
    too_high = {
        name_of(module): {other for other in own_parts_of(module) if layer_of(other) > layer_of(part_of(module))}
        for module in modules()
        if part_of(module) != "__init__"
    }
    assert {name: others for name, others in too_high.items() if others} == {}
    assert own_parts_of(PACKAGE / "__init__.py") == set()


def test_each_part_knows_its_own_third_parties_alone() -> None:
    known = sys.stdlib_module_names | {"stifinner"}
    foreign = {
        name_of(module): {name[0] for name in imports_of(module)} - known - THIRD_PARTY.get(part_of(module), set())
        for module in modules()
    }
    assert {name: others for name, others in foreign.items() if others} == {}


def rooms() -> list[Path]:
    """Every folder that has rooms or modules in it."""
    return [PACKAGE, *sorted({module.parent for module in modules()} - {PACKAGE})]


def known_in(room: Path) -> dict[str, set[str]]:
    """What lies directly in a room → what else there it imports, itself or through what lies in it."""
    here = ("stifinner", *room.relative_to(PACKAGE).parts)
    known: dict[str, set[str]] = {}
    for module in sorted(room.rglob("*.py")):
        inside = module.relative_to(room).parts[0].removesuffix(".py")
        found = (name[len(here)] for name in imports_of(module) if name[: len(here)] == here and len(name) > len(here))
        there = {name for name in found if (room / name).is_dir() or (room / f"{name}.py").is_file()}
        known.setdefault(inside, set()).update(there - {inside})
    return known


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.relative_to(PACKAGE).as_posix())
def test_there_is_one_way_down_between_rooms(room: Path) -> None:
    known = known_in(room)
    while free := [name for name, others in known.items() if not others & known.keys()]:
        for name in free:
            del known[name]
    assert known == {}


def test_one_module_knows_the_parser_and_one_its_tokens() -> None:
    parser = {"markdown_it", "mdit_py_plugins"}
    assert [name_of(module) for module in modules() if parser & {name[0] for name in imports_of(module)}] == [
        "markdown/parser.py",
        "markdown/tokens.py",
    ]


@pytest.mark.parametrize("module", sorted((PACKAGE / "outputs").rglob("*.py")), ids=name_of)
def test_outputs_see_views_and_not_items(module: Path) -> None:
    assert own_parts_of(module) - OUTPUTS_SEE == set()


@pytest.mark.slow
def test_the_core_imports_with_mkdocs_blocked() -> None:
    names = [
        ".".join(("stifinner", *module.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for module in modules()
        if part_of(module) not in {"adapter", "cli", "__main__"}
    ]
    program = f"""
import importlib, sys
for name in ("mkdocs", "material", "click"):
    sys.modules[name] = None
for name in {names!r}:
    importlib.import_module(name)
print(len([name for name in sys.modules if name.startswith(("mkdocs.", "material."))]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


KIND_MODULES = [Path(inspect.getfile(kind.cls)) for kind in KINDS.values()]


@pytest.mark.parametrize("kind", KIND_MODULES, ids=name_of)
def test_kinds_do_not_import_each_other(kind: Path) -> None:
    imported = {name[2] for name in imports_of(kind) if name[:2] == ("stifinner", "model") and len(name) > 2}
    assert imported & {module.stem for module in KIND_MODULES} == set()

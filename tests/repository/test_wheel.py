"""The package as another organisation installs it: with its theme, and nothing of this portal."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from core.builder import SMALLEST, write_files
from effort import THOROUGH
from stifinner.files.shipped import SHARED

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def files_under(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_the_package_and_the_theme(root: Path, unpacked: Path) -> None:
    wanted = {f"stifinner/{path}" for path in files_under(root / "plugins" / "stifinner")}
    wanted |= {f"stifinner/theme/{path}" for path in files_under(root / "theme_overrides")}
    wanted.add("stifinner/requirements.txt")
    wanted |= {f"stifinner/forge/{path}" for path in SHARED}
    wanted |= {f"stifinner-0.1.0.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    assert files_under(unpacked) == wanted | {"stifinner-0.1.0.dist-info/licenses/LICENSE"}


def test_the_wheel_builds_a_portal_that_has_no_theme_of_its_own(root: Path, unpacked: Path, tmp_path: Path) -> None:
    if THOROUGH:
        shutil.copytree(root / "content", tmp_path / "content")
    else:
        write_files(tmp_path / "content", SMALLEST)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("  custom_dir: theme_overrides\n", ""), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-m", "stifinner", "build"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_the_wheel_begins_a_portal_with_the_same_files(root: Path, unpacked: Path, tmp_path: Path) -> None:
    words = ["-m", "stifinner", "new", "portal", "min", "--name", "X", "--organisation", "Y"]
    begun = {}
    for name, path in {"here": root / "plugins", "wheel": unpacked}.items():
        (tmp_path / name).mkdir()
        environment = {**os.environ, "PYTHONPATH": str(path)}
        subprocess.run([sys.executable, *words], cwd=tmp_path / name, env=environment, check=True, capture_output=True)
        front = tmp_path / name / "min" / "content" / "index.md"
        text, keys = re.subn("(?m)^kalendernøkkel: [0-9a-f]{12}$", "", front.read_text(encoding="utf-8"))
        assert keys == 1, "each portal has a word of its own"
        front.write_text(text, encoding="utf-8")
        begun[name] = fingerprint(tmp_path / name / "min")
    origins = [files.pop("stifinner.txt") for files in begun.values()]
    assert len(set(origins)) == 2, "it says where this very package came from"
    assert begun["wheel"] == begun["here"]

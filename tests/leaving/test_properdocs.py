"""ProperDocs goes on where MkDocs 1 stops: the plugin, as it is, makes the very same site under it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from browser.small_portal import write_small_portal
from effort import THOROUGH

pytestmark = pytest.mark.slow

ENGINES = {
    "mkdocs": "from mkdocs.__main__ import cli",
    # It answers for every module of MkDocs; whoever asks for `mkdocs` gets it instead.
    "properdocs": "from properdocs.__main__ import cli; import mkdocs; assert mkdocs.__name__ == 'properdocs'",
}


def build_with(engine: str, folder: Path, site: Path) -> dict[str, str]:
    """Each file of the portal in ``folder`` as an engine makes it, with a sum of its bytes."""
    settings = {"SOURCE_DATE_EPOCH": "1700000000", "SITE_URL": "https://portal.example/", "NO_MKDOCS_2_WARNING": "1"}
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    words = ["build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(site)]
    command = [sys.executable, "-c", f"{ENGINES[engine]}; cli({words!r})"]
    done = subprocess.run(
        command, cwd=folder, env={**plain, **settings}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return fingerprint(site)


def test_properdocs_makes_the_same_portal_byte_for_byte(root: Path, tmp_path: Path) -> None:
    folder = root if THOROUGH else tmp_path / "portal"
    if not THOROUGH:
        write_small_portal(folder, root)
    made = {engine: build_with(engine, folder, tmp_path / engine) for engine in ENGINES}
    assert made["properdocs"] == made["mkdocs"]
    assert "index.html" in made["properdocs"]

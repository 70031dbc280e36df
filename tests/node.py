"""What tests and checks run on Node: packages in the versions that ``requirements/package.json`` names."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

PLACE = Path(__file__).parents[1] / "requirements"
PACKAGES = PLACE / "node_modules"


def has(*packages: str) -> bool:
    """Whether they can be run (all that are wanted, if none is named), in the versions that are wanted."""
    wanted = json.loads((PLACE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return shutil.which("node") is not None and all(_fetched(name) == wanted[name] for name in packages or wanted)


def _fetched(package: str) -> str | None:
    file = PACKAGES / package / "package.json"
    return json.loads(file.read_text(encoding="utf-8"))["version"] if file.is_file() else None


def fetch() -> None:
    """Fetch what is missing, or is there in another version."""
    if not has() and shutil.which("npm"):
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        fetched = subprocess.run(command, cwd=PLACE, check=False)
        if fetched.returncode:
            print(f"npm: {fetched.returncode}", file=sys.stderr)

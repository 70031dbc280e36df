"""The Chromium that browser tests take: one that is there, or Debian's own, fetched where this runs as CI.

Run as a program it makes ready: it prints the browser it found, fetches one (CI), or says how to get one.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Debian's Chromium without windows: it draws the same, in two fifths of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Nothing is fetched, reported or kept by the browser itself while it is tested.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as wide as on a screen of today, also where there are no windows.
    "--font-render-hinting=none",
)
MISSING = "Fant ingen Chromium, så prøvene i nettleser hoppes over. Hent en med: .venv/bin/playwright install chromium"


def find_chromium() -> str | None:
    """Where a Chromium is, or None. ``CHROMIUM`` chooses one."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def fetch(*packages: str) -> None:
    """Packages of Debian; anyone but root asks for leave first."""
    _renew_lists()
    _apt("install", "-y", "--no-install-recommends", *packages)


@cache
def _renew_lists() -> None:
    _apt("update")


def _apt(command: str, *words: str) -> None:
    leave = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*leave, "apt-get", command, "-qq", *words], check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> None:
    """Make ready, and say so."""
    if os.environ.get("CI") and not os.environ.get("CHROMIUM") and not shutil.which(SHELL):
        try:
            fetch(SHELL)
        except (OSError, subprocess.CalledProcessError):
            print(f"{SHELL} kunne ikke hentes")
    found = find_chromium()
    if found is None and os.environ.get("CI"):
        fetch("chromium")
        found = find_chromium()
        if found is None:
            sys.exit("Fant ingen Chromium, heller ikke etter å ha hentet en.")
    print(f"Nettleser: {found}" if found else MISSING)


if __name__ == "__main__":
    main()

"""What a page costs: ours, plain mkdocs-material's and Zensical's, on the same pages, in one run.

``make bench`` runs it. Figures are processor time (user and system), so that they mean something on a busy machine; the
ratios are what counts. Zensical is asked only where it is installed (``pip install zensical``). ``--only papers``
(``make bench BENCH="--only papers"``) measures PDFs alone, beside WeasyPrint's; ``--only calendars`` what an occurrence
costs in calendars, beside the library that writes them; ``--only pages`` leaves both out.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Cost, run, size_of, typical
from papers import bench_papers
from synthetic import PAGES, write_portal

from calendars import bench_calendars

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme_overrides"
STIFINNER = (sys.executable, "-m", "stifinner")
PLAIN = """\
site_name: Prøve
site_url: https://portal.example/
docs_dir: pages
theme: {name: material, language: nb, font: false}
"""
SHEETS = 30
"""So many PDFs are timed."""
OCCURRENCES = 500
"""So many, and twice as many, are written into calendars."""
LARGEST_PLAIN = 1_000
"""Plain mkdocs-material draws the whole tree on every page: beyond this it takes minutes."""


def portal_of(folder: Path, pages: int) -> Path:
    """A synthetic portal of about so many pages; returns its settings."""
    settings = write_portal(folder, max(1, pages // PAGES))
    shutil.copytree(THEME, folder / "theme_overrides")
    return settings


def show(name: str, pages: int, cost: Cost, size: int) -> None:
    """A row of the table."""
    figures = f"{cost.seconds / pages * 1000:9.1f} {cost.seconds:9.1f} {cost.wall:9.1f} {size / pages / 1000:9.1f}"
    print(f"{name:34} {pages:7} {figures} {cost.megabytes:9.0f}", flush=True)


def bench(sizes: list[int], runs: int) -> None:
    """Measure every size and print the tables and the ratios."""
    print(f"{'':34} {'pages':>7} {'ms/page':>9} {'s':>9} {'clock s':>9} {'kB/page':>9} {'peak MB':>9}")
    ours: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            settings = portal_of(folder, size)
            costs = [run([*STIFINNER, "build"], folder) for _ in range(runs if size <= LARGEST_PLAIN else 1)]
            cost, site = typical(costs), folder / "site"
            pages = sum(1 for _ in site.rglob("index.html"))
            show("stifinner build", pages, cost, size_of(site))
            ours[size] = cost.seconds / pages
            compare_check(folder, cost)
            if size <= LARGEST_PLAIN:
                compare_plain(folder, pages, cost)
                compare_edits(settings, cost)
    first, last = min(ours), max(ours)
    if first != last:
        print(f"\na page at {last} costs {ours[last] / ours[first]:.2f} times one at {first} (to reach: at most 1.15)")


def compare_check(folder: Path, ours: Cost) -> None:
    """The content alone, as an editor's pull request has it looked over."""
    files = sum(1 for _ in (folder / "content").rglob("*.md"))
    check = typical([run([*STIFINNER, "check"], folder) for _ in range(3)])
    show("stifinner check (files)", files, check, size_of(folder / "content"))
    print(f"  check / build: {check.seconds / ours.seconds:.3f} (to reach: at most 0.25)")


def compare_plain(folder: Path, pages: int, ours: Cost) -> None:
    """The same pages, written by ``stifinner write``, built by mkdocs-material alone and by Zensical."""
    run([*STIFINNER, "write", "pages"], folder)
    (folder / "plain.yml").write_text(PLAIN, encoding="utf-8")
    plain = run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml", "-d", "plain"], folder)
    show("mkdocs-material, the same pages", pages, plain, size_of(folder / "plain"))
    print(f"  ours / plain: {ours.seconds / plain.seconds:.2f}")
    if zensical := shutil.which("zensical"):
        (folder / "zensical.yml").write_text(PLAIN + "site_dir: zensical\n", encoding="utf-8")
        rival = run([zensical, "build", "-f", "zensical.yml"], folder)
        show("Zensical, the same pages", pages, rival, size_of(folder / "zensical"))
        print(f"  ours / Zensical: {ours.seconds / rival.seconds:.2f}")


def compare_edits(settings: Path, ours: Cost) -> None:
    """One edit while somebody works, beside a cold build."""
    command = [sys.executable, str(Path(__file__).with_name("edits.py")), str(settings)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    first, *edits = json.loads(answer.stdout)
    edit = sorted(edits)[len(edits) // 2]
    print(f"  one edit in serve: {edit:.2f} s; a cold build in serve {first:.1f} s, {edit / first:.3f} of it")
    print(f"  one edit in serve / stifinner build: {edit / ours.seconds:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[250, 1_000, 5_000], help="pages")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size up to 1,000 pages, and of calendars")
    parser.add_argument("--only", choices=("pages", "papers", "calendars"), help="one part of it")
    options = parser.parse_args()
    if options.only in (None, "pages"):
        bench(options.sizes, options.runs)
    if options.only in (None, "papers"):
        bench_papers(SHEETS)
    if options.only in (None, "calendars"):
        bench_calendars(OCCURRENCES, options.runs)

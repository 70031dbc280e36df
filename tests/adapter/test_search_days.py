"""Days of gatherings as the search's index has them."""

import json
from datetime import date
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.adapter.search.days import add_days
from stifinner.dates.shown import DateWords
from stifinner.language.phrases import load_phrases

P = "programmer/p/"
DATES = {
    "day": ("27. april 2027", ["tirsdag 27. april 2027", "27.4.2027 uke17"]),
    "days": (
        "31. desember 2026 – 1. januar 2027",
        ["torsdag 31. desember 2026", "31.12.2026 uke53", "fredag 1. januar 2027", "1.1.2027 uke53"],
    ),
    "month": ("mars 2027", None),
    "yearless": ("12. november", None),
    "open": ("", None),
}


def test_gatherings_whose_days_are_known_have_them_as_tags_and_nothing_else_has(tmp_path: Path):
    files = {"index.md": "# Forside\n", f"{P}index.md": "# P\n\nEt program.\n"}
    files |= {
        f"{P}samlinger/{name}.md": f"---\ndato: {written}\n---\n# S\n\nHei.\n" for name, (written, _) in DATES.items()
    }
    portal = portal_of(tmp_path, files)
    index = tmp_path / "search_index.json"
    entries = [{"location": page.address, "title": "", "text": ""} for page in portal.pages]
    entries += [{"location": f"{P}samlinger/day/#om", "title": "", "text": ""}]
    index.write_text(json.dumps({"config": {}, "docs": entries}), encoding="utf-8")
    add_days(index, portal.pages, portal.phrases)
    tagged = {entry["location"]: entry.get("tags") for entry in json.loads(index.read_text(encoding="utf-8"))["docs"]}
    wanted = {f"{P}samlinger/{name}/": tags for name, (_, tags) in DATES.items()}
    assert tagged == dict.fromkeys((entry["location"] for entry in entries), None) | wanted


@pytest.mark.parametrize(
    ("language", "sought"),
    [
        ("nn", ("tysdag 27. april 2027", "27.4.2027 veke17")),
        ("en", ("Tuesday 27 April 2027", "27.4.2027 week17")),
    ],
)
def test_a_day_is_looked_for_in_the_portals_language(language: str, sought: tuple[str, str]):
    assert DateWords(load_phrases(language)).as_sought(date(2027, 4, 27)) == sought

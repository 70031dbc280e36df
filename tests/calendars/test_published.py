"""Calendars as they are published: where they lie, who links to them, and what they are without a known address."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from browser.small_portal import CONTENT, write_beside
from calendars.readers import read_by_icalendar
from calendars.written import P, calendars_of
from conftest import SITE_URL
from core.builder import portal_of

Build = Callable[..., Path]
FEED = re.compile(r'href="(webcal:[^"]+)"')
FILES = {
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}roller/leser.md": "# Leser\n",
    f"{P}samlinger/a.md": "---\nfor: leder\n---\n# A\n",
    f"{P}samlinger/b.md": "---\ndato: 4. november 2026\nholdes av: leser\nfor: leder\n---\n# B\n",
    f"{P}samlinger/c.md": "---\nbare omtalt: ja\ndato: 5. november 2026\n---\n# C\n",
    f"{P}kull/kull-1.md": "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 3. november 2026\n",
    f"{P}kull/kull-2.md": "# Kull 2\n\n## Datoer\n\n- [A](../samlinger/a.md): dato kommer\n",
}


def names_in(files: dict[str, bytes], address: str) -> list[str]:
    return [entry["name"] for entry in read_by_icalendar(files[address])]


def test_there_is_a_calendar_of_each_way_and_a_file_of_each_day(tmp_path: Path):
    files = calendars_of(portal_of(tmp_path, FILES))
    b, c = "B (Programmet)", "C (Programmet)"
    assert {address: names_in(files, address) for address in files} == {
        f"{P}kalender.ics": ["A (Programmet, kull 1)", b, c],
        f"{P}kull/kull-1/kalender.ics": ["A (Programmet, kull 1)", b, c],
        f"{P}kull/kull-1/roller/leder/kalender.ics": ["A (Programmet, kull 1)", b, c],
        f"{P}kull/kull-2/kalender.ics": [b, c],
        f"{P}kull/kull-2/roller/leder/kalender.ics": [b, c],
        f"{P}roller/leser/kalender.ics": [b, c],
        f"{P}samlinger/a/kull-1-2026-11-03.ics": ["A (Programmet, kull 1)"],
        f"{P}samlinger/b/2026-11-04.ics": [b],
    }


def test_a_calendar_that_is_subscribed_to_stands_at_the_old_address_too(tmp_path: Path):
    """A page can lead on; a calendar program knows one address."""
    index = {f"{P}index.md": "---\ntidligere: gammelt\n---\n# Programmet\n\nEt program.\n"}
    renamed = {path.replace("kull-1.md", "nytt.md"): text for path, text in FILES.items()}
    renamed[f"{P}kull/nytt.md"] = "---\ntidligere: kull-1\n---\n" + FILES[f"{P}kull/kull-1.md"]
    before = calendars_of(portal_of(tmp_path / "before", FILES))
    after = calendars_of(portal_of(tmp_path / "after", {**renamed, **index}))
    old = [address.replace(P, "programmer/gammelt/") for address in before if "/samlinger/" not in address]
    assert [address for address in old if address not in after] == []
    assert after[f"{P}kull/kull-1/kalender.ics"] == after[f"{P}kull/nytt/kalender.ics"]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path):
    one, other = (calendars_of(portal_of(tmp_path / name, FILES), SITE_URL) for name in ("one", "other"))
    assert one == other


def test_an_entry_is_the_same_in_every_calendar(tmp_path: Path):
    files = calendars_of(portal_of(tmp_path, FILES), SITE_URL)
    said: dict[str, set[str]] = {}
    for text in files.values():
        for entry in read_by_icalendar(text):
            said.setdefault(entry["uid"], set()).add(repr(entry))
    assert {uid: len(ways) for uid, ways in said.items()} == dict.fromkeys(said, 1)


def test_an_attachment_cannot_take_the_place_of_a_calendar(tmp_path: Path):
    calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
    portal = portal_of(tmp_path, {**FILES, f"{P}kalender.ics": calendar})
    assert "address-taken" in {problem.code for problem in portal.problems}


def feeds_on(page: Path) -> set[str]:
    return set(FEED.findall(page.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["domain", "folder"])
def test_every_calendar_that_a_page_names_is_published_where_it_says(kind: str, request: pytest.FixtureRequest):
    site = request.getfixturevalue("built_site" if kind == "domain" else "built_site_under_repo")
    start = {"domain": "webcal://portal.example/", "folder": "webcal://eier.example/portal/"}[kind]
    feeds = {feed for page in site.rglob("index.html") for feed in feeds_on(page)}
    published = {
        f"{start}{file.relative_to(site).as_posix()}" for file in site.rglob("*.ics") if "kalender" in file.name
    }
    assert feeds == published
    assert [feed for feed in feeds if not feed.startswith(start)] == []


@pytest.mark.slow
def test_without_a_known_address_there_is_the_file_and_nothing_to_subscribe_to(build_written: Build, root: Path):
    folder = build_written("no-address", lambda folder: write_beside(folder, root, CONTENT))
    pages = "".join(page.read_text(encoding="utf-8") for page in (folder / "site").rglob("index.html"))
    home = (folder / "site" / "programmer" / "kurset" / "index.html").read_text(encoding="utf-8")
    assert "webcal:" not in pages
    assert 'href="../../programmer/kurset/kalender.ics"' in home
    assert b"URL:" not in (folder / "site" / "programmer" / "kurset" / "kalender.ics").read_bytes()

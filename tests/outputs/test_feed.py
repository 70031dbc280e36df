"""Feeds as XML: valid by the schema of Atom, the same from build to build, with ids that stay and whole addresses."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.builder import portal_of
from stifinner.outputs.feed.atom import render_feed
from stifinner.portal import Portal
from stifinner.problems.problem import has_errors
from stifinner.views.feeds.feed import Feed, FeedEntry
from views.pieces import P

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom" / "atom.rng"))
SITE = "https://portal.example/under/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MOVED = "  - flyttet fra: 15. oktober 2026\n  - meldt: 1. oktober 2026\n"
COHORT = "# Kull 1\n\n## Datoer\n\n- [Dag](../samlinger/dag.md): 22. oktober 2026\n"
KEPT = (
    "\n## Fra samlingene\n\n### [Dag](../samlinger/dag.md)\n\n#### Presentasjoner\n\n"
    "- [Lyd & «lys»](https://example.org/l) (meldt 25. oktober 2026)\n"
)
FILES: dict[str, str | bytes] = {
    "index.md": "---\nnavn: Vår & vår\neksempel: ja\n---\n# Forside\n",
    f"{P}samlinger/dag.md": "# Dag\n",
    f"{P}kull/kull-1.md": f"{COHORT}{MOVED}{KEPT}",
    f"{P}kull/kull-2.md": "# Kull 2\n\n## Datoer\n\n- [Dag](../samlinger/dag.md): 2. juni 2027\n",
}


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    return portal_of(tmp_path, FILES)


def feeds_of(portal: Portal, site: str = SITE) -> dict[str, etree._Element]:
    """Address → feed, each of them valid."""
    assert not has_errors(portal.problems), portal.problems
    feeds = {address: etree.fromstring(feed) for address, feed in portal.render_feeds(site)}
    for address, feed in feeds.items():
        assert SCHEMA.validate(feed), f"{address}: {SCHEMA.error_log}"
    return feeds


def texts(element: etree._Element, path: str) -> list[str]:
    return [str(found if isinstance(found, str) else found.text) for found in element.xpath(path, namespaces=ATOM)]


def ids_of(files: Mapping[str, str | bytes], folder: Path, site: str = SITE) -> list[str]:
    """The ids of the entries in the feed of the portal."""
    return texts(feeds_of(portal_of(folder, {**FILES, **files}), site)["endringer.xml"], "a:entry/a:id")


def test_there_is_a_feed_of_all_in_which_something_has_changed(portal: Portal):
    assert list(feeds_of(portal)) == ["endringer.xml", f"{P}endringer.xml", f"{P}kull/kull-1/endringer.xml"]


def test_a_feed_says_whose_it_is_and_where_it_leads(portal: Portal):
    feed = feeds_of(portal)[f"{P}kull/kull-1/endringer.xml"]
    assert texts(feed, "a:title") == ["Hva er endret i Kull 1 – Programmet – Vår & vår (eksempel)"]
    assert texts(feed, "a:author/a:name") == ["Vår & vår"]
    assert texts(feed, "a:updated") == ["2026-10-25T00:00:00Z"]
    assert texts(feed, "a:link[@rel='self']/@href") == [f"{SITE}{P}kull/kull-1/endringer.xml"]
    assert texts(feed, "a:link[@rel='alternate']/@href") == [f"{SITE}{P}kull/kull-1/endringer/"]
    assert texts(feed, "a:entry/a:title") == [
        "Ny presentasjon: Lyd & «lys», fra Dag",
        "Flyttet: Dag fra 15. oktober til 22. oktober 2026",
    ]
    assert texts(feed, "a:entry/a:updated") == ["2026-10-25T00:00:00Z", "2026-10-01T00:00:00Z"]
    assert texts(feed, "a:entry/a:link/@href") == [f"{SITE}{P}samlinger/dag/?kull=kull-1"] * 2
    assert texts(feed, "a:entry/a:category/@term") == ["presentation", "moved"]


def test_without_a_known_address_there_is_no_feed(portal: Portal):
    assert list(portal.render_feeds("")) == []


def test_two_renderings_are_the_same_byte_for_byte(portal: Portal, tmp_path: Path):
    again = portal_of(tmp_path / "again", FILES)
    assert list(portal.render_feeds(SITE)) == list(again.render_feeds(SITE))


def test_an_entry_has_one_id_in_every_feed_and_no_other_has_it(portal: Portal):
    feeds = [texts(feed, "a:entry/a:id") for feed in feeds_of(portal).values()]
    assert feeds[0] == feeds[1] == feeds[2]
    whole = [texts(feed, "a:id")[0] for feed in feeds_of(portal).values()]
    assert len({*feeds[0], *whole}) == 2 + 3


RENAMED = {
    "the gathering": {
        f"{P}samlinger/dag.md": None,
        f"{P}samlinger/storedag.md": "---\ntidligere: dag\n---\n# Dag\n",
        f"{P}kull/kull-1.md": f"{COHORT}{MOVED}{KEPT}".replace("dag.md", "storedag.md"),
        f"{P}kull/kull-2.md": None,
    },
    "the cohort": {
        f"{P}kull/kull-1.md": None,
        f"{P}kull/host.md": f"---\ntidligere: kull-1\n---\n{COHORT}{MOVED}{KEPT}",
    },
    "the title, the clock and the place": {
        f"{P}samlinger/dag.md": "# Storedag\n",
        f"{P}kull/kull-1.md": f"{COHORT}{MOVED}{KEPT}".replace("oktober 2026\n  -", "oktober 2026 kl. 9, Her\n  -", 1),
    },
}


@pytest.mark.parametrize("renamed", RENAMED.values(), ids=RENAMED)
def test_ids_stay_when_something_gets_another_name(renamed: dict[str, str | bytes], tmp_path: Path):
    assert ids_of(renamed, tmp_path / "new") == ids_of({}, tmp_path / "old")


def test_ids_stay_when_the_programme_gets_another_name(tmp_path: Path):
    moved = {path.replace(P, "programmer/q/"): text for path, text in FILES.items()}
    gone = {**dict.fromkeys(FILES, None), f"{P}index.md": None, **moved}
    gone["programmer/q/index.md"] = "---\ntidligere: p\n---\n# Programmet\n"
    assert ids_of(gone, tmp_path / "new") == ids_of({}, tmp_path / "old")


def test_what_is_told_anew_is_a_new_entry(tmp_path: Path):
    moved_again = f"{COHORT}{MOVED}".replace("22. oktober", "29. oktober").replace("1. oktober", "12. oktober")
    before, after = ids_of({}, tmp_path / "old"), ids_of({f"{P}kull/kull-1.md": moved_again}, tmp_path / "new")
    assert set(before) & set(after) == set()


def test_what_is_told_of_two_times_of_a_day_is_two_entries(tmp_path: Path):
    times = "".join(
        f"  - 3. november 2026 kl. {clock}, {place}\n    - avlyst: {why}\n    - meldt: 1. november 2026\n"
        for clock, place, why in ((17, "Her", "storm"), (19, "Der", "sykdom"), (19, "Der", "brann"))
    )
    cohort = f"# Kull 1\n\n## Datoer\n\n- [Dag](../samlinger/dag.md): velg én\n{times}"
    ids = ids_of({f"{P}kull/kull-1.md": cohort}, tmp_path)
    assert len(ids) == len(set(ids)) == 3


def test_ids_stay_at_another_address_where_the_portal_has_a_key(tmp_path: Path):
    key = {"index.md": "---\nkalendernøkkel: aboeguhidu\n---\n# Forside\n"}
    assert ids_of(key, tmp_path / "new", "https://ny.example/") == ids_of(key, tmp_path / "old")
    assert ids_of({}, tmp_path / "none") != ids_of(key, tmp_path / "old")


def test_a_feed_with_a_key_does_not_ask_where_it_is():
    entry = FeedEntry("p/dag/moved", "Flyttet", "2026-10-01", "a/", "", "moved", "Flyttet")
    feed = Feed("e.xml", "e/", "feed", "asdf", "Endret", "Portalen", "nb", (entry,))
    old, new = (etree.fromstring(render_feed(feed, site)) for site in (SITE, "https://ny.example/"))
    assert texts(old, ".//a:id") == texts(new, ".//a:id")
    without = replace(feed, portal_key="")
    assert texts(etree.fromstring(render_feed(without, SITE)), ".//a:id") != texts(old, ".//a:id")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("id>", "guid>"),
        ("name>", "nick>"),
        ("T00:00:00Z", ""),
        (' term="moved"', ""),
        ('type="text/html"', 'type="html"'),
    ],
)
def test_the_schema_refuses_what_is_no_atom(portal: Portal, right: str, wrong: str):
    _, feed = next(portal.render_feeds(SITE))
    assert not SCHEMA.validate(etree.fromstring(feed.decode().replace(right, wrong).encode()))

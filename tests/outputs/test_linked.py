"""What pages are about, in schema.org's words: what each says, its vocabulary, and a parser of JSON-LD."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

import node
from conftest import SITE_URL
from core.builder import portal_of
from stifinner.outputs.data.linked import render_about
from stifinner.portal import Portal
from views.pieces import P
from views.two_cohorts import FILES

HOME = f"{SITE_URL}{P}"
MORE: dict[str, str | bytes] = {
    f"{P}index.md": (
        "---\nleverandør: Kompetansesenteret\ndel av: paraply\n---\n# Programmet\n\nEt &lt;/script> program.\n"
    ),
    "programmer/paraply/index.md": "---\ntype: paraply\n---\n# Paraplyen\n",
    "steder/kaia.md": "---\nadresse: Kaiveien 1, Lyngvåg\n---\n# Kaia\n",
    f"{P}samlinger/nett.md": (
        "---\ndato: 6. mai 2027\ntid: 23-01\nsted: på nett\nmøtelenke: https://example.org/m\n---\n# På skjerm\n"
    ),
    f"{P}samlinger/begge.md": (
        "---\ndato: 7.–8. mai 2027\nsted: Kaia, sal 2\nmøtelenke: https://example.org/m\n---\n# Begge deler\n\n"
        "Bli med.\n"
    ),
    f"{P}samlinger/ord.md": "---\ndato: 9. mai 2027\nsted: Hos deg\nmøtelenke: https://example.org/m\n---\n# Med ord\n",
}
ORGANIZER = {"@type": "Organization", "name": "Kompetansesenteret"}
WHOLE = [{"@id": f"{HOME}kull/{id}/#instance"} for id in ("kull-1", "kull-2")]


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("portal"), {**FILES, **MORE})


def said(portal: Portal) -> dict[str, list[dict[str, Any]]]:
    """Address of a page → what it says that it is about."""
    texts = {page.address: render_about(page.about, SITE_URL) for page in portal.pages if page.about}
    documents = {address: json.loads(text) for address, text in texts.items()}
    assert {document.pop("@context") for document in documents.values()} == {"https://schema.org"}
    return {address: document.pop("@graph") for address, document in documents.items()}


def event(page: str, uid: str, begins: str, **more: Any) -> dict[str, Any]:
    """An event of the gathering of a page; ``more``: what it says beside."""
    return {
        "@type": "Event",
        "url": HOME + page,
        "identifier": f"p.{uid}@stifinner",
        "inLanguage": "nb",
        "startDate": begins,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "organizer": ORGANIZER,
        **more,
    }


def test_a_programme_is_a_course_and_its_cohorts_are_instances(portal: Portal):
    about = said(portal)
    instances = [
        {"@type": "CourseInstance", "@id": f"{HOME}kull/kull-1/#instance", "name": "Kull 1",
         "url": f"{HOME}kull/kull-1/", "startDate": "2026-09-01"},
        {"@type": "CourseInstance", "@id": f"{HOME}kull/kull-2/#instance", "name": "Kull 2",
         "url": f"{HOME}kull/kull-2/", "startDate": "2027-04-08"},
    ]  # fmt: skip
    course = {
        "@type": "Course",
        "@id": f"{HOME}#course",
        "name": "Programmet",
        "description": "Et </script> program.",
        "url": HOME,
        "inLanguage": "nb",
        "provider": ORGANIZER,
        "isPartOf": {"@id": f"{SITE_URL}programmer/paraply/#course"},
    }
    assert about[P] == [{**course, "hasCourseInstance": instances}]
    assert [about[f"{P}kull/{id}/"] for id in ("kull-1", "kull-2")] == [
        [{**course, "hasCourseInstance": instance}] for instance in instances
    ]
    umbrella = f"{SITE_URL}programmer/paraply/"
    assert about["programmer/paraply/"] == [
        {"@type": "Course", "@id": f"{umbrella}#course", "name": "Paraplyen", "url": umbrella, "inLanguage": "nb"}
    ]


def test_a_programme_without_cohorts_is_its_own_instance(tmp_path: Path):
    files = {f"{P}samlinger/a.md": "---\ndato: 3. mai 2027\n---\n# A\n"}
    about = said(portal_of(tmp_path, files))
    instance = {"@type": "CourseInstance", "@id": f"{HOME}#instance", "name": "Programmet", "url": HOME}
    assert about[P][0]["hasCourseInstance"] == {**instance, "startDate": "2027-05-03", "endDate": "2027-05-03"}
    assert about[f"{P}samlinger/a/"][0]["superEvent"] == {"@id": f"{HOME}#instance"}


def test_a_gathering_is_an_event_each_time_it_takes_place(portal: Portal):
    about = said(portal)
    one, two = ({"superEvent": whole} for whole in WHOLE)
    losby = {"location": {"@type": "Place", "name": "Losby"}}
    lyngvag = {"location": {"@type": "Place", "name": "Lyngvåg"}}
    moved = {"eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": "2026-10-15"}
    assert about[f"{P}samlinger/fagdag/"] == [
        event("samlinger/fagdag/?kull=kull-1", "fagdag.kull-1.20261015", "2026-10-22T09:00:00+02:00", name="Fagdag",
              **moved, **lyngvag, **one)
    ]  # fmt: skip
    kveld = f"{P}samlinger/kveld/"
    assert about[kveld] == [
        event("samlinger/kveld/?kull=kull-1", "kveld.kull-1.20261103", "2026-11-03T17:00:00+01:00", name="Kveld",
              endDate="2026-11-03T19:00:00+01:00", **lyngvag, **one),
        event("samlinger/kveld/?kull=kull-1", "kveld.kull-1.20261110", "2026-11-10T18:00:00+01:00", name="Kveld",
              endDate="2026-11-10T20:00:00+01:00", **losby, **one),
        event("samlinger/kveld/?kull=kull-2", "kveld.kull-2.20271102", "2027-11-02", name="Kveld",
              endDate="2027-11-02", **two),
    ]  # fmt: skip
    statuses = [one["eventStatus"].rpartition("/")[2] for one in about[f"{P}samlinger/veiledning/"]]
    assert statuses == ["EventScheduled", "EventCancelled", "EventScheduled", "EventScheduled"]
    assert about[f"{P}samlinger/felles/"][0]["superEvent"] == WHOLE
    assert [f"{P}samlinger/{id}/" in about for id in ("slutt", "hus")] == [False, True]


def test_where_one_takes_part(portal: Portal):
    about = said(portal)

    def mode(word: str) -> dict[str, str]:
        return {"eventAttendanceMode": f"https://schema.org/{word}EventAttendanceMode"}

    def online(page: str) -> dict[str, str]:
        return {"@type": "VirtualLocation", "url": HOME + page}

    kaia = {"@type": "Place", "name": "Kaia, sal 2", "address": "Kaiveien 1, Lyngvåg"}
    pages = {id: f"samlinger/{id}/" for id in ("nett", "begge", "ord")}
    in_words = event(pages["ord"], "ord..20270509", "2027-05-09", name="Med ord", endDate="2027-05-09",
                     location=online(pages["ord"]), superEvent=WHOLE)  # fmt: skip
    del in_words["eventAttendanceMode"]
    assert {id: about[P + page] for id, page in pages.items()} == {
        "nett": [
            event(pages["nett"], "nett..20270506", "2027-05-06T23:00:00+02:00", endDate="2027-05-07T01:00:00+02:00",
                  name="På skjerm", location=online(pages["nett"]), superEvent=WHOLE, **mode("Online"))
        ],
        "begge": [
            event(pages["begge"], "begge..20270507", "2027-05-07", endDate="2027-05-08", name="Begge deler",
                  description="Bli med.", location=[kaia, online(pages["begge"])], superEvent=WHOLE, **mode("Mixed"))
        ],
        "ord": [in_words],
    }  # fmt: skip


def test_only_a_day_that_was_told_is_a_previous_date(tmp_path: Path):
    said_before = {"a": "3. mai 2027", "b": "april 2027"}
    files = {
        f"{P}samlinger/{id}.md": f"---\ndato: 7. juni 2027\nflyttet fra: {before}\nmeldt: 1. april 2027\n---\n# {id}\n"
        for id, before in said_before.items()
    }
    about = said(portal_of(tmp_path, files))
    told = [about[f"{P}samlinger/{id}/"][0] for id in said_before]
    assert [(one["eventStatus"].rpartition("/")[2], one.get("previousStartDate")) for one in told] == [
        ("EventRescheduled", "2027-05-03"),
        ("EventScheduled", None),
    ]


def test_a_sample_names_nobody_who_gives_the_course(tmp_path: Path):
    sample = {"index.md": "---\neksempel: ja\n---\n# Forside\n\nHei.\n"}
    about = said(portal_of(tmp_path, {**FILES, **MORE, **sample}))
    assert [node for nodes in about.values() for node in nodes if {"provider", "organizer"} & set(node)] == []
    assert len(about) == len(said(portal_of(tmp_path / "own", {**FILES, **MORE})))


def test_nothing_written_ends_the_script(portal: Portal):
    texts = [str(render_about(page.about, SITE_URL)) for page in portal.pages if page.about]
    assert [text for text in texts if "<" in text or ">" in text] == []


# --- vocabulary and parser --------------------------------------------------------------------------------------------


def needs_vocabulary() -> None:
    """Skip a test where the vocabulary was not fetched."""
    if not node.has("typescript", "schema-dts"):
        pytest.skip("needs schema-dts")


def refused(graphs: Mapping[str, object], folder: Path) -> list[str]:
    """The names of the graphs that are not as schema.org's vocabulary has it, by its types for TypeScript."""
    (folder / "node_modules").symlink_to(node.PACKAGES)
    lines = ['import type { Graph } from "schema-dts";']
    lines += [f"export const _{number}: Graph = {json.dumps(graph)};" for number, graph in enumerate(graphs.values())]
    (folder / "graphs.ts").write_text("\n".join(lines), encoding="utf-8")
    compiler = node.PACKAGES / "typescript" / "bin" / "tsc"
    options = ["--noEmit", "--strict", "--module", "nodenext", "--moduleResolution", "nodenext", "--pretty", "false"]
    told = subprocess.run(
        ["node", compiler, *options, "graphs.ts"], cwd=folder, capture_output=True, check=False, text=True
    )
    named = list(graphs)
    found = {int(line) - 2 for line in re.findall(r"^graphs\.ts\((\d+),", told.stdout, re.MULTILINE)}
    assert bool(found) == bool(told.returncode), told.stdout
    return [named[number] for number in sorted(found)]


@pytest.mark.slow
def test_all_of_it_is_in_the_vocabulary(portal: Portal, tmp_path: Path):
    needs_vocabulary()
    graphs: dict[str, object] = {
        page.address: json.loads(render_about(page.about, SITE_URL)) for page in portal.pages if page.about
    }
    [course] = [nodes[0] for address, nodes in said(portal).items() if address == P]
    bad = {
        "unknown": {**course, "teacher": "Ola"},
        "of another type": {**course, "startDate": "2027-05-03"},
        "value": {"@type": "Event", "name": "A", "eventStatus": "on"},
        "type": {"@type": "Kurs", "name": "A"},
    }
    graphs |= {name: {"@context": "https://schema.org", "@graph": [thing]} for name, thing in bad.items()}
    assert refused(graphs, tmp_path) == list(bad)


def test_a_parser_finds_whole_addresses(portal: Portal):
    """Read by another library: what a page is about, is known by addresses that lead somewhere."""
    context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "eventStatus": {"@type": "@id"}}
    document = {"document": {"@context": context}, "contextUrl": None}
    options = {"documentLoader": lambda url, _: {**document, "documentUrl": url}}
    there = {SITE_URL + page.address for page in portal.pages}
    read = {}
    for page in portal.pages:
        if page.about:
            nodes = jsonld.flatten(json.loads(render_about(page.about, SITE_URL)), None, options)
            leads = {node["@id"] for node in nodes if not node["@id"].startswith("_:")}
            leads |= {url["@id"] for node in nodes for url in node.get("https://schema.org/url", [])}
            read[page.address] = {re.sub(r"[?#].*", "", lead) for lead in leads} - {"https://schema.org/"}
    assert {address: leads - there for address, leads in read.items() if leads - there} == {}
    assert len(read) == len(said(portal))

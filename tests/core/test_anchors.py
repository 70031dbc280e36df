"""Where a link with «#» leads: every heading has a place on its page, and no id of ours is an editor's too."""

import posixpath
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import portal_of
from stifinner.language.phrases import load_phrases
from stifinner.language.slugs import slugify
from stifinner.model.kinds import KINDS
from stifinner.outputs.html.assets import Assets, bundle_assets
from stifinner.portal import Portal

ROOT = Path(__file__).parents[2]
TEMPLATES = [ROOT / "theme_overrides" / "fragments"]
PHRASES = load_phrases("nb")
FOLDERS = PHRASES["folders"]
PLACES = {name: f"programmer/p/{FOLDERS.get(name)}/ting.md" for name in KINDS} | {
    "portal": "index.md",
    "programme": "programmer/p/index.md",
    "article": "om.md",
}
HIDDEN = {"editors_note", "facilitator"}
"""What no page shows."""
ELSEWHERE = {("portal", "footer"), ("portal", "stories"), ("programme", "stories"), ("gathering", "schedule")}
"""What stands in the frame, or where something else is known."""
WRITTEN = {
    "elements": "### Et element\n\n- Et utsagn som skal leses.\n",
    "agenda": "- 09.00 Et utsagn som skal leses.\n",
    "steps": "- Et utsagn som skal leses.\n",
    "questions": "- Et utsagn som skal leses.\n",
    "forms": "- Film om et utsagn som skal leses (kommer)\n",
    "supports": "- støtter **Et utsagn som skal leses**\n",
    "schedule": "- 3. november 2026, et utsagn som skal leses\n",
    "cohort schedule": "- [Kvelden](../samlinger/ting.md): 3. november 2026, et utsagn som skal leses\n",
    "from_gatherings": "### [Kvelden](../samlinger/ting.md)\n\n#### Oppsummering\n\nEt utsagn som skal leses.\n",
    "inspirations": "Et utsagn som skal leses.\n\n- [Kilden](/VEI/ting.md)\n",
}
"""What stands under a heading, where a sentence is not enough."""
BESIDE = {
    "programmer/p/inspirasjon/ting.md": "# Kilden\n\nSe.\n",
    "programmer/p/samlinger/ting.md": "# Kvelden\n\nSnakk.\n",
    "programmer/p/refleksjon/ting.md": "# Ark\n\n## Kjerneelementer\n\n### Her\n\n- Sant\n",
}
SAID = "utsagn som skal leses"
FIXED = [(kind, attribute) for kind in PLACES for attribute in PHRASES["headings"].get(kind, {})]


def html_of(portal: Portal) -> dict[str, str]:
    """Address of each page → the page with its frame, as it is put together."""
    assert [problem for problem in portal.problems if problem.severity == "error"] == []
    renderer = portal.renderer(TEMPLATES)
    assets = _assets(portal.colours)
    more = {
        "style": next(iter(assets.styles.values())),
        "script": next(iter(assets.scripts.values())),
        "csp": "",
        "edit_url": None,
        "canonical": None,
        "search_worker": "",
        "preview": True,
        "problems": (),
    }
    pages = {}
    for page in portal.pages:
        if not page.source:
            continue
        root = "../" * page.address.count("/")
        body = renderer.render_page(page.view, page.address, page.places)
        top, foot = (
            renderer.render_frame(part, portal.frame, page.frame, root=root, address=page.address, **more)
            for part in ("top", "foot")
        )
        pages[page.address] = f'{top}<main id="main">{body}</main>{foot}'
    return pages


@cache
def _assets(colours: str) -> Assets:
    return bundle_assets([ROOT / "theme_overrides" / "assets"], colours)


def page_of(path: str) -> str:
    return "" if path == "index.md" else path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def lead(pages: dict[str, str], page: str, words: str) -> str:
    """Id that the link of those words on a page leads to, on whatever page."""
    link = BeautifulSoup(pages[page], "lxml").find("a", string=words)
    return str(link["href"]).partition("#")[2]


def written(kind: str, attribute: str) -> str:
    """A fixed heading with something under it."""
    body = WRITTEN.get(f"{kind} {attribute}", WRITTEN.get(attribute, f"Et {SAID}.\n")).replace(
        "/VEI", "inspirasjon" if kind == "programme" else "../inspirasjon"
    )
    return f"## {PHRASES['headings'][kind][attribute]}\n\n{body}\n"


@pytest.mark.parametrize(("kind", "attribute"), FIXED, ids=lambda value: value)
def test_link_to_fixed_heading_leads_to_what_stands_under_it(kind, attribute, tmp_path):
    heading = PHRASES["headings"][kind][attribute]
    text = f"# Tingen\n\nOm den.\n\n{written(kind, attribute)}"
    if kind == "sheet" and attribute not in {"elements", "questions"}:
        text += written(kind, "elements").replace(SAID, "noe annet")
    links = {"a": slugify(heading), "b": heading.lower().replace(" ", "-")}
    page = "".join(f"[{name}]({PLACES[kind]}#{anchor})\n" for name, anchor in links.items())
    portal = portal_of(tmp_path, {**BESIDE, PLACES[kind]: text, "andre.md": f"# Andre\n\n{page}"})
    if attribute in HIDDEN:
        assert [problem.code for problem in portal.problems if problem.path == "andre.md"] == ["missing-anchor"] * 2
        return
    pages = html_of(portal)
    assert lead(pages, "andre/", "a") == lead(pages, "andre/", "b")
    place = BeautifulSoup(pages[page_of(PLACES[kind])], "lxml").find(id=lead(pages, "andre/", "a"))
    if (kind, attribute) not in ELSEWHERE:
        assert SAID in place.get_text() + " ".join(map(str, place.find_all_next(string=True)))
        assert SAID not in " ".join(map(str, place.find_all_previous(string=True)))


def test_every_heading_of_ones_own_has_a_place(tmp_path):
    text = "# Om\n\n[a](#første), [b](#like), [c](#like-1), [d](#like-2), [e](#i-en-liste), [f](#om), [g](#).\n\n"
    text += "## Første\n\n### Like\n\nA.\n\n## Like\n\n- #### I en liste\n"
    pages = html_of(portal_of(tmp_path, {"om.md": text}))
    soup = BeautifulSoup(pages["om/"], "lxml")
    assert [lead(pages, "om/", name) for name in "abcdefg"] == [
        *("forste", "like", "like-2", "like-2", "i-en-liste", "", "")
    ]
    assert [tag["id"] for tag in soup.main.find_all(id=True)] == ["forste", "like", "like-2", "i-en-liste"]


def test_place_of_what_is_not_shown_is_the_page(tmp_path):
    files = {
        "programmer/p/samlinger/a.md": "---\nbare omtalt: ja\n---\n# A\n\n## Mer om den\n\nTekst.\n",
        "programmer/p/roller/b.md": "# B\n\n## Støtter\n\n## Oppgaver\n",
        "om.md": "# Om\n\n[a](programmer/p/samlinger/a.md#mer-om-den) [b](programmer/p/roller/b.md#støtter)\n",
    }
    pages = html_of(portal_of(tmp_path, files))
    assert lead(pages, "om/", "a") == "samlinger_a"
    assert f'id="{lead(pages, "om/", "b")}"' in pages["programmer/p/roller/b/"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", PLACES)
def test_no_id_of_ours_is_an_editors_too(kind, tmp_path):
    files = {path: f"# {kind}\n\nTekst.\n" for kind, path in PLACES.items()} | BESIDE
    files["programmer/p/samlinger/a.md"] = "---\ndato: 1. mai 2027\n---\n# A\n\n## Mellomarbeid\n\nLes.\n"
    fixed = PHRASES["headings"].get(kind, {})
    files[PLACES[kind]] = f"# {kind}\n\nTekst.\n\n" + "".join(written(kind, attribute) for attribute in fixed)
    ours = set(re.findall(r' id="([^"]+)"', html_of(portal_of(tmp_path / "a", files))[page_of(PLACES[kind])]))
    assert "main" in ours
    # Headings whose words are the ids that the page has, twice; and a footer that has some as well.
    wanted = {re.sub(r"[-_]", " ", id).strip() for id in [*ours, *PHRASES["words"]["anchors"].values()]}
    own = sorted(wanted - {re.sub(r"[-_]", " ", slugify(word)) for word in fixed.values()})
    files[PLACES[kind]] += "".join(f"## {word}!\n\nT[^1].\n\n#### {word}!\n\nU.\n\n" for word in own) + "[^1]: Noten.\n"
    if kind != "portal":
        files["index.md"] += "\n## Bunntekst\n\n### Kontakt\n\nHer[^2].\n\n#### main\n\n[^2]: En note.\n"
    for address, page in html_of(portal_of(tmp_path / "b", files)).items():
        counted = Counter(re.findall(r' id="([^"]+)"', page))
        assert {id: times for id, times in counted.items() if times > 1} == {}, address
        meant = re.findall(r' href="#([^"]+)"', page)
        for names in re.findall(r' (?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]+)"', page):
            meant += names.split()
        assert set(meant) - set(counted) == set(), address


def test_link_defined_below_the_editors_note_leads_to_where_it_says(tmp_path):
    """A footnote and a reference are often defined last in a file; where they are met decides."""
    text = (
        "# Om\n\nSe[^1] og [planen][p].\n\n## Notat til redaktører\n\nSkjult [x](finnes-ikke.md)[^2].\n\n"
        "[^1]: se [A](programmer/p/samlinger/a.md)\n[^2]: [y](finnes-heller-ikke.md)\n\n[p]: programmer/p/index.md\n"
    )
    pages = html_of(portal_of(tmp_path, {"om.md": text, "programmer/p/samlinger/a.md": "# A\n\nOm A.\n"}))
    links = BeautifulSoup(pages["om/"], "lxml").main
    assert [links.find("a", string=words)["href"] for words in ("A", "planen")] == [
        "../programmer/p/samlinger/a/",
        "../programmer/p/",
    ]


@pytest.mark.parametrize("before", ["", "Skjult.[^1]\n\n", "Skjult.[^2]\n\n"])
@pytest.mark.parametrize(
    "after", ["## Om[^1]\n\nTekst.", "## Om\n\nTekst.[^1]", "## Om\n\nTekst.[^2]", "## Om[^2]\n\n- a[^1]"]
)
def test_link_in_a_footnote_leads_where_it_says_wherever_that_is_referred_to(tmp_path, before, after):
    """The note to editors may refer to it first, and another footnote may lead to it."""
    note = f"## Notat til redaktører\n\n{before}" if before else ""
    text = f"# Om\n\nTekst.\n\n{note}{after}\n\n[^1]: se [A](programmer/p/samlinger/a.md)\n\n[^2]: Jo.[^1]\n"
    portal = portal_of(tmp_path, {"om.md": text, "programmer/p/samlinger/a.md": "# A\n\nOm A.\n"})
    page = BeautifulSoup(html_of(portal)["om/"], "lxml").main
    assert [link["href"] for link in page("a", string="A")] == ["../programmer/p/samlinger/a/"]


@pytest.mark.parametrize(
    "files",
    [
        {"programmer/p/index.md": None, "om.md": "# Om\n"},
        {"programmer/p/index.md": "---\ntype: paraply\n---\n# P\n"},
        {"programmer/p/index.md": "# P\n\n## Prinsipper\n\n- 10 min, **to**[^2]\n- En[^2]\n\n[^2]: snakk\n"},
        {
            "programmer/p/samlinger/x.md": "---\nbare omtalt: ja\nfor: l\ndato: 1. mai 2027\n---\n# X\n\n"
            "## Før samlingen\n\n- Les\n\n## Mellomarbeid\n\nGjør.\n",
            "programmer/p/samlinger/y.md": "---\nfor: l\ndato: 1. juni 2027\n---\n# Y\n",
            "programmer/p/roller/l.md": "# L\n",
        },
    ],
    ids=["no programme", "only an umbrella", "footnotes in principles", "only mentioned, with work"],
)
def test_every_link_to_a_place_finds_it(files, tmp_path):
    pages = html_of(portal_of(tmp_path, files))
    for address, page in pages.items():
        for written in re.findall(r' href="([^"#:]*#[^"]*)"', page):
            way, _, id = written.partition("#")
            if ".svg" in way:
                continue
            target = posixpath.normpath(posixpath.join(address or ".", way)).strip(".").strip("/")
            assert re.search(rf' id="{re.escape(id)}"', pages[f"{target}/" if target else ""]), (address, written)

"""What the check of a built site finds, and what it lets pass."""

import json
from pathlib import Path

import pytest

from stifinner.adapter.building.site_check import SiteProblem, check_site, count_pages
from stifinner.language.phrases import load_phrases

POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"""
FRONT = "index.html"
ABOUT = '<h2 id="hvem">Hvem</h2>'


def page(body: str, head: str = "") -> str:
    return f"<!doctype html>\n<html><head>{POLICY}{head}</head>\n<body>\n{body}\n</body></html>\n"


def write_site(folder: Path, front: str, **more: str) -> Path:
    files = {
        FRONT: page(front),
        "om/index.html": page(ABOUT),
        "assets/icons.svg": '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="pil"/></svg>',
        "assets/a.css": "",
        "assets/æ ø.pdf": "",
    } | more
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<a href="om/">om</a>',
        '<a href="om">om</a>',
        '<a href="./">fram</a>',
        '<a href="om/index.html#hvem">hvem</a>',
        '<a href="om/?q=x#hvem">hvem</a>',
        '<a href="#top">opp</a>',
        '<p id="å">x</p><a href="#%C3%A5">x</a><a href="#å">x</a>',
        '<a href="assets/%C3%A6%20%C3%B8.pdf#page=2">fil</a>',
        '<svg><use href="assets/icons.svg#pil"/></svg>',
        '<a href="https://example.no/">ut</a><a href="mailto:a@example.no">brev</a><a href="tel:+4712345678">ring</a>',
        '<a href="/om/#hvem">om</a>',
        '<script type="application/json">{"a": 1}</script>',
        '<link rel="stylesheet" href="assets/a.css"><link rel="canonical" href="https://example.no/om/">',
    ],
)
def test_a_sound_page_has_no_problems(tmp_path: Path, body: str) -> None:
    assert check_site(write_site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "code", "subject"),
    [
        ('<a href="omm/">om</a>', "missing_target", "omm/"),
        ('<a href="/omm/">om</a>', "missing_target", "/omm/"),
        ('<img src="bilde.png" alt="">', "missing_target", "bilde.png"),
        ('<img src="assets/a.css" srcset="stor.png 2x" alt="">', "missing_target", "stor.png"),
        ('<a href="om/#hva">hva</a>', "missing_anchor", "om/#hva"),
        ('<a href="#hva">hva</a>', "missing_anchor", "#hva"),
        ('<svg><use href="assets/icons.svg#hake"/></svg>', "missing_anchor", "assets/icons.svg#hake"),
        ('<a href="../annet/">ut</a>', "outside", "../annet/"),
        ('<a href="">tom</a>', "empty_link", ""),
        ('<meta http-equiv="refresh" content="0; url=omm/">', "missing_target", "omm/"),
        ('<a href="javascript:alert(1)">x</a>', "scheme", "javascript:alert(1)"),
        ('<img src="https://example.no/a.png" alt="">', "other_host", "https://example.no/a.png"),
        ('<img src="//example.no/a.png" alt="">', "other_host", "//example.no/a.png"),
        ('<img src="data:image/png;base64,xx" alt="">', "other_host", "data:image/png;base64,xx"),
        ('<script src="https://example.no/a.js"></script>', "other_host", "https://example.no/a.js"),
        ('<iframe src="https://example.no/"></iframe>', "other_host", "https://example.no/"),
        (
            '<link rel="stylesheet" href="https://example.no/a.css">',
            "other_host",
            "https://example.no/a.css",
        ),
        ('<p id="a"></p><p id="a"></p>', "duplicate_id", "a"),
        ('<p style="color: red">x</p>', "inline_attribute", "<p style>"),
        ('<button onclick="x()">x</button>', "inline_attribute", "<button onclick>"),
        ("<style>p {}</style>", "inline_element", "<style>"),
        ("<script>x()</script>", "inline_element", "<script>"),
        ('</body></html><script src="//example.no/a.js"></script>', "other_host", "//example.no/a.js"),
        (f'{"<div>" * 1000}<a href="omm/">om</a>', "missing_target", "omm/"),
        ("<div>" * 3000, "too_deep", ""),
    ],
)
def test_a_problem_is_told_with_page_line_and_cause(tmp_path: Path, body: str, code: str, subject: str) -> None:
    assert check_site(write_site(tmp_path, f"\n{body}")) == [SiteProblem(FRONT, 5, code, subject)]


def test_a_page_without_a_policy_is_a_problem(tmp_path: Path) -> None:
    site = write_site(tmp_path, "", **{"om/index.html": "<!doctype html><title>Om</title>"})
    assert check_site(site) == [SiteProblem("om/index.html", 1, "no_policy", "")]


def test_problems_of_all_pages_are_told_in_order(tmp_path: Path) -> None:
    site = write_site(tmp_path, '<a href="b">b</a>\n<a href="a">a</a>', **{"a.html": page('<a href="x">x</a>')})
    assert check_site(site) == [
        SiteProblem("a.html", 4, "missing_target", "x"),
        SiteProblem(FRONT, 4, "missing_target", "b"),
        SiteProblem(FRONT, 5, "missing_target", "a"),
    ]


def test_a_stylesheet_may_only_fetch_what_is_there(tmp_path: Path) -> None:
    css = (
        '/* url(nei.png)\n*/\n@import "b.css";\np { background: url(icons.svg#pil) }\n'
        '@font-face { src: url("//example.no/a.woff2") }'
    )
    site = write_site(tmp_path, "", **{"assets/a.css": css})
    assert check_site(site) == [
        SiteProblem("assets/a.css", 3, "missing_target", "b.css"),
        SiteProblem("assets/a.css", 5, "other_host", "//example.no/a.woff2"),
    ]


def test_the_search_index_leads_to_headings_that_exist(tmp_path: Path) -> None:
    index = {"docs": [{"location": ""}, {"location": "om/#hvem"}, {"location": "om/#hva"}]}
    site = write_site(tmp_path, "", **{"search/search_index.json": json.dumps(index)})
    assert check_site(site) == [SiteProblem("search/search_index.json", 1, "missing_anchor", "../om/#hva")]


def test_absolute_addresses_are_read_from_where_the_portal_will_stand(tmp_path: Path) -> None:
    body = '<a href="/portal/om/">om</a>\n<a href="/om/">om</a>\n<a href="https://example.no/portal/omm/">om</a>'
    site = write_site(tmp_path, body)
    assert check_site(site, "https://example.no/portal/") == [
        SiteProblem(FRONT, 5, "outside", "/om/"),
        SiteProblem(FRONT, 6, "missing_target", "https://example.no/portal/omm/"),
    ]


def test_pages_are_counted_by_what_a_reader_can_open(tmp_path: Path) -> None:
    old = page("", '<meta http-equiv="refresh" content="0; url=../om/">')
    assert count_pages(write_site(tmp_path, "", **{"404.html": page(""), "oss/index.html": old})) == 2


@pytest.mark.parametrize(
    "code",
    [
        "missing_target",
        "missing_anchor",
        "empty_link",
        "outside",
        "scheme",
        "other_host",
        "duplicate_id",
        "inline_attribute",
        "inline_element",
        "no_policy",
        "too_deep",
    ],
)
def test_each_problem_has_words(code: str) -> None:
    words = load_phrases("nb")["cli"]["site_problems"]
    assert words[code].format(subject="x")

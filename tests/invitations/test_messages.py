"""What one writes to those who are called to a gathering, whole, as text and as a mail that is begun."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from browser.made import THEME
from core.builder import portal_of
from invitations.written import messages_of
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.letter import LONGEST_BODY, mail_link, render_letter
from stifinner.outputs.html.pages import PageRenderer
from stifinner.views.invitations.shown import Message, MessageLine
from views.pieces import P, view_at
from views.two_cohorts import FILES
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases.yml")["cases"]
SITE = "https://example.org/portal/"
PAGE = MessageLine("Alt om samlingen:", "samlinger/å/")
MESSAGE = Message(
    "call",
    "Innkalling: Lek & lær, 50 % på tirsdag?",
    (
        (MessageLine("Hei!"),),
        (MessageLine("Velkommen til «Lek & lær» = moro + læring #1"), MessageLine("Tirsdag kl. 9")),
        (MessageLine("Mer:", "steder/a/"), PAGE),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_messages_of_a_case(tmp_path: Path, case: dict[str, Any]):
    assert messages_of(tmp_path, case) == case["messages"]


def mail_of(link: str) -> tuple[str, str, str]:
    """To whom, subject and text of a mail, as a mail program reads them from a link; «+» means itself there."""
    parts = urlsplit(link)
    said = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert (parts.scheme, parts.fragment, sorted(said)) == ("mailto", "", ["body", "subject"])
    return parts.path, said["subject"][0], said["body"][0]


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_a_mail_is_read_as_it_was_written(site_url: str):
    link = mail_link(MESSAGE, site_url)
    assert mail_of(link) == ("", MESSAGE.subject, render_letter(MESSAGE, site_url).replace("\n", "\r\n"))
    assert "%20" in link
    assert not set(" +\n") & set(link)
    assert link.isascii()


def with_lines(*lines: str) -> Message:
    """The same with other lines between greeting and page."""
    greeting, _, page = MESSAGE.paragraphs
    return replace(MESSAGE, paragraphs=(greeting, tuple(map(MessageLine, lines)), page))


def test_a_long_mail_is_cut_at_lines_and_ends_with_the_page():
    lines = [f"{number} " + "å" * 30 for number in range(20)]
    _, _, body = mail_of(mail_link(with_lines(*lines), SITE))
    kept = body.split("\r\n")[2:-2]
    assert body.split("\r\n") == ["Hei!", "", *lines[: len(kept)], "", f"{PAGE.text} {SITE}{PAGE.address}"]
    length = len(mail_link(with_lines(*lines), SITE).partition("&body=")[2])
    assert LONGEST_BODY - 200 < length <= LONGEST_BODY
    # One whose lines all have room is whole.
    assert mail_of(mail_link(with_lines(*lines[:9]), ""))[2].split("\r\n") == ["Hei!", "", *lines[:9]]


@pytest.mark.parametrize(
    ("lines", "site_url"),
    [(("x" * LONGEST_BODY,), SITE), (("kort", "x" * LONGEST_BODY), "")],
    ids=["only the greeting has room", "nothing leads to the rest"],
)
def test_a_mail_that_says_too_little_is_not_offered(lines: tuple[str, ...], site_url: str):
    assert mail_link(with_lines(*lines), site_url) == ""


# --- on the page --------------------------------------------------------------------------------------------------


def section_on(folder: Path, id: str, site_url: str = SITE, files: dict[str, str | bytes] = FILES) -> Any:
    """The section on a gathering's page; None where there is none."""
    page = f"{P}samlinger/{id}/"
    renderer = PageRenderer([THEME / "fragments"], load_phrases("nb"), site_url)
    found = html.fromstring(renderer.render_page(view_at(portal_of(folder, files), page), page))
    return next(iter(found.xpath("//section[contains(@class, 'invite-section')]")), None)


def test_each_cohort_has_its_own_and_the_browser_shows_the_reader_s(tmp_path: Path):
    section = section_on(tmp_path, "kveld")
    assert [(one.get("data-for-cohort"), one.get("data-until")) for one in section.xpath(".//*[@data-until]")] == [
        ("kull-1 ", "2026-11-10"),
        ("kull-2 ", "2027-11-02"),
    ]
    assert [one.text for one in section.xpath(".//h3")] == ["Kull 1", "Kull 2"]


def test_each_text_is_folded_and_has_a_button_and_a_mail(tmp_path: Path):
    section = section_on(tmp_path, "kveld")
    page = view_at(portal_of(tmp_path, FILES), f"{P}samlinger/kveld/")
    messages = [message for one in page.invitations for message in one.messages]
    assert [one.text for one in section.xpath(".//pre")] == [render_letter(one, SITE) for one in messages]
    assert [one.get("href") for one in section.xpath(".//a")] == [mail_link(one, SITE) for one in messages]
    assert [one.get("open") for one in section.xpath(".//details[.//pre]")] == [None] * 2
    assert len(section.xpath(".//details//pre")) == 4
    assert [one.text for one in section.xpath(".//*[@class='invite__subject']")] == [one.subject for one in messages]
    buttons = section.xpath(".//button[@hidden]")
    assert [one.get("data-copy") for one in buttons] == [one.get("id") for one in section.xpath(".//pre")]
    assert [one.text_content().strip() for one in buttons] == ["Kopier innkalling", "Kopier påminnelse"] * 2
    who = [section.get_element_by_id(one.get("aria-describedby")).text for one in buttons]
    assert who == ["Kull 1", "Kull 1", "Kull 2", "Kull 2"]
    assert [one.text for one in section.xpath(".//summary")] == ["Les eller send som e-post"] * 2


def test_one_that_does_not_take_place_has_word_of_that_alone(tmp_path: Path):
    section = section_on(tmp_path, "samtale")
    assert [one.text_content().strip() for one in section.xpath(".//button | .//summary | .//a")] == [
        "Kopier avlysning",
        "Les eller send som e-post",
        "Avlysning som e-post",
    ]


def test_a_text_too_long_for_a_mail_has_no_mail(tmp_path: Path):
    points = "\n".join(f"- {'lese ' * 30}" for _ in range(20))
    files = {
        f"{P}samlinger/a.md": "---\ndato: 1. mai 2027\nsted: kaia\n---\n# A\n",
        "steder/kaia.md": f"# Kaia\n\n## Slik finner du fram\n\n{points}\n",
    }
    section = section_on(tmp_path, "a", "", files)
    assert [one.text_content().strip() for one in section.xpath(".//a")] == ["Påminnelse som e-post"]


def test_where_no_text_has_room_in_a_mail_none_is_promised(tmp_path: Path):
    name = "Samlingen " + "om mye " * 300
    files = {f"{P}samlinger/a.md": f"---\ndato: 1. mai 2027\n---\n# {name}\n"}
    section = section_on(tmp_path, "a", "", files)
    assert [one.text_content() for one in section.xpath(".//a | .//summary")] == ["Les hele"]


def test_nobody_is_called_without_a_day(tmp_path: Path):
    assert section_on(tmp_path, "slutt") is None

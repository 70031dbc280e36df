"""Odd but valid content: no error is told, the page says what its author meant, and every template holds it."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from core.builder import PICTURE, portal_of
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.pages import PageRenderer
from stifinner.portal import Portal
from stifinner.problems.problem import has_errors

TEMPLATES = Path(__file__).parents[2] / "theme_overrides" / "fragments"
SAMLING = "programmer/p/samlinger/a.md"


def item(portal: Portal, path: str = SAMLING):
    assert not has_errors(portal.problems)
    return portal.graph.items[path]


def rendered(portal: Portal) -> dict[str, str]:
    """Address → HTML of every page that is made from a file."""
    return {page.address: renderer().render_page(page.view, page.address) for page in portal.pages if page.source}


@cache
def renderer() -> PageRenderer:
    """One for all tests: compiling the templates takes longer than all pages."""
    return PageRenderer([TEMPLATES], load_phrases("nb"))


ODD_FILES = {
    "no facts": "# A\n",
    "no end of line": "# A",
    "empty facts": "---\n---\n# A\n",
    "fact without value": "---\nsted:\n---\n# A\n",
    "windows lines": "---\r\nsted: Her\r\n---\r\n# A\r\n\r\nTekst.\r\n",
    "old mac lines": "---\rsted: Her\r---\r# A\r",
    "byte order mark": "\ufeff---\nsted: Her\n---\n# A\n",
    "comment among the facts": "---\n# hvor vi er\nsted: Her\n---\n# A\n",
    "capitals in a key": "---\nSted: Her\n---\n# A\n",
    "trailing white space": "---   \nsted: Her   \n---  \n# A   \n",
    "four dashes": "----\nsted: Her\n----\n# A\n",
    "emoji": "# A 🎉\n\nVelkommen 👋🏽\n",
    "very long word": "# " + "menneskemøtekompetanse" * 20 + "\n",
    "very long line": "# A\n\n" + "ord " * 5000 + "\n",
    "code with tags in it": "# A\n\nSkriv `<b>` slik:\n\n```\n<script>\n{: .x }\n# ikke en overskrift\n```\n",
    "address between angle brackets": "# A\n\n<https://example.org>\n",
    "smaller than": "# A\n\n3 < 4, og a<4\n",
    "braces": "# A\n\n{mengden} og {{ mal }}\n",
    "table": "# A\n\n| x | y |\n|---|--:|\n| 1 | |\n",
    "rule": "# A\n\nTekst.\n\n---\n\nMer.\n",
    "rule after a list": "# A\n\n- punkt\n---\n",
    "heading of one's own": "# A\n\n## Praktisk\n\nTa med sko.\n",
    "closing number signs": "# A #\n\n## Dagsplan ##\n\n- 30 min Start\n",
    "agenda without minutes": "# A\n\n## Dagsplan\n\n- Start\n- Slutt\n",
    "agenda over midnight": "---\ntid: 22.00–02.00\n---\n# A\n\n## Dagsplan\n\n- 180 min Start\n- 60 min Slutt\n",
    "work between without date": "# A\n\n## Mellomarbeid\n\nLes.\n",
    "presentation to come": "# A\n\n## Presentasjoner\n\n- Lysbilder (kommer)\n",
    "empty known heading": "# A\n\n## Dagsplan\n",
    "mailto": "# A\n\n[skriv](mailto:post@example.org)\n",
    "anchor on the page": "# A\n\n[ned](#praktisk)\n\n## Praktisk\n\nSko.\n",
    "title only of emoji": "# 🎉\n",
    "heading only of signs": "# A\n\n## ***\n\nTekst.\n",
    "decomposed letters": unicodedata.normalize("NFD", "---\nsted: Ålesund\n---\n# Årsmøte på Ørlandet\n"),
    "letters from right to left": "# مرحبا\n\nשלום\n",
    "joined and invisible characters": "# A\u200bB\u00adC\n\nDelt\u00adord og 👩\u200d👩\u200d👧\n",
    "hard spaces": "# A\u00a0B\n\n##\u00a0Dagsplan\n\n-\u00a030\u00a0min Start\n",
    "hard space after a key": "---\nsted:\u00a0Losby\n---\n# A\n",
    "mixed quotation marks": "# A\n\n«Hei», \"hallo\", 'ja', “nei” og ‘kanskje’\n",
    "apostrophe in a link's title": '# A\n\n[B](https://example.org "B\'s \u00absted\u00bb")\n',
    "link with a title": "# A\n\n[B](https://example.org 'tittel') og [C](https://example.org \"(C)\")\n",
    "link with brackets in its address": "# A\n\n[B](https://example.org/wiki/A_(B))\n",
    "link with brackets in its text": "# A\n\n[B [1]](https://example.org)\n",
    "link between angle brackets": "# A\n\n[B](<https://example.org/en_vei>) og [C](<a.md>)\n",
    "link over two lines": "# A\n\n[B\nC](https://example.org)\n",
    "empty link text": "# A\n\n[](https://example.org)\n",
    "telephone": "# A\n\n[Ring](tel:+4712345678)\n",
    "mail address between angle brackets": "# A\n\n<post@example.org>\n",
    "address without link": "# A\n\nSe www.example.org og https://example.org/a_b_c\n",
    "escaped characters": "# A\n\n\\*ikke skrå\\*, \\[ikke lenke\\](a.md), 1\\. og \\# og \\`\n",
    "brackets that are no link": "# A\n\n[sic] (og dette) [1] {x} (a) [b]\n",
    "check boxes": "# A\n\n- [ ] Sko\n- [x] Jakke (varm)\n",
    "stars that are no bold": "# A\n\n2 * 3 * 4 og 5*6, a_b_c, **fet** og ***begge***\n",
    "bold over two lines": "# A\n\n**fet\nskrift**\n",
    "entities": "# A\n\n&lt;b&gt; &amp; &copy; &#229;\n",
    "table with empty cells": "# A\n\n| x | y | z |\n|:--|:-:|--:|\n| | | |\n| 1 | | **3** |\n",
    "table with signs in it": "# A\n\n| a \\| b | c |\n|---|---|\n| `x` | [B](https://example.org) |\n",
    "list in a list in a list": "# A\n\n- a\n    - b\n        - c\n            - d\n\n1. en\n    1. to\n",
    "list with paragraphs": "# A\n\n- a\n\n    Mer om a.\n\n- b\n",
    "list begun at seven": "# A\n\n7. sju\n8. åtte\n",
    "list with plus and star": "# A\n\n+ a\n+ b\n\n* c\n* d\n",
    "quotation in a quotation": "# A\n\n> ytre\n>\n> > indre\n",
    "quotation with a list": "# A\n\n> - a\n> - b\n",
    "lines broken by hand": "# A\n\nEn linje  \nog en til\\\nog en.\n",
    "dialogue with dashes": "# A\n\n– Hei, sa hun.\n\n— Hei, sa han.\n",
    "sums that begin with a minus": "# A\n\nDet var\n−5 grader, og\n2022. Et år.\n",
    "headings of every level": "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n",
    "heading without text under it": "# A\n\n## B\n\n## C\n",
    "heading twice, of one's own": "# A\n\n## Praktisk\n\na\n\n## Praktisk\n\nb\n",
    "fixed heading in capitals": "# A\n\n## DAGSPLAN\n\n- 30 min Start\n",
    "fixed heading in bold": "# A\n\n## **Dagsplan**\n\n- 30 min Start\n",
    "link in a heading": "# A\n\n## [B](https://example.org)\n\nb\n",
    "tabs": "# A\n\n-\ta\n\t- b\n",
    "blank lines everywhere": "---\n\nsted: Her\n\ntid: 9\n\n---\n\n\n# A\n\n\n\nTekst.\n\n\n",
    "spaces on blank lines": "# A\n   \nTekst.\n\t\n## B\n \nMer.\n",
    "no space around the colon": "---\nsted:Her\ntid :9\n---\n# A\n",
    "value with every sign": "---\nsted: #1 (a) [b] {c} <d> & e, f; g: h! i? j % k | l ~ m\n---\n# A\n",
    "code with backticks in it": "# A\n\n`` a ` b `` og ` c `\n",
    "code between tildes": "# A\n\n~~~\n# ikke tittel\n[ikke](lenke.md\n~~~\n",
    "day plan over days": "# A\n\n## Dagsplan\n\n### Dag 1\n\n- 09.00 Start\n\n### Dag 2\n\n- kl. 10.30: Pause\n",
    "minutes in full": "# A\n\n## Dagsplan\n\n- 30 minutter Slutt\n",
    "day plan with lists in it": "# A\n\n## Dagsplan\n\n- 30 min Start\n    - hilse\n    - sitte\n- Slutt\n",
    "day plan with kilometres": "# A\n\n## Dagsplan\n\n- 5 km tur\n- 3 menn og 1 mil\n- 2. time\n",
    "work between until a gathering": "# A\n\n## Mellomarbeid til samlingen 8. februar 2028\n\nLes.\n",
    "work between without text": "# A\n\n## Mellomarbeid\n",
    "note to editors only": "# A\n\n## Notat til redaktører\n\nSe [dette](finnes-ikke.md).\n",
    "presentations of all sorts": "# A\n\n## Presentasjoner\n\n- En (kommer)\n- [To](https://example.org/)\n- **C**\n",
    "percent and plus in an address": "# A\n\n[B](https://example.org/?q=a+b%20c&d=[e]#f)\n",
}

DATES = (
    "1. november 2027", "1.november 2027", "1 november 2027", "01.11.2027", "1.11.27", "2027-11-01", "1. nov. 2027",
    "mandag 1. november 2027", "12.–13. november 2027", "12.-13. november 2027", "12. – 13. november 2027",
    "12. til 13. november 2027", "12.–13.11.2027", "30. november–1. desember 2027", "30.11.–1.12.2027",
    "30. desember 2027–2. januar 2028", "30. desember–2. januar 2028", "12.–13. november", "1. november", "29. februar",
    "november 2027", "november", "NOVEMBER 2027", "høst 2027", "høsten 2027", "våren 2028", "vår",
    "vinter 2027", "sommeren",
    "2027", "2017–18", "2017-2018", "2027/28", "halvårlig", "hver måned", "kommer", "dato kommer", "ukjent", "",
    "etter b", "før b", "1.\u00a0november\u00a02027", "31. desember 9999", "1. januar 1",
)  # fmt: skip
TIMES = ("9", "9–15", "09.00–15.30", "19:00", "kl. 9.30", "kl 9-15", "22.00–02.00", "18.00–24.00", "klokken 9", "")


@pytest.mark.parametrize("content", ODD_FILES.values(), ids=ODD_FILES.keys())
def test_odd_but_valid_file_is_taken_and_shown(content, tmp_path):
    pages = rendered(portal_of(tmp_path, {SAMLING: content}))
    assert pages["programmer/p/samlinger/a/"]


def test_there_are_sixty_odd_files_and_more():
    assert len(ODD_FILES) >= 60


def test_every_shape_of_date_is_taken_and_shown_among_the_others(tmp_path):
    files = {
        f"programmer/p/samlinger/a{n}.md": f"---\ndato: {date}\n---\n# A{n}\n" for n, date in enumerate(DATES[:-2])
    }
    pages = rendered(portal_of(tmp_path, {"programmer/p/samlinger/b.md": "# B\n", **files}))
    gatherings = [address for address in pages if re.fullmatch(r"programmer/p/samlinger/\w+/", address)]
    assert len(gatherings) == len(DATES) - 1


@pytest.mark.parametrize("time", TIMES)
def test_every_shape_of_time_is_taken_and_shown(time, tmp_path):
    content = f"---\ndato: 1. november 2027\ntid: {time}\n---\n# A\n\n## Dagsplan\n\n- 45 min Start\n- 90 min Slutt\n"
    assert rendered(portal_of(tmp_path, {SAMLING: content}))


ODD_PORTALS = {
    "programme with nothing in it": {},
    "portal without programme": {"programmer/p/index.md": None},
    "only an umbrella": {"programmer/p/index.md": "---\ntype: paraply\n---\n# P\n"},
    "umbrella with one edition": {
        "programmer/p/index.md": "---\ntype: paraply\n---\n# P\n",
        "programmer/q/index.md": "---\ndel av: p\n---\n# Q\n",
    },
    "front page with only a title": {"index.md": "# F"},
    "title and nothing else everywhere": {
        f"programmer/p/{folder}/a.md": "# A\n"
        for folder in ("spor", "roller", "samlinger", "fokusomrader", "ressurser", "inspirasjon", "artikler")
    },
    "role without gatherings": {"programmer/p/roller/leder.md": "# Leder\n"},
    "role with every gathering": {
        "programmer/p/roller/leder.md": "# Leder\n",
        **{f"programmer/p/samlinger/s{n}.md": "---\nfor: leder\n---\n# S\n" for n in range(12)},
    },
    "forty roles": {f"programmer/p/roller/rolle-{n}.md": f"# Rolle {n}\n" for n in range(40)},
    "forty roles that support each other": {
        f"programmer/p/roller/r{n}.md": f"# R{n}\n\n## Støtter\n\n- støtter [neste](r{(n + 1) % 40}.md)\n"
        for n in range(40)
    },
    "role in a gathering that is only mentioned": {
        "programmer/p/roller/leder.md": "# Leder\n",
        SAMLING: "---\nfor: leder\nbare omtalt: ja\n---\n# A\n",
    },
    "forty gatherings on one day": {
        f"programmer/p/samlinger/s{n}.md": "---\ndato: 1. november 2027\n---\n# Samme dag\n" for n in range(40)
    },
    "gatherings that prepare each other in a row": {
        f"programmer/p/samlinger/s{n}.md": "# S\n" if n == 29 else f"---\nforbereder: s{n + 1}\n---\n# S\n"
        for n in range(30)
    },
    "gathering of several weeks": {SAMLING: "---\ndato: 1. november–31. desember 2027\n---\n# A\n"},
    "twelve programmes": {f"programmer/p{n}/index.md": f"# Program {n}\n" for n in range(12)},
    "very long names": {
        "index.md": f"# {'Kompetanse' * 20}\n",
        "programmer/p/index.md": f"---\nfor hvem: {'alle ' * 80}\n---\n# {'Menneskemøte' * 20}\n",
        "programmer/p/roller/leder.md": f"# {'Profesjonsveileder' * 10}\n",
    },
    "very long file name": {f"programmer/p/roller/{'lang-' * 36}slutt.md": "# Leder\n"},
    "letters å and emoji in file names": {
        "programmer/p/roller/rådgiver.md": "# Rådgiver\n",
        "programmer/p/roller/stjerne-⭐.md": "# Stjerne\n",
        "programmer/p/samlinger/å.md": "---\nfor: rådgiver, stjerne-⭐\n---\n# Å\n\n[Se](../roller/rådgiver.md)\n",
    },
    "programme with an odd name": {"programmer/2027/index.md": "# 2027\n", "programmer/2027/roller/1.md": "# 1\n"},
    "same file name in every folder": {
        f"programmer/p/{folder}/leder.md": "# Leder\n" for folder in ("roller", "samlinger", "ressurser", "spor")
    },
    "capitals in file names": {
        "programmer/P2/index.md": "# P\n",
        "programmer/P2/roller/Leder.md": "# Leder\n",
        "programmer/P2/samlinger/A.md": "---\nfor: Leder\n---\n# A\n",
    },
    "attachments of ordinary sorts": {
        "programmer/p/filer/ark.pdf": "%PDF-1.7",
        "programmer/p/filer/ark.PNG": PICTURE,
        "programmer/p/filer/ark.txt": "Husk matpakke.",
        "programmer/p/filer/ark.csv": "navn;antall\nKari;3\n",
    },
    "shared resource that nobody uses": {"ressurser/a.md": "# A\n"},
    "resource used everywhere": {
        "ressurser/a.md": "# A\n\n## Finnes som\n\n- Film (kommer)\n- [PDF](https://example.org/a.pdf)\n",
        "programmer/p/index.md": "# P\n\n## Ressurser\n\n- [A](../../ressurser/a.md)\n",
        SAMLING: "# A\n\n## Ressurser\n\n- [A](../../../ressurser/a.md)\n",
    },
    "inspiration without link": {"programmer/p/inspirasjon/a.md": "---\nforfatter: B\n---\n# A\n"},
    "ordinary page with a table and a picture": {
        "om.md": "# Om\n\n![x](x.png)\n\n| a |\n|---|\n| b |\n",
        "x.png": PICTURE,
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("files", ODD_PORTALS.values(), ids=ODD_PORTALS.keys())
def test_odd_but_valid_portal_is_built(files, tmp_path):
    assert rendered(portal_of(tmp_path, files))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Losby: hotell", "Losby: hotell"),
        ("Sal #2", "Sal #2"),
        ("19:00", "19:00"),
        ("no", "no"),
        ('"Her"', "Her"),
        ("'Her'", "Her"),
        ('"Her" og der', '"Her" og der'),
        ("Losby\u00a0Gods", "Losby Gods"),
        ("- ", "-"),
        ("*Festsalen*", "*Festsalen*"),
        ("100 %", "100 %"),
        ("null", "null"),
        ("<sal>", "<sal>"),
    ],
)
def test_value_is_just_text(written, meant, tmp_path):
    assert item(portal_of(tmp_path, {SAMLING: f"---\nsted: {written}\n---\n# A\n"})).place == meant


def test_decomposed_letters_are_the_same_letters(tmp_path):
    files = {
        unicodedata.normalize("NFD", "programmer/p/roller/rådgiver.md"): "# Rådgiver\n",
        SAMLING: unicodedata.normalize("NFD", "---\nfor: rådgiver\n---\n# A\n\n[Se](../roller/rådgiver.md)\n"),
    }
    portal = portal_of(tmp_path, files)
    assert item(portal).audience == ("rådgiver",)
    assert "programmer/p/roller/rådgiver/" in [page.address for page in portal.pages]


def test_percent_in_link_means_the_letter(tmp_path):
    files = {
        "programmer/p/filer/plan for året.pdf": "%PDF-1.7",
        SAMLING: "# A\n\n[Plan](../filer/plan%20for%20%C3%A5ret.pdf)\n",
    }
    assert [problem.code for problem in portal_of(tmp_path, files).problems] == ["hard-to-link"]


def test_files_that_are_not_content_are_left_alone(tmp_path):
    files = {"README.md": "Les meg.", "_kladd.md": "Kladd.", ".gitignore": "x", "programmer/p/_utkast/a.md": "Kladd."}
    portal = portal_of(tmp_path, files)
    told = [(problem.path, problem.code, problem.severity) for problem in portal.problems]
    assert told == [("_kladd.md", "left-out", "advice"), ("programmer/p/_utkast", "left-out", "advice")]
    assert portal.attachments == ()
    assert set(portal.graph.items) == {"index.md", "programmer/p/index.md"}

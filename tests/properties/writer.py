"""Writes one file of a portal: facts on top, a title, prose and the sections of its kind, all of it drawn."""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from properties import facts
from stifinner.graph.rules import _REFERENCES
from stifinner.guide import load_guide
from stifinner.model.kinds import KINDS
from stifinner.model.values import OneOf
from stifinner.phrases import Phrases, load_phrases
from stifinner.problems import ProblemList, has_errors
from stifinner.source.read import read_file
from stifinner.shipped import THEME, pictures_in

Draw = Callable[[st.SearchStrategy[Any]], Any]

WORDS = ("Vi møtes", "snakk sammen", "Lytt", "12. mai", "kl. 9.30", "det som er", "«ja»", "A & B", "10 %", "i praksis.", "Se:")
ODD_WORDS = (
    *("\u00a0", "myk\u00adt", "\u202eom", "a\u200bb", "😀", "👩‍👩‍👧", "نعم وقت", "אב", "日本", "ሰላም", "e\u0301", "\u2028", "ﬁ"),
    *("#", "*", "_", "`", "|", "<", ">", "\\", "&amp;", "&#0;", "{{ x }}", "{% x %}", "$1", "%s", "\t", "~~", "==", "@", "[", "]", "!", "a_b_c"),
    *("a" * 120, "https://example.com/a?b=c&d=e", "1.", "- ", "—", "…", "null", "x\x0cy", "\ufeff", "\x85"),
)
ODD_TITLES = (
    *("![Et bilde](PICTURE)", "***", "*Uthevet*", "**Fet**", "😀", "!!!", "`kode`", "~~borte~~", "[En lenke](PAGE)", "1", "A", "a"),
    *("Æ", "日本", "–", "Tittel #", "[x]", "Note[^1]", "&nbsp;", "\u00ad", "\\*", "<https://example.com>", "نعم", "\u200b", "Lang " * 40),
    *("Footnote 1", "Note 1", "Fn 1", "Ask 1", "Main", "Toc", "Skip"),
)
BLOCKS = (
    *("§.", "§.\n\n§.", "- §\n- §", "1. §\n2. §", "7. §\n8. §", "- §\n  - §\n    - §\n- §", "- §\n\n  §.\n\n- §", "- [ ] §\n- [x] §"),
    *("> §\n>\n> - §", "> [!TIP]\n> §", "> [!WARNING]\n> §\n> - §", "| § | § |\n| --- | :-: |\n| § | § |", "§\\\n§", "§  \n§", "***"),
    *("- §\n\n  | § | § |\n  | --- | --- |\n  | § | § |",),
    *("### §\n\n§.", "### §\n\n- §\n- §", "#### §\n\n§.", "- > §\n- - §\n- §", "- \n- §", "1. §\n   - §\n2. §", "§\n- §\n- §"),
)
"""Every sort of block; § stands for words."""
CODE = ("```\n§\n```", "    §", "~~~text\n- [§](x.md)\n~~~", "- §\n\n  ```\n  §\n  ```")
"""Blocks with code in them, where words are only words."""
POINTS = ("10 min §", "9.30 §", "kl. 12:30 §: §", "§", "§. §", "**§**: §", "§ (kommer)", "§, § **§** §", "§?", "[ ] §", "§\n\n  §.", "§\n  - §\n  - §", "> §")
"""How points of lists begin and go on."""
NAMES = ("a", "b", "leder", "oppstart", "samling-2", "å-lytte", "main", "kode", "x1", "Stor", "skriv-ut", "next", "1", "del.to", "under_strek")


@dataclass(frozen=True)
class Place:
    """A file that is going to be written."""

    kind: str
    programme: str
    id: str
    path: str


@dataclass
class Plan:
    """What a portal has, and which oddities are in it."""

    language: str
    quirks: frozenset[str]
    favourite: str = ""
    """Kind of most files, which then say more than others do."""
    places: tuple[Place, ...] = ()
    attachments: tuple[str, ...] = ()
    titles: dict[str, list[str]] = field(default_factory=dict)
    """Path → headings written so far."""

    @property
    def phrases(self) -> Phrases:
        return load_phrases(self.language)

    def ids(self, kind: str, programme: str) -> list[str]:
        """Ids that a fact of a programme may mean."""
        return [p.id for p in self.places if p.kind == kind and (kind == "programme" or p.programme == programme != "")]


@cache
def fixed_ids() -> tuple[str, ...]:
    """Ids that pages have of themselves, as headings that would get the same."""
    templates = "".join(path.read_text(encoding="utf-8") for path in sorted(THEME.joinpath("fragments").rglob("*.html")))
    written = {re.sub(r"\{\{.*?\}\}", "1", one) for one in re.findall(r'\bid="([^"]+)"', templates)}
    return tuple(sorted(one.replace("-", " ") for one in written - {"1"}))


@cache
def fixed_words(language: str) -> tuple[str, ...]:
    """Anchors and fixed headings of every kind."""
    phrases = load_phrases(language)
    headings = {word for kind in phrases["headings"].values() for word in kind.values()}
    return tuple(sorted({*headings, *phrases["words"]["anchors"].values(), *_leaves(phrases["shown"])}))


def _leaves(words: Any) -> list[str]:
    if isinstance(words, str):
        return [words] if len(words) < 40 and "{" not in words else []
    if not isinstance(words, dict | list):
        return []
    return [leaf for one in (words.values() if isinstance(words, dict) else words) for leaf in _leaves(one)]


@cache
def markdown_cases() -> tuple[str, ...]:
    """Markdown of every sort, as the grammar's own tests have it."""
    cases = Path(__file__).parents[1] / "core" / "cases" / "markdown.yml"
    written = [case["written"] for case in yaml.safe_load(cases.read_text(encoding="utf-8"))]
    return tuple(text.strip("\n") for text in written if _is_sound(text))


def _is_sound(text: str) -> bool:
    """Whether it may stand in any file: nothing in it is an error, and its links lead to the web."""
    problems = ProblemList(load_phrases("nb"))
    source = read_file("a.md", f"# A\n\n{text}".encode(), problems)
    return not has_errors(problems.sorted()) and all(link.target.startswith("http") for link in source.links)


class Writer:
    """Writes one file. What it draws is sound but for the quirks that its plan has."""

    def __init__(self, draw: Draw, plan: Plan, place: Place) -> None:
        self._draw = draw
        self._plan = plan
        self._place = place
        self._phrases = plan.phrases
        self._folder = posixpath.dirname(place.path)
        self._notes = 0
        self._titles = plan.titles.setdefault(place.path, [])
        self._often = 2 if place.kind == plan.favourite else 3
        """Each fact and heading is there one time in so many."""

    def file(self) -> str:
        """The whole file."""
        lines = [f"{key}: {value}" for key, value in self._facts()]
        top = ["---", *lines, "---"] if lines or self._chance(4) else []
        blocks = [f"# {self._title()}", *self._opening(), *self._sections()]
        blocks += [f"[^{number}]: {self._words()}" for number in range(1, self._notes + 1)]
        return "\n".join([*top, "\n\n".join(blocks)]) + "\n"

    # --- chance -------------------------------------------------------------------------------------------------

    def _one(self, choices: Sequence[Any]) -> Any:
        return self._draw(st.sampled_from(choices))

    def _chance(self, of: int) -> bool:
        """True one time in ``of``."""
        return bool(self._draw(st.integers(0, of - 1)) == of - 1)

    def _quirk(self, name: str, of: int = 2) -> bool:
        return name in self._plan.quirks and self._chance(of)

    # --- facts --------------------------------------------------------------------------------------------------

    def _facts(self) -> list[tuple[str, str]]:
        found = []
        for attribute, word in self._phrases["fields"].get(self._place.kind, {}).items():
            if self._chance(self._often) and (value := self._value(attribute)):
                found.append((word, value))
        return found

    def _value(self, attribute: str) -> str:
        readers = facts.readers_of(self._place.kind, attribute)
        for reader in readers:
            if isinstance(reader, OneOf):
                return str(self._one(list(self._phrases["values"][reader.name].values())))
            if reader in facts.READERS:
                return str(getattr(self, f"_{facts.READERS[reader]}")(attribute))
        return self._plain(attribute)

    def _plain(self, attribute: str) -> str:
        if attribute == "picture":
            return str(self._one(sorted(pictures_in([THEME]))))
        if attribute == "mark":
            pictures = [path for path in self._plan.attachments if path.endswith((".svg", ".png"))]
            return str(self._one(pictures)) if pictures else ""
        example = load_guide(self._plan.language)[self._place.kind].facts[attribute].example
        return str(self._one((example, "Læring", "1"))) + (self._one(ODD_WORDS) if self._quirk("letters") else "")

    def _when(self, _: str) -> str:
        if self._quirk("values"):
            return str(self._draw(facts.odd_dates(self._phrases)))
        gatherings = [id for id in self._plan.ids("gathering", self._place.programme) if id > self._place.id]
        return str(self._draw(facts.dates(self._phrases, gatherings if self._place.kind == "gathering" else [])))

    def _time(self, _: str) -> str:
        return str(self._draw(facts.times(odd=self._quirk("values"))))

    def _duration(self, _: str) -> str:
        return str(self._draw(facts.durations(self._phrases, odd=self._quirk("values"))))

    def _scale(self, _: str) -> str:
        return str(self._draw(facts.scales(self._phrases, odd=self._quirk("values"))))

    def _names(self, _: str) -> str:
        return ", ".join(self._draw(st.lists(st.sampled_from(("Kyrkja", "Losby Gods", "AS & sønn")), max_size=3)))

    def _ids(self, attribute: str) -> str:
        return ", ".join(self._draw(st.lists(self._known(attribute), max_size=3, unique=True)))

    def _id(self, attribute: str) -> str:
        return str(self._draw(st.one_of(self._known(attribute))))

    def _known(self, attribute: str) -> st.SearchStrategy[str]:
        """Ids that a fact may mean; of its own kind only later ones, unless circles are wanted."""
        kind = _REFERENCES.get(attribute, self._place.kind)
        known = self._plan.ids(kind, self._place.programme)
        if kind == self._place.kind and not self._quirk("circles"):
            known = [id for id in known if id > self._place.id]
        if self._quirk("values", 4):
            known = [*known, "ukjent", "Å b", "../x.md"]
        return st.sampled_from(known) if known else st.just("")

    def _former(self, _: str) -> str:
        own = f"{self._place.id}-{self._place.kind}"
        names = [f"før-{own}", f"{self._folder}/eldre-{own}".strip("/"), f"gammelt/{own}", f"borte-{own}.md"]
        if self._quirk("names"):
            names = [
                *("x" * 300, "/".join(["lang"] * 90), "å/ø", "index", "assets/x", "a/../b", "😀", "search", "404", "x.html", "a//b", "CON", "sitemap.xml"),
                *(place.path for place in self._plan.places), *self._plan.attachments,
            ]
        return str(self._one(names))

    def _flag(self, _: str) -> str:
        return str(self._one([self._phrases["values"]["yes"], *[self._phrases["values"]["no"]] * 3]))

    def _number(self, _: str) -> str:
        return str(self._draw(st.integers(0, 9999 if self._quirk("values") else 20)))

    def _hue(self, _: str) -> str:
        return str(self._draw(st.integers(0, 400 if self._quirk("values") else 360)))

    def _url(self, _: str) -> str:
        return str(self._one(("https://example.com/rom", "https://møte.example/x?y=1&z=«2»#del", "HTTP://EXAMPLE.COM")))

    # --- headings -----------------------------------------------------------------------------------------------

    def _title(self) -> str:
        return self._odd_title() if self._quirk("titles", 4) else f"{self._one(WORDS).strip('.:')} {self._place.id}"

    def _heading(self) -> str:
        """A heading of the editor's own."""
        choices = ["Mer om det", "Hva vi gjør", "Til slutt", "Om oss", "Tall 2"]
        if self._quirk("equal") and self._titles:
            choices = self._titles[:]
        elif self._quirk("ours"):
            choices = [*fixed_words(self._plan.language), *fixed_ids()]
        elif self._quirk("titles"):
            return self._odd_title()
        title = str(self._one(choices))
        self._titles.append(title)
        return title

    def _odd_title(self) -> str:
        title = self._one(ODD_TITLES)
        if "[^1]" in title:
            self._notes = max(self._notes, 1)
        if "PICTURE" in title:
            return str(title).replace("PICTURE", self._picture_target() or "https://example.org/x.png")
        return str(title).replace("PAGE", self._page_target() if "PAGE" in title else "")

    # --- blocks -------------------------------------------------------------------------------------------------

    def _opening(self) -> list[str]:
        return [f"{self._words()}." for _ in range(self._draw(st.integers(0, 2)))]

    def _sections(self) -> list[str]:
        found = []
        asked = self._one(("elements", "questions")) if self._place.kind == "sheet" else ""
        for attribute, word in self._phrases["headings"].get(self._place.kind, {}).items():
            if self._chance(self._often) or attribute == asked:
                found += [f"## {word}", *self._section(attribute)]
            if self._chance(8):
                found += [f"## {self._heading()}", *self._free()]
        if self._place.kind == "article" or self._chance(3):
            found += [f"## {self._heading()}", *self._free()]
        return found

    def _section(self, attribute: str) -> list[str]:
        """What stands under a fixed heading: what it expects, or anything."""
        meant = next((kind for kind in KINDS if attribute in {kind + "s", kind}), "")
        if attribute in {"resources", "inspirations", "supports"} or (meant and self._chance(2)):
            return self._references(meant or "role", strict=attribute != "focus_areas")
        if attribute in {"elements", "principles", "agenda"} or self._chance(3):
            return self._parts(attribute)
        return [self._points()] if self._chance(2) else self._free()

    def _free(self) -> list[str]:
        """Anything."""
        return [self._block() for _ in range(self._draw(st.integers(1, 2)))]

    def _block(self) -> str:
        if self._quirk("grammar", 3):
            return str(self._one(markdown_cases()))
        block = self._one((*BLOCKS, *CODE))
        if block in CODE:
            return str(block).replace("§", self._one(WORDS))
        return re.sub("§", lambda _: self._words(), block)

    def _parts(self, attribute: str) -> list[str]:
        """Parts with a heading each, and points below."""
        found = [self._words() + "."] if self._chance(3) else []
        for _ in range(self._draw(st.integers(1, 3))):
            found.append(f"### {self._part_title(attribute)}")
            found += [self._words() + "."] if self._chance(4) else []
            found += [] if self._quirk("empty") else [self._points()]
            found += self._free() if self._chance(8) else []
        return found

    def _part_title(self, attribute: str) -> str:
        areas = [place for place in self._plan.places if place.kind == "focus_area" and place.programme == self._place.programme]
        if areas and self._chance(4) and attribute == "elements":
            return f"[{self._one(WORDS)}]({self._way(self._one(areas).path)})"
        return self._heading()

    def _points(self) -> str:
        points = [self._one(POINTS) for _ in range(self._draw(st.integers(1, 3)))]
        return "\n".join("- " + re.sub("§", lambda _: self._words(), point) for point in points)

    def _references(self, kind: str, *, strict: bool) -> list[str]:
        """Points that mean a thing."""
        things = [place for place in self._plan.places if place.kind == kind and place.programme in {"", self._place.programme}]
        things = [place for place in things if place.path != self._place.path or self._chance(4)]
        points = []
        for _ in range(self._draw(st.integers(1, 4)) if things else 0):
            target = self._way(self._one(things).path) + (self._anchor("") if self._quirk("anchors", 3) else "")
            points.append(f"- {self._one(('', '', 'støtter '))}[{self._one(WORDS)}]({target}){self._one(('', '', ', ' + self._words()))}")
        if not strict and self._chance(2):
            points.append(f"- {self._words()}")
        return ["\n".join(points)] if points else [self._words() + "."]

    # --- words --------------------------------------------------------------------------------------------------

    def _words(self) -> str:
        """A line of words, with whatever may stand in one."""
        begin = self._one(WORDS)
        match self._draw(st.integers(0, 9)):
            case 0:
                return f"{begin} {self._link()}"
            case 1:
                return f"{begin} {self._picture()}"
            case 2:
                mark = self._one(("*", "**", "~~", "_", "***", "`"))
                return f"{begin} {mark}{self._one(WORDS)}{mark}"
            case 3 if self._notes < 3:
                self._notes += 1
                return f"{begin}[^{self._notes}]"
            case 4 | 5 if "letters" in self._plan.quirks:
                return f"{begin} {self._one(ODD_WORDS)}{self._one(ODD_WORDS)} {self._one(WORDS)}"
            case _:
                return str(begin)

    def _link(self) -> str:
        words = self._picture() if self._chance(8) else self._one(WORDS)
        match self._draw(st.integers(0, 3)):
            case 0:
                return self._one(("[nettsiden](https://example.com/a_b?c=d&e=f#g)", "<https://example.com/>", "[skriv](mailto:post@example.com)", "www.example.com"))
            case 1 if self._plan.attachments:
                return f"[{words}]({self._file_target()})"
            case _:
                return f"[{words}]({self._page_target()})"

    def _picture(self) -> str:
        target = self._picture_target()
        return f"![{self._one(('Et bilde', 'Bilde: *to*', 'x'))}]({target})" if target else "uten bilde"

    def _picture_target(self) -> str:
        pictures = [path for path in self._plan.attachments if path.lower().endswith((".svg", ".png", ".jpg"))]
        if self._quirk("targets"):
            return str(self._one(("https://example.org/x.png", "//example.org/x.png", "borte.png", "data:image/png;base64,AA==", "")))
        return self._way(self._one(pictures)) if pictures else ""

    def _file_target(self) -> str:
        return self._way(self._one(self._plan.attachments))

    def _page_target(self) -> str:
        if self._quirk("targets", 3):
            path = self._way(self._one(self._plan.places).path)
            return str(self._one((f"\t{path}", f"{path}\t", f"\u00a0{path}", f"<{path}>", path.removesuffix(".md"), f"/{path}", f"./{path}", f"{path}?x=1", "x" * 300, "../" * 9, "", ".", "#", "%00", "%ff", "http:/x", "tel:+47 12", "ftp://x", "a:b", "https://[x", "https://example.com:99999/", "//x.example/y", f"{path} 'tittel'", "\\x\\y.md", "mailto:", "https://")))
        target = self._way(self._one(self._plan.places).path)
        return target + (self._anchor(target) if self._quirk("anchors") else "")

    def _anchor(self, target: str) -> str:
        """A place on a page: one that it has, may have, or has not."""
        own = [title for titles in self._plan.titles.values() for title in titles]
        named = self._one([*(own or ["Om oss"]), *fixed_words(self._plan.language), *fixed_ids(), "tull", "top", "", "2", "😀"])
        return "#" + re.sub(r"[^\w-]", "", named.lower().replace(" ", "-"))

    def _way(self, path: str) -> str:
        """The link that leads to a path from here."""
        way = posixpath.relpath(path, self._folder or ".")
        return way.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def places_by_kind(places: Sequence[Place]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.kind, []).append(place)
    return found

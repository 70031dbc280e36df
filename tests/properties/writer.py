"""Writes one file of a portal: facts on top, a title, prose and the sections of its kind, all of it drawn."""

import posixpath
import re
from urllib.parse import quote

from properties.plan import Chance, pool
from properties.schedules import Schedules
from properties.values import Values
from properties.words import markdown_cases, own_words
from stifinner.model.kinds import KINDS

_MEANT = {"supports": "role"}
"""Sections whose points mean things of a kind that their name does not say."""
_LOOSE = frozenset({"focus_areas"})
"""Sections whose points mean things or only words."""
_IN_PARTS = frozenset({"elements", "principles", "agenda"})
"""Sections that are expected to have headings of their own."""
_ASKED = {"sheet": ("elements", "questions")}
"""Sections of which a kind must have one."""


class Writer:
    """Writes one file. What it draws is sound but for the quirks that its plan has."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._plan, self._place = chance.plan, chance.place
        self._folder = posixpath.dirname(chance.place.path)
        self._notes = 0
        self._titles = chance.plan.titles.setdefault(chance.place.path, [])

    def file(self) -> str:
        """The whole file."""
        facts = Values(self._chance).facts()
        date = self._plan.phrases["fields"].get(self._place.kind, {}).get("date")
        self._is_dated = bool(date) and any(fact.startswith(f"{date}:") for fact in facts)
        top = ["---", *facts, "---"] if facts or self._chance.once_in(4) else []
        blocks = [f"# {self._title()}", *(f"{self._words()}." for _ in self._chance.few(0, 2)), *self._sections()]
        blocks += [f"[^{number}]: {self._words()}" for number in range(1, self._notes + 1)]
        return "\n".join([*top, "\n\n".join(blocks)]) + "\n"

    # --- headings -----------------------------------------------------------------------------------------------

    def _title(self) -> str:
        if self._chance.quirk("titles", 4):
            return self._odd_heading()
        return f"{self._chance.one(pool('words')).strip('.:')} {self._place.id}"

    def _heading(self) -> str:
        """A heading of the editor's own."""
        if self._chance.quirk("titles"):
            return self._odd_heading()
        choices = pool("headings")
        if self._chance.quirk("equal") and self._titles:
            choices = tuple(self._titles)
        elif self._chance.quirk("ours"):
            choices = own_words(self._plan.language)
        self._titles.append(self._chance.one(choices))
        return self._titles[-1]

    def _odd_heading(self) -> str:
        heading = str(self._chance.one(pool("odd_headings")))
        if "[^1]" in heading:
            self._notes = max(self._notes, 1)
        if "PICTURE" in heading:
            return heading.replace("PICTURE", self._picture_target() or "https://example.org/x.png")
        return heading.replace("PAGE", self._page_target()) if "PAGE" in heading else heading

    # --- sections -----------------------------------------------------------------------------------------------

    def _sections(self) -> list[str]:
        found = []
        asked = self._chance.one(_ASKED.get(self._place.kind, ("",)))
        for attribute, word in self._plan.phrases["headings"].get(self._place.kind, {}).items():
            if attribute == asked:
                found += [f"## {word}", *(self._parts(attribute) if attribute in _IN_PARTS else [self._points()])]
            elif self._chance.once_in(self._chance.often):
                found += [f"## {word}", *self._section(attribute)]
            if self._chance.once_in(8):
                found += [f"## {self._heading()}", *self._blocks()]
        if self._place.kind == "article" or self._chance.once_in(3):
            found += [f"## {self._heading()}", *self._blocks()]
        return found

    def _section(self, attribute: str) -> list[str]:
        """What stands under a fixed heading: what it expects, or anything."""
        if attribute == "schedule" and not self._chance.quirk("grammar", 4):
            return self._schedule()
        if attribute == "from_gatherings" and not self._chance.quirk("grammar", 4):
            return self._from_gatherings()
        meant = _MEANT.get(attribute) or next((kind for kind in KINDS if attribute in {f"{kind}s", kind}), "")
        if meant and (attribute not in _LOOSE or self._chance.once_in(2)):
            return self._references(meant, loose=attribute in _LOOSE)
        if attribute in _IN_PARTS or self._chance.once_in(3):
            return self._parts(attribute)
        return [self._points()] if self._chance.once_in(2) else self._blocks()

    def _schedule(self) -> list[str]:
        """Dates of gatherings; a gathering says them on top or here."""
        schedules = Schedules(self._chance, self._way)
        if self._place.kind == "cohort":
            return [schedules.of_cohort()]
        return [] if self._is_dated and not self._chance.quirk("values", 3) else [schedules.of_gathering()]

    def _from_gatherings(self) -> list[str]:
        """Gatherings, and below each some of the fixed headings."""
        found = []
        for gathering in self._plan.of("gathering", self._place.programme):
            found.append(f"### [{gathering.id}]({self._way(gathering.path)})")
            for word in self._plan.phrases["subheadings"]["from_gatherings"].values():
                if self._chance.once_in(2):
                    found += [f"#### {word}", self._points()]
        return found

    def _parts(self, attribute: str) -> list[str]:
        """Parts with a heading each, and points below."""
        found = [f"{self._words()}."] if self._chance.once_in(3) else []
        for _ in self._chance.few(1, 3):
            found.append(f"### {self._part_title(attribute)}")
            found += [f"{self._words()}."] if self._chance.once_in(4) else []
            found += [] if self._chance.quirk("empty") else [self._points()]
            found += self._blocks() if self._chance.once_in(8) else []
        return found

    def _part_title(self, attribute: str) -> str:
        areas = self._plan.of("focus_area", self._place.programme)
        if areas and attribute == "elements" and self._chance.once_in(4):
            return f"[{self._chance.one(pool('words'))}]({self._way(self._chance.one(areas).path)})"
        return self._heading()

    def _references(self, kind: str, *, loose: bool) -> list[str]:
        """Points that mean a thing; where there is none, prose."""
        things = self._plan.of(kind, self._place.programme, shared=True)
        points = []
        for _ in self._chance.few(1, 4) if things else ():
            target = self._way(self._chance.one(things).path) + (
                self._anchor() if self._chance.quirk("anchors", 3) else ""
            )
            before, after = self._chance.one(("", "", "støtter ")), self._chance.one(("", "", ", ofte"))
            points.append(f"- {before}[{self._chance.one(pool('words'))}]({target}){after}")
        if loose and self._chance.once_in(2):
            points.append(f"- {self._words()}")
        return ["\n".join(points)] if points else ["Ingen ennå."]

    # --- blocks -------------------------------------------------------------------------------------------------

    def _blocks(self) -> list[str]:
        """Anything."""
        return [self._block() for _ in self._chance.few(1, 2)]

    def _block(self) -> str:
        if self._chance.quirk("grammar", 3):
            return str(self._chance.one(markdown_cases()))
        block = self._chance.one((*pool("blocks"), *pool("code")))
        # In code, words are only words.
        return re.sub("§", lambda _: self._chance.one(pool("words")) if block in pool("code") else self._words(), block)

    def _points(self) -> str:
        points = [f"- {self._chance.one(pool('points'))}" for _ in self._chance.few(1, 3)]
        return re.sub("§", lambda _: self._words(), "\n".join(points))

    # --- words --------------------------------------------------------------------------------------------------

    def _words(self) -> str:
        """A line of words, with whatever may stand in one."""
        begin = self._chance.one(pool("words"))
        match self._chance.one(range(10)):
            case 0:
                return f"{begin} {self._link()}"
            case 1:
                return f"{begin} {self._picture()}"
            case 2:
                mark = self._chance.one(pool("marks"))
                return f"{begin} {mark}{self._chance.one(pool('words'))}{mark}"
            case 3 if self._notes < 3:
                self._notes += 1
                return f"{begin}[^{self._notes}]"
            case 4 | 5 if "letters" in self._plan.quirks:
                return f"{begin} {self._chance.one(pool('odd_words'))}{self._chance.one(pool('odd_words'))} {begin}"
            case _:
                return str(begin)

    def _link(self) -> str:
        words = self._picture() if self._chance.once_in(8) else self._chance.one(pool("words"))
        match self._chance.one(range(4)):
            case 0:
                return str(self._chance.one(pool("web")))
            case 1 if self._plan.attachments:
                return f"[{words}]({self._way(self._chance.one(self._plan.attachments))})"
            case _:
                return f"[{words}]({self._page_target()})"

    def _picture(self) -> str:
        target = self._picture_target()
        return f"![{self._chance.one(('Et bilde', 'Bilde: *to*', 'x'))}]({target})" if target else "uten bilde"

    def _picture_target(self) -> str:
        if self._chance.quirk("targets"):
            return str(self._chance.one(pool("odd_pictures")))
        pictures = self._plan.pictures()
        return self._way(self._chance.one(pictures)) if pictures else ""

    def _page_target(self) -> str:
        path = self._way(self._chance.one(self._plan.places).path)
        if self._chance.quirk("targets", 3):
            return str(self._chance.one(pool("odd_targets"))).replace("PATH", path)
        return path + (self._anchor() if self._chance.quirk("anchors") else "")

    def _anchor(self) -> str:
        """A place on a page: one that it has, may have, or has not."""
        own = [title for titles in self._plan.titles.values() for title in titles]
        named = self._chance.one([*own, *own_words(self._plan.language), *pool("anchors")])
        return "#" + re.sub(r"[^\w-]", "", named.lower().replace(" ", "-"))

    def _way(self, path: str) -> str:
        """The link that leads to a path from here."""
        way = posixpath.relpath(path, self._folder or ".")
        if not way.isprintable():
            return quote(way, errors="surrogateescape")
        return way.replace(" ", "%20").replace("(", "%28").replace(")", "%29")

"""Reads what stands below a line of «Datoer»: facts of it, each a word and a value, and dates."""

import re
from dataclasses import dataclass

from pydantic import ValidationError

from ...dates.shown import DateWords
from ...dates.when import OPEN, When
from ...language.misread import Misread
from ...markdown.text import Text
from ..values import Reading, may_be_empty
from .circumstances import NOTHING_SAID, Circumstances
from .dates import DateAndPlace, read_date
from .entries import ScheduledDate
from .forms import FormReader
from .places import PlaceWords, read_place
from .points import KeyAndValue, address_in, below, first_lines, lost_points, points_of, says_more, split_key
from .told import Told

_ADDRESSES = {"meeting_link", "sign_up"}
"""Attributes whose value may be a link; of a link in others only the words count, but for places."""
_PLACES = {"place", "place_before"}
"""Attributes whose value may begin with a link to a place."""


@dataclass(frozen=True)
class Under:
    """What stands below a line."""

    says: Circumstances = NOTHING_SAID
    dates: tuple[ScheduledDate, ...] = ()


@dataclass(frozen=True)
class _Fact:
    """A sub-point with a known word."""

    line: int
    word: str
    value: str


class BelowReader:
    """Reads sub-points; what cannot be read is noted in ``told``."""

    def __init__(self, reading: Reading, forms: FormReader, told: Told) -> None:
        self._reading, self._forms, self._told = reading, forms, told
        fields = reading.phrases["fields"]["gathering"]
        self._shown = DateWords(reading.phrases)
        self._words = {attribute: fields[attribute] for attribute in Circumstances.model_fields}
        self._attributes = {word: attribute for attribute, word in self._words.items()}

    def read(self, point: Text, *, about: When = OPEN, dates: bool = True) -> Under:
        """Read what stands below a point. ``about``: the date of the point; ``dates``: whether dates may."""
        facts: dict[str, _Fact] = {}
        read: list[ScheduledDate] = []
        begun = False
        for sub in self._sub_points(point):
            if self._tell_words(sub):
                continue
            key = split_key(sub.first)
            attribute = self._attributes.get(key.key, "") if key else ""
            if key and attribute and not begun:
                self._note(facts, attribute, sub, key)
            elif key and attribute:
                self.tell_fact(sub, key.key)
            elif dates:
                begun = True
                read += self._date(sub, key)
            else:
                self._tell_none(sub, key)
        return Under(self._circumstances(facts, about), tuple(read))

    def tell_anything(self, point: Text, word: str) -> None:
        """Note what stands below a point that may have nothing below it. ``word``: what the point begins with."""
        for block in below(point)[:1]:
            first = next(iter(points_of(block)), block)
            self._told.add("nothing-below", block.line, first.first.plain, word=word)

    def is_fact(self, line: Text) -> str:
        """Give the word of a fact that a line begins with; empty for any other line."""
        key = split_key(line.first)
        return key.key if key and key.key in self._attributes else ""

    def tell_fact(self, point: Text, word: str) -> None:
        """Note a fact that stands where it is not certain what it is about."""
        self._told.add("fact-without-date", point.line, point.first.plain, word=word)

    def lines_of(self, point: Text) -> Text:
        """Give a point without lines that are points without their bullet; note those, and what is no plain words."""
        lost = tuple(lost_points(point))
        for number, words in lost:
            self._told.add("text-outside-list", number, words.strip(), value=words.strip())
        whole = first_lines(point, lost[0][0] - point.line) if lost else point
        if says_more(whole):
            self._told.add_stray(whole)
        return whole

    def date(self, line: Text, number: int) -> DateAndPlace | None:
        """Read a date and a place; None where that fails, which is noted at line ``number``."""
        try:
            when, place = read_date(line.plain, self._reading, self._forms)
        except Misread as misread:
            if misread.code == "unreadable-date":
                misread.code = "unreadable-scheduled-date"
            self._told.keep(misread, number, str(misread.details.get("value", line.plain)))
            return None
        return DateAndPlace(when, self._place(place, line))

    def _place(self, words: str, line: Text) -> PlaceWords:
        """Read a place at the end of a line; a link that stands wrong in it is noted."""
        try:
            return read_place(words, line, self._reading)
        except Misread as misread:
            self._told.keep(misread, line.line, str(misread.details["value"]))
            return PlaceWords(words)

    def _sub_points(self, point: Text) -> list[Text]:
        """Give the sub-points that have a line; note everything else."""
        subs: list[Text] = []
        for block in below(point):
            if block.kind != "bullet_list_open":
                self._told.add_stray(block)
                continue
            for sub in points_of(block):
                if sub.first:
                    subs.append(self.lines_of(sub))
                else:
                    self._told.add_stray(sub)
        return subs

    def _date(self, sub: Text, key: KeyAndValue | None) -> list[ScheduledDate]:
        """Read a sub-point that must be a date."""
        line, number = sub.first.plain, sub.line
        under = self.read(sub, about=self._quietly(line), dates=False)
        if said := self._forms.find(line):
            self._told.add("nested-form", number, line, word=said.word)
            return []
        if key and not self._reads(line):
            self._tell_unknown(key, number)
            return []
        found = self.date(sub.first, number)
        return [ScheduledDate(found.when, found.place, under.says, number)] if found else []

    def _quietly(self, line: str) -> When:
        """Give the date of a line; open where it cannot be read, which is told elsewhere."""
        try:
            return read_date(line, self._reading, self._forms)[0]
        except Misread:
            return OPEN

    def _reads(self, line: str) -> bool:
        """Tell whether a line is a date with its place."""
        try:
            read_date(line, self._reading, self._forms)
        except Misread as misread:
            return misread.code != "unreadable-date"
        return True

    def _tell_words(self, sub: Text) -> bool:
        """Note a new day that is told below the old one, and a fact without its colon; tell whether it was one."""
        line, key = sub.first.plain, split_key(sub.first)
        if key and key.key in self._attributes:
            return False
        if words := self._forms.new_day(line):
            self._told.add("new-day-below", sub.line, line, value=words)
            return True
        word = next((word for word in self._attributes if re.match(rf"{re.escape(word)}(?!\w)", line, re.I)), "")
        if not word or key or self._reads(line):
            return False
        said = line[len(word) :].strip(" ,;–-")
        self._told.add("fact-without-colon", sub.line, line, word=word, right=f"{word}: {said}".strip())
        return True

    def _tell_none(self, sub: Text, key: KeyAndValue | None) -> None:
        """Note a sub-point below a date that is no fact of it."""
        line = sub.first.plain
        if self._reads(line):
            self._told.add("nested-date", sub.line, line)
        elif key:
            self._tell_unknown(key, sub.line)
        else:
            self._told.add_stray(sub)

    def _tell_unknown(self, key: KeyAndValue, line: int) -> None:
        self._told.add("unknown-circumstance", line, key.key, value=key.key, choices=list(self._attributes))

    def _note(self, facts: dict[str, _Fact], attribute: str, sub: Text, key: KeyAndValue) -> None:
        """Note a fact; a second one of the same word is a mistake, and so is what stands below it."""
        word, value = self._words[attribute], key.value
        self.tell_anything(sub, word)
        if earlier := facts.get(attribute):
            self._told.add("duplicate-fact", sub.line, word, key=word, first=earlier.line)
            return
        written = (address_in(value) if attribute in _ADDRESSES else "") or value.plain
        if attribute in _PLACES:
            written = self._place(written, value)
        if written or may_be_empty(Circumstances, attribute):
            facts[attribute] = _Fact(sub.line, word, written)

    def _circumstances(self, facts: dict[str, _Fact], about: When) -> Circumstances:
        """Make circumstances of facts about a date; those that cannot be read are noted and left out."""
        if not facts:
            return NOTHING_SAID
        values = {attribute: fact.value for attribute, fact in facts.items()}
        try:
            return Circumstances.model_validate(values, context=self._reading)
        except ValidationError as error:
            wrong = {str(found["loc"][0]): found["ctx"]["error"] for found in error.errors()}
        for attribute, misread in wrong.items():
            fact = facts.pop(attribute)
            if attribute == "moved_from":
                misread = self._with_place(fact.value) or misread
            if misread.code == "yearless-date":
                misread.details["meant"] = self._meant(attribute, fact.value, about)
            misread.details["key"] = fact.word
            self._told.keep(misread, fact.line, fact.value)
        return self._circumstances(facts, about)

    def _meant(self, attribute: str, value: str, about: When) -> str:
        """Give days without a year as those nearest to the date they are about; a deadline is not after it.

        Empty where that date has no day.
        """
        day = about.start if about.dated else None
        if day is None:
            return ""
        latest = day if attribute == "deadline" else None
        found = self._reading.with_year(value, (day.year, day.year - 1, day.year + 1))
        near = [when for when in found if when.start and (latest is None or when.start <= latest)]
        if not near:
            return ""
        meant = min(near, key=lambda when: abs((when.start or day) - day))
        clock = f" {self._shown.show_time(meant.clock)}" if meant.clock else ""
        return f"{meant.text}{clock}"

    def _with_place(self, value: str) -> Misread | None:
        """Tell that a place stands behind the day before a move; None for any other value."""
        try:
            when, place = read_date(value, self._reading, self._forms)
        except Misread:
            return None
        if not place or not when.text:
            return None
        day = value[: -len(place)].rstrip(" ,")
        return Misread("place-in-moved", value=value, day=day, where=place, place=self._words["place_before"])

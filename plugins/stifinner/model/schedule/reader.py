"""Reads the section «Datoer» of a cohort, and of a gathering. All that cannot be read is told at once."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import ValidationInfo

from ...dates.shown import DateWords, capital
from ...dates.when import OPEN, When
from ...markdown.text import RawSection, Text, words_of
from ..item import Reference, find_span
from ..values import Reading, _reading
from .below import BelowReader
from .dates import DateAndPlace
from .entries import Schedule, ScheduledDate, ScheduleEntry
from .forms import FormReader, Said
from .places import NO_PLACE
from .points import points_of, split_head
from .told import Told


def read_schedule(value: Sequence[RawSection], info: ValidationInfo) -> Schedule:
    """Read the dates of a cohort: points that begin with a link to a gathering. Raises Misread with all mistakes."""
    reader = _ScheduleReader(value[0].title, _reading(info))
    entries = [reader.of_cohort(point) for point in reader.points(value[0].text)]
    reader.told.raise_all()
    return tuple(entries)


def read_own_schedule(value: Sequence[RawSection], info: ValidationInfo) -> Schedule:
    """Read a gathering's own dates, which are one point. Raises Misread with all mistakes."""
    reader = _ScheduleReader(value[0].title, _reading(info))
    points = reader.points(value[0].text)
    entries = [reader.of_gathering(point) for point in points]
    for second in points[1:2]:
        reader.told.add("several-in-gathering", second.line, second.first.plain)
    reader.told.raise_all()
    return tuple(entries)


class _ScheduleReader:
    """Reads points, and notes in ``told`` what could not be read."""

    def __init__(self, title: str, reading: Reading) -> None:
        self.forms = FormReader(reading.phrases)
        choice, parts, *_ = self.forms.usual
        facts = reading.phrases["fields"]["gathering"]
        coming = reading.phrases["dates"]["open"].lower()
        words = {"choice": choice, "parts": parts, "open": coming, "cancelled": facts["cancelled"]}
        self.told = Told("text-in-schedule", title=title, key=facts["moved_from"], moved=facts["moved_from"], **words)
        self._below = BelowReader(reading, self.forms, self.told)
        self._folders = reading.phrases["folders"]
        self._shown = DateWords(reading.phrases)

    def points(self, text: Text) -> list[Text]:
        """Give the points of a section; note everything else that stands in it."""
        points: list[Text] = []
        for block in text.blocks:
            if block.kind != "bullet_list_open":
                self.told.add_stray(block)
                continue
            for point in points_of(block):
                if word := self._below.is_fact(point):
                    self._below.tell_fact(point, word)
                elif point.first:
                    points.append(self._below.lines_of(point))
                else:
                    self.told.add_stray(point)
        return points

    def of_cohort(self, point: Text) -> ScheduleEntry:
        """Read a point of a cohort."""
        reference, rest, colon = split_head(point)
        if not reference.target:
            self.told.add_without_link(reference, self._folders["gathering"])
        elif reference.before or not colon:
            said = rest.plain.lstrip(" ,;–-")
            right = f"[{reference.name}]({reference.target})" + (f": {said}" if said else "")
            self.told.add(
                "not-link-and-date",
                point.line,
                reference.before or reference.name,
                value=point.first.plain,
                right=right,
            )
        return self._entry(point, rest, replace(reference, before="", after=""))

    def of_gathering(self, point: Text) -> ScheduleEntry:
        """Read a point of a gathering's own."""
        said = self.forms.find(point.first.plain)
        if said and said.form in {"shared", "absent"}:
            self.told.add("only-in-cohort", point.line, said.word, word=said.word)
        return self._entry(point, point.first, None)

    def _entry(self, point: Text, line: Text, gathering: Reference | None) -> ScheduleEntry:
        """Read a point, of which ``line`` is what stands in place of a date."""
        said = self.forms.find(line.plain)
        if said is None:
            return self._once(point, line, gathering)
        if said.form == "shared":
            self._below.tell_anything(point, said.word)
            shared_with = self._shared_with(line, said)
            return ScheduleEntry("shared", gathering, shared_with=shared_with, written=point, line=point.line)
        if said.rest:
            self.told.add("form-not-alone", point.line, said.rest, word=said.word, value=said.rest)
        if said.form == "absent":
            self._below.tell_anything(point, said.word)
            return ScheduleEntry("absent", gathering, written=point, line=point.line)
        before = len(self.told)
        under = self._below.read(point)
        # What could not be read below may have been meant as a date.
        if len(under.dates) < 2 and len(self.told) == before:
            self.told.add("lone-alternative", point.line, line.plain, word=said.word)
        return ScheduleEntry(said.form, gathering, dates=under.dates, says=under.says, written=point, line=point.line)

    def _once(self, point: Text, line: Text, gathering: Reference | None) -> ScheduleEntry:
        """Read a point that is a date, a rule, or has no date yet."""
        words, number = line.plain, point.line
        if changed := self.forms.change(words):
            self.told.add("change-in-date", number, words, value=changed)
            found = None
        else:
            found = self._below.date(line, number)
        when, place = found or DateAndPlace(OPEN, NO_PLACE)
        under = self._below.read(point, about=when)
        if found and under.dates and not when.dates:
            self.told.add("dates-below-date", under.dates[0].line, under.dates[0].when.text)
        for change in under.dates if when.dates else ():
            self._check_change(when, change)
        date = ScheduledDate(when, place, under.says, number)
        return ScheduleEntry("once", gathering, (date,), under.dates, written=point, line=number)

    def _check_change(self, rule: When, change: ScheduledDate) -> None:
        """Check that a date below a rule is one of its days, or was before it was moved."""
        moved_from, when = change.says.moved_from, change.when
        if any(one and one.exact and one.start == one.end and one.start in rule.dates for one in (moved_from, when)):
            return
        day = (moved_from or when).start or when.start
        if day is None:
            self.told.add("not-one-day", change.line, when.text, value=when.text)
            return
        nearest = sorted(sorted(rule.dates, key=lambda other: abs(other - day))[:2])
        self.told.add(
            "not-of-the-rule",
            change.line,
            when.text,
            value=capital(self._shown.show(moved_from or when)),
            nearest=self._shown.show_dates(nearest, weekday="long"),
        )

    def _shared_with(self, line: Text, said: Said) -> Reference | None:
        """Read the link to the cohort whose file has the date."""
        span = find_span(line.inline, "link")
        if span is None:
            self.told.add_without_link(Reference(said.rest, "", line.line), self._folders["cohort"])
            return None
        begin, end = span
        before = self.forms.find(words_of(line.inline[:begin]))
        more = words_of(line.inline[end + 1 :]).strip(" .") or (before.rest if before else "")
        if more:
            self.told.add("words-beside-cohort", line.line, more, word=said.word, value=more)
        name, target = words_of(line.inline[begin:end]), str(line.inline[begin].attrs.get("href", ""))
        return Reference(name, target, line.line)

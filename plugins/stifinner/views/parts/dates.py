"""Compose dates as pages show them; what is not known of a date is said in words."""

import datetime
import re
from dataclasses import replace

from ...dates.shown import DateWords, split_large
from ...dates.when import When
from ...graph.portal_graph import Graph, ProgrammeParts
from ...graph.stops import Stop
from ...language.phrases import Phrases
from ...language.phrases.counted import say_count
from ...model.gathering import Gathering
from .date_shown import DateShown, DayShown
from .texts import TextComposer, lower_first


class DateComposer(TextComposer):
    """The part of the composer that shows when something is."""

    def __init__(self, graph: Graph, phrases: Phrases) -> None:
        super().__init__(graph, phrases)
        self.words = phrases["shown"]
        self.dates = DateWords(phrases)

    def date(self, parts: ProgrammeParts | None, when: When, clock: str = "", *, over: bool = False) -> DateShown:
        """Compose a date in all the forms that pages need.

        ``parts``: the programme in which ``refers_to`` («etter samling 3») is looked up, or None; ``clock``: its clock
        time as words, or empty; ``over``: whether what it belongs to is over, so that no date is to come.
        """
        words = self.phrases["dates"]
        if when.kind in {"after", "before"}:
            other = parts.find(Gathering, when.refers_to) if parts else None
            name = self.mid_sentence(other.title if other else when.refers_to)
            text = words["after_shown" if when.kind == "after" else "before_shown"].format(name=name)
            return DateShown(text, "open", rest=text, time=clock)
        if when.kind == "day" and when.start and when.end:
            return self._day(when, when.start, when.end, clock)
        if when.dates:
            return self._several(when, clock)
        if when.kind == "yearless":
            large, rest = split_large(when.text)
            unknown = words["year_unknown"]
            return DateShown(f"{when.text} ({unknown})", "open", large=large, rest=rest, year=unknown, time=clock)
        text = self.dates.show(when) or words["unknown" if over else "open"]
        if when.start and when.end:
            return DateShown(text, "month", when.start.isoformat(), when.end.isoformat(), rest=text, time=clock)
        return DateShown(text, "open", rest=text, time=clock)

    def _day(self, when: When, start: datetime.date, end: datetime.date, clock: str) -> DateShown:
        year = str(end.year) if start.year == end.year else ""
        large, rest = split_large(when.text.removesuffix(year).strip())
        weekdays = dict.fromkeys(self.dates.weekday(day) for day in (start, end))
        return DateShown(
            self.dates.show(when),
            "day",
            start.isoformat(),
            end.isoformat(),
            large,
            rest,
            year,
            clock,
            short=self.dates.show(when, "short") if start == end else "",
            weekday="–".join(weekdays) if large else "",
        )

    def _several(self, when: When, clock: str) -> DateShown:
        """Compose several days that do not follow each other: the first stands large, and all of them as text."""
        days = when.dates
        first = self._day(When("day", days[0], days[0], self.dates.show_day(days[0])), days[0], days[0], clock)
        return replace(
            first,
            text=self.dates.show(when),
            known="days",
            end=days[-1].isoformat(),
            short=self.dates.show(when, "short"),
            dates=tuple(DayShown(self.dates.show_day(day, weekday="long"), day.isoformat()) for day in days),
            more=say_count(self.words["more_days"], len(days) - 1),
        )

    def clock(self, stop: Stop) -> str:
        """Show a stop's clock time: «kl. 09.00–15.30», or empty."""
        return self.dates.show_time(stop.clock) if stop.clock else ""

    def mid_sentence(self, title: str) -> str:
        """Give a gathering's name as it stands inside a sentence.

        A plain one gets a small letter: personalsamling 1. A longer title gets quotes: «Lederen som menneske».
        """
        if re.fullmatch(r"\S+(?: \S+)? \d+", title) or re.fullmatch(r"[\w-]+", title):
            return lower_first(title)
        return self.words["quoted"].format(name=title)

    def number_word(self, count: int) -> str:
        """Say a number as a word, as far as the language has words for it: «to»."""
        names = self.phrases["dates"]["durations"]["numbers"]
        return names[count - 1] if count <= len(names) else str(count)

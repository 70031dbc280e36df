"""Compose when work between gatherings is due: on a date, at a gathering, or so many days before one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts
from ...graph.work import Due, DueStep
from ...markdown.lines import insert
from ...markdown.text import Text
from ...model.gathering import Gathering
from .date_shown import DateShown
from .dates import DateComposer
from .elements import Prose
from .texts import upper_first


@dataclass(frozen=True)
class DatedStep:
    """A step of work between that is due by itself."""

    due: DateShown
    """«Innen 21. mai 2027», «Til Nettverk, onsdag 3. februar 2027»."""
    text: Prose
    """What to do."""


class DueComposer(DateComposer):
    """The part of the composer that shows when something is due."""

    def due(self, parts: ProgrammeParts, due: Due) -> DateShown:
        """Tell when work is due: «Til samlingen tirsdag 8. februar 2023», «Til Samling 2, torsdag 22. oktober 2026»."""
        written = due.meant.written
        if written.on is not None:
            until = self.words["work_between_until" if _may_be_gathering(parts, written.on) else "work_between_by"]
            return self._by(parts, written.on, until)
        return self._ahead(parts, due) if written.days_before else self._at(parts, due)

    def dated_steps(
        self, parts: ProgrammeParts, gathering: Gathering, steps: Iterable[DueStep]
    ) -> tuple[DatedStep, ...]:
        """Compose the steps of the work of a gathering that are due by themselves."""
        return tuple(DatedStep(self._due_of_step(parts, one.due), self.prose(gathering, one.text)) for one in steps)

    def day_due(self, due: Due) -> When | None:
        """Give the date on which something is due, as one that was written; None where it is not known."""
        when = due.when
        return replace(when, text=self.dates.show_day(when.start)) if when and when.start and not when.text else when

    def text_with_days(self, parts: ProgrammeParts, text: Text, steps: Iterable[DueStep]) -> Text:
        """Put the day behind the words of each step that is due at a gathering: «til Nettverk (3. februar 2027)»."""
        tokens = {id(token): token for token in text.tokens}
        for step in steps:
            when = self.day_due(step.due)
            if when and step.due.stop:
                changed = insert(step.point, step.head, f" ({self.date(parts, when).text})")
                tokens[id(step.point.tokens[1])] = changed.tokens[1]
        return replace(text, tokens=tuple(tokens[id(token)] for token in text.tokens))

    def _due_of_step(self, parts: ProgrammeParts, due: Due) -> DateShown:
        """Tell when a step is due: as work is, but of a date that it is one on which something ends."""
        written = due.meant.written
        if written.on is None or written.to_gathering:
            return self.due(parts, due)
        shown = self._by(parts, written.on, self.words["work_step_by"])
        if not (written.on.exact and written.on.start and written.on.start == written.on.end):
            return shown
        clock = f" {self.dates.show_time(written.on.clock)}" if written.on.clock else ""
        return replace(
            shown, text=self.words["work_step_by"].format(date=self.dates.show_day(written.on.start)) + clock, short=""
        )

    def _by(self, parts: ProgrammeParts, when: When, words: str) -> DateShown:
        """Show a date that was written, with the words before it."""
        date = self.date(parts, when)
        clock = f" {self.dates.show_time(when.clock)}" if when.clock else ""
        return replace(
            date,
            text=words.format(date=self.dates.inside(date.text)) + clock,
            short=words.format(date=self.dates.inside(date.short)) + clock if date.short else "",
        )

    def _at(self, parts: ProgrammeParts, due: Due) -> DateShown:
        """Show that work is due at a gathering, with its day where that is known."""
        if due.gathering is None:
            text = self.words["work_between_open"]
            return DateShown(text, "open", rest=text)
        name = due.gathering.title
        when = self.day_due(due)
        if when is None:
            text = self.words["work_at"].format(name=name)
            return DateShown(text, "open", rest=text)
        date = self.date(parts, when)
        words = self.words["work_at_day"]
        return replace(
            date, text=words.format(name=name, date=date.text), short=words.format(name=name, date=date.brief)
        )

    def _ahead(self, parts: ProgrammeParts, due: Due) -> DateShown:
        """Show that work is due some days before a gathering."""
        days = due.meant.written.days_before
        words, count = (self.words["work_days"], days) if days % 7 else (self.words["work_weeks"], days // 7)
        length = words["one"] if count == 1 else words["many"].format(count=self.number_word(count))
        name = due.gathering.title if due.gathering else self.words["work_next"]
        ahead = self.words["work_before"].format(length=length, name=name)
        when = self.day_due(due)
        if when is None:
            text = upper_first(ahead)
            return DateShown(text, "open", rest=text)
        text = self.words["work_ahead"].format(date=when.text, ahead=ahead)
        return replace(self.date(parts, when), text=text, short="")


def _may_be_gathering(parts: ProgrammeParts, when: When) -> bool:
    """Tell whether a gathering is held on a day, or may be: while some have no date, nobody knows."""
    if not (when.exact and when.start and when.end):
        return False
    dates = [stop.when for stop in parts.occurrences.path]
    return any(
        not one.dated or (one.start and one.end and one.start <= when.end and when.start <= one.end) for one in dates
    )

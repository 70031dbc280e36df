"""Compose stops as pages show them: when each is, in one line and time by time, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from ...dates.when import When
from ...graph.places import PlaceAt
from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Occurrence, Stop, alone
from ...language.phrases.counted import say_count
from ...model.cohort import Cohort
from .date_shown import DateShown, Held
from .dues import DueComposer
from .place_shown import PlaceShown, compose_place
from .sign_up import common_sign_up, compose_sign_up
from .stop_shown import MeetingLink, StopShown, TimeShown, last_of
from .texts import join_names, upper_first


class StopComposer(DueComposer):
    """The part of the composer that shows stops."""

    def stop_date(self, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None = None) -> DateShown:
        """Compose a stop's date in one line, in all the forms that pages need.

        ``cohort``: the reader's, where it is known.
        """
        words = self.words["stop"]
        if stop.form == "varies":
            text = words["varies"]
            return DateShown(
                self._by_cohort(parts, stop), "open", rest=text, short=text, time=self.clock(stop), form="varies"
            )
        if stop.form == "choice":
            return self._choice(parts, stop)
        shown = self.date(parts, stop.when, self.clock(stop), over=_is_over(parts, cohort))
        shown = replace(shown, form=stop.form, held=_held(stop))
        if not stop.is_cancelled:
            return shown
        text = words["off"].format(date=shown.text)
        return replace(shown, text=text, short=words["off"].format(date=shown.brief))

    def stop_shown(self, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None = None) -> StopShown | None:
        """Compose a stop time by time; None where its date and place say all of it.

        ``cohort``: the reader's, where it is known.
        """
        words = self.words["stop"]
        count = len(stop.occurrences)
        said, tag = "", ""
        if stop.form == "choice":
            said = words["choose"].format(count=self.number_word(count))
        elif stop.form == "part":
            said = (
                words["part"].format(number=stop.numbers[0], count=stop.of)
                if len(stop.numbers) == 1
                else upper_first(words["parts"].format(count=self.number_word(len(stop.numbers))))
            )
            tag = "+".join(map(str, stop.numbers)) if len(stop.numbers) > 1 else f"{stop.numbers[0]}/{stop.of}"
        elif stop.form == "series":
            said, tag = say_count(words["times" if stop.when.kind == "series" else "days"], count), f"{count}×"
        times = tuple(self._time(parts, stop, one, _is_over(parts, cohort)) for one in stop.occurrences)
        common = common_sign_up(times) if stop.form == "series" else None
        shown = StopShown(
            form="once" if stop.form == "varies" else stop.form,
            times=tuple(replace(time, sign_up=None) for time in times) if common else times,
            words=said,
            tag=tag,
            rule=stop.when.text if stop.when.kind == "series" else "",
            shared=self._together(stop, cohort),
            sign_up=common,
        )
        return None if shown.is_plain else shown

    def _time(self, parts: ProgrammeParts, stop: Stop, one: Occurrence, over: bool) -> TimeShown:
        words, says = self.words["stop"], one.says
        clock = self.dates.show_time(one.clock) if one.clock else ""
        cancelled = ""
        if says.cancelled is not None:
            cancelled = words["cancelled"].format(why=says.cancelled) if says.cancelled else words["cancelled_only"]
        link = stop.own_link(one) if says.cancelled is None else ""
        return TimeShown(
            date=replace(self.date(parts, one.when, clock, over=over), held=(held,) if (held := _held_at(one)) else ()),
            place=one.at.words,
            at=self.place(one.at),
            moved=self.before_move(one),
            moved_in_day=one.moved_in_day,
            place_before=one.before.words,
            cancelled=cancelled,
            reason=upper_first(says.cancelled or ""),
            sign_up=compose_sign_up(self, says, _until(one)) if says.cancelled is None else None,
            told=words["told"].format(date=self.short_day(says.told, one.when.start)) if says.told else "",
            meeting=MeetingLink(self.words["meeting"], link, _until(one)) if link else None,
        )

    def meeting(self, stop: Stop) -> MeetingLink | None:
        """Compose the online meeting of all times of a stop; None where they differ or there is none."""
        if not stop.meeting_link:
            return None
        held = stop.held or tuple(one for varying in stop.varying for one in varying.held)
        return MeetingLink(self.words["meeting"], stop.meeting_link, last_of(_until(one) for one in held))

    def place(self, at: PlaceAt) -> PlaceShown | None:
        """Compose a place; None where its words say all that is known."""
        return compose_place(at, self.phrases["words"]["place_page"]["map"])

    def before_move(self, one: Occurrence) -> str:
        """Show when a time was before it was moved: its day, and its clock where that was told; empty where it was not.

        Where it only begins earlier or later on the same day, its clock alone: «kl. 17.00».
        """
        moved = one.says.moved_from
        if moved is None:
            return ""
        day = "" if one.moved_in_day else self.short_day(moved, one.when.start)
        return " ".join(filter(None, (day, self.dates.show_time(moved.clock) if moved.clock else "")))

    def short_day(self, when: When, beside: date | None) -> str:
        """Show a day that stands beside another; its year is told where it differs."""
        if when.start is None or when.end is None:
            return when.text
        return self.dates.show_days(when.start, when.end, year=beside is None or when.start.year != beside.year)

    def _choice(self, parts: ProgrammeParts, stop: Stop) -> DateShown:
        """Compose the date of a choice: «tirsdag 3. november eller tirsdag 10. november 2026»."""
        held = stop.held
        if len(held) == 1:
            first = self.date(parts, held[0].when, self.clock(stop))
            return replace(first, form="choice", held=_held(stop))
        texts = [self.date(parts, one.when).text for one in held]
        shorts = [self.date(parts, one.when).brief for one in held]
        either = f" {self.words['stop']['or']} "
        days = {one.when.start.year for one in held if one.when.start}
        if len(days) == 1:
            # The year is said once, with the last.
            year = f" {days.pop()}"
            texts[:-1] = [text.removesuffix(year) for text in texts[:-1]]
            shorts[:-1] = [text.removesuffix(year) for text in shorts[:-1]]
        texts[1:], shorts[1:] = map(self.dates.inside, texts[1:]), map(self.dates.inside, shorts[1:])
        first = self.date(parts, held[0].when, self.clock(stop))
        # As long as one of them has no date, nobody knows when the last of them is.
        open_end = any(one.when.start is None for one in held)
        return replace(
            first,
            text=either.join(texts),
            short=either.join(shorts),
            known="open" if open_end else "days" if stop.when.dated else "month",
            start=None if open_end or not stop.start else stop.start.isoformat(),
            end=None if open_end or not stop.end else stop.end.isoformat(),
            more=f"{self.words['stop']['or']} {shorts[-1]}"
            if len(held) == 2
            else say_count(self.words["stop"]["others"], len(held) - 1),
            form="choice",
            held=_held(stop),
        )

    def _by_cohort(self, parts: ProgrammeParts, stop: Stop) -> str:
        """Show the dates of all cohorts: «Kull 1: 27. august 2026 · Kull 2: 21. januar 2027»."""
        said: dict[str, list[str]] = {}
        for one in stop.varying:
            names = self.join([cohort.title for cohort in one.cohorts])
            said.setdefault(names, []).append(self.stop_date(parts, one).text)
        words = self.words["stop"]["in_cohort"]
        return " · ".join(
            words.format(cohort=names, date=self.dates.inside(self.join(texts))) if names else self.join(texts)
            for names, texts in said.items()
        )

    def _together(self, stop: Stop, cohort: Cohort | None) -> str:
        """Tell with which other cohorts one meets: «Sammen med kull 2»; empty where the cohort is alone."""
        if len(stop.cohorts) < 2 or (cohort and cohort not in stop.cohorts):
            return ""
        names = [self.mid_sentence(one.title) for one in stop.cohorts if one is not cohort]
        words = self.words["stop"]["together" if cohort else "together_all"]
        return words.format(cohorts=upper_first(self.join(names)) if not cohort else self.join(names))

    def cohort_name(self, parts: ProgrammeParts, stop: Stop) -> str:
        """Name the cohort whose date a stop has; empty where it is everyone's, or several meet: told as such."""
        cohort = alone(stop.cohorts)
        return cohort.title if cohort and len(parts.occurrences.cohorts) > 1 else ""

    def join(self, names: Sequence[str]) -> str:
        """Join names as in a sentence: «ledere, fagutviklere og ansatte»."""
        return join_names(names, self.words["and"])


def _is_over(parts: ProgrammeParts, cohort: Cohort | None) -> bool:
    """Tell whether an editor has said that a cohort, or the whole programme, is over."""
    return "completed" in {parts.programme.state, cohort.state if cohort else ""}


def _held(stop: Stop) -> tuple[Held, ...]:
    """Give a stop's times for the browser's clock; none where its first and last day say all."""
    times = tuple(held for one in stop.occurrences if (held := _held_at(one)))
    if len(times) != len(stop.occurrences):
        return ()
    plain = len(times) == 1 and not times[0].cancelled and stop.occurrences[0].clock is None
    return () if plain else times


def _held_at(one: Occurrence) -> Held | None:
    """Give a time for the browser's clock; None where its day is not known."""
    if not (one.when.exact and one.when.start and one.when.end):
        return None
    begins, ends = one.when.start, one.when.end
    first, last = (one.clock.start, one.clock.end) if one.clock else (None, None)
    if first and last and last <= first:
        # It goes on over midnight.
        ends += timedelta(days=1)
    return Held(_moment(begins, first), _moment(ends, last), one.is_cancelled)


def _until(one: Occurrence) -> str:
    """Tell when a time is over: its day or moment, else the last day of its month or season; empty without a year."""
    held = _held_at(one)
    return held.ends if held else one.when.end.isoformat() if one.when.end else ""


def _moment(day: date, clock: time | None) -> str:
    """Write a moment in ISO 8601: a day, and its clock time where that is known."""
    return f"{day.isoformat()}T{clock:%H:%M}" if clock else day.isoformat()

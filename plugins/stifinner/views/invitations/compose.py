"""Compose what whoever calls people to a gathering writes to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.stops import Occurrence, Stop, alone, distinct
from ...markdown.text import Text, split_lists
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.place import Place
from ..calendars.compose import calendar_of, download_address
from ..parts.composer import Composer
from ..parts.sign_up import compose_sign_up, sign_up_lines
from ..parts.texts import named_in_sample, upper_first
from .shown import Invitation, Message, MessageLine, MessageSort, Paragraph


@dataclass(frozen=True)
class _Called:
    """Those who come to a gathering at the same times."""

    stops: tuple[Stop, ...]
    cohorts: tuple[Cohort, ...]
    """Empty: everyone."""

    @property
    def times(self) -> tuple[tuple[Stop, Occurrence], ...]:
        return tuple((stop, one) for stop in self.stops for one in stop.occurrences)

    @property
    def is_off(self) -> bool:
        return all(stop.is_cancelled for stop in self.stops)

    @property
    def held(self) -> tuple[Occurrence, ...]:
        """The times that take place; all of them where none does."""
        return tuple(one for _, one in self.times if self.is_off or not one.is_cancelled)


def compose_invitations(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> tuple[Invitation, ...]:
    """Compose an invitation for everyone, or for each cohort; none where no day is known, or it is said to be over."""
    called = _called(parts, gathering)
    return tuple(
        _Writer(composer, parts, gathering, some).invitation
        for some in called
        if any(one.when.exact and one.when.end for one in some.held)
    )


def _called(parts: ProgrammeParts, gathering: Gathering) -> Iterator[_Called]:
    """Give those who are called, together where cohorts have the same times."""
    occurrences = parts.occurrences
    if parts.programme.state == "completed":
        return
    if not any(occurrences.stops_in(cohort, gathering) for cohort in occurrences.cohorts):
        yield _Called(tuple(stop for stop in occurrences.path if stop.id == gathering.id), ())
        return
    shared: dict[tuple[int, ...], list[Cohort]] = {}
    stops_of: dict[tuple[int, ...], tuple[Stop, ...]] = {}
    for cohort in occurrences.cohorts:
        stops = occurrences.stops_in(cohort, gathering)
        if stops and cohort.state != "completed":
            key = tuple(map(id, stops))
            stops_of[key] = stops
            shared.setdefault(key, []).append(cohort)
    for key, cohorts in shared.items():
        everyone = len(occurrences.cohorts) == 1 or not any(stop.cohorts for stop in stops_of[key])
        yield _Called(stops_of[key], () if everyone else tuple(cohorts))


class _Writer:
    """Writes the messages to those who come to a gathering at the same times."""

    def __init__(self, composer: Composer, parts: ProgrammeParts, gathering: Gathering, called: _Called) -> None:
        self._composer, self._parts, self._gathering, self._called = composer, parts, gathering, called
        self._words = composer.words["invitation"]
        self._titles = composer.phrases["headings"]
        self._link = upper_first(composer.phrases["fields"]["gathering"]["meeting_link"])
        held = called.held
        where, sign_up = [self._where(one) for one in held], [self._sign_up(one, "call") for one in held]
        # What holds for all times is said once, after them.
        self._same_place = len(held) > 1 and all(one == where[0] for one in where)
        self._same_sign_up = len(held) > 1 and all(one == sign_up[0] for one in sign_up)

    @property
    def invitation(self) -> Invitation:
        called = self._called
        sorts: tuple[MessageSort, ...] = ("off",) if called.is_off else ("call", "reminder")
        ends = [one.when.end.isoformat() if one.when.end else "" for one in called.held]
        return Invitation(
            name=upper_first(self._cohorts),
            cohorts=tuple(cohort.id for cohort in called.cohorts),
            messages=tuple(Message(sort, self._subject(sort), self._paragraphs(sort)) for sort in sorts),
            last=max(ends) if all(ends) else "",
        )

    @property
    def _cohorts(self) -> str:
        return self._composer.join([self._composer.mid_sentence(cohort.title) for cohort in self._called.cohorts])

    def _subject(self, sort: MessageSort) -> str:
        held, words = self._called.held, self._words["subjects"]
        name, said = self._gathering.title, words[sort]
        if len(held) == 1:
            [one] = held
            name = f"{name}, {self._composer.dates.inside(self._date(one))}"
            if sort == "call" and one.says.moved_from:
                said = words["later" if one.moved_in_day else "moved"]
            elif sort == "call" and one.before.words:
                said = words["elsewhere"]
        return said.format(name=self._marked(name))

    def _marked(self, name: str) -> str:
        """Name what is sent away from the pages that say what they are."""
        return named_in_sample(name, self._composer.graph.portal, self._composer.phrases)

    def _paragraphs(self, sort: MessageSort) -> tuple[Paragraph, ...]:
        composer, words = self._composer, self._words
        programme = composer.mark_of(self._parts).short_name
        name = words["name"].format(name=self._gathering.title, programme=programme)
        name = self._marked(", ".join(filter(None, (name, self._cohorts))))
        begun = words["begin"][sort].format(name=name)
        audience = composer.audience(self._parts, self._gathering.audience) if sort == "call" else ""
        said_for = (composer.words["for_audience"].format(audience=audience),) if audience else ()
        texts = [(words["hello"],), (begun, *said_for), *self._times(sort)]
        if sort == "call":
            texts += self._directions()
        if sort != "off":
            texts.append(tuple(self._before()))
        last = self._calendar() if sort == "call" else ()
        page = MessageLine(words["page"], self._page())
        said = [tuple(MessageLine(line) for line in paragraph) for paragraph in texts if paragraph]
        places = tuple(
            MessageLine(words["place"].format(place=place.title), address(place))
            for place in (self._places() if sort != "off" else ())
        )
        return (*said, (*places, *last, page))

    # --- when and where -------------------------------------------------------------------------------------------

    def _times(self, sort: MessageSort) -> Iterator[tuple[str, ...]]:
        """Tell when and where it is, and how one takes part."""
        for stop in self._called.stops:
            yield from self._times_of(stop, sort)
        one = self._called.held[0]
        if self._same_place:
            yield self._where(one)
        if self._same_sign_up:
            yield self._sign_up(one, sort)

    def _times_of(self, stop: Stop, sort: MessageSort) -> Iterator[tuple[str, ...]]:
        # Of a series, whose rule says every one of its days, the reminder too tells those that do not take place.
        all_of_them = sort != "reminder" or stop.form == "series"
        times = [one for one in stop.occurrences if all_of_them or not one.is_cancelled]
        if not times:
            return
        said = [self._time(one, sort) for one in times]
        shown = self._composer.stop_brief(self._parts, stop).stop
        if stop.form == "choice" and len(stop.held) > 1:
            count = self._composer.number_word(len(stop.held))
            yield (f"{self._composer.words['stop']['choose'].format(count=count)}:",)
            for index, (one, lines) in enumerate(zip(times, said, strict=True)):
                if index and not one.is_cancelled and sort != "off":
                    yield (self._composer.words["stop"]["or"],)
                yield lines
        elif stop.form == "series":
            rule = (f"{stop.when.text}:",) if stop.when.kind == "series" else ()
            yield (*rule, *(line for lines in said for line in lines))
        elif stop.form == "part" and shown:
            yield (f"{shown.words}:", *dict.fromkeys(line for lines in said for line in lines))
        else:
            yield from said

    def _time(self, one: Occurrence, sort: MessageSort) -> tuple[str, ...]:
        """Tell of one time: when it is, and where and how one takes part where that is not the same for all."""
        composer, words = self._composer, self._words
        clock = composer.dates.show_time(one.clock) if one.clock else ""
        date = " ".join(filter(None, (self._date(one), clock)))
        if one.is_cancelled:
            why = one.says.cancelled
            if sort == "off":
                return tuple(filter(None, (upper_first(date), words["reason"].format(why=why) if why else "")))
            off = words["off"].format(date=composer.dates.inside(date))
            return (f"{off} ({why})" if why else off,)
        if one.says.moved_from:
            said = words["later" if one.moved_in_day else "moved"]
            date = said.format(date=composer.dates.inside(date), before=composer.before_move(one))
        where = () if self._same_place else self._where(one)
        sign_up = () if self._same_sign_up else self._sign_up(one, sort)
        return (upper_first(date), *where, *sign_up)

    def _date(self, one: Occurrence) -> str:
        """Show a date with its weekday, or the first and the last one: «tirsdag–onsdag 27.–28. april 2027»."""
        shown = self._composer.date(self._parts, one.when)
        if one.when.exact and one.when.start != one.when.end and shown.weekday:
            return f"{shown.weekday} {shown.text}"
        return shown.text

    def _where(self, one: Occurrence) -> tuple[str, ...]:
        if one.is_cancelled:
            return ()
        at = one.at
        place = at.words if at.place else upper_first(at.words)
        if place and one.before.words:
            place = self._words["elsewhere"].format(place=at.words, before=one.before.words)
        link = one.says.meeting_link
        street = at.address if at.name else ""
        return tuple(filter(None, (place, street, f"{self._link}: {link}" if link else "")))

    def _sign_up(self, one: Occurrence, sort: MessageSort) -> tuple[str, ...]:
        """Tell how one takes part; a reminder leaves out what it costs, how many there is room for and whom to ask."""
        sign_up = None if one.is_cancelled else compose_sign_up(self._composer, one.says)
        if sign_up is None:
            return ()
        return sign_up_lines(
            self._composer, sign_up if sort == "call" else replace(sign_up, seats="", price="", contact=())
        )

    # --- what else one must know ----------------------------------------------------------------------------------

    def _places(self) -> tuple[Place, ...]:
        return distinct(one.at.place for one in self._called.held if one.at.place)

    def _directions(self) -> Iterator[tuple[str, ...]]:
        """Tell the way to each place."""
        title, places = self._titles["place"]["directions"], self._places()
        for place in places:
            if place.directions:
                name = f"{title} ({place.title})" if len(places) > 1 else title
                yield (f"{name}:", *_lines(place.directions))

    def _before(self) -> Iterator[str]:
        """Tell what to do before it."""
        before = self._gathering.before
        if before:
            yield f"{self._titles['gathering']['before']}:"
        for part in before.parts:
            yield from _lines(part.prose)
            yield from _points(part.points)

    def _page(self) -> str:
        return self._composer.gathering_address(self._parts, self._gathering, alone(self._called.cohorts))

    def _calendar(self) -> tuple[MessageLine, ...]:
        """Lead to what can be put into a calendar: the file, where there is one; else where all of them are."""
        entries = calendar_of(self._composer, self._parts).days_of(self._gathering)
        own = [
            entry
            for entry in entries
            if any(entry.stop is stop for stop in self._called.stops) and not entry.occurrence.is_cancelled
        ]
        if len(own) == 1:
            return (MessageLine(self._words["calendar"], download_address(own[0])),)
        place = f"{self._page()}#{self._composer.anchors['calendar']}"
        return (MessageLine(self._words["calendar"], place),) if own else ()


def _lines(text: Text) -> Iterator[str]:
    """Give a text in lines without marks, a line a paragraph or a point."""
    for block in text.blocks:
        if block.is_list:
            for written in split_lists(block):
                yield from _points(written.points)
        elif block.plain:
            yield block.plain


def _points(points: Iterable[Text]) -> Iterator[str]:
    """Give points as lines of a list."""
    yield from (f"- {point.plain}" for point in points)

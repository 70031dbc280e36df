"""A stop as pages show it: what is one mark on a path, with its times and what became of them.

The shape says what it is, the fill says when; what stands here is the third: whether there are several times, and
whether something has changed. None of it depends on today, so it may be said without a clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .date_shown import DateShown, StopForm
from .place_shown import PlaceShown


@dataclass(frozen=True)
class Words:
    """Some words of a sentence, which may lead somewhere: an e-mail address, a telephone number."""

    text: str
    address: str | None = None
    """``mailto:…``, ``tel:…``, an absolute URL; None: plain words."""


@dataclass(frozen=True)
class SignUp:
    """How one takes part in something. The browser closes it by its deadline, and takes it away when all is over.

    Fields that are empty are not known.
    """

    address: str = ""
    """Web address where one signs up."""
    words: tuple[Words, ...] = ()
    """How one signs up, where that is no web address."""
    deadline: DateShown | None = None
    closes: str = ""
    """Last day or moment to sign up, ISO 8601; empty where no one day is known."""
    until: str = ""
    """When what one signs up for is over: a day or a moment, ISO 8601; empty where that is not known."""
    seats: str = ""
    price: str = ""
    bring: str = ""
    contact: tuple[Words, ...] = ()
    """Who answers questions."""

    @property
    def is_asked(self) -> bool:
        """Whether one is to sign up, and not only to bring something, say."""
        return bool(self.address or self.words or self.deadline)


@dataclass(frozen=True)
class MeetingLink:
    """The way into an online meeting: «Bli med på nett»."""

    text: str
    address: str
    until: str = ""
    """When the meeting is over: a day or a moment, ISO 8601; empty where that is not known."""


@dataclass(frozen=True)
class TimeShown:
    """One time of a stop, with what became of it."""

    date: DateShown
    place: str
    """«Storeneset bibliotek, sal 2», or empty."""
    moved: str = ""
    """«15. oktober 2026», «15. oktober kl. 17.00», «kl. 17.00» of the same day: where it stood before; or empty."""
    moved_in_day: bool = False
    """Whether only its clock time is another."""
    place_before: str = ""
    """«Lyngvåg»: where it was to be before; or empty."""
    cancelled: str = ""
    """«Avlyst: storm», «Avlyst», or empty."""
    reason: str = ""
    """«Storm»: why it is cancelled; or empty."""
    sign_up: SignUp | None = None
    """How one signs up, and what else is to be known; None where nothing is said, or the stop says it of all times."""
    told: str = ""
    """«meldt 1. oktober», or empty."""
    meeting: MeetingLink | None = None
    """The online meeting of this time; None where there is none, it is cancelled, or it is the gathering's own."""
    at: PlaceShown | None = None
    """The place with its page, address and map; None where ``place`` says all of it."""

    @property
    def is_changed(self) -> bool:
        """Whether it has been moved in time or place, or cancelled."""
        return bool(self.moved or self.place_before or self.cancelled)


@dataclass(frozen=True)
class StopShown:
    """One mark on a path."""

    form: StopForm
    times: tuple[TimeShown, ...]
    """once and part: one; choice: each alternative; series: each time."""
    words: str = ""
    """«Velg én av to», «Del 1 av 2», «5 ganger», or empty."""
    tag: str = ""
    """«1/2», «1+2», «5×», or empty: the corner below."""
    rule: str = ""
    """«Hver tredje tirsdag kl. 14–16 …» of a series; empty where its days were written."""
    shared: str = ""
    """«Sammen med kull 2», or empty."""
    sign_up: SignUp | None = None
    """How one takes part in all times of a series; None where nothing is said, or the times say it themselves."""

    @property
    def is_plain(self) -> bool:
        """Whether name, date and place say all of it: it takes place once, and there is nothing to add."""
        says_more = any(time.is_changed or time.sign_up or time.meeting for time in self.times)
        return self.form == "once" and not self.shared and not says_more

    @property
    def is_off(self) -> bool:
        """Whether all of it is cancelled."""
        return bool(self.times) and all(time.cancelled for time in self.times)

    @property
    def is_moved(self) -> bool:
        """Whether its mark says «moved»; one of several times is told where the time stands."""
        return len(self.times) == 1 and bool(self.times[0].moved)

    @property
    def place(self) -> str:
        """The place of all its times, where they have the same one and none was elsewhere before; or empty."""
        places = {time.place for time in self.times}
        return self.times[0].place if len(places) == 1 and not any(time.place_before for time in self.times) else ""

    @property
    def at(self) -> PlaceShown | None:
        """The same, with its page, address and map; None where ``place`` says all of it."""
        places = {time.at for time in self.times}
        return places.pop() if self.place and len(places) == 1 else None

    @property
    def meeting(self) -> MeetingLink | None:
        """The online meeting of all its times that take place; None where they differ or there is none."""
        meetings = [time.meeting for time in self.times if not time.cancelled]
        known = [meeting for meeting in meetings if meeting]
        if len(known) != len(meetings) or len({meeting.address for meeting in known}) != 1:
            return None
        return replace(known[0], until=last_of(meeting.until for meeting in known))


def last_of(moments: Iterable[str]) -> str:
    """Give the last of several moments in ISO 8601; empty where one of them is not known."""
    known = list(moments)
    return max(known) if known and all(known) else ""

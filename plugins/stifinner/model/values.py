"""Types of the facts on top of a file, each with the function that reads it from text.

Pydantic calls the functions with the validation context, which is a ``Reading``: the language's words. They raise
Misread; a problem is made of that by whoever knows the file.
"""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, BeforeValidator, ValidationInfo, WithJsonSchema

from ..attachments.names import check_name, check_path
from ..dates.reader import DateReader
from ..dates.slips import meant_date, meant_duration, meant_time
from ..dates.when import Duration, TimeSpan, When
from ..language.misread import Misread
from ..language.phrases import Phrases
from ..source.wall import is_web_address, meant_address, scheme_of
from .references import is_id, marks_of


class Reading:
    """What values are read with: the words of the portal's language, and its reader of dates."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.dates = DateReader(phrases)
        self.path = ""
        """Path of the file that is read; links in it are relative to its folder."""

    def of(self, path: str) -> "Reading":
        """Give what a file is read with."""
        reading = copy(self)
        reading.path = path
        return reading

    def when(self, written: str) -> When:
        """Read a date. A Misread has what was meant in its details (``meant``), empty where that is not known."""
        try:
            return self.dates.parse_when(written)
        except Misread as misread:
            misread.details["meant"] = ""
            if misread.code == "unreadable-date":
                misread.details["meant"] = meant_date(written, self.dates, self.phrases)
            raise

    def day(self, written: str) -> When:
        """Read one day whose year is known. Raises Misread ``not-one-day`` for other dates."""
        when = self.when(written)
        if not when.exact or when.start != when.end:
            raise Misread("not-one-day", value=written)
        return when

    def with_year(self, written: str, years: Iterable[int]) -> Iterator[When]:
        """Read days without a year as days of each of these years; none of a year that does not have them."""
        when = self.when(written)
        for year in years:
            try:
                days = self.dates.parse_when(f"{when.text} {year}")
            except Misread:
                continue
            yield replace(days, clock=when.clock)

    def time(self, written: str) -> TimeSpan:
        """Read clock times. A Misread has what was meant in its details (``meant``)."""
        try:
            return self.dates.parse_time(written)
        except Misread as misread:
            misread.details["meant"] = meant_time(written, self.dates)
            raise

    def duration(self, written: str) -> Duration:
        """Read a duration. A Misread has what was meant in its details (``meant``)."""
        try:
            return self.dates.parse_duration(written)
        except Misread as misread:
            misread.details["meant"] = meant_duration(written, self.dates, self.phrases)
            raise


def _reading(info: ValidationInfo) -> Reading:
    """Get the validation context."""
    return cast(Reading, info.context)


def _when(value: Any, info: ValidationInfo) -> When:
    """Validate a date."""
    return value if isinstance(value, When) else _reading(info).when(value)


def _time(value: Any, info: ValidationInfo) -> TimeSpan:
    """Validate clock times."""
    return value if isinstance(value, TimeSpan) else _reading(info).time(value)


def _duration(value: Any, info: ValidationInfo) -> Duration:
    """Validate a duration."""
    return value if isinstance(value, Duration) else _reading(info).duration(value)


def _date(value: Any, info: ValidationInfo) -> When:
    """Validate a date that stands in a calendar, be it a month.

    Raises Misread: ``yearless-date`` for days without their year, ``not-a-date`` for other kinds.
    """
    when = _when(value, info)
    if when.kind in _NOT_IN_A_CALENDAR:
        raise Misread("not-a-date", value=value)
    if when.kind == "yearless" and when.length:
        raise Misread("yearless-date", value=value, meant="")
    return when


def _day(value: Any, info: ValidationInfo) -> When:
    """Validate one day whose year is known. Raises Misread ``not-one-day``."""
    return value if isinstance(value, When) else _reading(info).day(value)


def _names(value: Any) -> tuple[str, ...]:
    """Validate a list of names between commas."""
    if isinstance(value, tuple):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _ids(value: Any) -> tuple[str, ...]:
    """Validate a list of ids between commas."""
    return tuple(_id(name) for name in _names(value))


def _former_names(value: Any) -> tuple[str, ...]:
    """Validate former names of a page. Raises Misread ``not-an-address``."""
    names = _names(value)
    wrong = [name for name in names if not _is_address(name)] if isinstance(value, str) else []
    if wrong:
        raise Misread("not-an-address", value=", ".join(wrong))
    return tuple(name.removesuffix(".md") for name in names)


def _is_address(name: str) -> bool:
    """Tell whether a name can have been a page's address."""
    path = name.strip("/").removesuffix(".md")
    steps = path.split("/")
    try:
        for step in steps:
            check_name(step)
        check_path(path)
    except Misread:
        return False
    return all(re.fullmatch(r"[^\s#%]+", step) and step.strip(".") for step in steps)


def _id(value: str) -> str:
    """Validate an id. What is none stays as it was written: the graph, which knows all files, tells what was meant."""
    return value.removesuffix(".md") if is_id(value) else " ".join(value.split())


def _number(value: Any, info: ValidationInfo) -> int:
    """Validate a number. Raises Misread ``not-a-number``."""
    if isinstance(value, int):
        return value
    if not re.fullmatch(r"[0-9]{1,4}", value):
        digits = re.search(r"[0-9]{1,4}", value)
        words = _reading(info).phrases["dates"]["durations"]["numbers"]
        named = words.index(value.lower()) + 1 if value.lower() in words else 2
        raise Misread("not-a-number", value=value, right=digits[0] if digits else named)
    return int(value)


def _hue(value: Any) -> int:
    """Validate a hue. Raises Misread ``not-a-hue``."""
    if isinstance(value, int):
        return value
    if not re.fullmatch(r"[0-9]{1,3}", value) or int(value) > 360:
        raise Misread("not-a-hue", value=value)
    return int(value)


def _url(value: str) -> str:
    """Validate a web address. Raises Misread ``not-a-url``."""
    if scheme_of(value) not in {"http", "https"} or not is_web_address(value):
        raise Misread("not-a-url", value=value, meant=meant_address(value))
    return value


def _address_or_words(value: str) -> str:
    """Validate an address, or words that tell the same. Raises Misread ``not-a-url`` for a wrong address."""
    return _url(value) if re.search(_LIKE_ADDRESS, value) else value


def _reason(value: str | None, info: ValidationInfo) -> str | None:
    """Validate why something is cancelled; empty where no reason is given, None for «nei»."""
    if value is None:
        return None
    words = _reading(info).phrases["values"]
    said = value.lower().strip(" .!")
    return None if said == words["no"] else "" if said == words["yes"] else value


_NOT_IN_A_CALENDAR = {"after", "before", "recurring", "series", "open"}
"""Kinds of dates that are no place in a calendar."""
READERS_OF_IDS = (_ids, _id)
"""Functions that read ids; facts that are read by one of them name files."""


State = Literal["planned", "running", "completed"]
"""How far something has come."""
ListName = Literal["cohort_state", "gathering_type", "paper", "programme_type", "state"]
"""A closed list of the catalogue's ``values``."""


class OneOf:
    """Reads a word of a closed list, which stands in the catalogue's ``values``."""

    def __init__(self, name: ListName) -> None:
        self.name = name
        """Key of the list."""

    def words(self, phrases: Phrases) -> dict[str, str]:
        """Look the list up: key → word."""
        return phrases["values"][self.name]

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Give the key of a word. Raises Misread ``unknown-value``."""
        words = self.words(_reading(info).phrases)
        for key, word in words.items():
            if value.lower() == word:
                return key
        raise Misread("unknown-value", value=value, choices=list(words.values()))


class YesOrNo:
    """Reads the words for yes and no, which stand in the catalogue's ``values``."""

    def words(self, phrases: Phrases) -> dict[str, str]:
        """Look the words up, by the keys ``yes`` and ``no``."""
        return {"yes": phrases["values"]["yes"], "no": phrases["values"]["no"]}

    def __call__(self, value: Any, info: ValidationInfo) -> bool:
        """Tell whether a word is the one for yes. Raises Misread ``not-yes-or-no``."""
        if isinstance(value, bool):
            return value
        words = self.words(_reading(info).phrases)
        if value.lower() not in words.values():
            raise Misread("not-yes-or-no", value=value)
        return bool(value.lower() == words["yes"])


class MayBeEmpty:
    """Declares beside a fact's type that the fact says something without a value: ``avlyst:``."""


def may_be_empty(cls: type[BaseModel], attribute: str) -> bool:
    """Tell whether a fact says something without a value."""
    return any(isinstance(mark, MayBeEmpty) for mark in marks_of(cls.model_fields[attribute]))


def _written(pattern: str, **more: Any) -> WithJsonSchema:
    """Declare the JSON Schema of a value as it is written; «2» may come as a number, since YAML takes it for one."""
    return WithJsonSchema({"type": ["string", "number", "null"], "pattern": pattern, **more})


_NUMBER = ["integer", "string", "null"]
_WEB_ADDRESS = (
    r"^[Hh][Tt][Tt][Pp][Ss]?://(?:[^\s/?#@]*@)?(?:\[[0-9a-fA-F:.]+\]|[^\s/?#@:\[\]]+)"
    r"(?::(?:0*[1-9][0-9]{0,4})?)?(?:[/?#]\S*)?$"
)
_LIKE_ADDRESS = r"^\w+:\S|^[Ww]{3}\.|://"
"""Pattern of what is no words, but an address, right or wrong."""
_NAME = r"[^\s,/\\;|()\[\]&+]+"
WhenFact = Annotated[When, BeforeValidator(_when)]
DateFact = Annotated[When, BeforeValidator(_date)]
"""A day, several, or a period: something that stands in a calendar."""
DayFact = Annotated[When, BeforeValidator(_day)]
"""One day whose year is known."""
TimeFact = Annotated[TimeSpan, BeforeValidator(_time)]
DurationFact = Annotated[Duration, BeforeValidator(_duration)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
Ids = Annotated[tuple[str, ...], BeforeValidator(_ids), _written(rf"^[\s,]*(?:{_NAME}\s*(?:,[\s,]*|$))*$")]
"""Names of files; what they mean is declared beside it (``Refers``)."""
Id = Annotated[str, BeforeValidator(_id), _written(rf"^{_NAME}$")]
"""The name of one file; what it means is declared beside it (``Refers``)."""
FormerNames = Annotated[tuple[str, ...], BeforeValidator(_former_names)]
Flag = Annotated[bool, BeforeValidator(YesOrNo())]
Number = Annotated[int, BeforeValidator(_number), _written("^[0-9]{1,4}$", type=_NUMBER, minimum=0, maximum=9999)]
Hue = Annotated[
    int,
    BeforeValidator(_hue),
    _written("^(?:[0-9]{1,2}|[0-2][0-9]{2}|3[0-5][0-9]|360)$", type=_NUMBER, minimum=0, maximum=360),
]
Url = Annotated[str, BeforeValidator(_url), _written(_WEB_ADDRESS)]
AddressOrWords = Annotated[
    str, BeforeValidator(_address_or_words), _written(rf"^(?!.*(?:{_LIKE_ADDRESS}))|{_WEB_ADDRESS}")
]
"""A web address, or words where there is none: «hos lederen din»."""
Reason = Annotated[str | None, BeforeValidator(_reason), MayBeEmpty()]
"""Why something is cancelled: empty where no reason is given; None where it is not cancelled."""

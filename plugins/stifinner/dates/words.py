"""The words that dates are read by, and a form of dates that all languages share.

In a date's *plain form* each known word is a sign in angle brackets, and no white space stands around it: «tors. 15. og
fre. 16. oktober 2026» is ``<day3>15.&<day4>16.<month10>2026``. Days, periods, rules and clock times are all read from
it, so none of them knows a language.

Weekdays count from Monday, 0. One with an ending, «torsdager», is ``<Day3>``: it begins a rule, while ``<day3>`` alone
belongs to one day. «Til» is ``–``, «og» is ``&``, and words such as «den» and «på» are nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from ..language.phrases import LANGUAGES, read_words
from ..language.phrases.vocabulary import DateVocabulary
from .shown import month_numbers, weekday_numbers

_Sign = Literal[
    "week", "from", "or", "except", "clock", "times", "each", "other", "weekly", "monthly", "in_month", "last"
]
"""Keys of ``phrases/dates.yml`` whose words become signs of the same name."""
_SIGNS: tuple[_Sign, ...] = get_args(_Sign)
_Mark = Literal["until", "and", "nothing"]
"""Keys of ``phrases/dates.yml`` whose words become what stands in ``_MARKS``."""
_MARKS: Mapping[_Mark, str] = {"until": "–", "and": "&", "nothing": " "}


@dataclass(frozen=True)
class Vocabulary:
    """The words of all languages that dates may be written in, and patterns made of them."""

    words: DateVocabulary
    """What ``phrases/dates.yml`` says."""
    signs: Mapping[str, str]
    """Word in small letters → its sign in the plain form."""
    pattern: re.Pattern[str]
    """Any of the words, with or without a full stop."""
    endings: re.Pattern[str]
    """English endings of a day's number: «15th»."""

    def plain_form(self, written: str) -> str:
        """Write a date in its plain form. Words that are not known, or not in small letters, stay as they are."""
        # Only signs may have angle brackets.
        text = written.replace("<", "?").replace(">", "?")
        return _joined(self._with_signs(text))

    def _with_signs(self, text: str) -> str:
        """Put signs in place of words, and days in figures into one order."""
        # Days in figures come first, since any other hyphen is a dash: «12.-13. november». These two put in words, «kl»
        # and «week», which become signs below.
        text = _FIGURES.sub(_day_first, text)
        # «2026-w33»
        text = re.sub(r"\b(\d{4})-?w(\d{1,2})\b", r"week \2 \1", text)
        # «15th»
        text = self.endings.sub(".", text)
        # A weekday may be another word without its full stop: «to.» is Thursday, «to» is «til».
        return self.pattern.sub(lambda found: self.signs.get(found[0]) or self.signs[found[0].rstrip(".")], text)


def _joined(text: str) -> str:
    """Write a text with signs in it in one way where people write in several: spaces, dashes, commas and strokes.

    Each step relies on those before it, the first two above all: no other kind of dash and no space is left beside
    a sign.
    """
    text = re.sub(r"[-−—‑‒]", "–", text)
    text = re.sub(r"\s*(<\w+>|[–,&/().])\s*", r"\1", text)
    # «15., 16., og 22. oktober»
    text = re.sub(r",?&(?=[\d<])|&,", "&", text)
    # «Thursday, 15 October»
    text = re.sub(r"(<[dD]ay\d>),", r"\1", text)
    # «15 October, 2026»
    text = re.sub(r"(?<=[\d>.]),(\d{4})(?!\d)", r" \1", text)
    # Two days with a stroke between them are a span: «12./13. november», «12/13 november», «31.12.2026/1.1.2027».
    text = re.sub(r"(?<=\.)/|(?<=\d)/(?=\d{1,2}\.?<month)|(?<=\d{4})/(?=\d{1,2}\.)", "–", text)
    # Two months are two: «oktober/november 2026».
    text = re.sub(r"(?<=>)/(?=<month)", "&", text)
    # Words that are nothing, and the comma before a year, have left spaces behind.
    return re.sub(r"(?<=>) | (?=<)", "", re.sub(r"\s+", " ", text)).strip().removesuffix(".")


@cache
def vocabulary() -> Vocabulary:
    """Make the vocabulary, once."""
    words: DateVocabulary = read_words("dates.yml")
    signs = dict(_signs(words))
    # A word begins and ends beside whatever is no letter, so that «oktober» is found in «oktober2026» and «15.oktober».
    letter = r"[^\W\d_]"
    pattern = re.compile(rf"(?<!{letter})(?:{one_of(signs)})(?!{letter})\.?")
    endings = re.compile(rf"(?<=\d)(?:{one_of(words['endings'])})\b\.?")
    return Vocabulary(words, signs, pattern, endings)


def one_of(words: Iterable[str]) -> str:
    """Compose a pattern that matches any of the words, the longest first: «hver uke» before «hver»."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _signs(words: DateVocabulary) -> Iterator[tuple[str, str]]:
    """Pair each word with its sign; where a word comes twice, the later sign counts."""
    for language in LANGUAGES:
        for name, number in month_numbers(language).items():
            yield name, f"<month{number}>"
        for name, number in weekday_numbers(language).items():
            yield name, f"<day{number}>"
            yield f"{name}.", f"<day{number}>"
            yield from ((name + ending, f"<Day{number}>") for ending in words["many"])
    for number, names in words["months"].items():
        yield from ((name, f"<month{number}>") for name in names)
    for number, names in words["weekdays"].items():
        yield from ((name, f"<day{number}>") for name in names)
    for season, names in words["seasons"].items():
        yield from ((name, f"<{season}>") for name in names)
    for number, names in enumerate(words["ordinals"], start=1):
        yield from ((name, f"<nth{number}>") for name in names)
    for sign in _SIGNS:
        yield from ((word.rstrip("."), f"<{sign}>") for word in words[sign])
    # These come last, since a later sign counts: «to» and «on» are weekdays in nynorsk, but here only with a full stop.
    for mark, shown in _MARKS.items():
        yield from ((word.rstrip("."), shown) for word in words[mark])


_FIGURES = re.compile(
    r"\b(?P<year1>\d{4})(?P<sign>[-./])(?P<month1>\d{1,2})(?P=sign)(?P<day1>\d{1,2})(?:t|\s)?(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)?(?![\d:])"
    r"|\b(?P<year2>20[0-4]\d)(?P<month2>[01]\d)(?P<day2>[0-3]\d)\b"
    r"|\b(?P<day3>\d{1,2})-(?P<month3>\d{1,2})-(?P<year3>\d{4}|\d{2})\b"
    r"|\b(?P<day4>\d{1,2})/(?P<month4>\d{1,2})-(?P<year4>\d{4}|\d{2})\b"
)
"""Days in figures that begin with the year, or have a hyphen in them: «2026-10-15T09:00», «20261015», «15-10-2026» and
«15/10-26», in this order. Names of groups have figures, since a pattern may have each name but once.
"""


def _day_first(found: re.Match[str]) -> str:
    """Write a date in figures with full stops and the day first: «2026-10-15» → «15.10.2026»."""
    # «month2» → «month»; only the groups of one of the four forms have a text.
    parts = {name.rstrip("0123456789"): text for name, text in found.groupdict().items() if text}
    clock = f" kl {parts['clock'][:5].rstrip(':')}" if "clock" in parts else ""
    return f"{parts['day']}.{parts['month']}.{parts['year']}{clock}"

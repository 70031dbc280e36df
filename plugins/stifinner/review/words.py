"""The words that rules look for in a text, read from the catalogue, as regular expressions that are made once."""

import re
from collections.abc import Iterable
from functools import cached_property

from ..dates.shown import DateWords
from ..language.phrases import Phrases


class Words:
    """What rules look for in one language: each attribute is a pattern, or words of the catalogue."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases["review"]
        self.phrases = phrases
        # The catalogue's words for the review.
        self.review = words
        # Texts of links that say nothing: «her», «les mer».
        self.vague_links = frozenset(words["vague_links"])
        # Headings below which e-mail addresses and telephone numbers may stand.
        self.contact_headings = frozenset(words["contact_headings"])
        # Numbers as words → the number.
        self.numbers = {word: number for number, some in enumerate(words["numbers"], start=1) for word in some}
        self.shown = DateWords(phrases)
        # Names of months → 1–12.
        self.months = self.shown.month_numbers()
        number = rf"(?:{one_of(self.numbers)}|\d{{1,3}})"
        gatherings, days = (re.escape(words[name]) for name in ("gatherings", "days"))
        # «ni samlinger», «9 ledersamlinger».
        self.gatherings = _pattern(rf"\b(?P<count>{number})\s+(?P<what>\w*{gatherings})\b")
        # The words right before a count of all gatherings: «i alt».
        self.all_told = _pattern(rf"\b(?:{one_of(words['all_told'])})\s+(?:\w+\s+)?$")
        # «to samlinger à 2 dager», «2 x 2 dager».
        self.times_days = _pattern(
            rf"\b(?P<count>{number})\s+(?:\w*{gatherings}\s+)?(?:{one_of(words['times'])})\s+(?P<days>{number})\s+{days}\b"
        )
        over = one_of(words["spread_over"])
        # «ni samlinger fordelt på 14 dager».
        self.spread_days = _pattern(rf"\b{number}\s+\w*{gatherings}\s+(?:{over})\s+(?P<days>{number})\s+{days}\b")
        # «14 samlingsdager».
        self.gathering_days = _pattern(rf"\b(?P<days>{number})\s+{re.escape(words['gathering_days'])}\b")
        # «To dager» at the beginning of a text, unless it is no length: «to dager etter …».
        self.begins_with_days = _pattern(rf"^(?P<days>{number})\s+{days}\b(?!\s+(?:{one_of(words['not_a_length'])})\b)")
        months = one_of(self.months)
        # «12. november» in Norwegian, «12 November» or «12th November» in English.
        endings = phrases["dates"]["day_endings"]
        mark, space = (rf"(?:{one_of(endings)})?", r"\s+") if endings else (r"\.", r"\s*")
        before = rf"(?:\d{{1,2}}{mark}\s*(?:[–-]|\w{{1,3}})\s*)?"
        year = r"(?:\s+(?P<year>\d{4}))?"
        # Text of a pattern for a date with a day; of a span of days, its last day is read.
        self.date = rf"{before}(?P<day>\d{{1,2}}){mark}{space}(?P<month>{months})\.?{year}\b"
        # A day and a month.
        self.any_date = _pattern(rf"\b\d{{1,2}}{mark}{space}(?:{months})\b")
        weekdays = one_of(self.shown.weekdays())
        # A weekday with its date.
        self.weekday = _pattern(
            rf"\b(?P<weekday>{weekdays}),?\s+(?:{re.escape(phrases['dates']['the'])}\s+)?{self.date}"
        )
        # Words right before a date that say that it is the end of something.
        self.until = _pattern(rf"\b(?:{one_of(phrases['dates']['until'])})\s+$")
        # Text of a pattern for words between a gathering and its date: «holdes».
        self.held = one_of(words["held"])
        # Notes of an author to themselves: «TODO», «[sett inn bilde]».
        self.to_self = _pattern("|".join((_marks(words["to_self"]), _brackets(words["to_self_in_brackets"]))))

    @cached_property
    def schedules(self) -> frozenset[str]:
        """Headings, in small letters, below which dates of gatherings stand."""
        headings = self.phrases["headings"]
        return frozenset(headings[kind]["schedule"].lower() for kind in ("gathering", "cohort"))

    @cached_property
    def address_facts(self) -> frozenset[str]:
        """Words of facts whose value may be an address."""
        fields = self.phrases["fields"]["gathering"]
        return frozenset((fields["meeting_link"], fields["sign_up"]))

    @cached_property
    def contact_facts(self) -> frozenset[str]:
        """Words of facts that may say whom to ask."""
        fields = self.phrases["fields"]["gathering"]
        return frozenset((fields["contact"], fields["sign_up"]))

    def number(self, written: str) -> int:
        """Read a number that is written as a word or in figures: «to» and «2» are 2."""
        return int(written) if written.isdecimal() else self.numbers[written.lower()]


def one_of(words: Iterable[str]) -> str:
    """Give the text of a pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _marks(words: Iterable[str]) -> str:
    """Give the text of a pattern for any of the words, standing alone."""
    return rf"(?<!\w)(?:{one_of(words)})(?!\w)"


def _brackets(words: Iterable[str]) -> str:
    """Give the text of a pattern for brackets that begin with one of the words; a link's text does not count."""
    return rf"\((?:{one_of(words)})\b[^()]{{3,}}\)|\[(?:{one_of(words)})\b[^\[\]]{{3,}}\](?!\()"

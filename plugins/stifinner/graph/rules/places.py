"""Check words that nearly are the name of a place, and addresses beside places that have their own."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ...language.phrases import Phrases
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.item import Item
from ...model.kinds import name_of
from ...model.references import references_of
from ...model.schedule.places import PlaceWords
from ...problems.problem import ProblemList
from ...source.source_file import SourceFile
from ..former import formers_of
from ..known import parts_in
from ..names import key_of_name
from ..places import Places, beginnings

_ALIKE = 0.8
"""Ratio (0–1) from which two words are nearly the same."""
_SHORTEST = 4
"""Letters of a word that may be nearly another."""
_LONGEST = 120
"""Letters of a name; what is longer is no name of a place."""


class NearPlaces:
    """Finds the place that words nearly name."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._written: dict[str, dict[str, str]] = {}
        """Id of a programme → name, in the form in which names are compared → as it is to be written."""

    def find(self, programme: str, words: str) -> str:
        """Give what was probably meant: the name, and the room after it; empty where no name is near."""
        names = self._names(programme)
        for end in beginnings(words):
            said = key_of_name(words[:end])
            if names and len(said) <= _LONGEST and (near := _nearest(said, names)):
                return ", ".join(filter(None, (near, words[end + 1 :].strip())))
        key = key_of_name(words)
        for name, written in names.items():
            # A single word may begin the name of something else: «Storeneset skole».
            if " " in name and re.match(rf"{re.escape(name)}\W", key):
                return f"{written}, {words[len(name) :].strip(' ,;:–-()')}"
        return ""

    def _names(self, programme: str) -> dict[str, str]:
        if programme not in self._written:
            found: dict[str, str] = {}
            for place in self._places.in_programme(programme):
                former = (former.written.rpartition("/")[2] for former in formers_of(place))
                for name, written in (
                    (place.title, place.title),
                    (place.id, place.id),
                    *((one, place.id) for one in former),
                ):
                    found.setdefault(key_of_name(name), written)
            self._written[programme] = found
        return self._written[programme]


def _nearest(said: str, names: dict[str, str]) -> str:
    """Give the name that is nearly what was said; empty where none is."""
    near = [name for name in names if _are_alike(said, name)]
    return names[max(near, key=lambda name: SequenceMatcher(None, said, name).ratio())] if near else ""


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two names are the same but for a slip: word for word nearly the same, with the same numbers."""
    ones, others = re.findall(r"\w+", one), re.findall(r"\w+", other)
    if "".join(ones) == "".join(others):
        return True
    pairs = [(a, b) for a, b in zip(ones, others, strict=False) if a != b]
    return len(ones) == len(others) and all(_are_alike_words(a, b) for a, b in pairs)


def _are_alike_words(one: str, other: str) -> bool:
    """Tell whether two words differ in a letter or two; short ones, and numbers, are the same or not."""
    is_long = min(len(one), len(other)) >= _SHORTEST and not any(map(str.isdigit, one + other))
    return is_long and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def check_place_names(
    item: Item, near: NearPlaces, places: Places, source: SourceFile, phrases: Phrases, problems: ProblemList
) -> None:
    """Add advice for each place of an item whose words are nearly the name of a place, and mean none."""
    for line, words in _written_in(item, source, phrases):
        meant = "" if words.link or places.find(item.programme, words) else near.find(item.programme, words)
        if meant:
            excerpt = source.excerpt(line)
            column = excerpt.find(words) + 1
            suggestion = problems.suggestion(meant)
            problems.add(
                "near-place", item.path, line, column, excerpt=excerpt, value=str(words), suggestion=suggestion
            )


def check_place_addresses(
    item: Item, places: Places, source: SourceFile, phrases: Phrases, problems: ProblemList
) -> None:
    """Add advice for each address that is said beside a place whose own file has another, which is the one shown."""
    for line, words, address in _addresses_in(item, source, phrases):
        meant = places.find(item.programme, words)
        if meant is None or not meant.place.address or key_of_name(meant.place.address) == key_of_name(address):
            continue
        lines = range(line, len(source.lines) + 1)
        at = next((number for number in lines if address in source.excerpt(number)), line)
        excerpt, place = source.excerpt(at), meant.place
        details = {"value": address, "title": place.title, "address": place.address, "file": place.path}
        problems.add("address-of-place", item.path, at, excerpt.find(address) + 1, excerpt=excerpt, **details)


def _addresses_in(item: Item, source: SourceFile, phrases: Phrases) -> Iterator[tuple[int, PlaceWords, str]]:
    """Give each address that an item says, with the place that it is said with and a line at or above it."""
    if not isinstance(item, Gathering | Cohort):
        return
    if item.address:
        key = phrases["fields"][name_of(item)]["address"]
        yield next((fact.line for fact in source.facts if fact.key == key), 0), item.place, item.address
    for entry in item.schedule:
        usual = entry.says.place or item.place
        if entry.says.address:
            yield entry.line, usual, entry.says.address
        for date in (*entry.dates, *entry.changes):
            if date.says.address:
                yield date.line, date.place or date.says.place or usual, date.says.address


def _written_in(item: Item, source: SourceFile, phrases: Phrases) -> Iterator[tuple[int, PlaceWords]]:
    """Give the words of every place that an item says, each with its line."""
    for attribute, refers in references_of(type(item)):
        if refers.to != "place":
            continue
        key = phrases["fields"][name_of(item)].get(attribute, "")
        line = next((fact.line for fact in source.facts if fact.key == key), 0)
        for words in parts_in(getattr(item, attribute), refers):
            if isinstance(words, PlaceWords) and words:
                yield words.line or line, words

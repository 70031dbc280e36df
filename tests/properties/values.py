"""Facts of one file, written by how the model reads them: a new fact is drawn without being named here."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BeforeValidator

from properties import facts
from properties.plan import Chance, pool
from stifinner.files.shipped import THEME, pictures_in
from stifinner.language.guide import load_guide
from stifinner.model import scale, values
from stifinner.model.kinds import KINDS
from stifinner.model.references import references_of
from stifinner.model.values import OneOf


class Values:
    """Writes values for the facts of one file. They can be read, but for the quirks that the plan has."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._plan, self._place = chance.plan, chance.place
        self._phrases = chance.plan.phrases

    def facts(self) -> list[str]:
        """Some of the facts that the file may have, as lines."""
        found = []
        for attribute, word in self._phrases["fields"].get(self._place.kind, {}).items():
            if self._chance.once_in(self._chance.often) and (value := self._value(attribute)):
                found.append(f"{word}: {value}")
        return found

    def _value(self, attribute: str) -> str:
        for reader in _readers_of(self._place.kind, attribute):
            if isinstance(reader, OneOf):
                return str(self._chance.one(list(self._phrases["values"][reader.name].values())))
            if reader in _WRITERS:
                return str(_WRITERS[reader](self, attribute))
        return self._plain(attribute)

    def _plain(self, attribute: str) -> str:
        if attribute == "picture":
            return str(self._chance.one(sorted(pictures_in([THEME]))))
        if attribute == "mark":
            return str(self._chance.one(["", *self._plan.pictures()]))
        example = load_guide(self._plan.language)[self._place.kind].facts[attribute].example
        odd = self._chance.one(pool("odd_words")) if self._chance.quirk("letters") else ""
        return f"{self._chance.one((example, 'Læring', '1'))}{odd}"

    def _drawn(self, write: Callable[..., st.SearchStrategy[str]], *given: Any) -> str:
        """A value that can be read, or one that perhaps can't."""
        return str(self._chance.draw(write(*given, odd=self._chance.quirk("values"))))

    def _when(self, _: str) -> str:
        if self._chance.quirk("values"):
            return str(self._chance.draw(facts.odd_dates(self._phrases)))
        later = self._later("gathering") if self._place.kind == "gathering" else []
        return str(self._chance.draw(facts.dates(self._phrases, later)))

    def _day(self, _: str) -> str:
        write = facts.odd_dates if self._chance.quirk("values") else facts.days
        return str(self._chance.draw(write(self._phrases)))

    def _time(self, _: str) -> str:
        return self._drawn(facts.times)

    def _duration(self, _: str) -> str:
        return self._drawn(facts.durations, self._phrases)

    def _scale(self, _: str) -> str:
        return self._drawn(facts.scales, self._phrases)

    def _names(self, _: str) -> str:
        return ", ".join(self._chance.one(("Kyrkja", "Losby Gods", "AS & sønn")) for _ in self._chance.few(0, 3))

    def _ids(self, attribute: str) -> str:
        known = self._known(attribute)
        return ", ".join(dict.fromkeys(self._chance.one(known) for _ in self._chance.few(1, 3))) if known else ""

    def _id(self, attribute: str) -> str:
        known = self._known(attribute)
        return str(self._chance.one(known)) if known else ""

    def _known(self, attribute: str) -> list[str]:
        """Ids that a fact may mean; of its own kind only later ones, unless circles are wanted."""
        meant = dict(references_of(KINDS[self._place.kind].cls)).get(attribute)
        kind = meant.to if meant else self._place.kind
        known = [place.id for place in self._plan.of(kind, self._place.programme)]
        if kind == self._place.kind and not self._chance.quirk("circles"):
            known = self._later(kind)
        return [*known, "ukjent", "Å b", "../x.md"] if self._chance.quirk("values", 4) else known

    def _later(self, kind: str) -> list[str]:
        """Ids that come after its own, so that nothing goes in a circle."""
        return [place.id for place in self._plan.of(kind, self._place.programme) if place.id > self._place.id]

    def _former(self, _: str) -> str:
        own = f"{self._place.id}-{self._place.kind}"
        folder = posixpath.dirname(self._place.path)
        names = [f"før-{own}", f"{folder}/eldre-{own}".strip("/"), f"gammelt/{own}", f"borte-{own}.md"]
        if self._chance.quirk("names"):
            names = [*pool("odd_formers"), "x" * 300, "/".join(["lang"] * 90), *self._plan.attachments]
            names += [place.path for place in self._plan.places]
        return str(self._chance.one(names))

    def _flag(self, _: str) -> str:
        words = self._phrases["values"]
        return str(words["yes"] if self._chance.once_in(4) else words["no"])

    def _number(self, _: str) -> str:
        return str(self._chance.draw(st.integers(0, 9999 if self._chance.quirk("values") else 20)))

    def _hue(self, _: str) -> str:
        return str(self._chance.draw(st.integers(0, 400 if self._chance.quirk("values") else 360)))

    def _url(self, _: str) -> str:
        return str(self._chance.one(pool("addresses")))


@cache
def _readers_of(kind: str, attribute: str) -> tuple[Any, ...]:
    """What reads a fact: functions and closed lists."""
    field = KINDS[kind].cls.model_fields[attribute]
    return (*_readers(field.annotation), *(one.func for one in field.metadata if isinstance(one, BeforeValidator)))


def _readers(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        if isinstance(part, BeforeValidator):
            yield part.func
        else:
            yield from _readers(part)


_WRITERS: Mapping[Any, Callable[[Values, str], str]] = {
    reader: write
    for alias, write in (
        (values.WhenFact, Values._when),
        (values.DateFact, Values._day),
        (values.DayFact, Values._day),
        (values.AddressOrWords, Values._url),
        (values.TimeFact, Values._time),
        (values.DurationFact, Values._duration),
        (values.Names, Values._names),
        (values.Ids, Values._ids),
        (values.Id, Values._id),
        (values.FormerNames, Values._former),
        (values.Flag, Values._flag),
        (values.Number, Values._number),
        (values.Hue, Values._hue),
        (values.Url, Values._url),
        (scale.ScaleFact, Values._scale),
    )
    for reader in _readers(alias)
}
"""What reads a fact → what writes one."""

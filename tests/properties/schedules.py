"""Writes the dates of gatherings: a date and a place, several to choose from, rules, and what is below them."""

from collections.abc import Callable, Iterator

from properties import facts
from properties.plan import Chance, Place

_CHANGES = ("cancelled", "told", "moved_from", "place_before")


class Schedules:
    """Writes the section «Datoer» of one file. ``way``: gives the link that leads to a path from there."""

    def __init__(self, chance: Chance, way: Callable[[str], str]) -> None:
        self._chance, self._way = chance, way
        self._phrases = chance.plan.phrases
        self._forms = self._phrases["values"]["schedule"]
        self._fields = self._phrases["fields"]["gathering"]

    def of_cohort(self) -> str:
        """Points that each begin with a link to a gathering; where there is none, nothing."""
        gatherings, cohorts = (
            self._chance.plan.of(kind, self._chance.place.programme) for kind in ("gathering", "cohort")
        )
        lines: list[str] = []
        for gathering in gatherings:
            head = f"- [{gathering.id}]({self._way(gathering.path)})"
            match self._chance.one(range(6)):
                case 0:
                    lines.append(head)
                case 1:
                    lines.append(f"{head}: {self._forms['absent'][0]}")
                case 2 if others := [one for one in cohorts if one != self._chance.place]:
                    lines.append(f"{head}: {self._forms['shared'][0]} {self._link(self._chance.one(others))}")
                case _:
                    first, *below = self._dates()
                    lines += [f"{head}: {first}", *below]
        return "\n".join(lines)

    def of_gathering(self) -> str:
        """One point, or now and then another, which is told."""
        points = ["\n".join([f"- {first}", *below]) for first, *below in [self._dates()]]
        return "\n".join(points * 2 if self._chance.quirk("values", 3) else points)

    def _link(self, place: Place) -> str:
        return f"[{place.id}]({self._way(place.path)})"

    def _dates(self) -> list[str]:
        """What stands in place of a date, and the lines below it."""
        match self._chance.one(range(4)):
            case 0:
                form = self._chance.one((*self._forms["choice"], *self._forms["parts"]))
                least = 1 if self._chance.quirk("values", 3) else 2
                dates = [line for _ in self._chance.few(least, 3) for line in self._date("  ")]
                return [form, *self._facts("  "), *dates]
            case 1:
                first, *below = self._date("")
                return [first.removeprefix("- "), *below]
            case _:
                return [self._chance.draw(facts.days(self._phrases)), *self._facts("  ")]

    def _date(self, indent: str) -> Iterator[str]:
        """A date with its place, and its facts."""
        place = self._chance.one(("", ", Losby", ", Torggata 5, 2. etasje", ", [sal](https://example.org/x)"))
        yield f"{indent}- {self._chance.draw(facts.days(self._phrases))}{place}"
        yield from self._facts(f"{indent}  ")

    def _facts(self, indent: str) -> Iterator[str]:
        """Some facts."""
        if self._chance.once_in(3):
            yield f"{indent}- {self._fields['bring']}: {self._chance.one(('penn', '**penn** og papir', 'x'))}"
        for attribute in _CHANGES if self._chance.once_in(3) else ():
            if self._chance.once_in(2):
                day = self._chance.draw(facts.days(self._phrases))
                value = {"cancelled": self._chance.one(("", "storm")), "place_before": "Losby"}.get(attribute, day)
                yield f"{indent}- {self._fields[attribute]}: {value}".rstrip()

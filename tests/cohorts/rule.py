"""Cases of the rule of what is next, in a short notation (``rule.yml``)."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cohorts.reckoning import Next, Stop
from yaml_files import read_yaml

_TIME = re.compile(r"(?P<off>!?)(?P<begin>[\dT:-]+)/(?P<end>[\dT:-]+)")
_ANSWER = re.compile(r"(?P<state>\w+)(?: (?P<index>\d+)(?::(?P<time>\d+))?)?(?P<last>, last)?(?:, told (?P<told>\S+))?")


@dataclass(frozen=True)
class Case:
    """Some stops at a moment."""

    name: str
    stops: list[Stop]
    now: str
    next: Next
    told: list[tuple[int, int]]

    def __str__(self) -> str:
        return f"{self.name}, {self.now}"


def stop_of(text: str) -> Stop:
    """«choice 2026-11-03T17:00/2026-11-03T19:00 !2026-11-10/2026-11-10» as a stop."""
    form, *times = text.split()
    held = [_TIME.fullmatch(one).groupdict() for one in times]
    if form == "month":
        return {"form": "once", "span": {"first": held[0]["begin"], "last": held[0]["end"]}}
    if form == "undated":
        return {"form": "once"}
    read = [{"begin": one["begin"], "end": one["end"]} | ({"cancelled": ""} if one["off"] else {}) for one in held]
    return {"form": "once", "work": True, "times": read} if form == "work" else {"form": form, "times": read}


def _case(written: dict[str, Any], now: str, answer: str) -> Case:
    said = _ANSWER.fullmatch(answer).groupdict()
    index = -1 if said["index"] is None else int(said["index"])
    time = -1 if said["time"] is None else int(said["time"])
    told = [tuple(int(number) for number in said["told"].split(":"))] if said["told"] else []
    found = Next(index, said["state"], time, last=bool(said["last"]))
    return Case(written["name"], [stop_of(one) for one in written["stops"]], now, found, told)


CASES = [
    _case(written, str(now), answer)
    for written in read_yaml(Path(__file__).with_name("rule.yml"))
    for now, answer in written["next"].items()
]
"""Each case at each of its moments."""

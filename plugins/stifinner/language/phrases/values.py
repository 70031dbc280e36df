"""The catalogue's ``values``: words that facts may consist of."""

from typing import TypedDict


class StepWords(TypedDict):
    """A step of the usual scale."""

    word: str
    meaning: str
    letter: str


class ScaleWords(TypedDict):
    """How a sheet's scale is written: what marks a step, and the steps of the usual one."""

    traffic_light: str
    best: str
    weak: list[str]
    shapes: dict[str, str]
    colours: dict[str, str]
    steps: list[StepWords]


class ScheduleWords(TypedDict):
    """What may stand in place of a date; the first words of each list are the usual ones."""

    choice: list[str]
    parts: list[str]
    shared: list[str]
    absent: list[str]
    changed: list[str]
    """What became of a date, as one says it."""
    new_day: list[str]
    """What one may say before the day to which something was moved."""
    split: list[str]
    """What one may say of a date that became several."""


class Values(TypedDict):
    """Words that facts may consist of; closed lists are key → word."""

    gathering_type: dict[str, str]
    programme_type: dict[str, str]
    paper: dict[str, str]
    scale: ScaleWords
    state: dict[str, str]
    cohort_state: dict[str, str]
    yes: str
    no: str
    coming: str
    recommended: str
    supports: str
    part_of: str
    schedule: ScheduleWords

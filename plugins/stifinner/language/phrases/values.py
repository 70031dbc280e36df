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


class Values(TypedDict):
    """Words that facts may consist of; closed lists are key → word."""

    gathering_type: dict[str, str]
    programme_type: dict[str, str]
    paper: dict[str, str]
    scale: ScaleWords
    state: dict[str, str]
    yes: str
    no: str
    coming: str
    recommended: str
    supports: str
    part_of: str

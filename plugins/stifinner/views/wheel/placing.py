"""Where marks stand on the rings of a year's wheel, so that none lies over another.

A wheel is a programme year, from 1 August to 31 July. Angles are degrees clockwise from the top, where January begins;
each month has thirty of them. A turn is the same counted from the seam between July and August, so that a later day has
a greater one. Lengths are in units of the picture.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, degrees

MONTH = 30.0
"""Degrees of a month."""
SEAM = 210.0
"""The angle at which a year begins and ends."""
FARTHEST = 7.0
"""Degrees that a mark may stand beside its day, at most: a week."""
_FIRST_MONTH = 8
_HAIR = 1e-6
"""Degrees that nobody sees."""
_OUTERMOST, _INNERMOST = 313.0, 111.0
"""The rings lie between these distances from the middle."""
_LARGEST, _LARGEST_NUMBER = 37.0, 20.0
"""Radii of the room of a mark and of the disc of its number, at most."""


def year_of(day: date) -> int:
    """Give the year in which the programme year of a day begins."""
    return day.year if day.month >= _FIRST_MONTH else day.year - 1


def turn_of(day: date, part: float = 0.5) -> float:
    """Give the turn of a moment in a day. ``part``: how much of the day has gone, from 0 to 1."""
    months = (day.month - _FIRST_MONTH) % 12
    return MONTH * (months + (day.day - 1 + part) / monthrange(day.year, day.month)[1])


def angle_of(turn: float) -> float:
    """Give the angle of a turn."""
    return (turn + SEAM) % 360


@dataclass(frozen=True)
class RingRoom:
    """The room of a ring: how large its marks are, and how far from the middle they stand."""

    radius: float
    """From the middle of the wheel to the middle of each mark; the ring is drawn here."""
    room: float
    """Radius of all that a mark takes, with its corners, its copies and a second outline."""
    number_radius: float
    """From the middle of the wheel to the middle of each disc with a number."""
    number_room: float
    """Radius of such a disc."""

    @property
    def apart(self) -> float:
        """Degrees from one mark to the next, at least: neither marks nor numbers touch."""
        mark = degrees(2 * asin(self.room / self.radius))
        return max(mark, degrees(2 * asin(self.number_room / self.number_radius)))


def room_of(ring: int, rings: int) -> RingRoom:
    """Measure the room of a ring, counted from the outermost, 0, of so many."""
    band = (_OUTERMOST - _INNERMOST) / rings
    number = min(_LARGEST_NUMBER, band * 0.17)
    room = min(_LARGEST, band / 2 - number)
    # What is not needed is left free on both sides.
    outer = _OUTERMOST - ring * band - (band / 2 - room - number) / 2
    return RingRoom(outer - room, room, outer - 2 * room - number, number)


@dataclass(frozen=True)
class Place:
    """Where one mark stands, or several that are joined into one."""

    turn: float
    members: tuple[int, ...]
    """The numbers of what stands there, in order of time."""


def place_marks(turns: Sequence[float], apart: float) -> tuple[Place, ...]:
    """Place marks on a ring, each at its own turn or no more than ``FARTHEST`` beside it.

    Those that are alone on both sides of the seam give each other half of their room, which may be a little more.

    ``turns``: where each wants to stand, in order; ``apart``: degrees from one to the next, at least. Where there is no
    room for all, those nearest to each other are joined.
    """
    if (len(turns) + 1) * apart > 360:
        # So many in a year have their months for places, and only what is left is to be spread.
        groups = _joined(turns, lambda one, other: int(one // MONTH) == int(other // MONTH))
    else:
        groups = [[index] for index in range(len(turns))]
    while True:
        wishes = [(turns[group[0]] + turns[group[-1]]) / 2 for group in groups]
        if len(groups) * apart > 360:
            pair = _nearest(wishes, range(1, len(wishes)))
        else:
            placed = _spread(wishes, apart)
            tight = [placed[index] - placed[index - 1] < apart + _HAIR for index in range(1, len(placed))]
            too_far = [abs(turn - wish) > FARTHEST for turn, wish in zip(placed, wishes, strict=True)]
            crowded = _crowded(tight, too_far)
            if not crowded:
                return tuple(Place(turn, tuple(group)) for turn, group in zip(placed, groups, strict=True))
            pair = _nearest(wishes, crowded)
        groups[pair - 1 : pair + 1] = [groups[pair - 1] + groups[pair]]


def place_by_month(turns: Sequence[float]) -> tuple[Place, ...]:
    """Join all marks of each month, and place them in its middle."""
    groups = _joined(turns, lambda one, other: int(one // MONTH) == int(other // MONTH))
    return tuple(Place(MONTH * (turns[group[0]] // MONTH + 0.5), tuple(group)) for group in groups)


def _joined(turns: Sequence[float], belong: Callable[[float, float], bool]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, turn in enumerate(turns):
        if groups and belong(turns[groups[-1][0]], turn):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _nearest(wishes: Sequence[float], seconds: Sequence[int]) -> int:
    """Find the second of the two neighbours that are nearest to each other; ``seconds``: those in question."""
    return min(seconds, key=lambda index: (wishes[index] - wishes[index - 1], index))


def _crowded(tight: Sequence[bool], too_far: Sequence[bool]) -> list[int]:
    """Find the marks that stand as close as they may to the one before, in a row in which one is too far from its day.

    ``tight``: for each but the first, whether it stands so close.
    """
    crowded: list[int] = []
    row: list[int] = []
    is_far = bool(too_far) and too_far[0]
    for index, far in enumerate(too_far[1:], start=1):
        if not tight[index - 1]:
            crowded += row if is_far else []
            row, is_far = [], far
            continue
        row.append(index)
        is_far = is_far or far
    return crowded + (row if is_far else [])


def _spread(wishes: Sequence[float], apart: float) -> list[float]:
    """Move marks as little as possible so that they stand apart, across the seam too.

    This is isotonic regression by pooling neighbours that violate the order: those whose wishes overlap form a pool,
    which stands where the mean of their wishes is.
    """
    if not wishes:
        return []
    pools: list[tuple[float, int]] = []
    for index, wish in enumerate(wishes):
        total, count = wish - index * apart, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            earlier = pools.pop()
            total, count = total + earlier[0], count + earlier[1]
        pools.append((total, count))
    # What is left between the last and the first, across the seam, is shared by both.
    slack = wishes[0] + 360 - wishes[-1] - apart
    least, most = wishes[0] - slack / 2, wishes[-1] + slack / 2 - (len(wishes) - 1) * apart
    levels = [min(max(total / count, least), most) for total, count in pools for _ in range(count)]
    return [level + index * apart for index, level in enumerate(levels)]

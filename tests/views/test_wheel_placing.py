"""Where marks stand on a wheel's rings: at their days, never over each other, joined where there is no room."""

from datetime import date
from itertools import pairwise
from math import cos, dist, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stifinner.views.wheel.placing import (
    FARTHEST,
    Place,
    RingRoom,
    angle_of,
    place_by_month,
    place_marks,
    room_of,
    turn_of,
    year_of,
)

RINGS = [(ring, rings) for rings in (1, 2, 3) for ring in range(rings)]
DAYS = st.dates(date(2026, 8, 1), date(2027, 7, 31))
NEAR = st.dates(date(2026, 10, 1), date(2026, 10, 20))
ENDS = st.sampled_from([date(2026, 8, 1), date(2026, 8, 2), date(2027, 7, 30), date(2027, 7, 31)])


@pytest.mark.parametrize(
    ("day", "part", "angle"),
    [
        (date(2027, 1, 1), 0, 0),
        (date(2027, 1, 31), 1, 30),
        (date(2028, 2, 15), 0.5, 45),
        (date(2027, 4, 1), 0, 90),
        (date(2027, 7, 31), 1, 210),
        (date(2026, 8, 1), 0, 210),
        (date(2026, 10, 1), 0, 270),
        (date(2026, 12, 31), 0.5, 359.516129),
    ],
)
def test_january_begins_on_top_and_each_month_has_thirty_degrees(day: date, part: float, angle: float):
    assert angle_of(turn_of(day, part)) == pytest.approx(angle)


def test_a_year_begins_in_august():
    assert [year_of(date(2027, month, 1)) for month in range(1, 13)] == [2026] * 7 + [2027] * 5


@pytest.mark.parametrize(
    ("turns", "places"),
    [
        ([], []),
        ([10.0], [(10.0, (0,))]),
        ([10.0, 40.0], [(10.0, (0,)), (40.0, (1,))]),
        # Eight degrees too near: both give way by four.
        ([100.0, 112.0], [(96.0, (0,)), (116.0, (1,))]),
        # They would have to stand ten degrees beside their days: joined, halfway.
        ([100.0, 100.0], [(100.0, (0, 1))]),
        ([100.0, 103.0, 130.0], [(101.5, (0, 1)), (130.0, (2,))]),
        # The nearest two of a crowd are joined first, and that is enough.
        ([100.0, 110.0, 113.0, 130.0], [(93.83, (0,)), (113.83, (1, 2)), (133.83, (3,))]),
        # Across the seam.
        ([1.0, 357.0], [(9.0, (0,)), (349.0, (1,))]),
    ],
)
def test_marks_give_way_or_are_joined(turns: list[float], places: list[tuple[float, tuple[int, ...]]]):
    placed = [(round(place.turn, 2), place.members) for place in place_marks(turns, 20.0)]
    assert placed == places


def test_more_than_a_ring_holds_are_joined_by_month():
    turns = [float(turn) for turn in range(0, 360, 5)]
    assert place_marks(turns, 20.0) == tuple(
        Place(month * 30 + 12.5, tuple(range(month * 6, month * 6 + 6))) for month in range(12)
    )


def test_months_are_counted_in_their_middle():
    assert place_by_month([1.0, 29.0, 30.0, 359.0]) == (Place(15.0, (0, 1)), Place(45.0, (2,)), Place(345.0, (3,)))


@pytest.mark.parametrize(("ring", "rings"), RINGS)
def test_rings_lie_beside_each_other_inside_the_months_and_outside_the_hub(ring: int, rings: int):
    room = room_of(ring, rings)
    outer, inner = room.radius + room.room, room.number_radius - room.number_room
    beyond = room_of(ring - 1, rings).number_radius - room_of(ring - 1, rings).number_room if ring else 316
    assert 104 < inner < outer <= beyond
    assert room.radius - room.room == pytest.approx(room.number_radius + room.number_room)


def circles(room: RingRoom, place: Place) -> list[tuple[float, float, float]]:
    """All that a mark takes: its own circle, and that of its number."""
    turn = radians(place.turn)
    parts = ((room.radius, room.room), (room.number_radius, room.number_room))
    return [(radius * sin(turn), radius * cos(turn), size) for radius, size in parts]


@given(
    days=st.lists(st.one_of(DAYS, NEAR, ENDS), max_size=60),
    ring=st.sampled_from(RINGS),
)
def test_no_two_marks_overlap_whatever_the_dates(days: list[date], ring: tuple[int, int]):
    turns, room = sorted(map(turn_of, days)), room_of(*ring)
    places = place_marks(turns, room.apart)
    assert [member for place in places for member in place.members] == list(range(len(turns)))
    for place in places:
        wish = (turns[place.members[0]] + turns[place.members[-1]]) / 2
        assert abs(place.turn - wish) <= max(FARTHEST, room.apart / 2) + 1e-6
    for one, other in pairwise([*places, *places[:1]]) if len(places) > 1 else ():
        for x, y, size in circles(room, one):
            for other_x, other_y, other_size in circles(room, other):
                assert dist((x, y), (other_x, other_y)) >= size + other_size - 1e-6

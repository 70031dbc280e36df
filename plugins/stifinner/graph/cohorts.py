"""The order of a programme's cohorts in time. Their files' names say nothing of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from ..model.cohort import Cohort
from .order import LAST, natural
from .stops import Stop

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def order_cohorts(cohorts: Sequence[Cohort], ways: Mapping[str, Sequence[Stop]]) -> tuple[Cohort, ...]:
    """Sort cohorts by their first day whose year is known; the others by «rekkefølge», then by the year in their title.

    Those others stand among the rest by the year in their title, and last without one. ``ways``: id of a cohort → its
    stops.
    """
    begins = {cohort.id: begin for cohort in cohorts if (begin := _first_day(cohort, ways[cohort.id]))}
    undated = sorted((cohort for cohort in cohorts if cohort.id not in begins), key=_by_order)
    reached = date.min
    for cohort in undated:
        # None of them stands before one that comes before it in their own order.
        reached = begins[cohort.id] = max(reached, _year_of(cohort) or date.max)
    place = {cohort.id: index for index, cohort in enumerate(undated)}
    return tuple(
        sorted(cohorts, key=lambda one: (begins[one.id], place.get(one.id, -1), natural(one.title), natural(one.id)))
    )


def _first_day(cohort: Cohort, way: Sequence[Stop]) -> date | None:
    """Give the first day of a cohort's own dates; None where no year is known."""
    return min((stop.start for stop in way if stop.start and cohort in stop.cohorts), default=None)


def _by_order(cohort: Cohort) -> tuple[int, date, object]:
    order = cohort.order if cohort.order is not None else LAST
    return order, _year_of(cohort) or date.max, natural(cohort.title)


def _year_of(cohort: Cohort) -> date | None:
    """Give the first day of the year in a cohort's title; None without one."""
    found = _YEAR.search(cohort.title)
    return date(int(found[0]), 1, 1) if found else None

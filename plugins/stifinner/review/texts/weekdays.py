"""Weekdays in the text that are not those of their dates."""

from datetime import date

from ...problems.problem import ProblemList
from ..reviewed import ReviewedFile
from ..words import Words


def check_weekdays(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Add a problem for each date with the wrong weekday: «mandag 1. november 2022» was a Tuesday."""
    for number, line in file.shown:
        for found in words.weekday.finditer(line):
            try:
                day = date(int(found["year"] or 0), words.months[found["month"].lower()], int(found["day"]))
            except ValueError:
                continue
            right = words.shown.weekday(day)
            if right.lower() != found["weekday"].lower():
                details = {"written": words.shown.show_day(day), "weekday": found["weekday"].lower(), "right": right}
                excerpt = file.source.excerpt(number)
                problems.add("weekday-in-text", file.path, number, found.start() + 1, excerpt=excerpt, **details)

"""Days that the tests look at the sample portal from, and what can truly be said of a date on such a day."""

from datetime import UTC, date, datetime

from stifinner.language.phrases import load_phrases

WORDS = load_phrases("nb")["words"]
CLOCK = WORDS["clock"]
NO_YEAR = load_phrases("nb")["dates"]["year_unknown"]

AUTUMN_2022 = datetime(2022, 10, 20, 10, tzinfo=UTC)
"""*Trygge fagfolk* has had both kick-offs; the next gathering is twelve days ahead."""
LATE_2026 = datetime(2026, 11, 22, 10, tzinfo=UTC)
"""The real programmes lie years back or have no dates; *Broen over* has not begun."""
SPRING_2027 = datetime(2027, 4, 20, 10, tzinfo=UTC)
"""In the middle of *Broen over*."""
AFTER_ALL = datetime(2028, 9, 1, 10, tzinfo=UTC)
"""Every known date is past."""

DAYS = {"2022": AUTUMN_2022, "2026": LATE_2026, "2027": SPRING_2027, "2028": AFTER_ALL}


def how_far(start: str, end: str, today: date, known: str = "day") -> str:
    """What is true of a date today, in the portal's words; empty where nothing can be said."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    ahead = (first - today).days
    if last < today:
        return CLOCK["done"]
    if ahead <= 0:
        return "" if known == "month" else CLOCK["today" if start == end else "running"]
    if ahead >= 730:
        return CLOCK["in_years"].format(n=round(ahead / 365.25))
    if ahead >= 60:
        return CLOCK["in_months"].format(n=round(ahead / 30.44))
    if known == "month":
        return ""
    return CLOCK["tomorrow"] if ahead == 1 else CLOCK["in_days"].format(n=ahead)

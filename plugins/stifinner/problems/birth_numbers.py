"""Norwegian birth numbers: found by their control digits, and masked wherever a text is shown to somebody."""

import re
from collections.abc import Iterator

_GAP = r"[^\S\n]?[.\-–]?[^\S\n]?"
_ELEVEN = re.compile(rf"(?<!\d)(?=(\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}\d{{3}}{_GAP}\d\d)(?!\d))")
"""Eleven digits as people write them: together, with a gap before the last five, or with the date in parts."""
_ENOUGH = re.compile(r"(?:\D*+\d){11}")
"""Matches a text with eleven digits; without them there is nothing to look for."""
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
"""Weights of the digits in the first control sum; ``_SECOND`` has those of the second."""
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_HIDDEN = "•"


def find_birth_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find each birth number's begin and end in a text. D-numbers count, and numbers made for tests."""
    end = 0
    for found in _ELEVEN.finditer(text):
        begin = found.start(1)
        if begin >= end and is_birth_number(re.sub(r"\D", "", found[1])):
            end = found.end(1)
            yield begin, end


def is_birth_number(digits: str) -> bool:
    """Tell whether eleven digits begin with a day and a month and have both control digits right."""
    numbers = [int(digit) for digit in digits]
    day, month = int(digits[:2]), int(digits[2:4])
    # 40 is added to the day of a D-number, and 40, 65 or 80 to the month of numbers lent or made for tests.
    is_date = 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - added <= 12 for added in (0, 40, 65, 80))
    return is_date and _divides(_FIRST, numbers) and _divides(_SECOND, numbers)


def mask_birth_numbers(text: str) -> str:
    """Replace the digits of every birth number by dots; the text keeps its length, so that columns stay right."""
    if not _ENOUGH.match(text):
        return text
    for begin, end in find_birth_numbers(text):
        text = text[:begin] + re.sub(r"\d", _HIDDEN, text[begin:end]) + text[end:]
    return text


def _divides(weights: tuple[int, ...], numbers: list[int]) -> bool:
    """Tell whether eleven divides the weighted sum of the numbers."""
    return sum(weight * number for weight, number in zip(weights, numbers, strict=False)) % 11 == 0

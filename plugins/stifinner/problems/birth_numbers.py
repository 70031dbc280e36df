"""Norwegian birth numbers: found by their control digits, and masked wherever text is shown to somebody."""

import re
from collections.abc import Iterator

_GAP = r"[^\S\n]?[.\-–]?[^\S\n]?"
_ELEVEN = re.compile(rf"(?<!\d)(?=(\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}\d{{3}}{_GAP}\d\d)(?!\d))")
"""Eleven digits as people write them: in one, after a space or hyphen, or with the date in parts."""
_ENOUGH = re.compile(r"(?:\D*+\d){11}")
"""Without eleven digits, there is nothing to look for."""
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_HIDDEN = "•"


def find_birth_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where each birth number begins and ends. D-numbers count, and made-up ones that look just like real ones."""
    end = 0
    for found in _ELEVEN.finditer(text):
        begin = found.start(1)
        if begin >= end and is_birth_number(re.sub(r"\D", "", found[1])):
            end = found.end(1)
            yield begin, end


def is_birth_number(digits: str) -> bool:
    """Whether eleven digits begin with a day and a month and have both control digits right."""
    numbers = [int(digit) for digit in digits]
    day, month = int(digits[:2]), int(digits[2:4])
    # 40 is added to the day of a D-number, and 40, 65 or 80 to the month of numbers lent or made for tests.
    is_date = 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - added <= 12 for added in (0, 40, 65, 80))
    return is_date and _divides(_FIRST, numbers) and _divides(_SECOND, numbers)


def mask_birth_numbers(text: str) -> str:
    """The text with every birth number's digits hidden; as long as it was, so that columns stay right."""
    if not _ENOUGH.match(text):
        return text
    for begin, end in find_birth_numbers(text):
        text = text[:begin] + re.sub(r"\d", _HIDDEN, text[begin:end]) + text[end:]
    return text


def _divides(weights: tuple[int, ...], numbers: list[int]) -> bool:
    return sum(weight * number for weight, number in zip(weights, numbers, strict=False)) % 11 == 0

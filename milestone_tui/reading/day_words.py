"""Which day the words of a date field name, when they name one beyond doubt (docs/dialects.md R4)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_LEAD = r"^[^\w]*"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_ISO = re.compile(_LEAD + r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_CJK = re.compile(_LEAD + r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*日)?")
_MDY = re.compile(_LEAD + r"(?:\w{3,9}day,?\s+)?" + _MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b")
_DMY = re.compile(_LEAD + r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+" + _MONTH + r",?\s+(?P<y>\d{4})\b")
_NUMERIC = re.compile(_LEAD + r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})\b")
_YEAR_MONTH = re.compile(_LEAD + r"(?P<y>\d{4})-(?P<m>\d{2})(?![\d-])")
_MONTH_YEAR = re.compile(_LEAD + r"(?:(?:early|mid|late|end of)[- ])?" + _MONTH + r",?\s+(?P<y>\d{4})\b", re.IGNORECASE)
_QUARTER = re.compile(_LEAD + r"(?:Q(?P<q>[1-4])[\s/-]*(?P<y>\d{4})|(?P<y2>\d{4})[\s/-]*Q(?P<q2>[1-4]))\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def day_of(raw: str) -> tuple[date | None, date | None]:
    """The day that `raw` begins with, and for a month or a quarter instead its last day; (None, None) for anything else."""
    text = raw.strip()
    if not any(character.isdigit() for character in text):
        return None, None
    for pattern in (_ISO, _MDY, _DMY):
        found = pattern.match(text)
        if found:
            part = found.groupdict()
            month = int(part["m"]) if part.get("m") else _MONTHS.get((part.get("name") or "").lower(), 0)
            return _valid(int(part["y"]), month, int(part["d"])), None
    found = _CJK.match(text)
    if found:
        year, month = int(found["y"]), int(found["m"])
        return (_valid(year, month, int(found["d"])), None) if found["d"] else (None, _month_end(year, month))
    found = _NUMERIC.match(text)
    if found:
        return _undecided(int(found["a"]), int(found["b"]), int(found["y"])), None
    return None, _period_end(text)


def stretch_of(raw: str) -> tuple[int, int] | None:
    """Where in `raw` the day, the month or the quarter stands that `day_of` reads; None when it reads none."""
    if not any(day_of(raw)):
        return None
    text, before = raw.strip(), len(raw) - len(raw.lstrip())
    for pattern in (_ISO, _MDY, _DMY, _CJK, _NUMERIC, _YEAR_MONTH, _QUARTER, _MONTH_YEAR):
        found = pattern.match(text)
        if found:
            lead = re.match(r"\W*", text)
            start = found.start("name") if pattern is _MDY else lead.end() if lead else 0
            return before + start, before + found.end()
    return None


def _undecided(first: int, second: int, year: int) -> date | None:
    """Day and month in either order count only when one of them cannot be a month, or when both orders agree."""
    if first > 12:
        return _valid(year, second, first)
    if second > 12:
        return _valid(year, first, second)
    return _valid(year, first, second) if first == second else None


def _period_end(text: str) -> date | None:
    found = _YEAR_MONTH.match(text)
    if found:
        return _month_end(int(found["y"]), int(found["m"]))
    found = _QUARTER.match(text)
    if found:
        return _month_end(int(found["y"] or found["y2"]), 3 * int(found["q"] or found["q2"]))
    found = _MONTH_YEAR.match(text)
    if found and found["name"].lower() in _MONTHS:
        return _month_end(int(found["y"]), _MONTHS[found["name"].lower()])
    return None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    first_of_next = _valid(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1) if first_of_next and 1 <= month <= 12 else None


_RANGE = re.compile(r"(?<!\s)\s*(?:→|–|—|〜|~|\bto\b|\bbis\b|\s-\s|至|到)\s*")


def range_of(raw: str) -> tuple[tuple[date | None, date | None], tuple[date | None, date | None]] | None:
    """For `2025-03-03 → 2025-05-30` the two ends, each as `day_of` gives it; None when it is no range of dates."""
    parts = _RANGE.split(raw.strip(), maxsplit=1)
    if len(parts) != 2:
        return None
    first, last = day_of(parts[0]), day_of(parts[1])
    return (first, last) if any(first) and any(last) else None

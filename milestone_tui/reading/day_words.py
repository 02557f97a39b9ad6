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


_STRUCK = re.compile(r"~~.+?~~")
_MOVED = re.compile(
    r"(?:→|->|=>|(?<!not )(?<!be )\b(?:moved|rescheduled|postponed|deferred|delayed|pushed(?: back| out)?|slipped|shifted|changed"
    r"|extended)\s+(?:to|until)\b|\bnow\b)[\s:*_]*",
    re.IGNORECASE,
)
_OPEN_AGAIN = re.compile(r"\W*(?:t\.?b\.?[ad]\b|\?|unknown\b)", re.IGNORECASE)
_PLAIN_DAY = 10
"""Characters of a day alone."""
_FAR = 200
"""Characters of a value in which another day is looked for."""


@lru_cache(maxsize=8192)
def day_of(raw: str) -> tuple[date | None, date | None]:
    """The day that `raw` begins with, and for a month or a quarter instead its last day; (None, None) for anything else.

    Struck words are withdrawn, and of a day that was moved (`→`, `moved to`) the last one counts.
    """
    text = raw.strip()
    if not any(character.isdigit() for character in text):
        return None, None
    return _read(_standing(text)[0])


def _standing(text: str) -> tuple[str, int]:
    """The words from the day on that still stands, with spaces for those that are struck, and where in `text` they begin."""
    if len(text) <= _PLAIN_DAY:
        return text, 0
    if "~~" in text:
        text = _STRUCK.sub(lambda struck: " " * len(struck[0]), text)
    at = 0
    for moved in _MOVED.finditer(text, 0, _FAR):
        behind = text[moved.end() : moved.end() + _FAR]
        if any(_read(behind)) or _OPEN_AGAIN.match(behind):
            at = moved.end()
    return text[at:], at


def _read(text: str) -> tuple[date | None, date | None]:
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
    text, at = _standing(raw.strip())
    before = len(raw) - len(raw.lstrip()) + at
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


_RANGE = re.compile(
    r"(?<!\s)\s*(?:→|–|—|〜|~|\bto\b|\bbis\b|\buntil\b|\bthrough\b|\.\.+|\s-\s|\s/\s|(?<=-\d\d)[-/](?=\d{4}-)|至|到)\s*"
)
_WEEKDAY = re.compile(r"[\W\d]*+(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*+[\W\d]*+)?", re.IGNORECASE)
"""What may stand between the first day of a range and the word for its end."""
_CUT_SHORT = re.compile(r"(?:\s+(?:to|until|through|bis)\s+|\s*(?:至|到|〜)\s*|[-–—])\d")
"""Behind a day: a range whose end is no whole date."""


def range_of(raw: str) -> tuple[tuple[date | None, date | None], tuple[date | None, date | None]] | None:
    """For `2025-03-03 → 2025-05-30` the two ends, each as `day_of` gives it; None when it is no range of dates."""
    parts = _RANGE.split(_STRUCK.sub("", raw).strip(), maxsplit=1)
    if len(parts) != 2:
        return None
    first, last = day_of(parts[0]), day_of(parts[1])
    return (first, last) if any(first) and any(last) else None


@lru_cache(maxsize=8192)
def last_day_of(raw: str) -> tuple[date | None, date | None]:
    """As `day_of`, for a day until which something lasts: of a range its end; nothing when that is not said as a date."""
    if len(raw) <= _PLAIN_DAY or not is_range(raw):
        return day_of(raw)
    span = range_of(_standing(raw.strip())[0])
    return span[1] if span else (None, None)


def is_range(raw: str) -> bool:
    """Whether `raw` states a range of days rather than one; an arrow from an old day to a new one is none."""
    words = _standing(raw.strip())[0]
    place, until = stretch_of(words), _RANGE.search(words)
    if place is None:
        return False
    whole = until is not None and range_of(words) is not None and _WEEKDAY.fullmatch(words, place[1], until.start())
    return bool(whole) or _CUT_SHORT.match(words, place[1]) is not None

"""Percentages and amounts of work or time in words (docs/dialects.md R4)."""

from __future__ import annotations

import re
from functools import lru_cache

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*%")
_BARE = re.compile(r"^\D{0,3}?(\d{1,3}(?:\.\d+)?)$")
_UNITS = {
    unit: name
    for name, units in {
        "hours": "h|hr|hrs|hour|hours|小时|時間|ч|stunden|std",
        "days": "d|day|days|天|日|tage|дней",
        "weeks": "w|wk|wks|week|weeks|周|週|wochen",
        "months": "mo|month|months|个月",
        "minutes": "min|mins|minute|minutes|分钟",
        "person_weeks": "person-weeks|person-week|person weeks|pw|人周",
        "person_days": "person-days|person-day|人日|人天",
        "points": "pt|pts|point|points|sp|story points|story point",
        "tokens": "tokens|k tokens",
    }.items()
    for unit in units.split("|")
}
_AMOUNT = re.compile(
    r"^[^\w]*(?P<low>\d{1,15}(?:\.\d+)?)(?:\s*(?:-|–|—|to|~)\s*(?P<high>\d{1,15}(?:\.\d+)?))?\s*"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})(?![A-Za-z])",
    re.IGNORECASE,
)


def percent_of(raw: str, *, bare: bool = True) -> float | None:
    """The percentage (0 to 100) in a progress field: `33%`, or with `bare` a number alone; None otherwise."""
    found = _PERCENT.search(raw) or (_BARE.match(raw.strip()) if bare else None)
    if not found:
        return None
    value = float(found[1])
    return value if value <= 100 else None


@lru_cache(maxsize=4096)
def amount_of(raw: str, unit: str = "") -> tuple[float | None, float | None, str]:
    """Low and high end and unit of an amount such as `4-6 hours`; a bare number takes `unit`. (None, None, "") for prose."""
    found = _AMOUNT.match(raw)
    named = _UNITS.get(found["unit"].lower()) if found else None  # ignoring case, `ſ` is an `s` to the expression
    if found and named:
        low = float(found["low"])
        return low, float(found["high"] or low), named
    bare = re.match(r"^(\d{1,15}(?:\.\d+)?)$", raw.strip())
    if bare and unit:
        return float(bare[1]), float(bare[1]), unit
    return None, None, ""

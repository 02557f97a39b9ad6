"""What people type for a value that has one already: `+1d`, `fri`, `+10`. Made absolute before an edit is made of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from milestone_tui.reading.day_words import day_of

_STEP = re.compile(r"(?P<sign>[+-])\s*(?P<number>\d{1,4})\s*(?P<unit>d|days?|w|weeks?|m|mo|months?|y|years?)$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER_STEP = re.compile(r"(?P<sign>[+-])\s*(?P<number>\d{1,6}(?:\.\d+)?)\s*%?$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LEAST_LETTERS = 2
DAY_KEYS = "write it as YYYY-MM-DD, +3d, +2w, -1m, today, tomorrow or fri"


def day_meant(said: str, seen: date | None, today: date) -> date | None:
    """The day that the words mean; None when they mean none.

    A step goes from the day that stands there, or from today where none does. A weekday is the next one after today.
    """
    words = " ".join(said.split()).casefold()
    step = _STEP.match(words)
    try:
        if step:
            count = int(step["number"]) * (-1 if step["sign"] == "-" else 1)
            return _stepped(seen or today, count, step["unit"][0])
        near = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
        if words in near:
            return today + timedelta(days=near[words])
        for number, name in enumerate(_WEEKDAYS):
            if len(words) >= _LEAST_LETTERS and name.startswith(words):
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    except (ValueError, OverflowError):
        return None
    return day_of(said)[0]


def number_meant(said: str, seen: str) -> str | None:
    """The text in which the number of `seen` is raised or lowered by a step such as `+10`; None when `said` is no step.

    Nothing goes below zero.
    """
    step = _NUMBER_STEP.match(said.strip())
    found = _NUMBER.search(seen)
    if step is None:
        return None
    value = float(step["number"]) * (-1 if step["sign"] == "-" else 1) + (float(found[0]) if found else 0)
    text = f"{max(0.0, value):g}"
    return seen[: found.start()] + text + seen[found.end() :] if found else text


def _stepped(day: date, count: int, unit: str) -> date:
    if unit in "dw":
        return day + timedelta(days=count * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)

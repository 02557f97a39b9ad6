"""Days from Monday to Friday as numbers in a row, so that durations can be added to them."""

from __future__ import annotations

from datetime import date


def number_of(day: date) -> int:
    """The number of a working day; a Saturday or a Sunday counts as the Monday after it."""
    return _number(day.toordinal())


def number_after(day: date) -> int:
    """The number of the working day that comes next after `day` is over."""
    return _number(day.toordinal() + 1)


def day_of_number(number: int) -> date:
    """The working day with that number; what lies beyond the calendar is told as the end of it."""
    week, weekday = divmod(number, 5)
    return date.fromordinal(min(max(7 * week + weekday, 0), date.max.toordinal() - 1) + 1)


def working_days(first: date, last: date) -> int:
    """How many working days there are from `first` to `last`, both counted; 0 when `last` comes before."""
    return max(0, number_after(last) - number_of(first))


def _number(ordinal: int) -> int:
    week, weekday = divmod(ordinal - 1, 7)
    return 5 * week + min(weekday, 5)

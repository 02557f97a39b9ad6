"""Days as columns: five scales, the labels above them, and where to begin so that something is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from milestone_tui.views.days import day_words

ZOOMS = ("day", "week", "month", "narrow month", "quarter")
"""From near to far."""
_SCALE = {"day": (3, 1), "week": (1, 1), "month": (2, 7), "narrow month": (1, 7), "quarter": (1, 14)}
"""So many cells for so many days."""
BEFORE_TODAY = 4
"""Where not everything has room, today stands at one part of so many, or farther to the right when nothing comes after."""


class Axis(NamedTuple):
    """A stretch of time in cells."""

    zoom: str
    first: date
    """The day of the leftmost cell."""
    cells: int

    def cell(self, day: date) -> int:
        """The cell in which a day begins; below 0 or beyond the last one when it is not in sight."""
        return self._cell((day - self.first).days)

    def cell_after(self, day: date) -> int:
        """The cell in which the day after `day` begins; there need be no such day in the calendar."""
        return self._cell((day - self.first).days + 1)

    def _cell(self, days_from_first: int) -> int:
        number, days = _SCALE[self.zoom]
        return days_from_first * number // days

    def stretch(self, start: date, finish: date) -> tuple[int, int]:
        """The first cell of a stretch of days and the one after its last; at least one cell."""
        first = self.cell(start)
        return first, max(self.cell_after(finish), first + 1)


def axis(days: Iterable[date], today: date, cells: int, zoom: str = "", offset: int = 0) -> Axis:
    """An axis of `cells` over `days`; without a `zoom` the nearest that shows them all, and today.

    `offset` moves it by so many cells into the future.
    """
    seen = sorted({*days, today})
    for each in (zoom,) if zoom in ZOOMS else ZOOMS[1:]:
        first = _monday(seen[0])
        found = Axis(each, first, cells)
        if found.cell_after(seen[-1]) <= cells:
            break
        number, length = _SCALE[each]
        found = Axis(each, _monday(today - timedelta(days=cells * length // number // BEFORE_TODAY)), cells)
        empty = (cells - found.cell_after(seen[-1])) * length // number
        found = found._replace(first=_monday(_shifted(found.first, -max(empty - 6 - length, 0))))
    number, length = _SCALE[found.zoom]
    return found._replace(first=_shifted(found.first, offset * length // number))


def labels(axis: Axis) -> tuple[str, str]:
    """Two lines of `axis.cells` cells: years or months, and below them the days, weeks, months or quarters."""
    finer, coarser = _TICKS[axis.zoom]
    return _line(axis, coarser), _line(axis, finer)


def _line(axis: Axis, kind: str) -> str:
    """Each label where its stretch begins, if there is room up to the next; the stretch at the left end is named there."""
    out = ""
    days = _days(axis, kind)
    for number, day in enumerate(days):
        cell, text = max(axis.cell(day), 0), _WORDS[kind](day)
        after = min(axis.cell(days[number + 1]) if number + 1 < len(days) else axis.cells, axis.cells)
        crowded = cell < len(out) + (1 if out else 0)
        gap = 1 if number + 1 < len(days) and len(text) > 1 else 0
        if not crowded and len(text) + gap <= after - cell:
            out += " " * (cell - len(out)) + text
    return out.ljust(axis.cells)[: axis.cells]


def _days(axis: Axis, kind: str) -> list[date]:
    """The beginnings of the stretches in sight, the one that reaches into sight first."""
    out: list[date] = []
    for day in _beginnings(axis.first, kind):
        if axis.cell(day) >= axis.cells:
            break
        out.append(day)
    return out


def _beginnings(first: date, kind: str) -> Iterator[date]:
    day = {
        "day": first,
        "week": _monday(first),
        "month": first.replace(day=1),
        "quarter": first.replace(month=(first.month - 1) // 3 * 3 + 1, day=1),
        "year": first.replace(month=1, day=1),
    }[kind]
    months = {"month": 1, "quarter": 3, "year": 12}.get(kind, 0)
    while day.year < date.max.year - 1:
        yield day
        if months:
            number = day.year * 12 + day.month - 1 + months
            day = date(number // 12, number % 12 + 1, 1)
        else:
            day += timedelta(days=7 if kind == "week" else 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _shifted(day: date, days: int) -> date:
    """Moved by so many days, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 366), date.max.toordinal() - 366 * 50))


_TICKS = {
    "day": ("day", "month"),
    "week": ("week", "month"),
    "month": ("month", "year"),
    "narrow month": ("month", "year"),
    "quarter": ("quarter", "year"),
}
_WORDS: dict[str, Callable[[date], str]] = {
    "day": lambda day: str(day.day),
    "week": lambda day: day_words(day, day),
    "month": lambda day: day_words(day, day).split()[1],
    "quarter": lambda day: f"Q{(day.month + 2) // 3}",
    "year": lambda day: str(day.year),
}

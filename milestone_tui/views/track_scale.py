"""How near the time axis is when nobody says: so that everything has room, or most where a few lie far away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.views.time_axis import ZOOMS, Axis, axis

MOST = 0.75
"""Of what is open; the few that end far away would make all others too short to be read."""
_LEAST = ZOOMS.index("month")
"""For most of them no nearer than months."""


class Stretch(NamedTuple):
    """The days that are drawn in one row."""

    stated: tuple[date, ...]
    """Start, target and checkpoints, as files have them."""
    computed: tuple[date, ...]
    end: date | None
    """Its last day, or the one that is known."""
    open: bool
    """Neither completed nor cancelled."""

    @property
    def days(self) -> tuple[date, ...]:
        """All of them."""
        return self.stated + self.computed


def fitting_axis(rows: Sequence[Stretch], today: date, cells: int, zoom: str = "", offset: int = 0) -> Axis:
    """An axis of `cells`; without a `zoom` the nearest for all days and today, or else for all stated ones.

    Where that is farther than the one in which most open rows end in sight, it is this one; what lies outside is said to.
    """
    drawn = _ends(day for row in rows for day in row.days)
    stated = _ends(day for row in rows for day in row.stated)
    still = [row for row in rows if row.open] or list(rows)
    if not zoom:
        most = next((at for at in range(_LEAST, len(ZOOMS)) if _share(still, today, cells, ZOOMS[at]) >= MOST), len(ZOOMS) - 1)
        found = (_nearest(days, today, cells) for days in (drawn, stated))
        zoom = ZOOMS[next((at for at in found if at is not None and at <= most), most)]
    for days in (drawn, stated):
        if _in_sight(days, today, cells, zoom):
            return axis(days, today, cells, zoom, offset)
    return axis(_ends(day for row in still for day in row.days), today, cells, zoom, offset)


def _ends(days: Iterable[date]) -> tuple[date, ...]:
    """The first and the last: an axis knows no others, and sorting thousands takes its time."""
    found = list(days)
    return (min(found), max(found)) if found else ()


def _nearest(days: Sequence[date], today: date, cells: int) -> int | None:
    """The number of the nearest scale, from weeks on, that shows all the days and today."""
    return next((at for at in range(1, len(ZOOMS)) if _in_sight(days, today, cells, ZOOMS[at])), None)


def _in_sight(days: Sequence[date], today: date, cells: int, zoom: str) -> bool:
    found = axis(days, today, cells, zoom)
    seen = (*days, today)
    return found.cell(min(seen)) >= 0 and found.cell_after(max(seen)) <= cells


def _share(rows: Sequence[Stretch], today: date, cells: int, zoom: str) -> float:
    """Which part of the rows ends in sight, 0 to 1; without any, 1."""
    found = axis(_ends(day for row in rows for day in row.days), today, cells, zoom)
    ends = [0 <= found.cell(row.end) < cells for row in rows if row.end]
    return sum(ends) / len(ends) if ends else 1

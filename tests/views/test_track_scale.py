"""The time axis takes the scale in which everything that is stated has room, unless a few days far away would spoil it."""

from __future__ import annotations

from datetime import date, timedelta

from milestone_tui.views.time_axis import Axis
from milestone_tui.views.track_scale import Stretch, fitting_axis

TODAY = date(2026, 11, 23)
"""A Monday."""


def after(weeks: int) -> date:
    return TODAY + timedelta(weeks=weeks)


def row(*weeks: int, computed: tuple[int, ...] = (), over: bool = False) -> Stretch:
    """Days so many weeks from today."""
    days = tuple(map(after, weeks))
    return Stretch(days, tuple(map(after, computed)), max((*days, *map(after, computed)), default=None), not over)


def seen(axis: Axis, weeks: int) -> bool:
    return 0 <= axis.cell(after(weeks)) < axis.cells


def test_a_lone_target_a_lone_start_and_a_checkpoint_belong_to_everything() -> None:
    """At 60 cells, two a week: 20 weeks and six more have room."""
    for lone in (row(20), row(-20), row(-20, over=True)):
        found = fitting_axis([row(0, 4), row(1, 5), row(2, 6), row(1, 3), lone], TODAY, 60)
        assert found.zoom == "month"
        assert all(seen(found, weeks) for each in ((0, 6), (20 if lone.stated[0] > TODAY else -20,)) for weeks in each)


def test_computed_days_give_way_where_they_alone_need_a_farther_scale() -> None:
    """Stated are 20 weeks, with room at two cells a week. One computed day of six lies 110 weeks away: a cell for two weeks."""
    stated = [row(0, 20) for _ in range(5)]
    found = fitting_axis([*stated, row(0, computed=(110,))], TODAY, 60)
    assert found.zoom == "month"
    assert seen(found, 20)
    assert not seen(found, 110)
    assert found.first == TODAY


def test_one_far_day_does_not_make_all_others_too_short() -> None:
    """All have room at a farther scale than most need: they stay at months, and today in sight."""
    for far in (39, 110):
        found = fitting_axis([row(0, 10), row(2, 12), row(4, 14), row(0, 20), row(far)], TODAY, 60)
        assert found.zoom == "month"
        assert seen(found, 0)
        assert not seen(found, far)


def test_a_scale_that_is_asked_for_is_taken() -> None:
    assert fitting_axis([row(0, 200)], TODAY, 60, "day").zoom == "day"
    assert fitting_axis([], TODAY, 60).zoom == "week"

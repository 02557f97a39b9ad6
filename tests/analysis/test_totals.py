"""Sums over a project, and the straight line to a target."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.analysis.expected import expected_percent
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from tests.factories import TODAY, milestone, project


def test_totals_count_boxes_of_all_that_is_not_cancelled() -> None:
    lantern = project(
        milestone("M01", status="completed", boxes=(10, 10)),
        milestone("M02", status="active", boxes=(5, 10), target=date(2026, 11, 1)),
        milestone("M03", status="cancelled", boxes=(0, 50)),
        milestone("M04"),
    )
    sums = totals(lantern, standings(lantern, TODAY))
    assert sums.milestones == 4
    assert sums.by_state == {"completed": 1, "active": 1, "cancelled": 1, "unknown": 1}
    assert (sums.boxes.done, sums.boxes.total, sums.percent) == (15, 20, 75.0)
    assert (sums.uncounted, sums.late, sums.blocked, sums.disagreeing) == (1, 1, 0, 0)


def test_nothing_to_count_has_no_percentage() -> None:
    empty = project(milestone("M01"))
    assert totals(empty, standings(empty, TODAY)).percent is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 2, 28), 0.0),
        (date(2026, 3, 1), 0.0),
        (date(2026, 3, 6), 50.0),
        (date(2026, 3, 11), 100.0),
        (date(2026, 4, 1), 100.0),
    ],
)
def test_expected_is_a_straight_line(today: date, expected: float) -> None:
    assert expected_percent(date(2026, 3, 1), date(2026, 3, 11), today) == expected


def test_expected_is_unknown_without_both_ends() -> None:
    assert expected_percent(None, TODAY, TODAY) is None
    assert expected_percent(TODAY, None, TODAY) is None

"""Days stand in their cells at every scale, below labels that have room; an axis begins where something is to be seen."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.views.time_axis import Axis, axis, labels

TODAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(("zoom", "cell"), [("day", 21), ("week", 7), ("month", 2), ("narrow month", 1), ("quarter", 0)])
def test_a_week_is_so_many_cells_at_each_scale(zoom: str, cell: int) -> None:
    assert Axis(zoom, TODAY, 100).cell(date(2026, 11, 30)) == cell


def test_labels_of_each_scale() -> None:
    assert [line.rstrip() for line in labels(Axis("week", TODAY, 28))] == ["Nov     Dec", "23 Nov 30 Nov 7 Dec  14 Dec"]
    assert [line.rstrip() for line in labels(Axis("day", TODAY, 15))] == ["Nov", "23 24 25 26 27"]
    assert [line.rstrip() for line in labels(Axis("month", TODAY, 30))] == ["2026       2027", "  Dec      Jan      Feb"]
    assert labels(Axis("narrow month", TODAY, 30))[1].rstrip() == " Dec Jan  Feb Mar Apr May  Jun"
    assert labels(Axis("quarter", date(2026, 10, 1), 26))[1].rstrip() == "Q4    Q1     Q2    Q3"


def test_the_axis_takes_the_nearest_scale_that_shows_everything_and_pans() -> None:
    near = axis([date(2026, 11, 25), date(2026, 12, 20)], TODAY, 60)
    assert (near.zoom, near.first) == ("week", TODAY)
    far = axis([date(2026, 11, 25), date(2027, 3, 20)], TODAY, 60)
    assert far.zoom == "month"
    assert axis([date(2026, 11, 25), date(2027, 3, 20)], TODAY, 60, offset=2).first == date(2026, 11, 30)
    assert axis([], TODAY, 10, offset=-(10**7)).cells == 10


def test_what_is_all_over_leaves_no_empty_room_behind_today() -> None:
    past = axis([date(2015, 1, 5), date(2026, 10, 1)], TODAY, 60, "month")
    assert 50 <= past.cell(TODAY) < 60
    ahead = axis([date(2015, 1, 5), date(2040, 10, 1)], TODAY, 60, "month")
    assert 13 <= ahead.cell(TODAY) <= 17

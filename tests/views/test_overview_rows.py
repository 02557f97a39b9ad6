"""The overview's rows, their order, and the columns that have room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.model.contents import Contents
from milestone_tui.model.plan import Checkpoint
from milestone_tui.views.columns import drawn_row, fitted, heading_line, widest
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.header_row import header_line
from milestone_tui.views.lines import plain, width_of
from milestone_tui.views.ordering import FILTERS, ORDERS, ordered
from milestone_tui.views.overview_rows import OVERVIEW_COLUMNS, checkpoint_piece, next_checkpoint, overview_row, totals_line
from tests.factories import TODAY, depends, milestone, project, stated

SIGNS = glyphs()
NOTHING = Contents((), (), (), (), (), (), (), (), (), (), (), None, ())
LATE = milestone("M2", status="active", target=TODAY - timedelta(days=3), boxes=(1, 4))
BLOCKED = milestone("M3", status="planned", dependencies=(depends("M2"),), boxes=(0, 2))
DISAGREES = milestone("M4", status="completed", boxes=(1, 3))
UNKNOWN = milestone("M1")
DONE = milestone("M5", status="completed", boxes=(3, 3), risk_level=stated("high"))
ALL = project(UNKNOWN, LATE, BLOCKED, DISAGREES, DONE)
STANDINGS = standings(ALL, TODAY)


def checkpoint(percent: float | None, day: date | None = None, reached: bool | None = None) -> Checkpoint:
    return Checkpoint(percent, day, "", "", reached, 7)


def test_late_blocked_and_disagreeing_come_first() -> None:
    assert [each.id for each in ordered(ALL.milestones, STANDINGS, "attention")] == ["M2", "M3", "M4", "M1", "M5"]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_every_milestone_once(order: str) -> None:
    assert sorted(each.id for each in ordered(ALL.milestones, STANDINGS, order)) == ["M1", "M2", "M3", "M4", "M5"]


def test_filters_count_what_they_name() -> None:
    counts = {name: sum(passes(each) for each in STANDINGS.values()) for name, (_, passes) in FILTERS.items()}
    assert counts["all"] == 5
    assert (counts["late"], counts["blocked"], counts["disagree"], counts["completed"], counts["unknown"]) == (1, 1, 1, 2, 1)


@pytest.mark.parametrize("width", [1, 10, 20, 38, 60, 78, 96, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_row_is_never_wider_than_the_screen(width: int, ascii_only: bool) -> None:
    signs = glyphs(ascii_only)
    rows = [overview_row(each, STANDINGS[each.key], None, "", TODAY, signs) for each in ALL.milestones]
    widths = fitted(OVERVIEW_COLUMNS, widest(OVERVIEW_COLUMNS, rows), width)
    for row in rows:
        drawn = drawn_row(OVERVIEW_COLUMNS, row, widths, "title", signs.ellipsis)
        assert width_of(drawn.line) <= max(width, 24)
        assert drawn.hot <= width_of(drawn.line)
        assert not ascii_only or plain(drawn.line).isascii()
    assert width_of(heading_line(OVERVIEW_COLUMNS, widths, signs.ellipsis)) <= max(width, 24)


def test_columns_drop_out_by_priority() -> None:
    rows = [overview_row(each, STANDINGS[each.key], None, checkpoint(50, TODAY), TODAY, SIGNS) for each in ALL.milestones]
    wanted = widest(OVERVIEW_COLUMNS, rows)
    assert set(fitted(OVERVIEW_COLUMNS, wanted, 300)) == {column.name for column in OVERVIEW_COLUMNS}
    narrow = fitted(OVERVIEW_COLUMNS, wanted, 48)
    assert {"id", "title", "percent"} <= set(narrow)
    assert not {"count", "checkpoint"} & set(narrow)


def test_unknown_is_a_dash() -> None:
    row = overview_row(UNKNOWN, STANDINGS[UNKNOWN.key], None, None, TODAY, SIGNS)
    cells = dict(zip((column.name for column in OVERVIEW_COLUMNS), (plain(cell) for cell in row.cells), strict=True))
    unknown = ("percent", "count", "status", "target", "checkpoint", "risk")
    assert {name: cells[name] for name in unknown} == dict.fromkeys(unknown, "–")
    assert cells["bar"] == ""


def test_the_next_checkpoint_is_the_first_that_is_not_reached() -> None:
    contents = NOTHING._replace(checkpoints=(checkpoint(25), checkpoint(50, reached=True), checkpoint(75), checkpoint(100)))
    half = milestone("M6", status="active", boxes=(5, 10))
    standing = standings(project(half), TODAY)[half.key]
    found = next_checkpoint(half, standing, contents)
    assert found is not None
    assert found.percent == 75
    assert next_checkpoint(half, standing, NOTHING) is None


def test_a_checkpoint_whose_day_is_past_is_marked() -> None:
    assert checkpoint_piece(checkpoint(50, TODAY - timedelta(days=1)), TODAY, SIGNS) == ("! 50 % 20 Nov", "late")
    assert checkpoint_piece(checkpoint(75, TODAY + timedelta(days=1)), TODAY, SIGNS) == ("◇ 75 % 22 Nov", "")
    assert checkpoint_piece(None, TODAY, SIGNS) == ("–", "dim")


def test_the_short_totals_count_those_without_a_status_too() -> None:
    sums = totals(ALL, STANDINGS)
    assert plain(totals_line(sums, "", 0, 24, SIGNS)) == "✓ 2  ▶ 1  ○ 1  – 1"


@pytest.mark.parametrize("width", [1, 5, 20, 40, 80, 120, 200])
def test_header_and_totals_fit(width: int) -> None:
    sums = totals(ALL, STANDINGS)
    for ascii_only in (False, True):
        signs = glyphs(ascii_only)
        assert width_of(header_line("A rather long name of a project", sums, "live", width, signs)) <= width
        assert width_of(totals_line(sums, "M2 30 Nov", 4, width, signs)) <= width
    if width >= 80:
        line = plain(header_line("Aurora", sums, "live", width, SIGNS))
        assert "1 late" in line
        assert "42 %" in line

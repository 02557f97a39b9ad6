"""Checkpoints, reviews and targets by day, checked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.analysis.ladder import by_day, ladders
from milestone_tui.analysis.standing import standings
from milestone_tui.model.contents import NO_CONTENTS, Contents
from milestone_tui.model.plan import Checkpoint, Review
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.ladder_rows import drawn_ladder, ladder_rows, panel_lines, totals_line
from milestone_tui.views.lines import plain
from tests.factories import TODAY, dated, milestone, project, stated

PLAN = milestone(
    "M1", status="active", boxes=(6, 10), dates=(dated("start", date(2026, 11, 1)), dated("target", date(2026, 12, 1)))
)
CONTENTS: Contents = NO_CONTENTS._replace(
    checkpoints=(
        Checkpoint(25.0, date(2026, 11, 5), "", "a slice", None, 5),
        Checkpoint(50.0, date(2026, 11, 25), "", "half", None, 6),
        Checkpoint(75.0, date(2026, 11, 20), "", "most", None, 7),
        Checkpoint(100.0, None, "", "all", None, 8),
        Checkpoint(10.0, date(2026, 11, 2), "", "said so", False, 9),
    ),
    reviews=(Review("Planning", date(2026, 11, 3), "", 11), Review("Closing", date(2026, 12, 2), "", 12)),
)
FOUND = ladders([(PLAN, CONTENTS)], standings(project(PLAN), TODAY), TODAY)


def test_what_is_counted_decides_what_is_met_and_the_day_what_is_missed() -> None:
    """60 % are ticked: 50 is met before its day, 25 reached on a day that nobody states, 75 is a day late, 10 says itself that
    it was not reached, 100 has no day."""
    states = {rung.percent: rung.state for rung in FOUND[0].rungs if rung.kind == "checkpoint"}
    assert states == {25.0: "reached", 50.0: "met", 75.0: "missed", 100.0: "undated", 10.0: "missed"}


@pytest.mark.parametrize(
    ("completed", "state", "late"),
    [(date(2026, 10, 30), "met", None), (date(2026, 11, 2), "late", 3), (None, "reached", None)],
)
def test_a_target_is_met_only_when_the_stated_day_of_completion_is_not_after_it(
    completed: date | None, state: str, late: int | None
) -> None:
    dates = (dated("target", date(2026, 10, 30)), *((dated("completed", completed),) if completed else ()))
    done = milestone("M9", status="completed", dates=dates)
    (found,) = ladders([(done, NO_CONTENTS)], standings(project(done), TODAY), TODAY)
    assert [(rung.state, rung.late) for rung in found.rungs] == [(state, late)]
    words = plain(drawn_ladder(ladder_rows([found])[1], TODAY, 80, glyphs()))
    assert ("3 d late" in words) == (state == "late")


def test_a_review_is_held_only_when_its_file_says_so() -> None:
    days = (date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5), TODAY)
    reviews = tuple(Review("R", day, "", 11, held) for day, held in zip(days, (None, True, False, None), strict=True))
    (found,) = ladders([(PLAN, NO_CONTENTS._replace(reviews=reviews))], standings(project(PLAN), TODAY), TODAY)
    assert [rung.state for rung in found.rungs if rung.kind == "review"] == ["past", "met", "missed", "next"]


def test_what_a_completed_milestone_reached_on_an_unknown_day_is_not_said_to_be_met() -> None:
    """Completed on the 10th: by the 20th all was reached; when 50 % was, that was to be on the 5th, nobody says."""
    done = milestone("M9", status="completed", dates=(dated("completed", date(2026, 11, 10)),))
    points = tuple(
        Checkpoint(share, day, "", "", None, 5) for share, day in ((50.0, date(2026, 11, 5)), (99.0, date(2026, 11, 20)))
    )
    (found,) = ladders([(done, NO_CONTENTS._replace(checkpoints=points))], standings(project(done), TODAY), TODAY)
    assert [rung.state for rung in found.rungs] == ["reached", "met"]


def test_the_first_day_ahead_is_the_next() -> None:
    assert [(rung.kind, rung.state, rung.days) for rung in by_day(FOUND) if rung.state in ("next", "ahead")] == [
        ("target", "next", 10),
        ("review", "ahead", 11),
    ]


def test_expected_is_the_straight_line_from_start_to_target() -> None:
    """20 of 30 days have gone."""
    assert FOUND[0].actual == 60.0
    assert FOUND[0].expected == pytest.approx(66.67, abs=0.01)


def test_a_milestone_without_boxes_is_measured_by_what_it_declares() -> None:
    told = milestone("M2", declared=80.0)
    found = ladders([(told, CONTENTS)], standings(project(told), TODAY), TODAY)
    assert {rung.percent for rung in found[0].rungs if rung.state in ("met", "reached") and rung.percent} == {25.0, 50.0, 75.0}


@pytest.mark.parametrize("width", [20, 40, 58, 80, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_row_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    assert max(cell_width(plain(line)) for line in panel_lines(FOUND, TODAY, width, glyphs(ascii_only))) <= width
    short = [drawn_ladder(row, TODAY, width, glyphs(ascii_only), compact=True) for row in ladder_rows(FOUND, compact=True)]
    assert max(cell_width(plain(line)) for line in short) <= width


def test_missed_comes_first_then_what_is_ahead_then_what_is_met() -> None:
    assert [row.title or (row.rung.words if row.rung else "ladder") for row in ladder_rows(FOUND)] == [
        "Missed",
        "said so",
        "most",
        "Ahead",
        "target",
        "Closing",
        "Met",
        "half",
        "Reached, day not stated",
        "a slice",
        "Past, result not stated",
        "Planning",
        "Without a day",
        "all",
        "Expected against actual",
        "ladder",
    ]


def test_a_small_pane_shows_what_is_missed_then_what_is_next() -> None:
    rows = ladder_rows(FOUND, compact=True)
    assert [plain(drawn_ladder(row, TODAY, 58, glyphs(), compact=True)).rstrip() for row in rows[:4]] == [
        " ! 19 d late  M1  10 %      said so",
        " ! 1 d late   M1  75 %      most",
        " ◇ in 10 d    M1  target",
        " ◇ in 11 d    M1  review    Closing",
    ]


@pytest.mark.parametrize("width", [58, 80, 120, 200])
@pytest.mark.parametrize("compact", [False, True])
def test_days_of_years_ago_are_told_whole_and_what_follows_stays_aligned(width: int, compact: bool) -> None:
    """From 15 January 2024 to 21 November 2026 are 1,041 days."""
    old = milestone("M2", title="", status="active", target=date(2024, 1, 15))
    found = ladders([(PLAN, CONTENTS), (old, NO_CONTENTS)], standings(project(PLAN, old), TODAY), TODAY)
    rows = [row for row in ladder_rows(found, compact) if row.rung]
    lines = [plain(drawn_ladder(row, TODAY, width, glyphs(), compact)) for row in rows]
    assert any("1041 d late M2" in line for line in lines)
    assert len({line.index(row.rung.id) for row, line in zip(rows, lines, strict=True) if row.rung}) == 1


def test_a_small_pane_shows_all_that_its_figures_count() -> None:
    rows = ladder_rows(FOUND, compact=True)
    assert {row.rung for row in rows} == set(by_day(FOUND))
    assert not any(row.title for row in rows)


def test_the_totals_of_a_small_pane_name_only_what_there_is_and_leave_the_next_to_the_list() -> None:
    assert plain(totals_line(FOUND, glyphs())) == "8 dates  1 met  ! 2 missed  next: M1 target in 10 d  1 reached"
    assert plain(totals_line(FOUND, glyphs(), compact=True)) == "8 dates  1 met  ! 2 missed  1 reached"
    ahead = ladders([(PLAN, NO_CONTENTS)], standings(project(PLAN), TODAY), TODAY)
    assert plain(totals_line(ahead, glyphs(), compact=True)) == "1 date"


def test_a_row_knows_its_milestone_and_its_line() -> None:
    rows = ladder_rows(FOUND)
    assert [(row.milestone, row.path, row.line) for row in rows[:3]] == [
        ("", "", 0),
        ("M1.md", "M1.md", 9),
        ("M1.md", "M1.md", 7),
    ]
    assert len({row.key for row in rows}) == len(rows)


def test_a_completed_milestone_is_not_behind() -> None:
    done = PLAN._replace(status=stated("completed"))
    found = ladders([(done, CONTENTS)], standings(project(done), TODAY), TODAY)
    styles = [
        {text.strip(): style for text, style in drawn_ladder(ladder_rows(each)[-1], TODAY, 100, glyphs())}
        for each in (FOUND, found)
    ]
    assert [each["expected  67 %"] for each in styles] == ["late", "dim"]


def test_a_project_without_dates_says_so() -> None:
    assert [plain(line) for line in panel_lines((), TODAY, 80, glyphs(False))] == ["no milestone sets a day for anything"]

"""Bars stand on their days at every scale, computed ones look different, and no line is too wide."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from milestone_tui.analysis.conflicts import conflicts
from milestone_tui.analysis.graph import Place, graph
from milestone_tui.analysis.ladder import actual_percent
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.tracks import lanes
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.model.project import Project
from milestone_tui.model.values import Dated, Effort, Problem
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from milestone_tui.views.list_rows import broken_paths, list_rows
from milestone_tui.views.time_axis import ZOOMS, Axis
from milestone_tui.views.track_bars import Mark, marks
from milestone_tui.views.track_drawing import Wish, track_drawing
from milestone_tui.views.track_rows import CELLS_LEAST, Tracks, row_width, track_axis, track_rows
from milestone_tui.workspace.workspace import Workspace
from tests.factories import blocker, dated, depends, milestone, project, stated

TODAY = date(2026, 11, 23)
"""A Monday."""
SAMPLE = Path(__file__).parents[2] / "sample_project"


def days(first: date, last: date) -> tuple[Dated, ...]:
    return dated("start", first), dated("target", last)


def tracks(whole: Project, found: dict[str, tuple[Mark, ...]] | None = None, today: date = TODAY) -> Tracks:
    graphed = graph(whole, standings(whole, today))
    scheduled = schedule(whole, graphed, today)
    at_odds = conflicts(whole, graphed, scheduled)
    shares = {each.key: actual_percent(each, graphed.standings[each.key]) for each in whole.milestones}
    begins = {each.key: Place(each.path, each.line) for each in whole.milestones}
    side_by_side = lanes(whole, graphed, scheduled)
    broken = frozenset(broken_paths(whole))
    return Tracks(graphed, scheduled, side_by_side, at_odds, found or {}, today, begins, shares, broken)


def bars(*milestones: Milestone, cells: int = 28, zoom: str = "week", **found: tuple[Mark, ...]) -> list[str]:
    """What stands beside the labels; the axis begins on TODAY."""
    shown = tracks(project(*milestones), {f"{id}.md": each for id, each in found.items()})
    rows = track_rows(shown, Axis(zoom, TODAY, cells), cells + 13, glyphs())
    return [plain(row.line)[13:] for row in rows if row.kind == "milestone"]


def test_a_bar_stands_on_its_days_with_progress_and_buffer() -> None:
    """30 November to 11 December at a cell a day: 7 blank, 12 cells, 3 of them done; 20 % of 10 days after the weekend."""
    (bar,) = bars(
        milestone(
            "A",
            status="active",
            boxes=(1, 4),
            dates=days(date(2026, 11, 30), date(2026, 12, 11)),
            effort=(Effort("buffer", None, None, "", "20%", 8),),
        )
    )
    assert bar == "│" + " " * 6 + "███░░░░░░░░░" + "≈≈≈≈" + " " * 5


def test_a_completed_bar_is_filled_by_its_boxes_then_by_what_it_declares_and_else_only_told() -> None:
    whole = days(date(2026, 11, 30), date(2026, 12, 9))
    done = partial(milestone, status="completed", dates=whole)
    assert [
        bar.strip("│ ")
        for bar in bars(
            done("A", boxes=(2, 4)),
            done("B", declared=80.0),
            done("C"),
            done("D", boxes=(99, 100)),
            done("E", boxes=(4, 4)),
        )
    ] == ["█████░░░░░", "████████░░", "▒▒▒▒▒▒▒▒▒▒", "█████████░", "██████████"]


def test_the_legend_explains_a_bar_that_is_only_told() -> None:
    done = (milestone("A", status="completed", boxes=boxes, dates=days(TODAY, TODAY)) for boxes in ((0, 0), (1, 2)))
    both = [tracks(project(each)) for each in done]
    legends = [
        plain(row.line)
        for each in both
        for row in track_rows(each, Axis("week", TODAY, 28), 120, glyphs())
        if row.kind == "legend"
    ]
    assert ["▒ says completed" in legend for legend in legends] == [True, False]


def test_where_nothing_is_drawn_no_legend_stands() -> None:
    rows = track_rows(tracks(project(milestone("A", status="active"))), Axis("week", TODAY, 28), 120, glyphs())
    assert "legend" not in [row.kind for row in rows]


def test_slack_is_a_tail() -> None:
    """A ends on Friday 27 November; B, which ends on Friday 11 December, decides the end: A has ten days, up to that Friday."""
    bar, other = bars(
        milestone("A", status="planned", dates=days(date(2026, 11, 23), date(2026, 11, 27))),
        milestone("B", status="planned", dates=days(date(2026, 11, 30), date(2026, 12, 11))),
    )
    assert bar == "│░░░░" + "·" * 14 + " " * 9
    assert other == "│" + " " * 6 + "░" * 12 + " " * 9


@pytest.mark.parametrize(("ascii_only", "whole"), [(False, " ░░░░!!!!!!│······"), (True, " ----!!!!!!|......")])
def test_the_days_from_a_missed_target_to_today_are_overdue_and_slack_begins_after_today(ascii_only: bool, whole: str) -> None:
    """A was to end on Friday 27 November. On Friday 4 December it can end that day: up to the end of B, Thursday 10 December,
    it has four days of slack, and the weekend before them."""
    shown = tracks(
        project(
            milestone("A", status="active", dates=days(date(2026, 11, 24), date(2026, 11, 27))),
            milestone("B", status="active", dates=days(date(2026, 12, 4), date(2026, 12, 10))),
        ),
        today=date(2026, 12, 4),
    )
    assert shown.schedule.plans["A.md"].slack == 4
    rows = track_rows(shown, Axis("week", TODAY, 28), 120, glyphs(ascii_only), ascii_only)
    bar = next(row.line for row in rows if row.key == "A.md")
    assert plain(bar)[92:].rstrip() == whole
    assert [style for text, style in bar if "!!" in text] == ["late"]
    assert "! overdue" in next(plain(row.line) for row in rows if row.kind == "legend")


def test_a_missed_target_without_a_start_is_overdue_too_and_its_buffer_begins_after_today() -> None:
    late, buffered = (
        tracks(project(milestone("A", status="active", **others)), today=date(2026, 12, 1))
        for others in (
            {"dates": (dated("target", date(2026, 11, 27)),)},
            {
                "dates": days(date(2026, 11, 23), date(2026, 11, 27)),
                "effort": (Effort("buffer", 5, 5, "days", "5 days", 8),),
            },
        )
    )
    both = [track_rows(each, Axis("week", TODAY, 28), 41, glyphs()) for each in (late, buffered)]
    lines = [plain(row.line)[13:].rstrip() for rows in both for row in rows if row.key == "A.md"]
    assert lines == ["    ▏!!!│ does not say how…", "░░░░░!!!│≈≈≈"]


def test_what_is_not_late_has_no_word_for_overdue_days() -> None:
    rows = track_rows(tracks(project(milestone("A", dates=days(TODAY, TODAY)))), Axis("week", TODAY, 28), 120, glyphs())
    assert "overdue" not in " ".join(plain(line) for row in rows for line in row.lines)


def test_both_signs_are_those_of_the_list_and_a_conflict_stands_elsewhere() -> None:
    """Broken and late, late, blocked, contradictory, each at odds with another one; on hold and blocked; completed."""
    week = days(date(2026, 11, 16), date(2026, 11, 20))
    ahead = days(date(2026, 11, 23), date(2026, 11, 27))
    whole = project(
        milestone("A", status="active", dates=week),
        milestone("B", status="active", dates=week, dependencies=(depends("A"),)),
        milestone("C", status="planned", dates=ahead, dependencies=(depends("D"),)),
        milestone("D", status="active", dates=ahead, boxes=(1, 10), declared=90.0),
        milestone("E", status="on_hold", blockers=(blocker("ice"),)),
        milestone("F", status="completed", boxes=(1, 3)),
        milestone("G", status="blocked", dates=week, dependencies=(depends("A"),)),
        problems=(Problem("A.md", 3, "not YAML", "mend it"),),
    )
    shown = tracks(whole)
    listed = {row.key: row.signs for row in list_rows(whole, shown.graph.standings, TODAY, glyphs())}
    for width in (30, 80):
        rows = {row.key: row for row in track_rows(shown, track_axis(shown, width), width, glyphs()) if row.kind == "milestone"}
        assert {key: row.line[:2] for key, row in rows.items()} == listed
        assert {key for key, row in rows.items() if ("↯", "disagree") in row.line} == {"A.md", "B.md", "C.md", "D.md", "G.md"}


@pytest.mark.parametrize(("width", "ascii_only", "sign"), [(30, False, "»"), (80, False, "»"), (80, True, "^")])
def test_the_critical_path_is_told_by_a_sign_and_in_words(width: int, ascii_only: bool, sign: str) -> None:
    week = (Effort("duration", 1.0, 1.0, "weeks", "1 week", 6),)
    shown = tracks(
        project(
            milestone("A", status="planned", effort=week),
            milestone("B", status="planned", effort=week, dependencies=(depends("A"),)),
            milestone("C", status="planned", effort=week),
        )
    )
    rows = track_rows(shown, track_axis(shown, width), width, glyphs(ascii_only), ascii_only)
    assert [row.key for row in rows if row.kind == "milestone" and sign in plain(row.line)] == ["A.md", "B.md"]
    words = " ".join(plain(line) for row in rows if row.kind == "critical" for line in row.lines)
    assert words.split() == [sign, "critical", "path", "A", "->" if ascii_only else "→", "B,", "ends", "2026-12-04"]


def test_a_pane_whose_words_begin_with_the_critical_path_does_not_say_it_again() -> None:
    week = (Effort("duration", 1.0, 1.0, "weeks", "1 week", 6),)
    shown = tracks(project(milestone("A", status="planned", effort=week)))
    told = [track_drawing(shown, Wish(80, 24, pane, "", 0), glyphs(), False) for pane in (False, True)]
    assert [sum(row.kind == "critical" for row in each.rows) for each in told] == [1, 0]
    assert "critical path" in plain(told[1].words[0])


def test_the_legend_breaks_between_its_signs_and_explains_what_lies_outside() -> None:
    far = (milestone("A", dates=days(date(2026, 11, 2), TODAY)), milestone("B", dates=days(TODAY, date(2027, 9, 1))))
    rows = track_rows(tracks(project(*far)), Axis("week", TODAY, 28), 60, glyphs())
    assert [plain(line) for row in rows if row.kind == "legend" for line in row.lines] == [
        "█ done   ░ left   ╌ computed   ≈ buffer   · slack",
        "◇ checkpoint   ◆ reached   ‹ before this view",
        "› after this view",
    ]


def test_computed_bars_are_dotted_and_say_so() -> None:
    week = (Effort("duration", 1.0, 1.0, "weeks", "1 week", 6),)
    first, later = bars(
        milestone("A", status="planned", effort=week),
        milestone("B", status="planned", effort=week, dependencies=(depends("A"),)),
        cells=40,
    )
    assert first == "│╌╌╌╌ computed".ljust(40)
    assert later == ("│" + " " * 6 + "╌╌╌╌╌ computed").ljust(40)


def test_what_states_nothing_says_so() -> None:
    (bar,) = bars(milestone("A", status="planned"), cells=50)
    assert bar == "│ states neither dates nor an estimate".ljust(50)


def test_a_bar_that_leaves_the_sight_shows_where() -> None:
    left, right = bars(
        milestone("A", dates=days(date(2026, 11, 2), date(2026, 11, 6))),
        milestone("B", dates=days(date(2027, 2, 1), date(2027, 2, 5))),
    )
    assert left.startswith("‹")
    assert right.endswith("›")


def test_checkpoints_stand_on_the_bar() -> None:
    points = (Mark(date(2026, 12, 1), "reached"), Mark(date(2026, 12, 4), "missed"), Mark(date(2026, 12, 9), "ahead"))
    (bar,) = bars(milestone("A", status="active", dates=days(date(2026, 11, 30), date(2026, 12, 11))), A=points)
    assert bar == "│" + " " * 6 + "░◆░░◇░░░░◇░░" + " " * 9


def test_when_a_checkpoint_is_reached() -> None:
    """At 50 % counted: 25 is reached, 75 of yesterday is missed, one without a day is nowhere."""
    half = milestone("A", status="active", boxes=(2, 4))
    points = [
        Checkpoint(percent, day, "", "", None, 5) for percent, day in ((25.0, TODAY), (75.0, date(2026, 11, 22)), (90.0, None))
    ]
    standing = standings(project(half), TODAY)["A.md"]
    assert marks(points, half, standing, TODAY) == (Mark(TODAY, "reached"), Mark(date(2026, 11, 22), "missed"))


def test_with_too_little_room_days_are_said_in_words() -> None:
    shown = tracks(project(milestone("A", title="", status="planned", dates=days(date(2026, 11, 30), date(2026, 12, 11)))))
    rows = track_rows(shown, track_axis(shown, 30), 30, glyphs())
    assert [plain(row.line) for row in rows if row.kind == "milestone"] == ["○  A         » 30 Nov – 11 Dec"]


@pytest.mark.parametrize("width", [1, 8, 20, 30, 40, 59, 80, 97, 120, 200])
@pytest.mark.parametrize("zoom", ["", *ZOOMS])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_asked_and_every_bar_ends_where_the_axis_does(width: int, zoom: str, ascii_only: bool) -> None:
    whole = project(
        milestone(
            "里程碑-二十二", title="🚀 Rakete \x1b[31m", track=stated("轨道 一"), dates=days(date(2026, 11, 1), date(2027, 9, 1))
        ),
        milestone(
            "B", dependencies=(depends("里程碑-二十二"),), dates=days(date(2026, 12, 1), date(2027, 1, 1)), owner=stated("Ö")
        ),
        milestone("C", dates=days(date(2026, 12, 1), date(2027, 1, 1)), owner=stated("ö")),
    )
    shown = tracks(whole)
    span = track_axis(shown, width, zoom)
    for row in track_rows(shown, span, width, glyphs(ascii_only), ascii_only):
        assert row_width(row) <= width
        assert row_width(row) == width or row.kind != "milestone" or span.cells < CELLS_LEAST
        assert all("\x1b" not in plain(line) for line in row.lines)


def test_the_sample_project() -> None:
    """The three tracks and the rest; today is the 83rd day of the axis, the 23rd cell of two a week.

    From 31 August to the target of L1, 30 September, are 56 weeks and a half: 113 cells of two a week. At 200 all have room.
    """
    workspace = Workspace(SAMPLE)
    whole = workspace.load()
    today = date(2026, 11, 21)
    standing = standings(whole, today)
    found = {
        each.key: marks(workspace.contents(each.key).checkpoints, each, standing[each.key], today) for each in whole.milestones
    }
    shown = tracks(whole, found, today)
    for width, first in ((80, date(2026, 9, 28)), (120, date(2026, 8, 31)), (200, date(2026, 8, 31))):
        span = track_axis(shown, width)
        assert (span.zoom, span.first) == ("month", first)
    rows = track_rows(shown, span, 200, glyphs())
    assert [row.key for row in rows if row.kind == "lane"] == ["lane:Platform", "lane:Courier", "lane:Business", "lane:"]
    assert plain(rows[2].line).index("today") == 31 + 23
    assert [plain(row.line).split("  ")[-1].strip() for row in rows if row.kind == "lane"][:3] == [
        "12 days of buffer · 10 days of slack",
        "10 days of slack",
        "6 days of buffer · 0 days of slack",
    ]
    booking = next(plain(row.line) for row in rows if row.key.endswith("M02-booking-engine.md"))
    assert booking[31 + 10 :].startswith("████◆███◆░░░◇│░◇≈···")
    dispatch = next(plain(row.line) for row in rows if row.key.endswith("M03-dispatch-desk.md"))
    assert dispatch[31 + 12 :].startswith("████░░░░░!!│······")
    critical = [row.key for row in rows if row.kind == "milestone" and "»" in plain(row.line)]
    assert [key.rpartition("/")[2][:3] for key in critical] == ["M02", "M04", "M11"]
    assert "↯ 3 conflicts" in [plain(row.line) for row in rows]
    assert len({row.key for row in rows}) == len(rows)
    conflict = next(row for row in rows if row.kind == "conflict")
    assert [(place.path.rpartition("/")[2], place.line) for place in conflict.places] == [
        ("M07-proof-of-delivery.md", 12),
        ("M05-courier-app.md", 8),
    ]
    launch = next(row for row in rows if row.milestone.endswith("M11-city-launch.md"))
    assert (launch.path.rpartition("/")[2], launch.source) == ("M11-city-launch.md", 6)

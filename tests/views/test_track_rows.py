"""Bars stand on their days at every scale, computed ones look different, and no line is too wide."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from milestone_tui.analysis.conflicts import conflicts
from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.ladder import actual_percent
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.tracks import lanes
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.model.project import Project
from milestone_tui.model.values import Dated, Effort
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from milestone_tui.views.time_axis import ZOOMS, Axis, axis, labels
from milestone_tui.views.track_bars import Mark, marks
from milestone_tui.views.track_rows import Tracks, row_width, track_axis, track_rows
from milestone_tui.workspace.workspace import Workspace
from tests.factories import dated, depends, milestone, project, stated

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
    return Tracks(graphed, scheduled, lanes(whole, graphed, scheduled), at_odds, found or {}, today, shares=shares)


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


@pytest.mark.parametrize(("zoom", "cell"), [("day", 21), ("week", 7), ("month", 2), ("quarter", 0)])
def test_a_week_is_so_many_cells_at_each_scale(zoom: str, cell: int) -> None:
    assert Axis(zoom, TODAY, 100).cell(date(2026, 11, 30)) == cell


def test_labels_of_each_scale() -> None:
    assert [line.rstrip() for line in labels(Axis("week", TODAY, 28))] == ["Nov     Dec", "23 Nov 30 Nov 7 Dec  14 Dec"]
    assert [line.rstrip() for line in labels(Axis("day", TODAY, 15))] == ["Nov", "23 24 25 26 27"]
    assert [line.rstrip() for line in labels(Axis("month", TODAY, 30))] == ["2026       2027", "  Dec      Jan      Feb"]
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


def test_with_too_little_room_days_are_said_in_words() -> None:
    shown = tracks(project(milestone("A", title="", status="planned", dates=days(date(2026, 11, 30), date(2026, 12, 11)))))
    rows = track_rows(shown, track_axis(shown, 30), 30, glyphs())
    assert [plain(row.line) for row in rows if row.kind == "milestone"] == ["○  A           30 Nov – 11 Dec"]


@pytest.mark.parametrize("width", [1, 8, 20, 30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("zoom", ["", *ZOOMS])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_asked(width: int, zoom: str, ascii_only: bool) -> None:
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
    for row in track_rows(shown, track_axis(shown, width, zoom), width, glyphs(ascii_only), ascii_only):
        assert row_width(row) <= width
        assert all("\x1b" not in plain(line) for line in row.lines)


def test_the_sample_project() -> None:
    """The three tracks and the rest; today is the 83rd day of the axis, the 23rd cell of two a week."""
    workspace = Workspace(SAMPLE)
    whole = workspace.load()
    today = date(2026, 11, 21)
    standing = standings(whole, today)
    found = {
        each.key: marks(workspace.contents(each.key).checkpoints, each, standing[each.key], today) for each in whole.milestones
    }
    shown = tracks(whole, found, today)
    span = track_axis(shown, 120)
    assert (span.zoom, span.first) == ("month", date(2026, 8, 31))
    rows = track_rows(shown, span, 120, glyphs())
    assert [row.key for row in rows if row.kind == "lane"] == ["lane:Platform", "lane:Courier", "lane:Business", "lane:"]
    assert plain(rows[2].line).index("today") == 31 + 23
    assert [plain(row.line).split("  ")[-1].strip() for row in rows if row.kind == "lane"][:3] == [
        "12 days of buffer · 10 days of slack",
        "10 days of slack",
        "6 days of buffer · 0 days of slack",
    ]
    booking = next(plain(row.line) for row in rows if row.key.endswith("M02-booking-engine.md"))
    assert booking[31 + 10 :].startswith("████◆███◆░░░◇│░◇≈···")
    assert "3 conflicts" in [plain(row.line) for row in rows]
    assert len({row.key for row in rows}) == len(rows)
    conflict = next(row for row in rows if row.kind == "conflict")
    assert [(place.path.rpartition("/")[2], place.line) for place in conflict.places] == [
        ("M07-proof-of-delivery.md", 12),
        ("M05-courier-app.md", 8),
    ]
    launch = next(row for row in rows if row.milestone.endswith("M11-city-launch.md"))
    assert (launch.path.rpartition("/")[2], launch.source) == ("M11-city-launch.md", 6)

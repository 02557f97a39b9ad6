"""The screen as a picture, each panel in three sizes. `pytest tests/tui --snapshot-update` draws them anew."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from tests.tui.dashboard import dashboard, loaded, surveyed, until

SAMPLE = Path(__file__).parents[2] / "sample_project"
SIZES = {"80x24": (80, 24), "120x36": (120, 36), "200x50": (200, 50)}
BOOKING = "docs/milestones/M02-booking-engine.md"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MilestoneApp:
    """The sample project in a folder of the test's own."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    shutil.copytree(SAMPLE, tmp_path / "sample_project")
    return dashboard(tmp_path / "sample_project", theme="milestone-dark")


async def opened(keys: tuple[str, ...], done: Callable[[MilestoneApp], bool], pilot: Pilot[None]) -> None:
    """With M02 selected and a panel open, when everything in it is worked out."""
    app = await loaded(pilot)
    app.main.list.go_to(BOOKING)
    await pilot.press(*keys)
    await surveyed(pilot)
    await until(pilot, lambda: done(app))
    app.main.footer.message = None
    app.main.footer.redraw()
    await pilot.pause(0.2)


async def as_it_opens(pilot: Pilot[None]) -> None:
    """Nothing was touched."""
    await surveyed(pilot)
    await pilot.pause(0.2)


def _at_once(app: MilestoneApp) -> bool:
    return True


PANELS: dict[str, tuple[tuple[str, ...], Callable[[MilestoneApp], bool]]] = {
    "overview": (("1",), _at_once),
    "agenda": (("1", "s"), lambda app: bool(app.main.overview.agenda.rows)),
    "milestone": (("enter",), lambda app: app.main.milestone.boxes.cursor > 3),
    "risks": (("3", "right"), _at_once),
    "dependencies": (("4",), _at_once),
    "tracks": (("5",), lambda app: app.main.stage.panel("tracks").key() == BOOKING),
    "checkpoints": (("6",), _at_once),
    "activity": (("7",), lambda app: bool(app.main.stage.panel("activity").figures()) and _told(app)),
}
"""What one should see is said beside each test below."""


def _told(app: MilestoneApp) -> bool:
    return bool(getattr(app.main.stage.panel("activity"), "parts", ()))


def pictured(snap_compare: Any, sample: MilestoneApp, panel: str, size: str) -> bool:  # noqa: ANN401 -- a plugin's
    keys, done = PANELS[panel]
    before: Callable[[Pilot[None]], Awaitable[None]] = partial(opened, keys, done)
    return bool(snap_compare(sample, terminal_size=SIZES[size], run_before=before))


def test_80_columns_show_the_list_with_its_columns(snap_compare: Any, sample: MilestoneApp) -> None:  # noqa: ANN401 -- a plugin's
    """You should see the header with totals, 16 milestones with status and target, and the keys."""
    assert snap_compare(sample, terminal_size=SIZES["80x24"], run_before=as_it_opens)


@pytest.mark.parametrize("size", SIZES)
def test_overview_shows_what_is_late_then_blocked_first(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """M03, 7 days late, stands first; at 200 columns progress, risks, dependencies and tracks, and checkpoints side by side."""
    assert pictured(snap_compare, sample, "overview", size)


@pytest.mark.parametrize("size", SIZES)
def test_agenda_shows_open_boxes_by_day(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """Overdue boxes first, each with its milestone, owner and day."""
    assert pictured(snap_compare, sample, "agenda", size)


@pytest.mark.parametrize("size", SIZES)
def test_milestone_shows_facts_and_boxes(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """The facts of M02, what contradicts what, and the cursor on the first open box."""
    assert pictured(snap_compare, sample, "milestone", size)


@pytest.mark.parametrize("size", SIZES)
def test_risks_show_the_grid_with_the_hottest_cell_chosen(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """The one risk of high probability and critical impact, M07's scanners, in the register below the grid."""
    assert pictured(snap_compare, sample, "risks", size)


@pytest.mark.parametrize("size", SIZES)
def test_dependencies_show_what_the_selected_one_needs_and_frees(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """M02 framed twice, what it needs and what needs it lit, the same in words below."""
    assert pictured(snap_compare, sample, "dependencies", size)


@pytest.mark.parametrize("size", SIZES)
def test_tracks_show_lanes_on_an_axis_with_today(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """Platform, Courier, Business and the rest; bars with progress, checkpoints, slack, and a line for today."""
    assert pictured(snap_compare, sample, "tracks", size)


@pytest.mark.parametrize("size", SIZES)
def test_checkpoints_show_what_is_missed_first(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """Two missed dates, then what is ahead by day."""
    assert pictured(snap_compare, sample, "checkpoints", size)


@pytest.mark.parametrize("size", SIZES)
def test_activity_shows_what_changed_since_when(snap_compare: Any, sample: MilestoneApp, size: str) -> None:  # noqa: ANN401 -- a plugin's
    """Nothing since the program started; and that there is no repository to compare with."""
    assert pictured(snap_compare, sample, "activity", size)

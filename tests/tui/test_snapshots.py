"""The screen as a picture, in three sizes; valid for one Textual. `pytest tests/tui --snapshot-update` draws them anew."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from tests.tui.dashboard import dashboard, loaded, surveyed, until

SAMPLE = Path(__file__).parents[2] / "sample_project"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MilestoneApp:
    """The sample project in a folder of the test's own."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    shutil.copytree(SAMPLE, tmp_path / "sample_project")
    return dashboard(tmp_path / "sample_project", theme="milestone-dark")


async def first(pilot: Pilot[None]) -> None:
    """As it opens."""
    app = await loaded(pilot)
    await surveyed(pilot)
    await pilot.pause(0.2)


async def booking_engine(pilot: Pilot[None]) -> None:
    """With M02 open."""
    app = await loaded(pilot)
    app.main.list.go_to("docs/milestones/M02-booking-engine.md")
    await pilot.press("enter")
    await until(pilot, lambda: app.main.milestone.boxes.cursor > 3)
    await pilot.pause(0.2)


def test_80_columns_show_the_list_with_its_columns(snap_compare: Any, sample: MilestoneApp) -> None:  # noqa: ANN401 -- a plugin's
    """You should see the header with totals, 16 milestones with status and target, and the keys."""
    assert snap_compare(sample, terminal_size=(80, 24), run_before=first)


def test_80_columns_show_a_milestone_alone(snap_compare: Any, sample: MilestoneApp) -> None:  # noqa: ANN401 -- a plugin's
    """You should see the facts of M02, its disagreement, and the cursor on the first open box."""
    assert snap_compare(sample, terminal_size=(80, 24), run_before=booking_engine)


def test_120_columns_show_the_overview_beside_the_list(snap_compare: Any, sample: MilestoneApp) -> None:  # noqa: ANN401 -- a plugin's
    """You should see M03 first, which is late, then the blocked ones."""
    assert snap_compare(sample, terminal_size=(120, 36), run_before=first)


def test_200_columns_show_list_overview_and_milestone(snap_compare: Any, sample: MilestoneApp) -> None:  # noqa: ANN401 -- a plugin's
    """You should see three panels side by side, the table with risk and attention."""
    assert snap_compare(sample, terminal_size=(200, 50), run_before=first)

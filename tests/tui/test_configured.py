"""What a configuration changes about the dashboard."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.filtering import FilterScreen
from milestone_tui.workspace.workspace import Workspace
from tests.tui.dashboard import FIRST, TODAY, loaded, opened, project, screen_text, until


def configured(folder: Path, own: str = "", team: str = "", **options: object) -> MilestoneApp:
    """The dashboard with the configurations of a person and of a team."""
    root = project(folder)
    (root / ".milestone-tui.yaml").write_text(team, encoding="utf-8")
    (folder / "config.yaml").write_text(own, encoding="utf-8")
    workspace = Workspace(root, folder / "state", folder / "config.yaml")
    return MilestoneApp(workspace, today=lambda: TODAY, watch=False, **options)  # type: ignore[arg-type]


async def ready(pilot: Pilot[None]) -> MilestoneApp:
    app = await loaded(pilot)
    await pilot.pause(0.05)
    return app


async def test_a_key_of_one_s_own_ticks_and_the_old_one_no_longer_does(tmp_path: Path) -> None:
    app = configured(tmp_path, own="keys: {edit.tick: 'w'}\n")
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await opened(pilot)
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("w")
        file = tmp_path / "milestones" / "M1.md"
        await until(pilot, lambda: file.read_bytes() == FIRST.replace(b"- [ ] No data", b"- [x] No data"))


async def test_a_saved_view_stands_in_the_filter_and_shows_what_it_says(tmp_path: Path) -> None:
    app = configured(tmp_path, team="views: {late ones: 'is:late sort:id'}\n")
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, FilterScreen))
        assert "late ones" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: [row.key for row in app.main.list.rows] == ["M2.md"])
        await pilot.press("escape")
        assert app.main.view is not None
        assert app.main.view.selection.order == "id"


async def test_a_view_that_is_not_understood_is_told_with_its_line(tmp_path: Path) -> None:
    app = configured(tmp_path, team="theme: milestone-light\nviews:\n  x: 'statsu:active'\n")
    async with app.run_test(size=(140, 36)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: ".milestone-tui.yaml:3: view `x`" in screen_text(app))
        assert app.main.saved_views == {}
        assert app.theme == "milestone-light"


async def test_a_key_that_there_is_not_is_told(tmp_path: Path) -> None:
    app = configured(tmp_path, own="keys: {edit.tik: w}\n")
    async with app.run_test(size=(140, 36)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "there is no key `edit.tik`" in screen_text(app))


@pytest.mark.parametrize(
    ("own", "team", "asked", "theme"),
    [
        ("", "theme: high-contrast", None, "high-contrast"),
        ("theme: colour-blind", "theme: high-contrast", None, "colour-blind"),
        ("theme: colour-blind", "", "milestone-light", "milestone-light"),
        ("theme: mauve", "", None, "milestone-dark"),
    ],
)
async def test_the_theme_is_what_was_asked_for_else_one_s_own_else_the_team_s(
    tmp_path: Path, own: str, team: str, asked: str | None, theme: str
) -> None:
    app = configured(tmp_path, own=own, team=team, theme=asked)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: app.theme == theme)


def test_every_key_of_the_dashboard_can_be_named_whatever_of_it_was_in_use() -> None:
    code = "from milestone_tui.tui.wishes import binding_ids; print(*binding_ids())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ids = set(done.stdout.split())
    assert {"edit.tick", "app.quit", "panel.risks", "graph.fold", "tracks.nearer", "list.down", "screen.back", "form.up"} <= ids

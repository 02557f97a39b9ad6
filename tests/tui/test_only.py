"""`--only` gives the screen to one panel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.dashboard import dashboard, screen_text, surveyed, until
from tests.tui.plans import KEYS, PLAN, whole, written


@pytest.mark.parametrize("name", KEYS)
async def test_the_panel_is_alone_and_other_keys_lead_nowhere(tmp_path: Path, name: str) -> None:
    app = dashboard(written(tmp_path, PLAN), only=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: app.main.stage.panel(name).has_focus_within)
        assert not app.main.list.region.area
        assert "4 Dep" not in screen_text(app)
        for key in ("3", "tab", "escape", "left", "h"):
            await pilot.press(key)
            await pilot.pause()
            assert app.main.stage.active == name
            assert app.main.stage.panel(name).has_focus_within
        whole(app)


async def test_the_agenda_can_have_the_screen_though_it_is_a_side_of_the_overview(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN), only="agenda")
    async with app.run_test(size=(80, 24)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: "Lay bricks" in screen_text(app) and app.main.overview.agenda.has_focus)


async def test_enter_opens_a_milestone_and_escape_comes_back(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN), only="checkpoints")
    async with app.run_test(size=(80, 24)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: "lintels" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.stage.active == "milestone" and app.main.milestone.has_focus_within)
        await pilot.press("escape")
        await until(
            pilot, lambda: app.main.stage.active == "checkpoints" and app.main.stage.panel("checkpoints").has_focus_within
        )
        assert "lintels" in whole(app)


async def test_it_stays_alone_on_a_wide_screen_and_on_a_tiny_one(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN), only="overview")
    async with app.run_test(size=(200, 50)) as pilot:
        await surveyed(pilot)
        for size in ((200, 50), (20, 5), (1, 1), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.press("j", "G")
            await pilot.pause()
            whole(app)
            assert not app.main.list.region.area
            assert [name for name, panel in app.main.stage.panels.items() if panel.display] == ["overview"]


async def test_it_does_not_change_where_the_whole_dashboard_will_open(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    first = dashboard(root)
    async with first.run_test(size=(110, 30)) as pilot:
        await surveyed(pilot)
        await pilot.press("6")
        await until(pilot, lambda: first.main.stage.active == "checkpoints")
    alone = dashboard(root, only="risks")
    async with alone.run_test(size=(110, 30)) as pilot:
        await surveyed(pilot)
        assert alone.main.stage.active == "risks"
    again = dashboard(root)
    async with again.run_test(size=(110, 30)) as pilot:
        await until(pilot, lambda: again.main.stage.active == "checkpoints")


async def test_an_empty_folder_alone_says_so(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {}), only="risks")
    async with app.run_test(size=(80, 24)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: "no milestone lists a risk" in whole(app))

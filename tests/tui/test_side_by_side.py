"""From 160 columns on the overview shows several panels beside each other."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.panels.registry import SIDE_BY_SIDE
from milestone_tui.tui.panels.tracks import TracksPanel
from tests.tui.dashboard import dashboard, screen_text, surveyed, until
from tests.tui.plans import PLAN, hostile, whole, written

SIZE = (170, 44)


def in_view(app: MilestoneApp) -> list[str]:
    return [name for name, panel in app.main.stage.panels.items() if panel.display and panel.region.area]


async def grid(pilot: Pilot[None]) -> MilestoneApp:
    """The app with its four panels filled."""
    app = await surveyed(pilot)
    await until(pilot, lambda: set(in_view(app)) == set(SIDE_BY_SIDE))
    await until(pilot, lambda: "Rain for a week" in screen_text(app) or "H1" in screen_text(app))
    return app


async def test_four_panels_answer_at_once(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        text = whole(app)
        assert all(words in text for words in ("Progress", "Rain for a week", "blocked", "7 d late", "lintels"))


async def test_tab_goes_through_the_list_and_all_panels_and_round(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        places = []
        for _ in range(6):
            await pilot.press("tab")
            await pilot.pause()
            panel = app.main.stage.focused()
            places.append(panel.id if panel else "list")
        assert places[:5] == [*SIDE_BY_SIDE, "list"]
        assert places[5] == places[0]
        await pilot.press("shift+tab")
        await pilot.pause()
        assert app.main.list.has_focus


async def test_the_cursor_of_one_panel_is_followed_by_the_others(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        await pilot.press("1", "g")
        await until(pilot, lambda: app.main.selected == "M3.md")
        await until(pilot, lambda: app.main.list.current_key == "M3.md")
        await until(pilot, lambda: app.main.stage.panel("tracks").key() == "M3.md")
        await until(pilot, lambda: app.main.stage.panel("checkpoints").key() == "M3.md")


async def test_a_panel_that_comes_back_is_drawn_for_its_room_before_it_has_it(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        tracks = app.main.stage.panel("tracks")
        assert isinstance(tracks, TracksPanel)
        pane = [row.line for row in tracks.listed.rows]
        await pilot.press("5")
        await until(pilot, lambda: tracks.listed.size.width > SIZE[0] // 2)
        alone = [row.line for row in tracks.listed.rows]
        assert alone != pane
        app.main.action_panel("overview")
        assert [row.line for row in tracks.listed.rows] == pane
        app.main.action_panel("tracks")
        assert [row.line for row in tracks.listed.rows] == alone


async def test_keys_and_place_at_the_bottom_are_those_of_the_panel_as_soon_as_it_is_opened(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        app.main.action_panel("checkpoints")
        assert app.main.footer.place == "M1.md:6"
        assert any("later" in hint for hint in app.main.footer.keys)


async def test_a_click_in_a_panel_gives_it_the_keys(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        for name in ("checkpoints", "tracks", "risks", "overview"):
            panel = app.main.stage.panel(name)
            target = panel.keys()
            await until(pilot, lambda target=target: app.main.region.contains_region(target.region) and target.size.height > 0)  # type: ignore[misc]
            await pilot.click(target, offset=(4, min(2, target.size.height - 1)))
            await until(pilot, lambda panel=panel: panel.has_focus_within)  # type: ignore[misc]
            whole(app)


async def test_panels_come_and_go_with_the_width_and_keys_still_go_somewhere(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        await pilot.press("tab", "tab", "tab")
        for size in ((159, 44), (170, 20), (170, 44), (100, 12), (200, 50)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.main.size.width == size[0])  # type: ignore[misc]
            await pilot.press("j")
            await pilot.pause()
            whole(app)
            assert app.focused is not None
            assert app.focused.region.area
        assert set(in_view(app)) == set(SIDE_BY_SIDE)


async def test_the_agenda_stands_beside_the_others_too(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        await pilot.press("1", "s")
        await until(pilot, lambda: "Ask for a plan" in screen_text(app))
        await pilot.press("g", "space")
        await until(pilot, lambda: "[x] Rafters" in (root / "M3.md").read_text(encoding="utf-8"))
        whole(app)


async def test_text_that_means_harm_tears_nothing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, hostile()))
    async with app.run_test(size=SIZE) as pilot:
        await grid(pilot)
        for key in ("tab", "j", "tab", "j", "tab", "G", "tab", "G", "tab"):
            await pilot.press(key)
            whole(app)

"""Choosing which milestones are shown: by what they say, by a typed line, and in every panel at once."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.filtering import FilterScreen
from tests.tui.dashboard import dashboard, loaded, screen_text, until
from tests.tui.plans import PLAN, hostile, shown_panel, whole, written

SIZE = (110, 40)


async def filtering(pilot: Pilot[None]) -> tuple[MilestoneApp, FilterScreen]:
    """The screen over the dashboard."""
    app = await loaded(pilot)
    await pilot.press("f")
    await until(pilot, lambda: isinstance(app.screen, FilterScreen) and bool(app.screen.listed.rows))
    assert isinstance(app.screen, FilterScreen)
    return app, app.screen


def listed(app: MilestoneApp) -> list[str]:
    return [row.key for row in app.main.list.rows]


async def choose(pilot: Pilot[None], screen: FilterScreen, field: str, value: str) -> None:
    """Put the cursor on a choice and take it."""
    assert screen.listed.go_to(f"{field}:{value}") or screen.listed.go_to(
        next(row.key for row in screen.listed.rows if (row.field, row.value) == (field, value))
    )
    await pilot.press("space")


async def test_each_choice_says_for_how_many_it_holds_and_is_applied_at_once(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        _, screen = await filtering(pilot)
        await choose(pilot, screen, "status", "planned")
        await until(pilot, lambda: listed(app) == ["M3.md", "M4.md"])
        assert "2 shown" in whole(app)
        assert screen.typed.value == "status:planned"
        await choose(pilot, screen, "status", "active")
        await until(pilot, lambda: listed(app) == ["M2.md", "M3.md", "M4.md"])
        await pilot.press("c")
        await until(pilot, lambda: len(listed(app)) == 5)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)


async def test_a_click_chooses(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        _, screen = await filtering(pilot)
        y = next(y for y in range(screen.listed.size.height) if "late" in screen.listed.render_line(y).text)
        await pilot.click(screen.listed, offset=Offset(6, y))
        await until(pilot, lambda: listed(app) == ["M3.md"])
        await pilot.click(screen.listed, offset=Offset(6, y))
        await until(pilot, lambda: len(listed(app)) == 5)


async def test_a_line_is_applied_while_it_is_typed_and_what_it_does_not_understand_is_said(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await filtering(pilot)
        await pilot.press("slash", *"owner:mira")
        await until(pilot, lambda: listed(app) == ["M1.md", "M2.md"])
        await pilot.press(*" is:lat")
        await until(pilot, lambda: "perhaps" in screen_text(app))
        await pilot.press("e")
        await until(pilot, lambda: listed(app) == [])
        assert "0 shown" in whole(app)
        await pilot.press("ctrl+u", *'"[red]', "enter")
        await until(pilot, lambda: app.screen is app.main)
        whole(app)


async def test_what_is_chosen_stays_in_force_and_stands_on_the_screen(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        _, screen = await filtering(pilot)
        await choose(pilot, screen, "status", "planned")
        await pilot.press("escape")
        await until(pilot, lambda: "planned: 2" in screen_text(app))
        for key in ("1", "2", "escape"):
            await pilot.press(key)
            await pilot.pause()
            assert "planned: 2" in whole(app)
        assert app.main.overview.table.rows
        assert {row.key for row in app.main.overview.table.rows} == {"M3.md", "M4.md"}
        _, again = await filtering(pilot)
        assert again.typed.value == "status:planned"


async def test_where_nothing_is_shown_every_panel_still_works(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(pilot)
        app.main.show_line("text:nothing-of-this-name")
        await until(pilot, lambda: listed(app) == [])
        for name in ("milestone", "risks", "dependencies", "tracks", "checkpoints", "activity", "overview"):
            await shown_panel(pilot, name)
            await pilot.press("j", "G", "k", "space", "enter")
            await pilot.pause()
            whole(app)


async def test_groups_and_orders_are_kept_beside_the_filter(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "overview")
        await pilot.press("b")
        await until(pilot, lambda: "in groups by status" in screen_text(app))
        keys = [row.key for row in app.main.overview.table.rows]
        assert len(keys) > 5
        await pilot.press("o", "O")
        await until(pilot, lambda: "sorted by" in screen_text(app))
        app.main.show_line("owner:tomas")
        await until(pilot, lambda: listed(app) == ["M3.md"])
        whole(app)


async def test_names_that_mean_harm_can_be_chosen(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, hostile()))
    async with app.run_test(size=SIZE) as pilot:
        _, screen = await filtering(pilot)
        rows = [row.key for row in screen.listed.rows if row.field in ("owner", "track")]
        assert len(rows) > 6
        for key in rows[::3]:
            screen.listed.go_to(key)
            await pilot.press("space")
            await pilot.pause()
            whole(app)
            await pilot.press("c")


async def test_a_line_that_is_not_understood_stays_open_and_filters_nothing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        _, screen = await filtering(pilot)
        await pilot.press("slash", *"statu:active", "enter")
        await pilot.pause()
        assert app.screen is screen
        assert len(listed(app)) == 5
        await pilot.press("escape")
        assert screen.typed.value == ""
        await pilot.press("slash", *"status:active", "enter")
        await until(pilot, lambda: app.screen is app.main)
        assert listed(app) == ["M2.md"]


async def test_the_overview_and_the_agenda_say_at_any_width_that_not_everything_is_shown(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_panel(pilot, "overview")
        app.main.show_line("is:late")
        await until(pilot, lambda: "only late: 1 of 5" in screen_text(app))
        await pilot.press("s")
        await until(pilot, lambda: "only late: " in screen_text(app) and "1 of 5" not in screen_text(app))
        app.main.show_line("")
        await until(pilot, lambda: "only late" not in screen_text(app))


async def test_keys_of_the_overview_work_from_the_list_too(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(120, 36)) as pilot:
        await shown_panel(pilot, "tracks")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.list.has_focus)
        await pilot.press("o")
        await until(pilot, lambda: "sorted by id" in screen_text(app))
        await pilot.press("escape", "s")
        await until(pilot, lambda: app.main.overview.agenda.has_focus)

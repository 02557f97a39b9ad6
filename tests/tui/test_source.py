"""A file line by line with what each line was read as."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.source import SourceScreen
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, hostile, shown_panel, whole, written

SIZE = (100, 30)


async def source(pilot: Pilot[None]) -> SourceScreen:
    """The screen over the dashboard."""
    app = pilot.app
    assert isinstance(app, MilestoneApp)
    await pilot.press("i")
    await until(pilot, lambda: isinstance(app.screen, SourceScreen) and bool(app.screen.listed.rows))
    assert isinstance(app.screen, SourceScreen)
    return app.screen


async def test_i_shows_the_file_at_the_line_of_what_is_selected(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "overview")
        await pilot.press("s")
        await until(pilot, lambda: app.main.place() == ("M3.md", 10))
        screen = await source(pilot)
        assert screen.listed.current is not None
        assert (screen.listed.current.line, screen.listed.current.text) == (10, "- [ ] Rafters")
        text = whole(app)
        assert "M3.md and what each line was read as" in text
        assert "box" in text
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)
        assert app.main.overview.agenda.has_focus


async def test_words_are_found_in_it_and_enter_opens_nothing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await pilot.press("escape", "down", "2")
        await until(pilot, lambda: app.main.place() == ("M2.md", 1))
        screen = await source(pilot)
        await pilot.press("slash", *"brick", "enter")
        await until(pilot, lambda: screen.listed.has_focus and "Order bricks" in screen.listed.rows[screen.listed.cursor].text)
        await pilot.press("n")
        await until(pilot, lambda: "Lay bricks" in screen.listed.rows[screen.listed.cursor].text)
        await pilot.press("N", "N")
        await until(pilot, lambda: "Bricks are late" in screen.listed.rows[screen.listed.cursor].text)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen


async def test_it_stays_as_it_was_while_the_file_changes_below_it(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        screen = await source(pilot)
        (root / "M1.md").unlink()
        app.action_reload()
        await until(pilot, lambda: app.main.snapshot is not None and "M1.md" not in app.main.snapshot.milestones)
        assert "Level the field" in screen_text(app)
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: app.screen.size.width == 40 and len(screen_text(app).split("\n")) == 12)
        whole(app)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is not screen)


async def test_lines_that_mean_harm_are_shown_and_do_none(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, hostile()))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        for _ in range(3):
            await source(pilot)
            for key in ("ctrl+d", "ctrl+d", "G"):
                await pilot.press(key)
                whole(app)
            await pilot.press("escape", "escape", "j", "2")
            await pilot.pause()


async def test_where_nothing_is_selected_nothing_opens(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {}))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await pilot.press("i", "y", "space", "enter", "E")
        await pilot.pause()
        assert app.screen is app.main


async def test_the_lines_come_also_while_another_dialog_stands_over_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        with monkeypatch.context() as held:
            asked: list[tuple[str, int]] = []
            held.setattr(app.disk.inquiries, "explain", lambda *words: asked.append(words))
            await pilot.press("i")
            await until(pilot, lambda: bool(asked))
        screen = app.screen
        assert isinstance(screen, SourceScreen)
        await pilot.press("question_mark")
        await until(pilot, lambda: app.screen is not screen)
        app.disk.inquiries.explain(*asked[0])
        await until(pilot, lambda: bool(screen.listed.rows))

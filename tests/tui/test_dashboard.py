"""What the dashboard shows and where its keys lead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from milestone_tui.tui.screens.filtering import FilterScreen
from milestone_tui.tui.screens.help import HelpScreen
from tests.tui.dashboard import FIRST, dashboard, loaded, opened, project, screen_text, until


async def test_the_first_screen_is_there_before_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(project(tmp_path))
    monkeypatch.setattr(app.disk, "start", lambda watch: None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.snapshot is not None)
        assert "Milestones" in screen_text(app)
        assert "reading …" in screen_text(app)


async def test_late_and_blocked_milestones_come_first_in_the_overview(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        assert [row.key for row in app.main.list.rows] == ["M1.md", "M2.md", "M3.md"]
        assert [row.key for row in app.main.overview.table.rows] == ["M2.md", "M1.md", "M3.md"]
        await pilot.press("1", "o")
        assert [row.key for row in app.main.overview.table.rows] == ["M1.md", "M2.md", "M3.md"]
        assert "sorted by id" in screen_text(app)


async def test_unknown_is_a_dash_and_never_nought_per_cent(tmp_path: Path) -> None:
    (tmp_path / "milestones").mkdir()
    (tmp_path / "milestones" / "M9.md").write_text("# M9: Study\n\nSomebody should.\n", encoding="utf-8")
    app = dashboard(tmp_path / "milestones")
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        assert "M9" in screen_text(app)
        assert "0 %" not in screen_text(app)
        assert "0%" not in screen_text(app)


async def test_below_100_columns_the_list_and_the_panel_take_turns(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        assert app.main.list.display
        assert not app.main.stage.region.area
        await pilot.press("enter")
        await until(pilot, lambda: "Success criteria" in screen_text(app))
        assert not app.main.list.region.area
        assert "M1.md:" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.main.list.has_focus
        assert "Sharing" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_running


async def test_the_panel_follows_the_cursor_of_the_list(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("2", "escape", "down")
        await until(pilot, lambda: "[ ] Ask around" in screen_text(app))
        assert "waits for M1" in screen_text(app)
        assert "20 d late" in screen_text(app)


async def test_what_others_write_shows_and_the_cursor_stays_on_its_item(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root, watch=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("down", "down")
        key = app.main.milestone.boxes.current_key
        assert "write it down" in key
        above = FIRST.replace(b"## Success criteria\n", b"## Success criteria\n\n- [ ] First of all\n- [ ] And then\n")
        (root / "M1.md").write_bytes(above)
        os.utime(root / "M1.md", ns=(1, 1))
        await until(pilot, lambda: "And then" in screen_text(app))
        assert app.main.milestone.boxes.current_key == key
        (root / "M0.md").write_bytes(b"# M0: Before all\n\n- [ ] x\n")
        await until(pilot, lambda: len(app.main.list.rows) == 4)
        assert app.main.list.current_key == "M1.md"


async def test_a_change_of_what_is_no_fact_shows_too(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root, watch=True)
    async with app.run_test(size=(120, 50)) as pilot:
        await opened(pilot)
        (root / "M1.md").write_bytes(FIRST.replace(b"buy another", b"buy a bigger one"))
        await until(pilot, lambda: "buy a bigger one" in screen_text(app))


async def test_text_of_files_is_text(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "[link=x]tick[/] [/" in screen_text(app))
        assert "[red]loud[/red] [/] [@click=app.quit]x[/]" in screen_text(app)
        assert "\x1b" not in screen_text(app)
        assert "\x07" not in screen_text(app)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "CommandPalette" in type(app.screen).__name__)
        await pilot.press(*"loud")
        await until(pilot, lambda: "[red]loud" in screen_text(app))
        await pilot.press("escape", "space")
        await until(pilot, lambda: "ticked" in screen_text(app))


async def test_one_bad_file_is_one_red_row_with_its_reason(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "M4.md").symlink_to(root / "nowhere.md")
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        assert len(app.main.list.rows) in (3, 4)
        if len(app.main.list.rows) == 4:
            await pilot.press("G", "enter")
            await until(pilot, lambda: "not read" in screen_text(app))


async def test_filtering_shows_how_many_and_hides_the_others(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, FilterScreen))
        await pilot.press("space")
        await until(pilot, lambda: len(app.main.list.rows) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: "late: 1" in screen_text(app))


async def test_finding_moves_the_cursor_while_one_types_and_escape_goes_back(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *"shar")
        await until(pilot, lambda: app.main.list.current_key == "M2.md")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.list.current_key == "M1.md")
        await pilot.press("slash", *"m", "enter", "n")
        await until(pilot, lambda: app.main.list.current_key == "M2.md")
        assert app.main.list.has_focus


async def test_help_names_the_keys_in_force(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        assert "Tick or untick the box" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, HelpScreen))


async def test_every_key_has_an_id_and_says_what_it_does(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        ours = [
            active for active in app.screen.active_bindings.values() if type(active.node).__module__.startswith("milestone_tui")
        ]
        bare = [active.binding.key for active in ours if active.binding.id and not active.tooltip]
        assert not bare


async def test_copying_and_the_editor_use_the_line_of_what_is_selected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("y")
        assert app.clipboard == "M1.md:10"
        asked: list[tuple[Path, int]] = []

        def open_editor(app: object, path: Path, line: int) -> str:
            asked.append((path, line))
            return ""

        monkeypatch.setattr("milestone_tui.tui.editor.open_editor", open_editor)
        await pilot.press("E")
        await pilot.pause()
        assert asked == [(app.disk.workspace.root / "M1.md", 10)]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_an_empty_folder_says_in_the_middle_what_to_do(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "No milestones in" in screen_text(app))
        words = " ".join(app.main.list.render_line(y).text.strip() for y in range(app.main.list.size.height))
        assert "milestone-tui demo" in " ".join(words.split())
        (tmp_path / "M1.md").write_text("# M1: One\n\n**Status**: active\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "One" in screen_text(app))
        assert "No milestones in" not in screen_text(app)

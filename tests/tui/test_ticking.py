"""A tick from the key to the byte in the file and back to the screen."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message

from milestone_tui.model.edit import SetBox
from milestone_tui.tui.messages import EditRequested, EditSettled
from tests.tui.dashboard import FIRST, asked, dashboard, opened, project, screen_text, until


async def test_space_ticks_one_byte_and_says_so(tmp_path: Path) -> None:
    root = project(tmp_path)
    seen: list[Message] = []
    app = dashboard(root)
    async with app.run_test(size=(120, 36), message_hook=seen.append) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: any(isinstance(message, EditSettled) for message in seen))
        wished = next(message.edit for message in seen if isinstance(message, EditRequested))
        assert isinstance(wished, SetBox)
        assert (wished.path, wished.done, wished.text) == ("M1.md", True, "No data loss @mira (due 2026-11-25)")
        assert (root / "M1.md").read_bytes() == FIRST.replace(b"- [ ] No data", b"- [x] No data")
        await until(pilot, lambda: "[x] No data loss" in screen_text(app))
        assert "ticked" in screen_text(app)
        assert "u undoes" in screen_text(app)
        assert "2/4 boxes" in screen_text(app)


async def test_a_tick_shows_as_pending_before_it_is_written(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        app.main.milestone.boxes.pend(app.main.milestone.boxes.current_key, 99, True)
        await pilot.pause()
        assert "(x) No data loss" in screen_text(app)
        app.main.milestone.boxes.settle(99)
        await pilot.pause()
        assert "[ ] No data loss" in screen_text(app)


async def test_two_ticks_in_a_row_leave_the_file_as_it_was(tmp_path: Path) -> None:
    root = project(tmp_path)
    seen: list[Message] = []
    app = dashboard(root)
    async with app.run_test(size=(120, 36), message_hook=seen.append) as pilot:
        await opened(pilot)
        await pilot.press("space", "space")
        await until(pilot, lambda: len({message.number for message in seen if isinstance(message, EditSettled)}) == 2)
        asked = {id(message): message.edit for message in seen if isinstance(message, EditRequested)}
        assert [edit.done for edit in asked.values() if isinstance(edit, SetBox)] == [True, False]
        assert (root / "M1.md").read_bytes() == FIRST


async def test_undo_and_redo(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root)
    ticked = FIRST.replace(b"- [ ] No data", b"- [x] No data")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: (root / "M1.md").read_bytes() == ticked)
        await pilot.press("u")
        await until(pilot, lambda: (root / "M1.md").read_bytes() == FIRST)
        await until(pilot, lambda: "[ ] No data loss" in screen_text(app))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: (root / "M1.md").read_bytes() == ticked)


async def test_a_refused_tick_is_taken_back_with_the_reason(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        gone = FIRST.replace(b"- [ ] No data loss @mira (due 2026-11-25)\n", b"")
        (root / "M1.md").write_bytes(gone)
        await pilot.press("space")
        await asked(pilot)
        assert "No data loss" in screen_text(app)
        await pilot.press("k")
        await until(pilot, lambda: "not done:" in screen_text(app))
        assert "(x)" not in screen_text(app)
        assert (root / "M1.md").read_bytes() == gone


async def test_space_where_no_box_is_says_so_and_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("g", "space")
        await pilot.pause()
        assert "there is no box in this row" in screen_text(app)
        assert (root / "M1.md").read_bytes() == FIRST


async def test_a_click_on_a_box_ticks_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        row = next(number for number, line in enumerate(screen_text(app).splitlines()) if "[ ] Write it down" in line)
        column = screen_text(app).splitlines()[row].index("[ ] Write") + 1
        await pilot.click(offset=(column, row))
        await until(pilot, lambda: b"[x] Write it down" in (root / "M1.md").read_bytes())


async def test_quitting_at_once_still_writes_what_was_ticked(tmp_path: Path) -> None:
    root = project(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space", "q")
    assert b"[x] No data loss" in (root / "M1.md").read_bytes()

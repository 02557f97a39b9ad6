"""What the disk did not take is kept and named, and made when it takes it."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from milestone_tui.workspace import writing
from tests.tui.dashboard import FIRST, dashboard, opened, project, screen_text, until


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Says whether the disk is full."""
    state = {"full": True}
    real = writing._stored

    def stored(*args: object) -> bool | None:
        if state["full"]:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(writing, "_stored", stored)
    return lambda value: state.update(full=value)


async def test_a_tick_on_a_full_disk_is_kept_named_and_made_later(tmp_path: Path, full: Callable[[bool], None]) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: "1 edit is not written: the disk is full; R tries again" in screen_text(app))
        assert file.read_bytes() == FIRST
        await pilot.press("R")
        await until(pilot, lambda: "No data loss" in screen_text(app) and "try again" in screen_text(app))
        full(False)
        await pilot.pause(0.35)
        await pilot.press("enter")
        await until(pilot, lambda: file.read_bytes() != FIRST)
        assert file.read_bytes() == FIRST.replace(b"[ ] No data loss", b"[x] No data loss")
        assert app.unwritten == []


async def test_what_still_does_not_go_is_kept_once(tmp_path: Path, full: Callable[[bool], None]) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: len(app.unwritten) == 1)
        await pilot.press("R")
        await pilot.pause(0.35)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.unwritten) == 1)
        await pilot.pause(0.35)
        await pilot.press("R")
        await pilot.pause(0.35)
        await pilot.press("f")
        await until(pilot, lambda: app.unwritten == [])
        assert file.read_bytes() == FIRST


async def test_leaving_without_what_is_not_written_takes_a_second_q(tmp_path: Path, full: Callable[[bool], None]) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space")
        await until(pilot, lambda: len(app.unwritten) == 1)
        await pilot.press("q")
        await until(pilot, lambda: "q once more leaves without them" in screen_text(app))
        assert app.is_running
        await pilot.press("q")
        await until(pilot, lambda: app._exit)


async def test_what_is_refused_for_what_the_file_says_is_not_kept(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        file.write_bytes(FIRST.replace(b"- [ ] No data loss @mira (due 2026-11-25)\n", b""))
        await pilot.press("space")
        await until(pilot, lambda: "not done" in screen_text(app) or "Not written" in screen_text(app))
        assert app.unwritten == []

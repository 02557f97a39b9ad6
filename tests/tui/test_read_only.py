"""Where no file can be written, the dashboard says so by itself, and edits again as soon as one can."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from milestone_tui.workspace.permission import why_none_is_written
from tests.tui.dashboard import FIRST, dashboard, loaded, opened, project, screen_text, until


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ends of the names of the files that nobody may write; the tests may run as somebody who may write everything."""
    ends: list[str] = []
    real = os.access

    def access(path: str, mode: int) -> bool:
        return not (mode == os.W_OK and any(str(path).endswith(end) for end in ends)) and real(path, mode)

    monkeypatch.setattr(os, "access", access)
    return ends


async def test_it_is_read_only_by_itself_where_nothing_can_be_written(tmp_path: Path, locked: list[str]) -> None:
    root = project(tmp_path)
    locked.append(".md")
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "read-only: you may not write these files" in screen_text(app))
        await pilot.press("space")
        await until(pilot, lambda: "nothing is written: you may not write these files" in screen_text(app))
        assert (root / "M1.md").read_bytes() == FIRST
        locked.clear()
        (root / "M2.md").write_text("# M2: Sharing\n\n- [ ] Ask all around\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: not app.read_only)


async def test_one_file_that_can_be_written_is_enough_for_editing(tmp_path: Path, locked: list[str]) -> None:
    locked.append("M1.md")
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        assert not app.read_only


async def test_what_was_asked_for_stays(tmp_path: Path, locked: list[str]) -> None:
    locked.append(".md")
    app = dashboard(project(tmp_path), read_only="it was started with --read-only")
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.pause(0.1)
        assert app.read_only == "it was started with --read-only"


def test_a_project_without_files_is_not_called_read_only(tmp_path: Path) -> None:
    assert why_none_is_written(str(tmp_path), ()) == ""

"""What holds in every panel: any size at any moment, files that come and go, nothing to show, and text that means harm."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from tests.tui.dashboard import dashboard, loaded, screen_text, until
from tests.tui.plans import KEYS, PLAN, hostile, shown_panel, whole, written

SIZES = ((80, 24), (40, 12), (161, 26), (23, 7), (1, 1), (100, 30))
WALKS = {
    "overview": ("j", "o", "O", "b", "b", "s", "o", "j", "space", "s"),
    "milestone": ("j", "]", "z", "Z", "Z", "v", "G", "v", "space"),
    "risks": ("right", "up", "h", "enter", "G", "m", "c"),
    "dependencies": ("right", "left", "j", "z", "x", "c", "G", "ctrl+d"),
    "tracks": ("plus", "plus", "plus", "minus", "l", "h", "0", "G"),
    "checkpoints": ("j", "G", "g"),
    "activity": ("j", "G", "k"),
}
"""Some keys of each panel."""
every_panel = pytest.mark.parametrize("name", KEYS)


async def walk(pilot: Pilot[None], app: MilestoneApp, name: str) -> None:
    """Press keys of the panel; after each of them the screen must be whole."""
    for key in WALKS[name]:
        await pilot.press(key)
        whole(app)


@every_panel
async def test_the_screen_may_change_its_size_at_any_moment(tmp_path: Path, name: str) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(100, 30)) as pilot:
        await shown_panel(pilot, name)
        for size, key in zip(SIZES, WALKS[name], strict=False):
            await pilot.resize_terminal(*size)
            await pilot.press(key)
            await until(pilot, lambda size=size: app.main.size == size)  # type: ignore[misc]
            whole(app)
        assert app.focused is not None
        assert app.focused.region.area


@pytest.mark.parametrize("size", [(80, 24), (41, 14)])
async def test_text_that_means_harm_is_shown_and_does_none(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(written(tmp_path, hostile()))
    async with app.run_test(size=size) as pilot:
        for name in KEYS:
            await shown_panel(pilot, name)
            await walk(pilot, app, name)
        assert app.is_running


async def test_an_empty_folder_is_told_in_words(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await until(pilot, lambda: "no milestones were found" in whole(app))
        for name in KEYS:
            await shown_panel(pilot, name)
            await until(pilot, lambda: "no milestone" in whole(app))
            await walk(pilot, app, name)


async def test_a_file_that_was_passed_over_is_taken_in_and_nothing_asks_for_it_any_more(tmp_path: Path) -> None:
    root = written(tmp_path, {"notes.md": "Some words\n"})
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await until(pilot, lambda: "enter takes a file in" in whole(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.snapshot is not None and len(app.main.snapshot.milestones) == 1)
        await until(pilot, lambda: "enter takes a file in" not in whole(app))


async def test_milestones_that_say_nothing_are_shown_all_the_same(tmp_path: Path) -> None:
    bare = {
        "M1.md": "# M1\n",
        "M2.md": "# M2: \n\n**Status**: \n",
        "M3.md": "---\nid: M3\n---\n",
        "M4.md": "**Depends on**: M4\n",
    }
    app = dashboard(written(tmp_path, bare))
    async with app.run_test(size=(100, 24)) as pilot:
        for name in KEYS:
            await shown_panel(pilot, name)
            await walk(pilot, app, name)
            assert "M1" in screen_text(app)


@every_panel
async def test_files_may_change_vanish_and_appear_while_it_is_open(tmp_path: Path, name: str) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(100, 24)) as pilot:
        await shown_panel(pilot, name)
        await pilot.press("j")
        for path in root.iterdir():
            path.unlink()
        await pilot.press("r")
        await until(pilot, lambda: app.main.snapshot is not None and not app.main.snapshot.milestones)
        await pilot.press("j", "enter", "space", "k")
        whole(app)
        for file, text in hostile().items():
            (root / file).write_text(text, encoding="utf-8")
        (root / "X1.md").write_bytes(b"\xff\xfe\x00---\n[[[\x1b" + bytes(range(256)))
        await pilot.press(KEYS[name], "r")
        await until(pilot, lambda: app.main.snapshot is not None and len(app.main.snapshot.milestones) > 6)
        await walk(pilot, app, name)


async def test_a_folder_that_may_not_be_read_is_told_and_nothing_else_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(tmp_path, PLAN)
    scandir = os.scandir

    def refused(path: Any) -> Any:  # noqa: ANN401 -- as of os.scandir
        if str(path).startswith(str(root)):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    app = dashboard(root)
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refused)
        async with app.run_test(size=(80, 24)) as pilot:
            await loaded(pilot)
            await until(pilot, lambda: "ermission denied" in screen_text(app) or "not read" in screen_text(app))
            for name in KEYS:
                await shown_panel(pilot, name)
                await pilot.press("j", "enter", "space")
                whole(app)


async def test_each_tab_can_be_clicked(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(120, 24)) as pilot:
        await loaded(pilot)
        await until(pilot, lambda: " 7 Activity " in screen_text(app))
        for name, key in [*KEYS.items()][::-1]:
            line = screen_text(app).split("\n")[1]
            column = line.index(f" {key} ", line.index("╮")) + 1
            await pilot.click(offset=(column, 1))
            await until(pilot, lambda name=name: app.main.stage.active == name)  # type: ignore[misc]
            await until(pilot, lambda name=name: app.main.stage.panel(name).has_focus_within)  # type: ignore[misc]

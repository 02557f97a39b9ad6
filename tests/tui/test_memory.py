"""Where one was is found again in the next run; what is damaged in that memory does no harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.workspace.remembered import recall, remember
from tests.tui.dashboard import dashboard, loaded, screen_text, until
from tests.tui.plans import KEYS, PLAN, shown_panel, whole, written

SIZE = (110, 30)


def state_of(root: Path) -> Path:
    """Where the app of `dashboard` keeps what it remembers."""
    return root.parent / "state"


async def here(pilot: Pilot[None], app: MilestoneApp, **values: object) -> None:
    """Wait until the dashboard is where it is expected to be."""
    await loaded(pilot)
    expected = {"selected": app.main.selected, "panel": app.main.stage.active} | values
    await until(pilot, lambda: {"selected": app.main.selected, "panel": app.main.stage.active} == expected)


async def test_the_milestone_the_panel_and_the_selection_are_found_again(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    first = dashboard(root)
    async with first.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "checkpoints")
        first.main.show_line("-status:completed sort:target")
        await pilot.press("escape", "j", "j")
        await until(pilot, lambda: first.main.selected == "M4.md")
    second = dashboard(root)
    async with second.run_test(size=SIZE) as pilot:
        await here(pilot, second, selected="M4.md", panel="checkpoints")
        assert [row.key for row in second.main.list.rows] == ["M2.md", "M3.md", "M4.md", "M5.md"]
        assert second.main.list.has_focus
        whole(second)


async def test_each_panel_is_as_it_was_left(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    first = dashboard(root)
    async with first.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await pilot.press("escape", "down", "enter")
        await until(pilot, lambda: "Mix mortar" in screen_text(first) and first.main.milestone.boxes.cursor > 0)
        await pilot.press("z")
        await shown_panel(pilot, "dependencies")
        await pilot.press("z", "x")
        await shown_panel(pilot, "tracks")
        await pilot.press("0", "minus")
        await pilot.press("1", "s", "o")
        await until(pilot, lambda: "by owner" in screen_text(first))
        zoom = first.main.stage.panel("tracks").remember()
    second = dashboard(root)
    async with second.run_test(size=SIZE) as pilot:
        await here(pilot, second, selected="M2.md")
        assert second.main.stage.panel("tracks").remember() == zoom
        assert second.main.stage.panel("dependencies").remember() == {"fold": True, "outside": False}
        assert second.main.overview.agenda.arrangement == "owner"
        await shown_panel(pilot, "milestone")
        await until(pilot, lambda: "Plumb" in screen_text(second))
        assert "Mix mortar" not in screen_text(second)


async def test_what_is_never_opened_is_not_forgotten(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    remember(state_of(root), root, {"panels": {"dependencies": {"fold": True, "outside": True}}})
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
    assert recall(state_of(root), root)["panels"]["dependencies"] == {"fold": True, "outside": True}


async def test_a_milestone_that_is_gone_and_a_project_beside_it_leave_the_cursor_at_the_top(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    remember(state_of(root), root, {"selected": "M77.md", "panel": "risks"})
    (tmp_path / "other").mkdir()
    other = written(tmp_path / "other", PLAN)
    remember(state_of(root), other, {"selected": "M5.md", "panel": "tracks"})
    app = dashboard(root)
    async with app.run_test(size=SIZE) as pilot:
        await here(pilot, app, selected="M1.md", panel="risks")


_ODD: list[Any] = [None, 0, -1.5, True, "", "x", "[red]", "\x1b[31m", [], [[]], {}, {"a": {"b": []}}, "9" * 500]


@pytest.mark.parametrize("odd", _ODD, ids=[str(number) for number in range(len(_ODD))])
async def test_values_of_any_other_kind_do_no_harm(tmp_path: Path, odd: object) -> None:
    root = written(tmp_path, PLAN)
    panels = {name: {key: odd for key in ("folds", "zoom", "fold", "outside", "moment", "arrangement", "cell")} for name in KEYS}
    remember(state_of(root), root, {"selected": odd, "panel": odd, "selection": odd, "panels": panels})
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        for name in ("milestone", "dependencies", "tracks", "activity"):
            await shown_panel(pilot, name)
            whole(app)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\0",
        b"[" * 100_000,
        b'{"panels": 7}',
        b'{"panels": {"milestone": {"folds": {"M2.md": [1, {}]}}}}',
    ],
    ids=list("abcdefgh"),
)
async def test_a_damaged_memory_is_no_memory(tmp_path: Path, data: bytes) -> None:
    root = written(tmp_path, PLAN)
    remember(state_of(root), root, {})
    (file,) = (state_of(root) / "views").iterdir()
    file.write_bytes(data)
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await here(pilot, app, selected="M1.md", panel="overview")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Plumb" in screen_text(app))
    assert json.loads(file.read_bytes())["selected"] == "M2.md"


async def test_a_memory_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    state_of(root).write_text("a file stands where the folder should be", encoding="utf-8")
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("down", "q")
    assert app.return_code == 0

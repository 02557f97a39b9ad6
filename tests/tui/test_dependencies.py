"""The panel of dependencies: a drawing to walk through, and the words below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.panels.dependencies import DependenciesPanel
from milestone_tui.tui.panels.panel import Panel
from milestone_tui.views.lines import plain
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written

WIDE = (120, 40)


async def dependencies(pilot: Pilot[None]) -> DependenciesPanel:
    """The panel, open."""
    app = await shown_panel(pilot, "dependencies")
    panel = app.main.stage.panel("dependencies")
    assert isinstance(panel, DependenciesPanel)
    await until(pilot, lambda: panel.canvas.drawing is not None)
    return panel


def boxes(panel: DependenciesPanel) -> set[str]:
    return set(panel.canvas.drawing.boxes) if panel.canvas.drawing else set()


def words(panel: DependenciesPanel) -> str:
    return "\n".join(plain(line) for line in panel.words.rows)


async def test_everything_is_drawn_and_the_selected_milestone_is_told_in_words(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        text = whole(app)
        assert all(name in text for name in ("M1 Ground", "M2 Walls", "M3 Roof", "M4 Garden", "M5 Someday", "Crane hire"))
        assert "M1 Ground  completed" in words(panel)
        assert "needed by" in words(panel)


async def test_pages_are_those_of_the_words_below_the_drawing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(100, 20)) as pilot:
        panel = await dependencies(pilot)
        assert panel.words.max_scroll_y > 0
        await pilot.press("ctrl+d")
        assert panel.words.scroll_offset.y > 0
        await pilot.press("pageup")
        assert panel.words.scroll_offset.y == 0


async def test_arrows_go_along_the_edges_and_the_list_follows(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        await pilot.press("x")
        for key, milestone in (("right", "M2.md"), ("right", "M3.md"), ("left", "M2.md"), ("left", "M1.md")):
            await pilot.press(key)
            await until(pilot, lambda milestone=milestone: panel.selected == milestone)  # type: ignore[misc]
        await pilot.press("right")
        await until(pilot, lambda: app.main.list.current_key == "M2.md")
        assert "M2 Walls  active" in words(panel)
        assert app.main.place() == ("M2.md", 1)
        await pilot.press("left", "left")
        await until(pilot, lambda: app.main.list.has_focus)


async def test_the_words_and_the_place_at_the_bottom_wait_until_the_cursor_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        monkeypatch.setattr("milestone_tui.tui.screens.resting.REST_SECONDS", 1000)
        await pilot.press("right")
        assert app.main.selected == panel.selected == "M2.md"
        assert app.main.place() == ("M2.md", 1)
        assert "M1 Ground  completed" in words(panel)
        assert "M1.md:1" in screen_text(app)
        monkeypatch.undo()
        await pilot.press("right")
        await until(pilot, lambda: "M3 Roof" in words(panel).split("\n")[0] and "M3.md:1" in screen_text(app))
        await pilot.press("left", "pagedown")
        assert "Crane hire  outside the project" in words(panel).split("\n")[0]


async def test_a_name_that_is_no_milestone_stands_where_it_is_used(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        outside = next(key for key in boxes(panel) if not key.endswith(".md"))
        box = panel.canvas.drawing.boxes[outside] if panel.canvas.drawing else None
        assert box is not None
        await pilot.click(panel.canvas, offset=Offset(box.x + 1, box.y + 1))
        await until(pilot, lambda: panel.selected == outside)
        assert app.main.place() == ("M3.md", 8)
        await pilot.press("enter")
        await pilot.pause()
        assert app.main.stage.active == "dependencies"
        await pilot.press("x")
        await until(pilot, lambda: "names that are no milestones are left out" in screen_text(app))
        assert outside not in boxes(panel)
        assert panel.selected in boxes(panel)
        await pilot.press("x")
        await until(pilot, lambda: outside in boxes(panel))


async def test_what_is_done_can_be_folded(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        await pilot.press("right", "z")
        await until(pilot, lambda: "M1.md" not in boxes(panel))
        assert "done folded" in words(panel)
        await pilot.press("z")
        await until(pilot, lambda: "M1.md" in boxes(panel))


async def test_a_click_selects_a_box_and_a_second_one_opens_it(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        assert panel.canvas.drawing is not None
        box = panel.canvas.drawing.boxes["M3.md"]
        at = Offset(box.x + box.width - 1, box.y + box.height - 1)
        await pilot.click(panel.canvas, offset=at)
        await until(pilot, lambda: panel.selected == "M3.md")
        assert app.main.stage.active == "dependencies"
        await pilot.click(panel.canvas, offset=Offset(0, panel.canvas.size.height - 1))
        await pilot.pause()
        assert panel.selected == "M3.md"
        await pilot.click(panel.canvas, offset=at)
        await until(pilot, lambda: app.main.stage.active == "milestone")
        assert app.main.selected == "M3.md"


async def test_the_drawing_lights_what_is_selected_in_the_list(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        await pilot.press("escape", "G")
        await until(pilot, lambda: panel.selected == "M5.md")


async def test_a_milestone_that_vanishes_is_no_longer_selected_and_a_new_one_is_drawn(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        await pilot.press("right")
        await until(pilot, lambda: panel.selected == "M2.md")
        (root / "M2.md").unlink()
        (root / "M6.md").write_text("# M6: Fence\n\n**Depends on**: M4\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "M6.md" in boxes(panel))
        assert "M2.md" not in boxes(panel)
        assert panel.selected in boxes(panel)
        await pilot.press("left", "right", "down", "up", "enter")
        await pilot.pause()
        whole(app)


async def test_milestones_that_wait_for_each_other_are_drawn_and_named(tmp_path: Path) -> None:
    circle = {f"M{at}.md": f"# M{at}: Part {at}\n\n**Depends on**: M{at % 3 + 1}\n" for at in (1, 2, 3)}
    app = dashboard(written(tmp_path, circle))
    async with app.run_test(size=WIDE) as pilot:
        panel = await dependencies(pilot)
        assert boxes(panel) == {"M1.md", "M2.md", "M3.md"}
        assert "circle" in whole(app)
        for _ in range(4):
            await pilot.press("right")
        await pilot.press("g", "G")
        assert panel.selected in boxes(panel)


async def test_where_boxes_have_no_room_there_is_a_list_to_walk(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(36, 14)) as pilot:
        panel = await dependencies(pilot)
        assert panel.canvas.drawing is not None
        assert panel.canvas.drawing.layout is None
        before = panel.selected
        await pilot.press("j")
        await until(pilot, lambda: panel.selected != before)
        assert panel.selected.split(".")[0] in whole(app)


async def test_what_is_shown_before_there_is_room_is_drawn_though_no_resize_tells_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        await shown_panel(pilot, "tracks")
        monkeypatch.setattr(DependenciesPanel, "on_resize", lambda self: None)
        monkeypatch.setattr(Panel, "_on_resize", lambda self: None)
        panel = app.main.open_panel("dependencies")
        assert isinstance(panel, DependenciesPanel)
        assert app.main.view is not None
        panel.show_view(app.main.view)
        assert panel.canvas.drawing is None
        await until(pilot, lambda: panel.canvas.drawing is not None)

"""A milestone as the document that it is, and its sections folded up."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from milestone_tui.tui.panels.milestone import MilestonePanel
from milestone_tui.views.lines import plain
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written

SIZE = (100, 40)


async def milestone(pilot: Pilot[None], presses: int = 1) -> MilestonePanel:
    """The panel with a milestone so many rows down the list."""
    app = await shown_panel(pilot, "milestone")
    await pilot.press("escape", *("down",) * presses, "enter")
    panel = app.main.milestone
    await until(pilot, lambda: panel.view is not None and panel.view.contents is not None and panel.boxes.cursor > 0)
    return panel


def document(panel: MilestonePanel) -> str:
    return "\n".join(plain(row) for row in panel.document.rows)


def headings(panel: MilestonePanel) -> list[str]:
    return [plain(row.text) for row in panel.boxes.rows if row.heading]


async def test_v_shows_the_document_and_v_again_what_was_read_of_it(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        panel = await milestone(pilot)
        await pilot.press("v")
        await until(pilot, lambda: "Rain for a week" in document(panel))
        assert panel.document.has_focus
        assert "**Status**" not in whole(app)
        assert "Status: active" in whole(app)
        await pilot.press("v")
        await until(pilot, lambda: panel.boxes.has_focus)
        assert "1/5 boxes" in screen_text(app)


async def test_the_document_scrolls_and_follows_the_file_and_the_list(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(100, 12)) as pilot:
        panel = await milestone(pilot)
        await pilot.press("v")
        await until(pilot, lambda: "lintels" in document(panel))
        await pilot.press("G")
        await until(pilot, lambda: "lintels" in screen_text(app))
        scrolled = panel.document.scroll_offset.y
        assert scrolled > 0
        (root / "M2.md").write_text(PLAN["M2.md"].replace("lintels", "gables"), encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "gables" in screen_text(app))
        assert panel.document.scroll_offset.y == scrolled
        await pilot.press("escape", "down")
        await until(pilot, lambda: "Rafters" in document(panel))
        assert panel.document.scroll_offset.y == 0
        (root / "M3.md").unlink()
        await pilot.press("r")
        await until(pilot, lambda: "Rafters" not in document(panel))
        whole(app)


async def test_the_document_is_laid_out_anew_for_another_width(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {"M1.md": f"# M1: One\n\n{'word ' * 200}\n\n- [ ] x\n"}))
    async with app.run_test(size=(160, 30)) as pilot:
        panel = await milestone(pilot, 0)
        await pilot.press("v")
        await until(pilot, lambda: "word" in document(panel))
        for width in (60, 30, 120):
            await pilot.resize_terminal(width, 30)
            await until(pilot, lambda width=width: app.main.size.width == width)  # type: ignore[misc]
            await until(pilot, lambda: max(map(len, document(panel).split("\n"))) <= panel.content_size.width)
            await until(pilot, lambda width=width: cell_len(screen_text(app).split("\n")[0]) == width)  # type: ignore[misc]
            assert "word word" in whole(app)


async def test_a_milestone_that_is_opened_at_a_line_shows_its_rows_again(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        panel = await milestone(pilot)
        await pilot.press("v", "1", "g")
        assert app.main.overview.table.current_key == "M3.md"
        await pilot.press("enter")
        await until(pilot, lambda: panel.boxes.has_focus and panel.boxes.cursor > 0)
        assert not panel.document.display
        assert (app.main.selected, panel.key()) == ("M3.md", "M3.md")


async def test_z_folds_the_section_of_the_row_and_enter_opens_it(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        panel = await milestone(pilot)
        assert "Mix mortar" in screen_text(app)
        await pilot.press("z")
        await until(pilot, lambda: "Mix mortar" not in screen_text(app))
        assert "Plumb" in screen_text(app)
        assert panel.boxes.current is not None
        assert panel.boxes.current.heading
        assert "Tasks" in plain(panel.boxes.current.text)
        await pilot.press("enter")
        await until(pilot, lambda: "Mix mortar" in screen_text(app))
        await pilot.press("z")
        await until(pilot, lambda: "Mix mortar" not in screen_text(app))
        await pilot.press("z")
        await until(pilot, lambda: "Mix mortar" in screen_text(app))


async def test_capital_z_folds_everything_and_opens_it_again(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        panel = await milestone(pilot)
        names = headings(panel)
        await pilot.press("Z")
        await until(pilot, lambda: "Plumb" not in screen_text(app) and "Mix mortar" not in screen_text(app))
        assert len(headings(panel)) == len(names)
        whole(app)
        await pilot.press("space", "G", "space", "g")
        await pilot.press("Z")
        await until(pilot, lambda: "Plumb" in screen_text(app) and "Mix mortar" in screen_text(app))
        assert headings(panel) == names


async def test_what_is_folded_stays_so_when_the_file_changes_and_when_one_comes_back(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=SIZE) as pilot:
        await milestone(pilot)
        await pilot.press("z")
        await until(pilot, lambda: "Mix mortar" not in screen_text(app))
        (root / "M2.md").write_text(PLAN["M2.md"].replace("- [ ] Plumb", "- [ ] Plumb line"), encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "Plumb line" in screen_text(app))
        assert "Mix mortar" not in screen_text(app)
        await pilot.press("escape", "down")
        await until(pilot, lambda: "Rafters" in screen_text(app))
        await pilot.press("up")
        await until(pilot, lambda: "Plumb line" in screen_text(app))
        assert "Mix mortar" not in screen_text(app)


async def test_a_box_that_is_gone_to_opens_the_section_that_holds_it(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        panel = await milestone(pilot)
        await pilot.press("Z")
        await until(pilot, lambda: "Mix mortar" not in screen_text(app))
        await pilot.press("1", "s")
        await until(pilot, lambda: len(app.main.overview.agenda.rows) > 4)
        listed = app.main.overview.agenda
        listed.go_to(next(row.key for row in listed.rows if row.item and row.item.text.startswith("Mix mortar")))
        await pilot.press("enter")
        await until(pilot, lambda: panel.boxes.current is not None and "Mix mortar" in plain(panel.boxes.current.text))

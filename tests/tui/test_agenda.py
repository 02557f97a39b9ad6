"""The agenda: open boxes over all milestones, ticked where they are listed."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.panels.agenda import AgendaList
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written

WIDE = (120, 40)
BOXES = ["Rafters", "red ones", "Lay bricks", "Mix mortar", "Plumb", "Level", "Ask for a plan"]


async def agenda(pilot: Pilot[None]) -> AgendaList:
    """The agenda, open, with everything that is read."""
    app = await shown_panel(pilot, "overview")
    await pilot.press("s")
    listed = app.main.overview.agenda
    await until(pilot, lambda: listed.display and bool(listed.rows))
    return listed


def texts(listed: AgendaList) -> list[str]:
    return [row.item.text.partition(" @")[0].partition(" (")[0] for row in listed.rows if row.item]


async def test_open_boxes_of_all_milestones_stand_under_the_days_on_which_they_are_due(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        assert texts(listed) == BOXES
        assert [row.title for row in listed.rows if row.heading] == ["Overdue", "Today", "Later", "Without a day"]
        assert "7 boxes  5 can be done now  ! 3 overdue" in whole(app)


async def test_o_arranges_them_by_owner_and_by_what_can_be_done_and_s_goes_back_to_the_table(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        key = listed.current_key
        await pilot.press("o")
        await until(pilot, lambda: "Nobody" in screen_text(app))
        assert listed.current_key == key
        await pilot.press("o")
        await until(pilot, lambda: "Waits for something" in screen_text(app))
        await pilot.press("o")
        await until(pilot, lambda: "Overdue" in screen_text(app))
        await pilot.press("s")
        await until(pilot, lambda: app.main.overview.table.has_focus)
        assert not listed.display


async def test_space_ticks_one_byte_and_the_box_leaves_the_agenda(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        await pilot.press("j", "j", "space")
        await until(pilot, lambda: "Lay bricks" not in texts(listed))
        assert (root / "M2.md").read_text(encoding="utf-8") == PLAN["M2.md"].replace("- [ ] Lay", "- [x] Lay")
        await pilot.press("u")
        await until(pilot, lambda: texts(listed) == BOXES)
        assert (root / "M2.md").read_text(encoding="utf-8") == PLAN["M2.md"]


async def test_a_click_on_a_box_ticks_it_and_one_on_its_text_does_not(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        line = next(y for y in range(listed.size.height) if "Plumb" in listed.render_line(y).text)
        at = listed.render_line(line).text.index("[ ]")
        await pilot.click(listed, offset=Offset(at + 6, line))
        await until(pilot, lambda: app.main.place() == ("M2.md", PLAN["M2.md"].split("\n").index("- [ ] Plumb") + 1))
        assert (root / "M2.md").read_text(encoding="utf-8") == PLAN["M2.md"]
        await pilot.click(listed, offset=Offset(at + 1, line))
        await until(pilot, lambda: "[x] Plumb" in (root / "M2.md").read_text(encoding="utf-8"))


async def test_enter_opens_the_milestone_at_the_box(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        await agenda(pilot)
        await pilot.press("G", "enter")
        await until(pilot, lambda: app.main.stage.active == "milestone" and app.main.place() == ("M4.md", 6))


async def test_only_boxes_of_milestones_that_are_shown_stand_there(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        app.main.show_line("owner:mira")
        await until(pilot, lambda: texts(listed) == ["Lay bricks", "Mix mortar", "Plumb", "Level"])
        app.main.show_line("text:nothing")
        await until(pilot, lambda: "nothing is left to tick" in screen_text(app))
        await pilot.press("space", "enter", "j", "G")
        whole(app)


async def test_boxes_that_others_tick_leave_and_the_cursor_stays_on_its_box(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        listed = await agenda(pilot)
        await pilot.press("G")
        key = listed.current_key
        (root / "M3.md").write_text(PLAN["M3.md"].replace("[ ]", "[x]"), encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: len(texts(listed)) == 5)
        assert listed.current_key == key

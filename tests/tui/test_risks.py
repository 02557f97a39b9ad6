"""The panel of risks: the grid one walks and clicks, and the register below it."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.panels.risks import RisksPanel
from milestone_tui.views.risk_rows import cell_at
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written

WIDE = (120, 40)


async def risks(pilot: Pilot[None]) -> RisksPanel:
    """The panel, open."""
    app = await shown_panel(pilot, "risks")
    panel = app.main.stage.panel("risks")
    assert isinstance(panel, RisksPanel)
    return panel


def texts(panel: RisksPanel) -> list[str]:
    """The risks of the register, in its order."""
    return [row.risk.risk.text for row in panel.listed.rows if row.risk is not None]


def headings(panel: RisksPanel) -> list[str]:
    return [row.title for row in panel.listed.rows if row.risk is None]


async def test_the_register_goes_from_the_worst_risk_down_and_lists_the_unrated_ones_apart(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        assert texts(panel) == ["Wind", "Rain for a week", "Bricks are late", "A crack", "Nobody has looked at the chimney"]
        assert headings(panel) == ["Register", "Not rated"]
        assert "a tarpaulin" in whole(app)


async def test_arrows_walk_the_grid_and_the_register_shows_the_cell(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        assert panel.grid.has_focus
        await pilot.press("right")
        await until(pilot, lambda: texts(panel) == ["Wind"])
        await until(pilot, lambda: app.main.list.current_key == "M3.md")
        await pilot.press("down")
        await until(pilot, lambda: texts(panel) == ["Rain for a week"])
        assert headings(panel) == ["probability high, impact high"]
        await pilot.press("left")
        await until(pilot, lambda: texts(panel) == ["Bricks are late"])
        await pilot.press("c")
        await until(pilot, lambda: len(texts(panel)) == 5)


async def test_in_another_cell_the_cursor_is_on_its_first_risk(tmp_path: Path) -> None:
    table = "| Risk | Probability | Impact |\n|---|---|---|\n"
    risks_of = "".join(f"| Risk {number} | High | High |\n" for number in range(30))
    app = dashboard(written(tmp_path, {"M1.md": f"# M1: A\n\n## Risks\n\n{table}{risks_of}| Last | Low | Low |\n"}))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        panel.listed.go_to(next(row.key for row in panel.listed.rows if row.risk and row.risk.risk.text == "Risk 25"))
        panel.grid.focus()
        await pilot.press("right")
        await until(pilot, lambda: headings(panel) == ["probability high, impact high"])
        assert panel.listed.current is not None
        assert panel.listed.current.risk is not None
        assert panel.listed.current.risk.risk.text == "Risk 0"
        assert panel.listed.scroll_offset.y == 0
        assert app.main.place() == ("M1.md", panel.listed.current.line)


async def test_an_empty_cell_says_that_it_is_empty(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        await pilot.press("right", "right")
        await until(pilot, lambda: headings(panel) == ["probability critical, impact critical"])
        assert not texts(panel)
        await pilot.press("enter")
        await pilot.pause()
        assert panel.grid.has_focus


async def test_below_the_last_row_of_the_grid_the_register_begins_and_above_its_first_the_grid_again(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        await pilot.press("right", "enter")
        await until(pilot, lambda: panel.listed.has_focus)
        assert panel.listed.current is not None
        assert panel.listed.current.risk is not None
        assert app.main.place() == ("M3.md", panel.listed.current.line)
        await pilot.press("up")
        await until(pilot, lambda: panel.grid.has_focus)


async def test_a_click_on_a_cell_chooses_it_and_another_one_takes_that_back(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        assert panel.grid.matrix is not None
        size = panel.grid.size
        places = [Offset(x, y) for y in range(size.height) for x in range(size.width)]
        at = next(each for each in places if cell_at(panel.grid.matrix, size.width, each.x, each.y, size.height) == (2, 3))
        await pilot.click(panel.grid, offset=at)
        await until(pilot, lambda: texts(panel) == ["Bricks are late"])
        assert panel.grid.has_focus
        await pilot.click(panel.grid, offset=at)
        await until(pilot, lambda: len(texts(panel)) == 5)
        await pilot.click(panel.grid, offset=Offset(0, size.height - 1))
        await pilot.pause()
        assert len(texts(panel)) == 5


async def test_enter_on_a_risk_opens_its_milestone_at_its_line(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        await pilot.press("right", "enter", "enter")
        line = PLAN["M3.md"].split("\n").index("- Wind (Probability: High, Impact: Critical)") + 1
        await until(pilot, lambda: app.main.stage.active == "milestone" and app.main.place() == ("M3.md", line))
        assert panel.grid.cell is not None


async def test_the_risks_of_one_milestone_follow_the_cursor_of_the_list(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await risks(pilot)
        await pilot.press("escape", "down", "3", "m")
        await until(pilot, lambda: texts(panel) == ["Rain for a week", "Bricks are late", "A crack"])
        assert "M2: 3" in screen_text(app)
        await pilot.press("escape", "down")
        await until(pilot, lambda: texts(panel) == ["Wind", "Nobody has looked at the chimney"])
        await pilot.press("3", "m")
        await until(pilot, lambda: len(texts(panel)) == 5)


async def test_where_no_risk_is_rated_there_is_no_grid_and_the_keys_go_to_the_register(tmp_path: Path) -> None:
    files = {"M1.md": "# M1: One\n\n## Risks\n\n- Nobody looked\n- Nobody asked\n"}
    app = dashboard(written(tmp_path, files))
    async with app.run_test(size=(80, 24)) as pilot:
        panel = await risks(pilot)
        assert texts(panel) == ["Nobody looked", "Nobody asked"]
        assert not panel.grid.display
        assert panel.listed.has_focus
        await pilot.press("j")
        await until(pilot, lambda: app.main.place() == ("M1.md", 6))


async def test_the_last_rated_risk_that_goes_takes_the_grid_with_it(tmp_path: Path) -> None:
    root = written(tmp_path, {"M1.md": "# M1: One\n\n## Risks\n\n- Rain (Probability: High, Impact: Low)\n- Nobody asked\n"})
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        panel = await risks(pilot)
        await pilot.press("right")
        await until(pilot, lambda: texts(panel) == ["Rain"])
        (root / "M1.md").write_text("# M1: One\n\n## Risks\n\n- Nobody asked\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: not panel.grid.display)
        assert texts(panel) == ["Nobody asked"]
        assert panel.listed.has_focus
        whole(app)


async def test_a_risk_that_stays_as_it_was_is_measured_once(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(120, 36)) as pilot:
        panel = await risks(pilot)
        drawn: list[str] = []
        draw = panel.listed.draw
        panel.listed.draw = lambda row, width: (drawn.append(row.key), draw(row, width))[1]  # type: ignore[method-assign, func-returns-value]
        panel.listed._measure()
        assert not [key for key in drawn if "/" in key]

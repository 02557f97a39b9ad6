"""The panel of checkpoints: what is missed, what is ahead, what is met, and each milestone's ladder."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.panels.checkpoints import CheckpointsPanel
from tests.tui.dashboard import dashboard, until
from tests.tui.plans import PLAN, shown_panel, whole, written

WIDE = (120, 40)


async def checkpoints(pilot: Pilot[None]) -> CheckpointsPanel:
    """The panel, open."""
    app = await shown_panel(pilot, "checkpoints")
    panel = app.main.stage.panel("checkpoints")
    assert isinstance(panel, CheckpointsPanel)
    return panel


def told(panel: CheckpointsPanel) -> list[str]:
    """Headings, and the words of what stands below them."""
    return [row.title or (row.rung.words if row.rung else row.milestone) for row in panel.listed.rows]


async def test_missed_ones_come_first_then_what_is_ahead_and_what_is_reached(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await checkpoints(pilot)
        rows = told(panel)
        assert rows.index("Missed") < rows.index("first row") < rows.index("window height") < rows.index("Ahead")
        assert (
            rows.index("Ahead")
            < rows.index("lintels")
            < rows.index("Reached, day not stated")
            < rows.index("Expected against actual")
        )
        assert "next: M2 75 % in 6 d" in whole(app)


async def test_enter_opens_the_milestone_at_the_line_of_the_checkpoint(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await checkpoints(pilot)
        await pilot.press("g")
        await until(pilot, lambda: told(panel)[panel.listed.cursor] == "first row")
        line = PLAN["M2.md"].split("\n").index("- **25% Checkpoint**: 2026-10-20 - first row") + 1
        assert app.main.place() == ("M2.md", line)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.stage.active == "milestone" and app.main.place() == ("M2.md", line))
        await pilot.press("6")
        await until(pilot, lambda: panel.listed.has_focus)
        assert told(panel)[panel.listed.cursor] == "first row"


async def test_a_ladder_shows_what_was_expected_beside_what_is_done(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        await checkpoints(pilot)
        line = next(line for line in whole(app).split("\n") if "expected  82 %" in line)
        assert "20 %" in line
        assert "25 !" in line
        assert "75 ◇" in line


async def test_a_click_goes_to_a_row_and_on_a_heading_to_the_next_that_counts(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await checkpoints(pilot)
        lines = {panel.listed.render_line(y).text.strip(): y for y in range(panel.listed.size.height)}
        y = next(y for text, y in lines.items() if "lintels" in text)
        await pilot.click(panel.listed, offset=Offset(20, y))
        await until(pilot, lambda: told(panel)[panel.listed.cursor] == "lintels")
        heading = next(y for text, y in lines.items() if text.startswith("Reached"))
        await pilot.click(panel.listed, offset=Offset(3, heading))
        await pilot.pause()
        assert not panel.listed.rows[panel.listed.cursor].title


async def test_a_tick_that_reaches_a_checkpoint_moves_it_to_what_is_reached(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        panel = await checkpoints(pilot)
        (root / "M2.md").write_text(PLAN["M2.md"].replace("- [ ]", "- [x]"), encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: told(panel).index("first row") > told(panel).index("Reached, day not stated"))


async def test_checkpoints_of_the_same_words_are_kept_apart(tmp_path: Path) -> None:
    same = "- **25% Checkpoint**: 2026-12-20 - same\n"
    app = dashboard(written(tmp_path, {"M1.md": f"# M1: One\n\n## Checkpoints\n\n{same * 5}\n- [ ] x\n"}))
    async with app.run_test(size=WIDE) as pilot:
        panel = await checkpoints(pilot)
        keys = [row.key for row in panel.listed.rows]
        assert len(keys) == len(set(keys))
        places = []
        for _ in range(3):
            places.append(app.main.place())
            await pilot.press("j")
        assert len(set(places)) == 3

"""The panel of what changed: since the program started, and since a moment of git's."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from milestone_tui.tui.panels.activity import ActivityPanel
from milestone_tui.tui.screens.asking import AskScreen
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written
from tests.workspace.repositories import committed, needs_git

WIDE = (120, 40)


async def activity(pilot: Pilot[None]) -> ActivityPanel:
    """The panel, open, once it knows what changed."""
    app = await shown_panel(pilot, "activity")
    panel = app.main.stage.panel("activity")
    assert isinstance(panel, ActivityPanel)
    await until(pilot, lambda: bool(panel.parts))
    return panel


async def test_what_others_change_while_it_is_open_is_told(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        await activity(pilot)
        await until(pilot, lambda: "no milestone changed" in screen_text(app))
        (root / "M2.md").write_text(PLAN["M2.md"].replace("- [ ] Plumb", "- [x] Plumb"), encoding="utf-8")
        (root / "M6.md").write_text("# M6: Fence\n\n- [ ] Posts\n", encoding="utf-8")
        (root / "M4.md").unlink()
        await pilot.press("r")
        await until(pilot, lambda: "Plumb" in screen_text(app))
        text = whole(app)
        assert "Fence" in text
        assert "Garden" in text
        assert "in no git repository" in text


async def test_enter_opens_what_changed_and_what_is_gone_opens_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        panel = await activity(pilot)
        (root / "M2.md").write_text(PLAN["M2.md"].replace("- [ ] Plumb", "- [x] Plumb"), encoding="utf-8")
        (root / "M4.md").unlink()
        await pilot.press("r")
        await until(pilot, lambda: "Plumb" in screen_text(app))
        rows = [row for _, row in panel.listed.rows]
        for number, row in enumerate(rows):
            if panel.listed.stops(panel.listed.rows[number]):
                panel.listed.go_to(panel.listed.rows[number][0])
                await pilot.press("enter")
                await pilot.pause()
                expected = "milestone" if row.key in PLAN and row.key != "M4.md" else app.main.stage.active
                assert app.main.stage.active == expected
                assert app.main.selected in {"", *app.main.snapshot.milestones} if app.main.snapshot else False
                await pilot.press("7")
                await until(pilot, lambda: panel.listed.has_focus)
        whole(app)


@needs_git
async def test_it_asks_since_when_and_says_what_it_does_not_understand(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    committed(root, "[red]first[/] \x1b[31m", day="2026-11-10")
    (root / "M4.md").write_text(PLAN["M4.md"].replace("[ ]", "[x]"), encoding="utf-8")
    committed(root, "Ask for a plan", day="2026-11-20")
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        panel = await activity(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("ctrl+u", *"2026-11-15", "enter")
        await until(pilot, lambda: any("2026-11-15" in part.title or part.changes for part in panel.parts))
        await until(pilot, lambda: "Ask for a plan" in screen_text(app))
        whole(app)
        await pilot.press("m", "ctrl+u", *"[red]", "enter")
        await until(pilot, lambda: any("since [red]" in part.title for part in panel.parts))
        assert "Since [red]" in whole(app)
        await pilot.press("m", "ctrl+u", *"-x", "escape")
        await pilot.pause()
        assert panel.moment == "[red]"

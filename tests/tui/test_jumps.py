"""Wherever one jumps to, the cursor can be seen there."""

from __future__ import annotations

from pathlib import Path

from milestone_tui.tui.messages import MilestoneOpened
from tests.tui.dashboard import dashboard, loaded, screen_text, until

SHORT = "# M1: Short\n\n- [ ] one\n"
LONG = "# M2: Long\n\n## Tasks\n\n" + "".join(f"- [ ] task {number}\n" for number in range(200))


async def test_a_jump_from_a_short_milestone_deep_into_a_long_one_shows_the_cursor(tmp_path: Path) -> None:
    root = tmp_path / "milestones"
    root.mkdir()
    (root / "M1.md").write_text(SHORT, encoding="utf-8")
    (root / "M2.md").write_text(LONG, encoding="utf-8")
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("2")
        await until(pilot, lambda: "one" in screen_text(app))
        app.main.post_message(MilestoneOpened("M2.md", 155))
        await until(pilot, lambda: app.main.place() == ("M2.md", 155))
        await until(pilot, lambda: "task 150" in screen_text(app))

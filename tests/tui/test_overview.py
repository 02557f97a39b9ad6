"""The table of the overview: which columns it has, and what it says above them."""

from __future__ import annotations

from pathlib import Path

from tests.tui.dashboard import dashboard, screen_text, surveyed, until
from tests.tui.plans import written

BOXES = "# {id}: Roof\n\n- [ ] Rafters\n- [x] Beams\n"
LADDER = "\n## Checkpoints\n\n- **75% Checkpoint**: 2026-12-01 - rafters\n"


async def test_checkpoints_have_no_column_where_no_file_sets_one(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {f"{id}.md": BOXES.format(id=id) for id in ("M1", "M2")}))
    async with app.run_test(size=(120, 30)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: "progress" in screen_text(app) and "checkpoint" not in screen_text(app))


async def test_checkpoints_have_a_column_as_soon_as_a_file_sets_one(tmp_path: Path) -> None:
    root = written(tmp_path, {f"{id}.md": BOXES.format(id=id) for id in ("M1", "M2")})
    app = dashboard(root)
    async with app.run_test(size=(120, 30)) as pilot:
        await surveyed(pilot)
        await until(pilot, lambda: "checkpoint" not in screen_text(app))
        (root / "M1.md").write_text(BOXES.format(id="M1") + LADDER, encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "checkpoint" in screen_text(app) and "75 % 1 Dec" in screen_text(app))

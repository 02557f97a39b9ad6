"""Draws the picture of the README: `python -m tests.picture` writes docs/dashboard.svg from the sample project."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "dashboard.svg"
SIZE = (132, 36)
TODAY = date(2026, 11, 21)
"""The day as of which the sample project tells its story."""
_KEYS = ("down", "down", "down", "down", "2")
"""From the top of the list to the booking engine, and its panel."""


_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Fonts that the picture would fetch from elsewhere; without them the reader's own monospace font shows it."""


async def draw() -> str:
    """The SVG of the dashboard with one milestone open."""
    app = MilestoneApp(Workspace(ROOT / "sample_project"), today=lambda: TODAY, watch=False)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(50):
            await pilot.pause(0.1)
            if len(app.disk.workspace.project.milestones) == 16:
                break
        await pilot.pause(0.5)
        for key in _KEYS:
            await pilot.press(key)
        await pilot.pause(0.5)
        return _FONTS.sub("", app.export_screenshot(title="milestone-tui sample_project"))


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")

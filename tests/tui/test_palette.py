"""The command palette, left faster than it can follow."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from milestone_tui.tui.screens.palette import SafeCommandPalette
from tests.tui.dashboard import dashboard, loaded, until
from tests.tui.plans import PLAN, whole, written


async def test_a_key_that_comes_after_the_one_that_leaves_it_looks_for_nothing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        palette = SafeCommandPalette(id="--command-palette")
        await app.push_screen(palette)
        await until(pilot, lambda: palette.focused is not None)
        changed = Input.Changed(palette.query_one(Input), "1")
        await palette.dismiss()
        palette._input(changed)
        await until(pilot, lambda: app.screen is app.main)
        assert app.is_running
        whole(app)

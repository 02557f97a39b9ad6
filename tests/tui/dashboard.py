"""The dashboard over a folder of a test's own, with a fixed day and nobody watching the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.difference import DEAF_SECONDS, DifferenceScreen
from milestone_tui.workspace.workspace import Workspace

TODAY = date(2026, 11, 21)
TRIES = 1500

FIRST = b"""# M1: Sync engine

**Status**: active
**Target**: 2026-11-30
**Owner**: Mira Okafor

## Success criteria

- [x] Two devices converge
- [ ] No data loss @mira (due 2026-11-25)

## Tasks

- [ ] Write it down
  - [ ] twice

## Risks

| Risk | Probability | Impact | Mitigation |
|---|---|---|---|
| The disk is full | High | Low | buy another |
"""
SECOND = b"# M2: Sharing\n\n**Status**: planned\n**Depends on**: M1\n**Target**: 2026-11-01\n\n- [ ] Ask around\n"
HOSTILE = b"# M3: [red]loud[/red] [/] [@click=app.quit]x[/] \x1b[31mesc\x07\n\n**Status**: [bold]\n\n- [ ] [link=x]tick[/] [/\n"


def project(folder: Path) -> Path:
    """A folder of three milestones, one of them with text that means harm."""
    root = folder / "milestones"
    root.mkdir()
    for name, data in (("M1.md", FIRST), ("M2.md", SECOND), ("M3.md", HOSTILE)):
        (root / name).write_bytes(data)
    return root


def dashboard(root: Path, **options: Any) -> MilestoneApp:  # noqa: ANN401 -- options of the app
    """The app, not yet running."""
    given = {"today": lambda: TODAY, "watch": False, **options}
    return MilestoneApp(Workspace(root, root.parent / "state"), **given)


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Wait until something holds; fails when it never does."""
    for _ in range(TRIES):
        if done():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came so far")


async def loaded(pilot: Pilot[None]) -> MilestoneApp:
    """The app, once all files are read."""
    app = pilot.app
    assert isinstance(app, MilestoneApp)
    await until(pilot, lambda: app.main.snapshot is not None and app.main.snapshot.loaded)
    return app


async def surveyed(pilot: Pilot[None]) -> MilestoneApp:
    """The app, once everything is worked out that the panels in view show."""
    app = await loaded(pilot)

    def complete() -> bool:
        needs = app.main.stage.needs()
        survey = app.main.view.survey if app.main.view else None
        return not needs or (survey is not None and not survey.lacks(needs) and not survey.unread)

    await until(pilot, complete)
    await pilot.pause()
    return app


async def opened(pilot: Pilot[None]) -> MilestoneApp:
    """The app with the first milestone open and read."""
    app = await loaded(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: any(row.item is not None for row in app.main.milestone.boxes.rows))
    await until(pilot, lambda: app.main.milestone.boxes.cursor > 0)
    return app


async def asked(pilot: Pilot[None], words: str = "") -> None:
    """A difference with these words is shown, and hears keys."""
    app = pilot.app
    assert isinstance(app, MilestoneApp)
    await until(pilot, lambda: isinstance(app.screen, DifferenceScreen) and words in screen_text(app))
    await pilot.pause(DEAF_SECONDS + 0.1)


def screen_text(app: MilestoneApp) -> str:
    """What stands on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)

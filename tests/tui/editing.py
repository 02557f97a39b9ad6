"""From the key over the form to the file: what tests of editing have in common."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.form import FormScreen
from tests.tui.dashboard import until
from tests.tui.plans import PLAN

SIZES = [(80, 24), (120, 40)]


def text_of(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


async def says(pilot: Pilot[None], root: Path, name: str, old: str, new: str, before: str = "") -> None:
    """Wait until the file is as it was but for these words."""
    text = before or PLAN[name]
    assert old in text
    await until(pilot, lambda: text_of(root, name) == text.replace(old, new, 1))


async def form(pilot: Pilot[None], app: MilestoneApp, key: str = "e") -> FormScreen:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    assert isinstance(app.screen, FormScreen)
    return app.screen


def beginning(screen: FormScreen) -> str:
    """The field that is typed into."""
    return next(typed.field.name for typed in screen.inputs if typed.has_focus)


def fill(screen: FormScreen, **values: str) -> None:
    for typed in screen.inputs:
        if typed.field.name in values:
            typed.value = values[typed.field.name]

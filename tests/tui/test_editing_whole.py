"""Whole risks, checkpoints, headings and fields come and go where they are shown, each as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.choice import ChoiceList, ChoiceScreen
from milestone_tui.tui.screens.form import FormScreen
from tests.tui.dashboard import asked, dashboard, screen_text, until
from tests.tui.plans import PLAN, shown_panel, written

SIZES = [(80, 24), (120, 50)]


def text_of(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


async def says(pilot: Pilot[None], root: Path, name: str, old: str, new: str) -> None:
    """Wait until the file is as it was but for these words; then take that back."""
    assert old in PLAN[name]
    await until(pilot, lambda: text_of(root, name) == PLAN[name].replace(old, new, 1))
    await pilot.press("u")
    await until(pilot, lambda: text_of(root, name) == PLAN[name])


async def form(pilot: Pilot[None], app: MilestoneApp, *keys: str) -> FormScreen:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    assert isinstance(app.screen, FormScreen)
    return app.screen


async def filled(pilot: Pilot[None], screen: FormScreen, **values: str) -> None:
    for typed in screen.inputs:
        if typed.field.name in values:
            typed.value = values[typed.field.name]
    await pilot.press("enter")


async def agreed(pilot: Pilot[None], app: MilestoneApp, words: str) -> None:
    """The difference is shown and these words are in it; then it is written."""
    await asked(pilot, words)
    await pilot.press("enter")


async def at_line(pilot: Pilot[None], words: str) -> MilestoneApp:
    """M2 in its panel, with the cursor on the row of the line with these words."""
    app = await shown_panel(pilot, "overview")
    app.main.list.go_to("M2.md")
    await pilot.press("2")
    await until(pilot, lambda: len(app.main.milestone.boxes.rows) > 10 and app.main.milestone.key() == "M2.md")
    lines = PLAN["M2.md"].split("\n")
    app.main.milestone.boxes.to_line(next(number for number, line in enumerate(lines, 1) if words in line))
    await pilot.pause()
    return app


@pytest.mark.parametrize("size", SIZES)
async def test_a_risk_is_added_behind_the_one_at_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await at_line(pilot, "Bricks are late")
        screen = await form(pilot, app, "a")
        await until(pilot, lambda: "Medium" in screen.inputs[1].field.words)
        await filled(pilot, screen, text="Frost", probability="Low", mitigation="straw")
        await until(pilot, lambda: (row := app.main.milestone.boxes.current) is not None and "Frost" in str(row.text))
        await says(pilot, root, "M2.md", "| A crack", "| Frost | Low |  | straw |\n| A crack")


async def test_a_risk_is_deleted_after_a_look_at_what_goes_with_it(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await at_line(pilot, "Bricks are late")
        await pilot.press("d")
        await agreed(pilot, app, "-| Bricks are late")
        await says(pilot, root, "M2.md", "| Bricks are late | Medium | High | a second yard |\n", "")


async def test_checkpoints_are_added_and_deleted(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await at_line(pilot, "window height")
        await filled(pilot, await form(pilot, app, "a"), percent="60", date="+1w", criteria="roof edge")
        await says(pilot, root, "M2.md", "- **75%", "- **60% Checkpoint**: 2026-11-28 - roof edge\n- **75%")
        await pilot.pause(0.1)
        await pilot.press("k", "d")
        await agreed(pilot, app, "50% Checkpoint")
        await says(pilot, root, "M2.md", "- **50% Checkpoint**: 2026-11-10 - window height\n", "")


@pytest.mark.parametrize("size", SIZES)
async def test_they_come_and_go_in_the_panels_over_all_milestones_too(tmp_path: Path, size: tuple[int, int]) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await shown_panel(pilot, "risks")
        await pilot.press("right", "enter")
        await filled(pilot, await form(pilot, app, "a"), text="Hail", probability="Low", impact="High")
        wind = "- Wind (Probability: High, Impact: Critical)\n"
        await says(pilot, root, "M3.md", wind, f"{wind}- Hail (Probability: Low, Impact: High)\n")
        await pilot.press("d")
        await agreed(pilot, app, "-- Wind")
        await says(pilot, root, "M3.md", wind, "")
        await shown_panel(pilot, "checkpoints")
        await pilot.press("g", "d")
        await agreed(pilot, app, "first row")
        await says(pilot, root, "M2.md", "- **25% Checkpoint**: 2026-10-20 - first row\n", "")
        await pilot.press("g")
        await filled(pilot, await form(pilot, app, "a"), percent="10", criteria="a fence")
        await says(pilot, root, "M2.md", "- **25%", "- **10% Checkpoint**: a fence\n- **25%")


async def chosen(pilot: Pilot[None], app: MilestoneApp, name: str) -> None:
    """The list of what can be added, and one thing of it taken."""
    await pilot.press("A")
    await until(pilot, lambda: isinstance(app.screen, ChoiceScreen) and len(app.screen.options) > 1)
    app.screen.query_one(ChoiceList).go_to(name)
    await pilot.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_file_lacks_is_chosen_and_added_where_its_kind_has_it(tmp_path: Path, size: tuple[int, int]) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await at_line(pilot, "Walls")
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, ChoiceScreen) and len(app.screen.options) > 1)
        assert isinstance(app.screen, ChoiceScreen)
        names = {option.name for option in app.screen.options}
        assert {"risk", "checkpoint", "section:Success Metrics", "field:priority"} <= names
        assert not names & {"section:Tasks", "section:Risks", "field:owner", "field:target", "field:upstream"}
        await pilot.press("escape")
        await chosen(pilot, app, "section:Success Metrics")
        await agreed(pilot, app, "+## Success Metrics")
        await until(pilot, lambda: text_of(root, "M2.md") == PLAN["M2.md"] + "\n## Success Metrics\n")
        await pilot.press("u")
        await until(pilot, lambda: text_of(root, "M2.md") == PLAN["M2.md"])
        await chosen(pilot, app, "field:priority")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert isinstance(app.screen, FormScreen)
        await filled(pilot, app.screen, value="High")
        await says(pilot, root, "M2.md", "**Status**: active\n", "**Status**: active\n**Priority**: High\n")


async def test_the_first_risk_and_the_first_checkpoint_bring_their_headings(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await shown_panel(pilot, "overview")
        app.main.list.go_to("M4.md")
        await pilot.press("2")
        await until(pilot, lambda: app.main.milestone.key() == "M4.md")
        await chosen(pilot, app, "risk")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert isinstance(app.screen, FormScreen)
        await filled(pilot, app.screen, text="Slugs", mitigation="ducks")
        added = "\n## Risks\n\n- **Slugs**\n  - **Mitigation**: ducks\n"
        await until(pilot, lambda: text_of(root, "M4.md") == PLAN["M4.md"] + added)
        await pilot.press("u")
        await until(pilot, lambda: text_of(root, "M4.md") == PLAN["M4.md"])
        await chosen(pilot, app, "checkpoint")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        assert isinstance(app.screen, FormScreen)
        await filled(pilot, app.screen, percent="50", date="2026-12-01")
        added = "\n## Checkpoints\n\n- **50% Checkpoint**: 2026-12-01\n"
        await until(pilot, lambda: text_of(root, "M4.md") == PLAN["M4.md"] + added)


async def test_where_nothing_is_written_nothing_is_offered_to_add(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root, read_only="it was started with --read-only")
    async with app.run_test(size=(120, 50)) as pilot:
        await at_line(pilot, "Bricks are late")
        for key in ("A", "a", "d"):
            app.main.footer.message = None
            await pilot.press(key)
            await until(pilot, lambda: "nothing is written" in screen_text(app))
            assert app.screen is app.main
        assert text_of(root, "M2.md") == PLAN["M2.md"]

"""The panel of risks changes what it shows: each edit is the change of its own bytes, in the file of its own milestone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.panels.risks import RisksPanel
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.editing import SIZES, beginning, fill, form, says, text_of
from tests.tui.plans import PLAN, shown_panel, written

RISKS = """# M1: Numbers and words

## Risks

| Risk | Probability | Impact | Mitigation |
|------|-------------|--------|------------|
| Ice  | 2/5         | 5/5    | salt       |
| Fire | 3/5         |        | water      |

## More risks

- **Rats** (Probability: 🟢 Low, Impact: HIGH)
- Nobody looked at it
- Purple (Probability: purple, Impact: High)
"""


async def register(pilot: Pilot[None], words: str) -> RisksPanel:
    """The risks, with the cursor of the register on the risk with these words."""
    app = await shown_panel(pilot, "risks")
    panel = app.main.stage.panel("risks")
    assert isinstance(panel, RisksPanel)
    panel.listed.focus()
    panel.listed.go_to(next(row.key for row in panel.listed.rows if row.risk and row.risk.risk.text == words))
    await pilot.pause()
    return panel


def at(panel: RisksPanel) -> str:
    """The risk at the cursor."""
    row = panel.listed.current
    return row.risk.risk.text if row is not None and row.risk is not None else ""


@pytest.mark.parametrize("size", SIZES)
async def test_a_risk_of_the_register_is_edited_in_a_form(tmp_path: Path, size: tuple[int, int]) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await register(pilot, "Bricks are late")
        screen = await form(pilot, app)
        assert beginning(screen) == "probability"
        fill(screen, mitigation="a third yard")
        await pilot.press("enter")
        await says(pilot, root, "M2.md", "a second yard", "a third yard")
        await pilot.press("u")
        await until(pilot, lambda: text_of(root, "M2.md") == PLAN["M2.md"])


async def test_shift_and_an_arrow_move_a_risk_by_a_step_in_the_words_of_its_file(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        panel = await register(pilot, "A crack")
        await pilot.press("shift+right")
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | Medium | Low |")
        await pilot.press("shift+up")
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | Medium | Medium |")
        await pilot.press("shift+left", "shift+down")
        await until(pilot, lambda: text_of(root, "M2.md") == PLAN["M2.md"])
        assert at(panel) == "A crack"


async def test_the_cursor_stays_on_the_risk_that_is_moved_and_the_grid_goes_along(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        panel = await register(pilot, "A crack")
        before = panel.listed.cursor
        for key in ("shift+right", "shift+right", "shift+up", "shift+up"):
            await pilot.press(key)
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | High | High |")
        await until(pilot, lambda: panel.listed.cursor < before)
        assert at(panel) == "A crack"
        await pilot.press("c")
        panel.grid.focus()
        await pilot.press("right", "down")
        await until(pilot, lambda: panel.listed.rows[0].title == "probability high, impact high")
        panel.listed.go_to(next(row.key for row in panel.listed.rows if row.risk and row.risk.risk.text == "A crack"))
        await pilot.press("L")
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | Critical | High |")
        await until(pilot, lambda: panel.grid.cell == (4, 3))
        assert at(panel) == "A crack"


async def test_a_key_that_comes_faster_than_the_register_edits_the_risk_of_the_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("milestone_tui.tui.screens.resting.REST_SECONDS", 1000)
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        panel = await register(pilot, "A crack")
        panel.grid.focus()
        await pilot.press("right", "down")
        assert at(panel) == "A crack"
        assert app.main.place() == ("M2.md", PLAN["M2.md"].split("Rain for a week")[0].count("\n") + 1)
        await pilot.press("H")
        await says(pilot, root, "M2.md", "| Rain for a week | High | High |", "| Rain for a week | Medium | High |")
        assert at(panel) == "Rain for a week"


async def test_steps_that_come_faster_than_the_file_is_written_all_count(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        panel = await register(pilot, "A crack")
        panel.action_step("impact", 1)
        panel.action_step("impact", 1)
        panel.action_step("impact", 1)
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | Low | Critical |")
        await until(pilot, lambda: not panel.underway)
        await pilot.press("u")
        await says(pilot, root, "M2.md", "| A crack | Low | Low |", "| A crack | Low | High |")
        await until(pilot, lambda: panel.listed.current is not None and panel.listed.current.risk is not None)
        await until(pilot, lambda: "Low × High" in screen_text(app).replace("\xa0", " "))


@pytest.mark.parametrize(
    ("risk", "key", "old", "new"),
    [
        ("Ice", "shift+right", "| Ice  | 2/5 ", "| Ice  | 3/5 "),
        ("Fire", "shift+up", "| Fire | 3/5         |        |", "| Fire | 3/5         | 1/5    |"),
        ("Rats", "shift+right", "🟢 Low", "🟡 Medium"),
        ("Rats", "shift+up", "Impact: HIGH", "Impact: CRITICAL"),
        ("Nobody looked at it", "shift+right", "- Nobody looked at it\n", "- Nobody looked at it\n  - **Probability**: 1/5\n"),
    ],
)
async def test_a_step_keeps_to_the_manner_of_the_file(tmp_path: Path, risk: str, key: str, old: str, new: str) -> None:
    root = written(tmp_path, {"M1.md": RISKS})
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await register(pilot, risk)
        await pilot.press(key)
        await says(pilot, root, "M1.md", old, new, RISKS)


@pytest.mark.parametrize(
    ("risk", "key", "why"),
    [
        ("Ice", "shift+up", "impact is 5/5 already"),
        ("Fire", "shift+down", "no impact is stated"),
        ("Purple", "shift+right", 'probability is "purple", which is no step'),
    ],
)
async def test_a_step_that_leads_nowhere_says_so(tmp_path: Path, risk: str, key: str, why: str) -> None:
    root = written(tmp_path, {"M1.md": RISKS})
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await register(pilot, risk)
        await pilot.press(key)
        await until(pilot, lambda: why in screen_text(app))
        assert text_of(root, "M1.md") == RISKS


async def test_where_nothing_is_written_the_risk_stays_where_it_is(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root, read_only="it was started with --read-only")
    async with app.run_test(size=(120, 40)) as pilot:
        panel = await register(pilot, "A crack")
        await pilot.press("shift+right")
        await until(pilot, lambda: "nothing is written" in screen_text(app))
        await until(pilot, lambda: not panel.underway)
        assert "Low × Low" in screen_text(app).replace("\xa0", " ")
        assert text_of(root, "M2.md") == PLAN["M2.md"]

"""The panel of tracks: lanes on a time axis, nearer, farther and to the side; below them what is at odds."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot

from milestone_tui.tui.panels.tracks import TracksPanel
from milestone_tui.views.lines import plain
from tests.tui.dashboard import dashboard, until
from tests.tui.plans import PLAN, shown_panel, whole, written

WIDE = (120, 40)


async def tracks(pilot: Pilot[None]) -> TracksPanel:
    """The panel, open."""
    app = await shown_panel(pilot, "tracks")
    panel = app.main.stage.panel("tracks")
    assert isinstance(panel, TracksPanel)
    return panel


def axis(panel: TracksPanel) -> str:
    return "\n".join(plain(line) for line in panel.axis.shown)


async def test_every_track_has_a_lane_on_one_axis(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        await until(pilot, lambda: "without a track" in whole(app))
        text = whole(app)
        assert text.index("Yard") < text.index("Tower") < text.index("without a track")
        assert "today" in axis(panel)
        assert "Sep" in axis(panel)
        assert "states neither dates nor an estimate" in text


async def test_what_is_at_odds_stands_below_with_its_place(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        assert "1 conflict" in whole(app)
        await pilot.press("G")
        await until(pilot, lambda: app.main.place() == ("M3.md", 5))
        assert panel.listed.current is not None
        assert panel.listed.current.kind == "conflict"


async def test_plus_and_minus_come_nearer_and_go_farther_and_nought_shows_everything_again(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        before = axis(panel)
        await pilot.press("plus")
        await until(pilot, lambda: axis(panel) != before)
        nearer = axis(panel)
        await pilot.press("plus", "plus", "plus")
        assert "by days" in whole(app)
        await pilot.press("minus", "minus", "minus", "minus")
        assert "by quarters" in whole(app)
        await pilot.press("0")
        await until(pilot, lambda: axis(panel) == before)
        assert before != nearer


async def test_h_and_l_go_through_the_time_and_never_back_to_the_list(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        before = axis(panel)
        await pilot.press("l")
        await until(pilot, lambda: axis(panel) != before)
        await pilot.press("h", "h", "h")
        assert panel.listed.has_focus
        for steps in (-1000, 100_000):
            panel.action_pan(steps)
            await pilot.pause()
            whole(app)
        await pilot.press("0")
        await until(pilot, lambda: axis(panel) == before)


async def test_the_cursor_stops_at_milestones_and_enter_opens_where_the_dates_stand(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        await until(pilot, lambda: panel.key() == "M1.md")
        await pilot.press("j")
        await until(pilot, lambda: app.main.list.current_key == "M2.md")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.stage.active == "milestone")
        assert app.main.selected == "M2.md"


async def test_a_click_on_a_lane_selects_its_milestone(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        y = next(y for y in range(panel.listed.size.height) if "Roof" in panel.listed.render_line(y).text)
        await pilot.click(panel.listed, offset=Offset(40, y))
        await until(pilot, lambda: app.main.selected == "M3.md")


async def test_another_date_moves_the_bar_and_the_cursor_stays(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=WIDE) as pilot:
        panel = await tracks(pilot)
        await until(pilot, lambda: panel.key() == "M1.md")
        await pilot.press("j")
        await until(pilot, lambda: panel.key() == "M2.md")
        (root / "M3.md").write_text(PLAN["M3.md"].replace("2026-11-01", "2026-12-02"), encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "1 conflict" not in whole(app))
        assert panel.key() == "M2.md"


async def test_dates_that_are_centuries_apart_still_have_an_axis(tmp_path: Path) -> None:
    files = {
        "M1.md": "# M1: Old\n\n**Start**: 0001-01-01\n**Target**: 1900-02-03\n",
        "M2.md": "# M2: Far\n\n**Start**: 2026-01-01\n**Target**: 9999-12-31\n",
        "M3.md": "# M3: Back\n\n**Start**: 9999-12-31\n**Target**: 0001-01-01\n",
    }
    app = dashboard(written(tmp_path, files))
    async with app.run_test(size=WIDE) as pilot:
        await tracks(pilot)
        for key in ("plus", "plus", "plus", "minus", "h", "h", "l", "0", "j", "G"):
            await pilot.press(key)
            whole(app)

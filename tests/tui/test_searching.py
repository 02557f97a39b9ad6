"""`/` in the list that keys go to, then `n` and `N` through the files of all milestones."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from tests.tui.dashboard import dashboard, loaded, screen_text, until
from tests.tui.plans import PLAN, shown_panel, whole, written

SIZE = (110, 30)


def lines_with(words: str) -> list[tuple[str, int]]:
    return [
        (name, number)
        for name, text in PLAN.items()
        for number, line in enumerate(text.split("\n"), 1)
        if words.casefold() in line.casefold()
    ]


async def search(pilot: Pilot[None], words: str) -> MilestoneApp:
    """The words typed and kept, and the files looked through."""
    app = pilot.app
    assert isinstance(app, MilestoneApp)
    await pilot.press("slash", *words, "enter")
    await until(pilot, lambda: app.main.trail is not None and app.main.trail.words == words and not app.main.find_bar.display)
    return app


async def visited(pilot: Pilot[None], app: MilestoneApp, key: str, times: int) -> list[tuple[str, int] | None]:
    """The places where `key` leads."""
    places = []
    for _ in range(times):
        before = app.main._at
        await pilot.press(key)
        await until(pilot, lambda before=before: app.main._at != before)  # type: ignore[misc]
        places.append(app.main.place())
    return places


async def test_n_goes_from_line_to_line_through_all_milestones_and_round_the_end(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        hits = lines_with("level")
        assert len({name for name, _ in hits}) > 1
        await search(pilot, "level")
        assert f"{len(hits)} lines in {len({name for name, _ in hits})} milestones" in screen_text(app)
        places = await visited(pilot, app, "n", len(hits) + 1)
        assert {place[0] for place in places if place} == {name for name, _ in hits}
        assert places[0] == places[-1]
        back = await visited(pilot, app, "N", 2)
        assert back[0] == places[-2]
        assert back[1] == places[-3]


async def test_what_is_found_is_under_the_cursor(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await search(pilot, "window height")
        await visited(pilot, app, "n", 1)
        await until(pilot, lambda: app.main.place() == lines_with("window height")[0])
        assert "1 of 1: M2.md:" in screen_text(app)
        assert app.main.milestone.boxes.has_focus


async def test_two_lines_of_one_milestone_are_gone_to_one_after_the_other(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await search(pilot, "mortar")
        await visited(pilot, app, "n", 1)
        await search(pilot, "brick")
        first, second, third = lines_with("brick")
        assert await visited(pilot, app, "n", 3) != [None, None, None]
        for expected in (first, second, third, first):
            await visited(pilot, app, "n", 1)
            await until(pilot, lambda expected=expected: app.main.place() == expected)  # type: ignore[misc]


async def test_words_that_no_milestone_holds_are_told_and_move_nothing(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(pilot)
        await pilot.press("down")
        await search(pilot, "[red]")
        await until(pilot, lambda: "no milestone holds '[red]'" in screen_text(app))
        await pilot.press("n", "N", "n")
        await pilot.pause()
        assert app.main.list.current_key == "M2.md"
        whole(app)


async def test_without_words_n_says_what_to_do(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN))
    async with app.run_test(size=SIZE) as pilot:
        await loaded(pilot)
        await pilot.press("n")
        await until(pilot, lambda: "press / and type what to look for" in screen_text(app))
        await pilot.press("slash", "enter", "N")
        await until(pilot, lambda: "press / and type what to look for" in screen_text(app))


async def test_hits_in_files_that_are_gone_meanwhile_lead_nowhere_and_break_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=SIZE) as pilot:
        await shown_panel(pilot, "milestone")
        await search(pilot, "rafters")
        (root / "M3.md").unlink()
        await pilot.press("r")
        await until(pilot, lambda: len(app.main.list.rows) == 4)
        await pilot.press("n", "N", "n")
        await pilot.pause()
        whole(app)
        assert app.is_running

"""Editing where things are shown: from the key over the form to the file and back."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.asking import AskScreen
from milestone_tui.tui.screens.form import FormScreen
from tests.tui.dashboard import FIRST, asked, dashboard, opened, project, screen_text, until


async def on_item(pilot: Pilot[None], words: str) -> MilestoneApp:
    """The dashboard with the cursor on an item of M1."""
    app = await opened(pilot)
    return await to_item(pilot, app, words)


async def to_item(pilot: Pilot[None], app: MilestoneApp, words: str) -> MilestoneApp:
    row = next(row for row in app.main.milestone.boxes.rows if row.item is not None and words in row.item.text)
    app.main.milestone.boxes.go_to(row.key)
    await pilot.pause()
    return app


async def form(pilot: Pilot[None], app: MilestoneApp, key: str = "e") -> FormScreen:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    assert isinstance(app.screen, FormScreen)
    return app.screen


def fill(screen: FormScreen, **values: str) -> None:
    for typed in screen.inputs:
        if typed.field.name in values:
            typed.value = values[typed.field.name]


async def test_the_text_of_an_item_is_edited_and_nothing_else_changes(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "Write it down")
        screen = await form(pilot, app)
        fill(screen, text="Write it up")
        await pilot.press("enter")
        await until(pilot, lambda: file.read_bytes() == FIRST.replace(b"Write it down", b"Write it up"))
        await pilot.press("u")
        await until(pilot, lambda: file.read_bytes() == FIRST)


async def test_several_parts_of_an_item_are_one_step(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "No data loss")
        fill(await form(pilot, app), owner="bao", due="+2d")
        await pilot.press("enter")
        wanted = FIRST.replace(b"@mira (due 2026-11-25)", b"@bao (due 2026-11-27)")
        await until(pilot, lambda: file.read_bytes() == wanted)
        await pilot.press("u")
        await until(pilot, lambda: file.read_bytes() == FIRST)


async def test_what_is_no_day_is_said_in_the_form_and_not_written(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "No data loss")
        fill(await form(pilot, app), due="someday")
        await pilot.press("enter")
        await until(pilot, lambda: "'someday' is no day" in screen_text(app))
        await pilot.press("escape")
        await pilot.pause()
        assert file.read_bytes() == FIRST


async def test_a_fact_is_edited_with_the_words_of_the_file(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("g")
        screen = await form(pilot, app)
        await until(pilot, lambda: any(typed.field.words for typed in screen.inputs))
        assert "completed" in next(typed.field.words for typed in screen.inputs if typed.field.name == "status")
        fill(screen, status="completed")
        await pilot.press("enter")
        await until(pilot, lambda: file.read_bytes() == FIRST.replace(b"**Status**: active", b"**Status**: completed"))


async def test_a_dependency_that_would_make_a_circle_is_refused(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(140, 36)) as pilot:
        await opened(pilot)
        await pilot.press("g")
        fill(await form(pilot, app), dependencies="M2")
        await pilot.press("enter")
        await until(pilot, lambda: "that would be a circle" in screen_text(app))
        assert file.read_bytes() == FIRST


async def test_a_risk_is_edited_in_its_cell(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 50)) as pilot:
        await opened(pilot)
        line = FIRST[: FIRST.index(b"| The disk")].count(b"\n") + 1
        app.main.milestone.boxes.to_line(line)
        await pilot.pause()
        fill(await form(pilot, app), probability="Low")
        await pilot.press("enter")
        await until(pilot, lambda: b"| The disk is full | Low" in file.read_bytes())


async def test_items_are_added_moved_indented_and_deleted(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "Two devices")
        fill(await form(pilot, app, "a"), text="Three devices")
        await pilot.press("enter")
        await until(pilot, lambda: b"- [x] Two devices converge\n- [ ] Three devices\n- [ ] No data" in file.read_bytes())
        await until(pilot, lambda: "Three devices" in app.main.milestone.boxes.current_key.replace("three", "Three"))
        await pilot.press("J")
        await until(pilot, lambda: file.read_bytes().index(b"No data") < file.read_bytes().index(b"Three devices"))
        await pilot.pause(0.1)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: b"  - [ ] Three devices" in file.read_bytes())
        await pilot.pause(0.1)
        await pilot.press("d")
        await until(pilot, lambda: file.read_bytes() == FIRST)


async def test_marked_items_are_ticked_as_one_step(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "No data loss")
        await pilot.press("m")
        await to_item(pilot, app, "twice")
        await pilot.press("M", "space")
        wanted = (
            FIRST.replace(b"- [ ] No data", b"- [x] No data")
            .replace(b"[ ] Write", b"[x] Write")
            .replace(b"[ ] twice", b"[x] twice")
        )
        await until(pilot, lambda: file.read_bytes() == wanted)
        await pilot.press("u")
        await until(pilot, lambda: file.read_bytes() == FIRST)


async def test_marked_items_are_given_to_somebody(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "Write it down")
        await pilot.press("m", "m", "at")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press(*"bao", "enter")
        await until(pilot, lambda: file.read_bytes().count(b"@bao") == 2)


async def disagreed(pilot: Pilot[None], app: MilestoneApp, file: Path, words: bytes) -> bytes:
    """Somebody gives the item other words while its form is open; what the file holds when both versions are shown."""
    await on_item(pilot, "Write it down")
    screen = await form(pilot, app)
    theirs = FIRST.replace(b"Write it down", words)
    file.write_bytes(theirs)
    fill(screen, text="Write it up")
    await pilot.press("enter")
    await asked(pilot)
    assert file.read_bytes() == theirs
    return theirs


async def test_an_edit_of_what_somebody_changed_meanwhile_shows_both(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await disagreed(pilot, app, file, b"Write it down at last")
        assert "Write it down at last" in screen_text(app)
        await pilot.press("t")
        await until(pilot, lambda: b"- [ ] Write it up\n" in file.read_bytes())


async def test_an_item_that_came_to_the_line_of_a_deleted_one_is_not_overwritten_by_its_edit(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        theirs = await disagreed(pilot, app, file, b"Something else altogether")
        assert "take mine" not in screen_text(app)
        await pilot.press("t")
        await pilot.pause(0.2)
        assert file.read_bytes() == theirs


async def test_nothing_is_written_where_it_was_started_read_only(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent, read_only="it was started with --read-only")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("space", "d", "J", "u")
        await until(pilot, lambda: "nothing is written" in screen_text(app))
        assert file.read_bytes() == FIRST


async def test_what_aligns_the_file_with_its_boxes_is_shown_before_it_is_written(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    declared = FIRST.replace(b"**Owner**", b"**Progress**: 80%\n**Owner**")
    file.write_bytes(declared)
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.press("equals_sign")
        await asked(pilot, "25%")
        assert file.read_bytes() == declared
        await pilot.press("enter")
        await until(pilot, lambda: file.read_bytes() == declared.replace(b"80%", b"25%"))


async def test_a_key_that_comes_right_after_the_one_for_a_form_goes_into_the_form(tmp_path: Path) -> None:
    file = project(tmp_path) / "M1.md"
    app = dashboard(file.parent)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_item(pilot, "Write it down")
        await pilot.press("e", "d", "d", "x")
        await pilot.pause(0.2)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.inputs[0].value == "Write it downddx"
        assert file.read_bytes() == FIRST

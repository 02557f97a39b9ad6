"""Every panel changes what it shows: each edit is the change of its own bytes, in the file of its own milestone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.asking import AskScreen
from tests.tui.dashboard import dashboard, screen_text, until
from tests.tui.editing import SIZES, beginning, fill, form, says, text_of
from tests.tui.plans import PLAN, shown_panel, written

# Checkpoints


async def test_a_checkpoint_is_edited_where_it_is_listed(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_panel(pilot, "checkpoints")
        await pilot.press("g", "j")
        screen = await form(pilot, app)
        assert beginning(screen) == "date"
        fill(screen, date="+1w", criteria="the windows are in")
        await pilot.press("enter")
        await says(pilot, root, "M2.md", "2026-11-10 - window height", "2026-11-17 - the windows are in")


async def test_plus_and_minus_move_a_checkpoint_and_a_target_by_a_day(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "checkpoints")
        await pilot.press("g", "plus", "plus", "minus", "plus")
        await says(pilot, root, "M2.md", "2026-10-20", "2026-10-22")
        panel = app.main.stage.panel("checkpoints")
        listed = panel.keys()
        assert listed.has_focus
        await pilot.press("u")
        await until(pilot, lambda: "2026-10-21" in text_of(root, "M2.md"))
        app.main.stage.panel("checkpoints").listed.go_to("M3.md:target::target")  # type: ignore[attr-defined]  # a list of rows
        await pilot.press("minus")
        await says(pilot, root, "M3.md", "2026-11-14", "2026-11-13")


async def test_space_says_why_a_checkpoint_is_not_ticked(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "checkpoints")
        await pilot.press("g", "space")
        await until(pilot, lambda: "it is met when 25 % of the milestone are done" in screen_text(app))
        assert text_of(root, "M2.md") == PLAN["M2.md"]


async def test_a_target_is_edited_in_the_facts_and_a_next_review_in_its_own_form(tmp_path: Path) -> None:
    text = "# M1: One\n\n**Target**: 2026-12-01\n\n---\n\n**Next Review**: 2026-11-23\n"
    root = written(tmp_path, {"M1.md": text})
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "checkpoints")
        await pilot.press("g")
        fill(await form(pilot, app), value="+1w")
        await pilot.press("enter")
        await says(pilot, root, "M1.md", "2026-11-23", "2026-11-30", text)
        await pilot.press("G")
        assert beginning(await form(pilot, app)) == "target"


# Agenda


async def agenda(pilot: Pilot[None], words: str) -> MilestoneApp:
    """The agenda, with the cursor on the box with these words."""
    app = await shown_panel(pilot, "overview")
    await pilot.press("s")
    listed = app.main.overview.agenda
    await until(pilot, lambda: bool(listed.rows))
    listed.go_to(next(row.key for row in listed.rows if row.item and row.item.text.startswith(words)))
    await pilot.pause()
    return app


@pytest.mark.parametrize("size", SIZES)
async def test_a_box_of_the_agenda_is_edited_and_gets_a_day(tmp_path: Path, size: tuple[int, int]) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await agenda(pilot, "Rafters")
        screen = await form(pilot, app, "D")
        assert beginning(screen) == "due"
        fill(screen, due="+2d")
        await pilot.press("enter")
        await says(pilot, root, "M3.md", "- [ ] Rafters", "- [ ] Rafters (due 2026-11-23)")
        await agenda_again(pilot, app, "Rafters")
        screen = await form(pilot, app)
        assert beginning(screen) == "text"
        await pilot.press("escape")


async def agenda_again(pilot: Pilot[None], app: MilestoneApp, words: str) -> None:
    listed = app.main.overview.agenda
    await until(pilot, lambda: listed.current is not None and listed.current.item is not None)
    assert listed.current is not None
    assert listed.current.item is not None
    assert listed.current.item.text.startswith(words)


async def test_marked_boxes_of_several_files_are_ticked_as_one_step(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await agenda(pilot, "Rafters")
        await pilot.press("m")
        await agenda_go(app, "Plumb")
        await pilot.press("m")
        await agenda_go(app, "Ask for a plan")
        await pilot.press("m", "space")
        for name, words in (("M3.md", "Rafters"), ("M2.md", "Plumb"), ("M4.md", "Ask")):
            await says(pilot, root, name, f"- [ ] {words}", f"- [x] {words}")
        await pilot.press("u")
        for name in ("M2.md", "M3.md", "M4.md"):
            await until(pilot, lambda name=name: text_of(root, name) == PLAN[name])  # type: ignore[misc]  # a name of each turn


async def agenda_go(app: MilestoneApp, words: str) -> None:
    listed = app.main.overview.agenda
    listed.go_to(next(row.key for row in listed.rows if row.item and row.item.text.startswith(words)))


async def test_boxes_of_the_agenda_are_given_to_somebody_and_go_to_their_next_state(tmp_path: Path) -> None:
    root = written(tmp_path, {"M1.md": "# M1: A\n\n- [ ] one\n- [~] two\n", "M2.md": "# M2: B\n\n- [ ] three\n"})
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await agenda(pilot, "one")
        await pilot.press("m")
        await agenda_go(app, "three")
        await pilot.press("M", "at")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press(*"bao", "enter")
        await until(pilot, lambda: text_of(root, "M2.md") == "# M2: B\n\n- [ ] three @bao\n")
        await until(pilot, lambda: text_of(root, "M1.md") == "# M1: A\n\n- [ ] one @bao\n- [~] two @bao\n")
        await agenda_go(app, "one")
        await pilot.press("x")
        await until(pilot, lambda: text_of(root, "M1.md") == "# M1: A\n\n- [~] one @bao\n- [~] two @bao\n")


async def test_a_state_that_only_a_heading_says_is_passed_over_by_the_key_for_the_next_one(tmp_path: Path) -> None:
    text = "# M1: A\n\n## In progress\n\n- [ ] one\n\n## Done\n\n- [x] two\n"
    root = written(tmp_path, {"M1.md": text})
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await agenda(pilot, "one")
        await pilot.press("x")
        await says(pilot, root, "M1.md", "[ ] one", "[x] one", text)


# Facts


@pytest.mark.parametrize(("keys", "first"), [((), "status"), (("1",), "status"), (("4",), "dependencies"), (("5",), "target")])
@pytest.mark.parametrize("size", SIZES)
async def test_the_facts_are_edited_from_the_list_and_from_every_panel_over_all_milestones(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...], first: str
) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=size) as pilot:
        await shown_panel(pilot, "overview")
        await pilot.press("escape")
        app.main.list.go_to("M4.md")
        await pilot.pause(0.2)
        await pilot.press(*keys)
        await until(pilot, lambda: not keys or app.main.stage.panel(app.main.stage.active).key() == "M4.md")
        screen = await form(pilot, app)
        assert beginning(screen) == first
        fill(screen, status="completed", track="Field")
        await pilot.press("enter")
        await until(
            pilot,
            lambda: (
                text_of(root, "M4.md")
                == PLAN["M4.md"].replace("**Status**: planned\n**Track**: Yard", "**Status**: completed\n**Track**: Field")
            ),
        )
        await until(pilot, lambda: app.main.list.current_key == "M4.md")


async def test_a_dependency_is_added_in_the_panel_of_dependencies(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "dependencies")
        await pilot.press("escape")
        app.main.list.go_to("M3.md")
        await pilot.press("4")
        await until(pilot, lambda: app.main.stage.panel("dependencies").key() == "M3.md")
        screen = await form(pilot, app)
        waits = next(typed for typed in screen.inputs if typed.has_focus)
        await until(pilot, lambda: waits.value == "M2, Crane hire")
        waits.value += ", M4"
        await pilot.press("enter")
        await says(pilot, root, "M3.md", "M2, Crane hire", "M2, Crane hire, M4")


async def test_the_target_moves_by_a_day_where_the_bar_is_and_never_where_it_is_only_computed(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "tracks")
        app.main.stage.panel("tracks").listed.go_to("M2.md")  # type: ignore[attr-defined]  # a list of rows
        await pilot.press("shift+right", "L", "shift+left")
        await says(pilot, root, "M2.md", "2026-12-01", "2026-12-02")
        app.main.stage.panel("tracks").listed.go_to("M4.md")  # type: ignore[attr-defined]  # as above
        await pilot.press("shift+right")
        await until(pilot, lambda: "states no day as target" in screen_text(app))
        assert text_of(root, "M4.md") == PLAN["M4.md"]


async def test_where_there_is_no_milestone_there_are_no_facts_to_edit(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, {}))
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "overview")
        await pilot.press("escape", "e")
        await until(pilot, lambda: "there is no milestone here to edit" in screen_text(app))


# Where nothing is written


async def test_keys_that_write_look_idle_where_nothing_is_written_and_the_help_says_why(tmp_path: Path) -> None:
    root = written(tmp_path, PLAN)
    app = dashboard(root, read_only="it was started with --read-only")
    async with app.run_test(size=(120, 40)) as pilot:
        await shown_panel(pilot, "overview")
        idle = {hint.word for hint in app.main.footer.keys if hint.off}
        assert {"edit", "undo"} <= idle
        assert not idle & {"sort", "help", "back", "filter"}
        assert "read-only" in screen_text(app).split("\n")[0]
        await pilot.press("question_mark")
        await until(pilot, lambda: "Editing: not now, it was started with --read-only" in screen_text(app))


async def test_the_help_names_the_keys_that_move_a_risk_also_without_signs(tmp_path: Path) -> None:
    app = dashboard(written(tmp_path, PLAN), ascii=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown_panel(pilot, "risks")
        await pilot.press("question_mark")
        await until(pilot, lambda: "shift+left H" in screen_text(app))
        assert screen_text(app).isascii()

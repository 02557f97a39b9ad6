"""`C`: the edits are shown with their words, and go to git when that is confirmed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.pilot import Pilot

from milestone_tui.tui.app import MilestoneApp
from milestone_tui.tui.screens.asking import AskScreen
from milestone_tui.tui.screens.difference import DifferenceScreen
from milestone_tui.tui.screens.help import keys_in_force
from tests.tui.dashboard import FIRST, asked, dashboard, loaded, opened, project, screen_text, until
from tests.workspace.commits import somebody
from tests.workspace.repositories import committed as committed_by_hand
from tests.workspace.repositories import git, needs_git

__all__ = ["somebody"]
pytestmark = [needs_git, pytest.mark.usefixtures("somebody")]

TICKED = FIRST.replace(b"- [ ] No data loss", b"- [x] No data loss")


def repository(folder: Path) -> Path:
    """Three milestones that git has."""
    root = project(folder)
    committed_by_hand(root, "First")
    return root


async def ticked(pilot: Pilot[None]) -> MilestoneApp:
    """The dashboard after a tick of its first open box."""
    app = await opened(pilot)
    row = next(row for row in app.main.milestone.boxes.rows if row.item is not None and "No data loss" in row.item.text)
    app.main.milestone.boxes.go_to(row.key)
    await pilot.pause()
    await pilot.press("space")
    return app


async def shown(pilot: Pilot[None], app: MilestoneApp, words: str) -> None:
    """`C`, and wait until that stands there and keys are heard."""
    await pilot.press("C")
    await asked(pilot, words)


async def test_a_tick_that_is_just_on_its_way_is_shown_and_committed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await ticked(pilot)
        await shown(pilot, app, 'M1: tick "No data loss')
        assert "+- [x] No data loss" in screen_text(app)
        assert git(root, "log", "--oneline").count("\n") == 0
        await pilot.press("enter")
        await until(pilot, lambda: "committed" in screen_text(app))
        short = git(root, "rev-parse", "--short", "HEAD")
        assert f'committed {short}: M1: tick "No data loss' in screen_text(app)
    assert git(root, "status", "--porcelain") == ""
    assert (root / "M1.md").read_bytes() == TICKED


async def test_escape_commits_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await ticked(pilot)
        await shown(pilot, app, "M1: tick")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)
    assert git(root, "log", "--oneline").count("\n") == 0
    assert git(root, "status", "--porcelain") == "M M1.md"


async def test_the_words_can_be_others(tmp_path: Path) -> None:
    root = repository(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await ticked(pilot)
        await shown(pilot, app, "M1: tick")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press(*"Safe", "enter")
        await asked(pilot, "Safe")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("escape")
        await asked(pilot, "Safe")
        await pilot.press("enter")
        await until(pilot, lambda: "committed" in screen_text(app))
    assert git(root, "log", "-1", "--format=%B") == "Safe"


async def test_with_nothing_to_commit_it_says_so(tmp_path: Path) -> None:
    root = repository(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await shown(pilot, app, "git has all your edits")
        await pilot.press("enter")
        assert isinstance(app.screen, DifferenceScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)


async def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(40, 12)) as pilot:
        await loaded(pilot)
        await shown(pilot, app, "in no git")


async def test_read_only_says_why_not(tmp_path: Path) -> None:
    app = dashboard(repository(tmp_path), read_only="it was started with --read-only")
    async with app.run_test(size=(120, 36)) as pilot:
        await loaded(pilot)
        await pilot.press("C")
        await until(pilot, lambda: "nothing is written: it was started with --read-only" in screen_text(app))
        assert app.screen is app.main


async def test_what_changed_after_it_was_shown_is_not_committed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await ticked(pilot)
        await shown(pilot, app, "M1: tick")
        committed_by_hand(root, "By hand")
        await pilot.press("enter")
        await until(pilot, lambda: "not committed: the files or the repository changed since" in screen_text(app))
    assert git(root, "log", "-1", "--format=%s") == "By hand"


async def test_what_a_hook_says_is_shown(tmp_path: Path) -> None:
    root = repository(tmp_path)
    path = root / ".git/hooks/pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\necho 'the moon \033[31mis full'; exit 1\n", encoding="utf-8")
    path.chmod(stat.S_IRWXU)
    app = dashboard(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await ticked(pilot)
        await shown(pilot, app, "M1: tick")
        await pilot.press("enter")
        await asked(pilot, "Not committed")
        assert "the moon ␛[31mis full" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: "git did not commit" in screen_text(app))


async def test_the_key_has_an_id_and_is_in_the_help(tmp_path: Path) -> None:
    app = dashboard(project(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        (row,) = [row for row in keys_in_force(app) if row.id == "app.commit"]
        assert (row.keys, "Commit" in row.words) == ("C", True)

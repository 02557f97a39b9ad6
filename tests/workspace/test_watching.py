"""What others do to the files is noticed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from milestone_tui.workspace.watching import watch
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import applied, folder, text_of, tick


def seen_after(workspace: Workspace, *steps: Callable[[], object]) -> list[list[tuple[str, int]]]:
    """Ids and ticked boxes of each project that the watcher gives while the steps are done, one in each pause."""
    waiting = list(steps)

    def wait(seconds: float, at_least: float) -> bool:
        assert seconds >= max(0.01, at_least)
        if not waiting:
            return True
        waiting.pop(0)()
        return False

    projects = [project for project in watch(workspace, wait, 0.01) if project is not None]
    return [[(milestone.id, milestone.boxes.done) for milestone in project.milestones] for project in projects]


def watched(root: Path) -> Workspace:
    workspace = Workspace(folder(root, {"milestones/M1.md": ""}), root.parent / "state")
    workspace.load()
    return workspace


def ticked(count: int) -> bytes:
    return text_of("M1").replace("[ ]", "[x]", count).encode()


def test_a_quiet_disk_gives_nothing(tmp_path: Path) -> None:
    assert seen_after(watched(tmp_path / "p"), *[lambda: None] * 3) == []


def test_what_happened_between_loading_and_watching_is_noticed(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    (tmp_path / "p" / "milestones" / "M1.md").write_bytes(ticked(1))
    assert seen_after(workspace, lambda: None, lambda: None) == [[("M1", 2)]]


def test_what_happens_while_it_looks_is_noticed_at_the_next_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = watched(tmp_path / "p")
    path = tmp_path / "p" / "milestones" / "M1.md"
    refresh = workspace.refresh

    def slowly() -> object:
        found = refresh()
        if path.read_bytes() == ticked(1):
            path.write_bytes(ticked(2))
        return found

    monkeypatch.setattr(workspace, "refresh", slowly)
    assert seen_after(workspace, lambda: path.write_bytes(ticked(1)), lambda: None, lambda: None) == [[("M1", 2)], [("M1", 3)]]


def test_every_atomic_rename_is_noticed_not_only_the_first(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    path = tmp_path / "p" / "milestones" / "M1.md"

    def save(count: int) -> None:
        (path.parent / "tmp").write_bytes(ticked(count))
        (path.parent / "tmp").replace(path)

    assert seen_after(workspace, lambda: save(1), lambda: save(2), lambda: save(1)) == [[("M1", 2)], [("M1", 3)], [("M1", 2)]]


def test_files_in_new_folders_and_deleted_folders_are_noticed(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    new = tmp_path / "p" / "milestones" / "a" / "b"

    def delete() -> None:
        (new / "M2.md").unlink()
        new.rmdir()
        new.parent.rmdir()

    found = seen_after(
        workspace,
        lambda: folder(new, {"M2.md": ""}),
        lambda: None,
        lambda: folder(new, {"M3.md": ""}),
        (new / "M3.md").unlink,
        delete,
    )
    assert found == [[("M1", 1), ("M2", 1)], [("M1", 1), ("M2", 1), ("M3", 1)], [("M1", 1), ("M2", 1)], [("M1", 1)]]


def test_the_whole_folder_may_go_and_come_back(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    aside = tmp_path / "aside"
    found = seen_after(workspace, lambda: (tmp_path / "p").rename(aside), lambda: None, lambda: aside.rename(tmp_path / "p"))
    assert found == [[], [("M1", 1)]]


def test_our_own_edits_are_no_news(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    assert seen_after(workspace, lambda: applied(workspace, tick("milestones/M1.md", "one")), lambda: None) == []


def test_a_change_of_what_is_no_fact_is_told_without_a_project(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    path = tmp_path / "p" / "milestones" / "M1.md"
    steps: list[Callable[[], object]] = [lambda: path.write_text(text_of("M1") + "\nMore words.\n"), lambda: None]

    def wait(seconds: float, at_least: float) -> bool:
        if not steps:
            return True
        steps.pop(0)()
        return False

    assert list(watch(workspace, wait, 0.01)) == [None]


def test_two_quick_changes_of_the_same_size_are_both_noticed(tmp_path: Path) -> None:
    workspace = watched(tmp_path / "p")
    path = tmp_path / "p" / "milestones" / "M1.md"
    stamp = path.stat().st_mtime_ns

    def save(count: int) -> None:
        path.write_bytes(ticked(count))
        os.utime(path, ns=(stamp, stamp))

    assert seen_after(workspace, lambda: save(1), lambda: save(2)) == [[("M1", 2)], [("M1", 3)]]

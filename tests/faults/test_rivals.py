"""Several writers of one file: of this program, who share a lock, and others, who do not."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.reading.reader import read
from milestone_tui.workspace import locking
from milestone_tui.workspace.journal import Journal
from milestone_tui.workspace.locking import FolderLock
from milestone_tui.workspace.workspace import Workspace
from milestone_tui.workspace.writing import write
from tests.faults.processes import ended, needs_fork, started
from tests.workspace.folders import applied, field, folder, names, text_of, tick

PATH = "milestones/M1.md"
TICK = tick(PATH, "one")
LONGER = field(PATH, "status", "on_hold and longer")
EDITS = pytest.mark.parametrize("edit", [TICK, LONGER], ids=["a tick", "a longer value"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return folder(tmp_path / "p", {PATH: ""}) / PATH


@needs_fork
def test_fifty_processes_tick_fifty_boxes_of_one_file_at_once(tmp_path: Path) -> None:
    lines = "".join(f"- [ ] task number {number}\n" for number in range(50))
    root = folder(tmp_path / "p", {PATH: f"# M1\n\n{lines}"})
    start = time.monotonic() + 0.3

    def one(number: int) -> Callable[[], object]:
        def work() -> None:
            while time.monotonic() < start:
                time.sleep(0.001)
            applied(Workspace(root, tmp_path / "state"), tick(PATH, f"task number {number}"))

        return work

    children = [started(one(number)) for number in range(50)]
    assert [ended(child) for child in children] == [0] * 50
    assert (root / PATH).read_text(encoding="utf-8") == f"# M1\n\n{lines}".replace("[ ]", "[x]")
    assert names(root / "milestones") == ["M1.md"]
    assert len(Journal(tmp_path / "state").records()) == 50


@needs_fork
def test_processes_that_tick_and_set_fields_at_once_lose_nothing(tmp_path: Path) -> None:
    lines = "".join(f"- [ ] task number {number}\n" for number in range(10))
    keys = ["owner", "priority", "title", "target_date", "start_date"]
    matter = "".join(f"{key}: old\n" for key in keys)
    root = folder(tmp_path / "p", {PATH: f"---\n{matter}---\n# M1\n\n{lines}"})
    edits: list[SetBox | SetField] = [tick(PATH, f"task number {number}") for number in range(10)]
    edits += [field(PATH, name, f"a new {name}") for name in ("owner", "title")]
    children = [started(lambda edit=edit: applied(Workspace(root), edit)) for edit in edits]  # type: ignore[misc]  # bound at once
    assert [ended(child) for child in children] == [0] * len(edits)
    text = (root / PATH).read_text(encoding="utf-8")
    assert text.count("[x]") == 10
    assert "owner: a new owner\n" in text
    assert "title: a new title\n" in text


def rival(file: Path, *, atomic: bool) -> Callable[[], None]:
    """Another program that has read the file, and once puts it back with a line more."""
    data = file.read_bytes().replace(b"## Tasks", b"A line by somebody else.\n\n## Tasks")
    waiting = [True]

    def meddle() -> None:
        if not waiting:
            return
        waiting.clear()
        if atomic:
            (file.parent / "new").write_bytes(data)
            (file.parent / "new").replace(file)
        else:
            file.write_bytes(data)

    return meddle


def expected(edit: SetBox | SetField) -> str:
    old, new = ("[ ] one", "[x] one") if edit is TICK else ("status: active", "status: on_hold and longer")
    return text_of("M1").replace(old, new).replace("## Tasks", "A line by somebody else.\n\n## Tasks")


@EDITS
@pytest.mark.parametrize("linked", [False, True], ids=["one name", "two names"])
@pytest.mark.parametrize("atomic", [False, True], ids=["in place", "by rename"])
def test_a_change_between_reading_and_writing_is_kept_and_the_edit_aimed_anew(
    file: Path, edit: SetBox | SetField, atomic: bool, linked: bool
) -> None:
    meddle = rival(file, atomic=atomic)
    if linked:
        (file.parent.parent / "link").hardlink_to(file)

    def planned(data: bytes) -> Change | Refusal:
        outcome = plan(edit, read(data, PATH))
        meddle()
        return outcome

    assert isinstance(write(str(file), planned, state_dir=None), Change)
    assert file.read_text(encoding="utf-8") == expected(edit)


@EDITS
def test_a_change_just_before_the_last_look_is_kept(file: Path, edit: SetBox | SetField, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the new file goes to the disk, or, for a tick, after its byte went into a file that is then replaced."""
    meddle = rival(file, atomic=True)
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        meddle()

    monkeypatch.setattr(os, "fsync", fsync)
    outcome = write(str(file), lambda data: plan(edit, read(data, PATH)), state_dir=None)
    assert isinstance(outcome, Change)
    assert file.read_text(encoding="utf-8") == expected(edit)
    assert names(file.parent) == ["M1.md"]


@EDITS
def test_a_file_that_never_rests_is_refused_and_never_overwritten(file: Path, edit: SetBox | SetField) -> None:
    versions: list[bytes] = []

    def planned(data: bytes) -> Change | Refusal:
        outcome = plan(edit, read(data, PATH))
        versions.append(text_of("M1").encode() + b"%d\n" % len(versions))
        file.write_bytes(versions[-1])
        return outcome

    outcome = write(str(file), planned, state_dir=None)
    assert isinstance(outcome, Refusal)
    assert "another program" in outcome.text
    assert file.read_bytes() == versions[-1]


def test_a_plan_that_would_change_more_than_it_says_is_not_written(file: Path) -> None:
    def lying(data: bytes) -> Change | Refusal:
        outcome = plan(TICK, read(data, PATH))
        assert isinstance(outcome, Change)
        return outcome._replace(after=outcome.after + b"more")

    assert isinstance(write(str(file), lying, state_dir=None), Refusal)
    assert file.read_text(encoding="utf-8") == text_of("M1")


def test_an_edit_that_does_not_get_the_lock_is_refused_not_lost(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.05)
    workspace = Workspace(tmp_path / "p")
    with FolderLock(str(file.parent), None):
        outcome = workspace.apply(TICK)
    assert isinstance(outcome, Refusal)
    assert "somebody else is writing" in outcome.text
    assert applied(workspace, TICK).changed


@needs_fork
def test_an_edit_waits_for_the_one_before_it(file: Path, tmp_path: Path) -> None:
    began = time.monotonic()

    def hold() -> None:
        with FolderLock(str(file.parent), None):
            (tmp_path / "held").touch()
            time.sleep(0.2)

    child = started(hold)
    while not (tmp_path / "held").exists():
        time.sleep(0.001)
    assert applied(Workspace(tmp_path / "p"), TICK).changed
    assert time.monotonic() - began >= 0.2
    assert ended(child) == 0


@needs_fork
def test_the_lock_of_a_killed_process_is_free(file: Path, tmp_path: Path) -> None:
    def die() -> None:
        with FolderLock(str(file.parent), None):
            os.kill(os.getpid(), 9)

    assert ended(started(die)) == -9
    assert applied(Workspace(tmp_path / "p"), TICK).changed


@pytest.mark.skipif(os.name != "posix", reason="flock is of POSIX systems")
def test_where_folders_cannot_be_locked_a_file_in_the_state_folder_stands_for_them(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import fcntl
    import stat

    real = fcntl.flock

    def no_folders(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(95, "not supported")
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", no_folders)
    workspace = Workspace(tmp_path / "p", tmp_path / "state")
    assert applied(workspace, TICK).changed
    assert len(names(tmp_path / "state/locks")) == 1
    assert names(file.parent) == ["M1.md"]
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.05)
    with FolderLock(str(file.parent), tmp_path / "state"):
        assert isinstance(workspace.apply(LONGER), Refusal)

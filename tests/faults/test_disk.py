"""Full, read-only and broken disks; links, modes and attributes; files that are no files."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from milestone_tui.editing.planning import Refusal
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.workspace import Workspace
from tests.faults.processes import needs_fork, run
from tests.workspace.folders import applied, field, folder, names, text_of, tick

PATH = "milestones/M1.md"
TICK = tick(PATH, "one")
LONGER = field(PATH, "status", "on_hold and a good deal longer than before")
EDITS = pytest.mark.parametrize("edit", [TICK, LONGER], ids=["a tick", "a longer value"])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(folder(tmp_path / "p", {PATH: ""}), tmp_path / "state")


def file_of(workspace: Workspace) -> Path:
    return workspace.root / PATH


def refused(workspace: Workspace, edit: SetBox | SetField) -> Refusal:
    outcome = workspace.apply(edit)
    assert isinstance(outcome, Refusal), outcome
    assert outcome.text
    assert outcome.advice
    return outcome


def failing(monkeypatch: pytest.MonkeyPatch, name: str, number: int, folder: Path, *, part: int = 0) -> None:
    """Make the system call `name` fail with `number` for files in `folder`; a write first takes `part` bytes."""
    real = getattr(os, name)
    left = part

    def concerns(arguments: tuple[object, ...]) -> bool:
        first = arguments[0]
        path = str(Path(f"/proc/self/fd/{first}").readlink()) if isinstance(first, int) else str(first)
        return path.startswith(str(folder))

    def fails(*arguments: object, **options: object) -> object:
        nonlocal left
        if not concerns(arguments) or (name == "open" and not int(str(arguments[1])) & os.O_ACCMODE):
            return real(*arguments, **options)
        if left:
            taken, left = min(left, len(arguments[1])), 0  # type: ignore[arg-type]  # the bytes of os.write
            return real(arguments[0], arguments[1][:taken])  # type: ignore[index]  # as above
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, fails)


linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@linux
@EDITS
@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("write", errno.ENOSPC, "disk is full"),
        ("write", errno.EDQUOT, "quota"),
        ("open", errno.EROFS, "read-only"),
        ("open", errno.EACCES, "permission"),
        ("fsync", errno.EIO, "disk reports an error"),
        ("write", errno.EFBIG, "cannot be written"),
    ],
)
def test_an_error_of_the_disk_is_a_refusal_that_says_what_to_do(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, edit: SetBox | SetField, call: str, number: int, words: str
) -> None:
    failing(monkeypatch, call, number, workspace.root)
    assert words in refused(workspace, edit).text
    monkeypatch.undo()
    if call != "fsync":
        assert file_of(workspace).read_text(encoding="utf-8") == text_of("M1")
    assert names(workspace.root / "milestones") == ["M1.md"]
    assert applied(workspace, edit).diff or call == "fsync"


@linux
@pytest.mark.parametrize("part", [1, 7, 40])
def test_a_disk_that_fills_up_amid_a_write_leaves_the_old_text(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    failing(monkeypatch, "write", errno.ENOSPC, workspace.root, part=part)
    assert "disk is full" in refused(workspace, LONGER).text
    assert file_of(workspace).read_text(encoding="utf-8") == text_of("M1")
    assert names(workspace.root / "milestones") == ["M1.md"]


@linux
def test_a_disk_that_fills_up_leaves_a_hard_linked_file_as_it_was(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (workspace.root / "link").hardlink_to(file_of(workspace))
    real, calls = os.write, 0

    def fails_once(descriptor: int, data: bytes) -> int:
        nonlocal calls
        if not str(Path(f"/proc/self/fd/{descriptor}").readlink()).startswith(str(workspace.root)):
            return real(descriptor, data)
        calls += 1
        if calls == 2:
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, bytes(data)[:5])

    monkeypatch.setattr(os, "write", fails_once)
    assert "disk is full" in refused(workspace, LONGER).text
    assert file_of(workspace).read_text(encoding="utf-8") == text_of("M1")


def test_a_tick_keeps_the_file_itself(workspace: Workspace) -> None:
    before = file_of(workspace).stat()
    applied(workspace, TICK)
    assert file_of(workspace).stat().st_ino == before.st_ino


@EDITS
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_stays(workspace: Workspace, edit: SetBox | SetField, mode: int) -> None:
    file_of(workspace).chmod(mode)
    applied(workspace, edit)
    assert stat.S_IMODE(file_of(workspace).stat().st_mode) == mode


@EDITS
def test_a_link_stays_a_link_and_its_file_is_edited(workspace: Workspace, edit: SetBox | SetField) -> None:
    real = folder(workspace.root, {"notes/real.md": text_of("M1")}) / "notes/real.md"
    file_of(workspace).unlink()
    file_of(workspace).symlink_to("../notes/real.md")
    applied(workspace, edit)
    assert str(file_of(workspace).readlink()) == "../notes/real.md"
    assert real.read_text(encoding="utf-8") != text_of("M1")
    assert names(workspace.root / "notes") == ["real.md"]


@EDITS
def test_a_hard_linked_file_stays_linked_and_both_names_show_the_edit(workspace: Workspace, edit: SetBox | SetField) -> None:
    other = workspace.root / "other.txt"
    other.hardlink_to(file_of(workspace))
    applied(workspace, edit)
    assert other.samefile(file_of(workspace))
    assert other.read_text(encoding="utf-8") != text_of("M1")
    workspace.undo()
    assert other.read_text(encoding="utf-8") == text_of("M1")


@EDITS
def test_extended_attributes_stay(workspace: Workspace, edit: SetBox | SetField) -> None:
    if sys.platform != "linux":
        pytest.skip("extended attributes are looked at on Linux only")
    try:
        os.setxattr(file_of(workspace), "user.comment", b"kept")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    applied(workspace, edit)
    assert os.getxattr(file_of(workspace), "user.comment") == b"kept"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can get to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def as_nobody(work: Callable[[], object]) -> int:
    def without_rights() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        work()

    return run(without_rights)


@needs_fork
@EDITS
def test_a_folder_without_the_right_to_write_still_lets_its_file_be_edited(open_folder: Path, edit: SetBox | SetField) -> None:
    root = folder(open_folder, {PATH: ""})
    (root / PATH).chmod(0o666)
    (root / "milestones").chmod(0o555)
    assert as_nobody(lambda: applied(Workspace(root), edit)) == 0
    (root / "milestones").chmod(0o755)
    assert (root / PATH).read_text(encoding="utf-8") != text_of("M1")


@needs_fork
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_a_file_of_somebody_else_keeps_its_owner(open_folder: Path) -> None:
    root = folder(open_folder, {PATH: ""})
    (root / PATH).chmod(0o666)
    (root / "milestones").chmod(0o777)
    os.chown(root / PATH, 12345, 12345)
    assert as_nobody(lambda: applied(Workspace(root), LONGER)) == 0
    status = (root / PATH).stat()
    assert (status.st_uid, status.st_gid) == (12345, 12345)
    assert applied(Workspace(root), field(PATH, "status", "active")).changed
    status = (root / PATH).stat()
    assert (status.st_uid, status.st_gid) == (12345, 12345)


@needs_fork
@EDITS
def test_a_write_protected_file_is_refused_although_its_folder_would_let_it_be_replaced(
    open_folder: Path, edit: SetBox | SetField
) -> None:
    root = folder(open_folder, {PATH: ""})
    (root / PATH).chmod(0o444)
    (root / "milestones").chmod(0o777)

    def work() -> None:
        assert "permission" in refused(Workspace(root), edit).text

    assert as_nobody(work) == 0
    assert (root / PATH).read_text(encoding="utf-8") == text_of("M1")


@needs_fork
def test_files_and_folders_that_may_not_be_read_are_problems_and_hide_nothing(open_folder: Path) -> None:
    root = folder(open_folder, {PATH: "", "milestones/secret.md": "", "milestones/locked/M3.md": ""})
    (root / "milestones/secret.md").chmod(0)
    (root / "milestones/locked").chmod(0)

    def work() -> None:
        project = Workspace(root).load()
        assert [milestone.id for milestone in project.milestones] == ["M1"]
        assert sorted(problem.path for problem in project.problems) == ["milestones/locked", "milestones/secret.md"]

    assert as_nobody(work) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@EDITS
def test_a_pipe_in_the_place_of_a_file_hangs_nobody(workspace: Workspace, edit: SetBox | SetField) -> None:
    workspace.load()
    file_of(workspace).unlink()
    os.mkfifo(file_of(workspace))
    assert "regular" in refused(workspace, edit).text
    assert "regular" in getattr(read_file(str(file_of(workspace)), PATH), "text", "")
    project = workspace.refresh()
    assert project is not None
    assert [problem.path for problem in project.problems] == [PATH]


@EDITS
def test_a_file_that_is_gone_is_refused(workspace: Workspace, edit: SetBox | SetField) -> None:
    file_of(workspace).unlink()
    assert "gone" in refused(workspace, edit).text
    assert names(workspace.root / "milestones") == []


@pytest.mark.parametrize("data", ["\ufeff# M1\n\n- [ ] one\n".encode("utf-16-le"), b"# M1\n\n- [ ] one\n\0"])
def test_a_file_whose_offsets_cannot_be_trusted_is_not_edited(workspace: Workspace, data: bytes) -> None:
    file_of(workspace).write_bytes(data)
    refused(workspace, TICK)
    assert file_of(workspace).read_bytes() == data

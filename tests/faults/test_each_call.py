"""Every system call of an edit fails once, in every way: the file is the old or the new one, and what happened is said."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from milestone_tui.editing.planning import Refusal
from milestone_tui.model.edit import SetBox, SetField
from milestone_tui.workspace.applying import Applied
from milestone_tui.workspace.workspace import Workspace
from tests.workspace.folders import applied, field, folder, names, text_of, tick

PATH = "milestones/M1.md"
TICK = tick(PATH, "one")
LONGER = field(PATH, "status", "on_hold and a good deal longer than before")
CALLS = (
    "open", "read", "write", "fsync", "fstat", "lstat", "lseek", "ftruncate", "fchmod", "fchown", "listxattr", "replace",
    "unlink", "scandir", "close", "mkdir",
)  # fmt: skip
SHORT = -1
"""Instead of an error: a write that takes one byte, or a read that gives one."""
WAYS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.ENOENT, SHORT)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the calls are those of POSIX systems")


@contextmanager
def failing_at(step: int, way: int) -> Iterator[list[str]]:
    """Within, the call number `step` fails; gives the names of the calls that were made."""
    made: list[str] = []

    def wrapped(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            made.append(name)
            if len(made) != step:
                return real(*arguments, **options)
            if way == SHORT:
                if name == "write":
                    return real(arguments[0], bytes(memoryview(arguments[1]))[:1])  # type: ignore[arg-type]  # what os.write takes
                return real(arguments[0], 1) if name == "read" else real(*arguments, **options)
            if name == "close":
                real(*arguments)
            raise OSError(way, os.strerror(way))

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            if hasattr(os, name):
                patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield made


@pytest.mark.parametrize("linked", [False, True], ids=["one name", "two names"])
@pytest.mark.parametrize("edit", [TICK, LONGER], ids=["a tick", "a longer value"])
@pytest.mark.parametrize("way", WAYS, ids=[*(errno.errorcode[way] for way in WAYS[:-1]), "short"])
def test_the_file_is_whole_whichever_call_fails(tmp_path: Path, edit: SetBox | SetField, way: int, linked: bool) -> None:
    old = text_of("M1").encode()
    new: bytes | None = None
    for step in range(200):
        root = folder(tmp_path / str(step) / "p", {PATH: ""})
        if linked:
            (root / "link").hardlink_to(root / PATH)
        workspace = Workspace(root, tmp_path / str(step) / "state")
        with failing_at(step, way) as made:
            outcome = workspace.apply(edit)
        now = (root / PATH).read_bytes()
        if new is None:
            new = now
            assert new != old
        where = f"call {step}, {made[step - 1] if 0 < step <= len(made) else 'none'}"
        assert now in (old, new), where
        if isinstance(outcome, Refusal):
            assert outcome.text, where
            assert outcome.advice, where
        else:
            assert now == new, where
        again = Workspace(root, tmp_path / str(step) / "state")
        assert not again.load().problems
        assert names(root / "milestones") == ["M1.md"], where
        assert isinstance(again.apply(edit), Applied)
        assert (root / PATH).read_bytes() == new
        if step > len(made):
            break
    assert step > 8


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    workspace = Workspace(folder(tmp_path / "p", {PATH: ""}), tmp_path / "state")
    workspace.load()
    for moment in (0.0, 4e9, 1.0):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        monkeypatch.setattr(time, "time_ns", lambda moment=moment: int(moment * 1e9))
        os.utime(workspace.root / PATH, (4e9 - moment, 4e9 - moment))
        applied(workspace, TICK)
        applied(workspace, LONGER)
        assert isinstance(workspace.undo(), Applied)
        assert isinstance(workspace.undo(), Applied)
        assert (workspace.root / PATH).read_text(encoding="utf-8") == text_of("M1")
        (workspace.root / PATH).write_text(text_of("M1").replace("Title", "Other"), encoding="utf-8")
        os.utime(workspace.root / PATH, (5, 5))
        project = workspace.refresh()
        assert project is not None
        assert project.milestones[0].title == "Other"
        (workspace.root / PATH).write_text(text_of("M1"), encoding="utf-8")
        workspace.refresh()

"""The threads that read and follow the files go on after something went wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import TypeVar

import pytest
from textual.message import Message

from milestone_tui.model.project import Project
from milestone_tui.tui import disk as disk_module
from milestone_tui.tui.disk import Disk
from milestone_tui.tui.messages import ProjectChanged, ReadingFailed
from milestone_tui.workspace import watching
from milestone_tui.workspace.workspace import Workspace
from tests.tui.dashboard import TODAY, project

PATIENCE = 30.0
Found = TypeVar("Found", bound=Message)


def test_following_goes_on_after_a_failure_which_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    told: Queue[Message] = Queue()
    failures = iter([OSError("the folder is away")])
    real = watching.watch

    def sometimes(workspace: Workspace, wait: Callable[[float, float], bool], seconds: float) -> Iterator[Project | None]:
        for failure in failures:
            raise failure
        yield from real(workspace, wait, seconds)

    monkeypatch.setattr(watching, "watch", sometimes)
    monkeypatch.setattr(disk_module, "_MEND_SECONDS", 0.01)
    disk = Disk(lambda: Workspace(root), lambda: TODAY, told.put)
    disk.start(watch=True)
    try:
        failed = _next(told, ReadingFailed)
        assert "the folder is away" in failed.text
        (root / "M9.md").write_text("# M9: Late\n\n- [ ] one\n", encoding="utf-8")
        while not any(each.id == "M9" for each in _next(told, ProjectChanged).snapshot.project.milestones):
            pass
    finally:
        disk.close()


def _next(told: Queue[Message], kind: type[Found]) -> Found:
    while not isinstance(found := told.get(timeout=PATIENCE), kind):
        pass
    return found

"""Two processes read a folder exactly as one does."""

from __future__ import annotations

import os
import sys
from _thread import _count as other_threads
from pathlib import Path

import pytest

from milestone_tui.reading.vocabulary.lexicon import BUILT_IN
from milestone_tui.workspace import parallel
from milestone_tui.workspace.discovery import discover
from milestone_tui.workspace.found import FoundFile
from milestone_tui.workspace.loading import FileState, state_of
from milestone_tui.workspace.parallel import can_share, read_by_two
from tests.workspace.folders import folder

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(other_threads()), reason="only where a process can fork, without threads"
)


def alone(file: FoundFile) -> FileState:
    return state_of(file, None, BUILT_IN)[0]


@pytest.fixture
def files(tmp_path: Path) -> list[FoundFile]:
    root = folder(tmp_path / "p", {f"milestones/M{number}.md": "" for number in range(9)} | {"milestones/M9.md": b"\xff\xfe"})
    return list(discover(root).files)


def test_the_states_are_the_same_and_in_the_same_order(files: list[FoundFile]) -> None:
    assert len(files) == 10
    one = {state.relative: state for state in map(alone, files)}
    two = read_by_two(files, alone)
    assert list(two) == list(one)
    assert two == one


def test_a_second_process_that_dies_is_made_up_for(files: list[FoundFile]) -> None:
    parent = os.getpid()

    def dies_elsewhere(file: FoundFile) -> FileState:
        if os.getpid() != parent:
            os._exit(9)
        return alone(file)

    assert list(read_by_two(files, dies_elsewhere)) == [file.relative for file in files]


def test_a_small_folder_is_read_by_one(files: list[FoundFile]) -> None:
    assert not can_share(files)


def test_a_process_with_threads_is_never_forked(files: list[FoundFile], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "other_threads", lambda: 1)
    assert not can_share(files * 100)

"""A large folder read by two processes at once, where the system can fork and nothing else runs in this one."""

from __future__ import annotations

import os
import sys
from _thread import _count as other_threads
from collections.abc import Callable, Sequence

from milestone_tui.workspace.found import FoundFile
from milestone_tui.workspace.loading import FileState

_LEAST_FILES = 250
"""Below this a second process costs about what it saves: a fork, and the way of its half through a pipe."""


def can_share(files: Sequence[FoundFile]) -> bool:
    """Whether a second process is worth it and safe: Linux, two processors, and no thread that a fork would cut off."""
    if len(files) < _LEAST_FILES or not sys.platform.startswith("linux") or other_threads():
        return False
    return len(os.sched_getaffinity(0)) > 1


def read_by_two(files: Sequence[FoundFile], read_one: Callable[[FoundFile], FileState]) -> dict[str, FileState]:
    """The states of all files by path, in their order. If the second process fails, this one reads its files too."""
    import pickle  # of our own child only: nothing that comes from elsewhere is ever unpickled

    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(sink, lambda: pickle.dumps([read_one(file) for file in files[1::2]], pickle.HIGHEST_PROTOCOL))
    os.close(sink)
    mine = [read_one(file) for file in files[::2]]
    with os.fdopen(source, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    theirs = pickle.loads(answer) if status == 0 else [read_one(file) for file in files[1::2]]
    states: list[FileState | None] = [None] * len(files)
    states[::2], states[1::2] = mine, theirs
    return {state.relative: state for state in states if state is not None}


def _answer(sink: int, work: Callable[[], bytes]) -> None:
    """Do the work, hand it over and end at once: nothing that the first process has open may be flushed or closed twice."""
    code = 1
    try:
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(work())
        code = 0
    finally:
        os._exit(code)

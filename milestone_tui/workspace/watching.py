"""Notices what others do to the files: looks at time stamps, which also works where the kernel tells nothing (NFS, SMB)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from milestone_tui.model.project import Project
from milestone_tui.workspace.workspace import Workspace

_LOOKING = 0.05
"""Largest share of one processor's time; in a tree so large that looking takes longer, it looks less often."""
_READING = 0.5
"""The same while files change."""


def watch(workspace: Workspace, wait: Callable[[float, float], bool], interval: float = 1.0) -> Iterator[Project | None]:
    """The project, each time that it became another by what happened on the disk; None when files changed but no fact did.

    `wait(seconds, at_least)` pauses and says whether to stop; it may end sooner, though not before `at_least`. Looks every
    `interval` seconds, or as soon as that. An atomic rename, a new folder and a deleted one are all noticed, and only files that
    may have changed are read. So is what happened since the project was loaded, and while it was looked at.
    """
    seen: dict[str, object] = {}
    rest = 0.0
    while not wait(max(interval, rest), rest):
        began = time.perf_counter()
        now = workspace.stamps()
        looked = time.perf_counter()
        if now != seen or workspace.unsettled:
            before = _contents(workspace)
            project = workspace.refresh()
            touched = now != seen if seen else _contents(workspace) != before
            after = workspace.stamps()
            seen = after | {name: stamp for name, stamp in now.items() if name in after}
            if project is not None or touched:
                yield project
        rest = (looked - began) / _LOOKING + (time.perf_counter() - looked) / _READING


def _contents(workspace: Workspace) -> dict[str, tuple[int, int]]:
    return {path: state.content for path, state in workspace.states().items()}

"""A project then and now: the pairs to compare, read alike; and the files as they were when the program started."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from milestone_tui.model.contents import NO_CONTENTS, Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import Reading
from milestone_tui.workspace.assembly import assembled
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.history import Past
from milestone_tui.workspace.loading import FileState, content_id, read_state
from milestone_tui.workspace.workspace import Workspace

Pairs = tuple[tuple[Milestone, Contents], ...]

_FAST = 1
"""Level of compression: a third of the time of the usual one."""


def compared(workspace: Workspace, past: Past) -> tuple[Pairs, Pairs]:
    """What was there then and what is there now, of the milestones whose files differ; all others are the same at both.

    Where the workspace is one file, nothing is told of its neighbours.
    """
    states = workspace.states()
    files = {path: data for path, data in past.files.items() if path in states or not workspace.target_file}
    then = {path: state for path, state in states.items() if path not in past.new}
    readings: dict[str, Reading] = {}
    for path, data in files.items():
        then[path], reading = read_state(workspace.found_file(path), data, None, workspace.lexicon)
        if reading is not None:
            readings[path] = reading
    old = assembled(workspace.project.name, [then[path] for path in sorted(then)], (), (), {})
    touched = _touched((*old.milestones, *workspace.project.milestones), {*files, *past.new})
    before = tuple(
        (
            milestone,
            _contents(readings[milestone.path], milestone) if milestone.path in readings else workspace.contents(milestone.key),
        )
        for milestone in old.milestones
        if milestone.key in touched
    )
    after = tuple(
        (milestone, workspace.contents(milestone.key)) for milestone in workspace.project.milestones if milestone.key in touched
    )
    return before, after


def _touched(milestones: Iterable[Milestone], differing: set[str]) -> set[str]:
    """Keys of those with a file, of their own or attached to them, that differs."""
    return {
        milestone.key
        for milestone in milestones
        if milestone.path in differing or any(attached.path in differing for attached in milestone.attached)
    }


def _contents(reading: Reading, milestone: Milestone) -> Contents:
    for number, each in enumerate(reading.milestones):
        if each.key == milestone.key:
            return reading.contents(number)
    return NO_CONTENTS


class Beginning:
    """The files as they were when this was made, packed: about a third of their size stays in memory."""

    def __init__(self, workspace: Workspace) -> None:
        self._packed: dict[str, tuple[tuple[int, int], bytes]] = {}
        for path in workspace.states():
            found = read_file(f"{workspace.root}/{path}", path)
            if not isinstance(found, Problem):
                self._packed[path] = content_id(found.data), zlib.compress(found.data, _FAST)

    def past(self, workspace: Workspace) -> Past:
        """The files that hold other bytes now, are gone, or are new, as far as `workspace` has looked."""
        files: dict[str, bytes] = {}
        states = workspace.states()
        for path, (content, packed) in self._packed.items():
            state = states.get(path)
            if state is None or (state.content != content and not _unreadable(state)):
                files[path] = zlib.decompress(packed)
        new = frozenset(path for path in states if path not in self._packed)
        return Past("the program started", None, files, new)


def _unreadable(state: FileState) -> bool:
    """What cannot be read is not known to have changed."""
    return state.content == (0, 0) and bool(state.problems)

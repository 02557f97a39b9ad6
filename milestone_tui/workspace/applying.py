"""Edits, undo and redo from a workspace to the disk and back into its project."""

from __future__ import annotations

import os
from typing import NamedTuple

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import Edit
from milestone_tui.model.project import Project
from milestone_tui.reading.reader import read
from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch
from milestone_tui.text.patch import apply as patched
from milestone_tui.workspace.difference import unified
from milestone_tui.workspace.journal import Journal, Record, digest
from milestone_tui.workspace.reversal import NotFound, found_again, is_so_already
from milestone_tui.workspace.workspace import Workspace
from milestone_tui.workspace.writing import write


class Applied(NamedTuple):
    """An edit that is in its file."""

    summary: str
    path: str
    line: int
    changed: bool
    """False when the file said so already, and was not touched."""
    diff: str
    project: Project


def apply(workspace: Workspace, edit: Edit) -> Applied | Refusal:
    """Write one edit; see Workspace.apply."""
    location = _location(workspace, edit.path)
    if isinstance(location, Refusal):
        return location
    journal = Journal(workspace.state_dir) if workspace.state_dir else None
    lexicon = workspace.lexicon

    def planned(data: bytes) -> Change | Refusal:
        return plan(edit, read(data, edit.path, lexicon))

    outcome = write(location, planned, state_dir=workspace.state_dir, journal=journal)
    return _applied(workspace, outcome, journal)


def undo(workspace: Workspace) -> Applied | Refusal:
    """Take back the last edit; see Workspace.undo."""
    return _turn(workspace, undo=True)


def redo(workspace: Workspace) -> Applied | Refusal:
    """Make again what was taken back; see Workspace.redo."""
    return _turn(workspace, undo=False)


def _location(workspace: Workspace, relative: str) -> str | Refusal:
    """Where the file of an edit lies; refused when that is not below the root."""
    root = str(workspace.root)
    real = os.path.realpath(f"{root}/{relative}")
    inside = real.startswith(root.rstrip(os.sep) + os.sep) and not os.path.isabs(relative)  # noqa: PTH117 - a string
    if relative and (inside or relative == workspace.target_file):
        return f"{root}/{relative}"
    return Refusal(f"{relative or 'this'} is not a file of this project", "only files below the project's folder are edited", ())


def _turn(workspace: Workspace, *, undo: bool) -> Applied | Refusal:
    verb = "undo" if undo else "redo"
    if workspace.state_dir is None:
        return Refusal(f"there is nothing to {verb}", "edits are not kept in a journal here", ())
    history = Journal(workspace.state_dir)
    below = _below(workspace)
    while True:
        stack = history.stacks(below)[0 if undo else 1]
        if not stack:
            return Refusal(f"there is nothing to {verb}", "only edits made with milestone-tui are kept", ())
        record = stack[-1]
        journal = Journal(workspace.state_dir, verb, record.id)
        outcome = write(record.location, _Turn(record, undo=undo), state_dir=workspace.state_dir, journal=journal)
        if isinstance(outcome, Change) and not outcome.patches:
            if record.made is None and undo:
                history.settle(record.id)
                continue
            journal.close(journal.intend(record.location, outcome), made=True)
        return _applied(workspace, outcome, journal, _relative(workspace, record))


def _below(workspace: Workspace) -> str:
    """The path in and below which edits are taken back: the root, or the one file that is looked at."""
    return os.path.realpath(workspace.root / workspace.target_file)


def _relative(workspace: Workspace, record: Record) -> str:
    root = str(workspace.root).rstrip(os.sep) + os.sep
    if record.location.startswith(root):
        return record.location[len(root) :].replace(os.sep, "/")
    return record.path


class _Turn:
    """Plans the turn of a recorded edit against the file's bytes."""

    def __init__(self, record: Record, *, undo: bool) -> None:
        self.record = record
        self.undo = undo

    def __call__(self, data: bytes) -> Change | Refusal:
        record = self.record
        mended = self._mended(data)
        if mended is not None:
            return mended
        untouched = digest(data) == (record.digest_after if self.undo else record.digest_before)
        patches = found_again(data, record.hunks, undo=self.undo, untouched=untouched)
        summary = f"{'undid' if self.undo else 'redid'}: {record.summary}"
        if not isinstance(patches, NotFound):
            line = LineIndex(data).line_at(patches[0].start) if patches else record.line
            return Change(record.path, data, patched(data, patches), patches, summary, line)
        if is_so_already(data, record.hunks, undo=self.undo):
            return Change(record.path, data, data, (), summary, record.line)
        return _not_found(record, patches)

    def _mended(self, data: bytes) -> Change | None:
        """The file as it was before a write in place that broke off, or None when none did."""
        record = self.record
        if record.copy is None or record.made is not None or not self.undo:
            return None
        before, after = record.copy
        if data in (before, after) or not _is_torn(data, before, after):
            return None
        patch = Patch(0, data, before)
        return Change(record.path, data, before, (patch,), f"mended, as before: {record.summary}", record.line)


def _is_torn(data: bytes, before: bytes, after: bytes) -> bool:
    """Whether each byte is that of the one or of the other version."""
    longer = max(len(before), len(after))
    if not min(len(before), len(after)) <= len(data) <= longer:
        return False
    return all(byte in (before[at : at + 1], after[at : at + 1]) for at, byte in ((i, data[i : i + 1]) for i in range(len(data))))


def _not_found(record: Record, missing: NotFound) -> Refusal:
    if missing.many:
        text = f"several lines of {record.path} read alike: {missing.expected}"
        return Refusal(text, "the file was changed since, and which of them was meant is not certain; edit the right one", ())
    text = f"{record.path} was changed since: the line that was edited is not there any more"
    advice = f"it was: {missing.expected!r}; in its place now: {missing.present!r}; nothing was changed"
    return Refusal(text, advice, (missing.expected, missing.present))


def _applied(workspace: Workspace, outcome: Change | Refusal, journal: Journal | None, path: str = "") -> Applied | Refusal:
    if isinstance(outcome, Refusal):
        return outcome
    path = path or outcome.path
    changed = bool(outcome.patches)
    summary = outcome.summary
    if journal is not None and journal.fault and changed:
        summary += f" (cannot be undone: {journal.fault})"
    project = workspace.take_over(path, outcome.after)
    diff = unified(path, outcome.before, outcome.after, outcome.patches)
    return Applied(summary, path, outcome.line, changed, diff, project)

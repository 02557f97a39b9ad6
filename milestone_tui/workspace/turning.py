"""Undo and redo: the step that was made last is taken back, in all its files or in none, and made again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.editing.planning import Change, Refusal
from milestone_tui.model.values import Problem
from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch
from milestone_tui.text.patch import apply as patched
from milestone_tui.workspace.applying import Applied, applied
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.journal import Journal, Record, digest
from milestone_tui.workspace.reversal import NotFound, found_again, is_so_already
from milestone_tui.workspace.workspace import Workspace
from milestone_tui.workspace.writing import write


class Step(NamedTuple):
    """What one undo takes back."""

    records: tuple[Record, ...]
    """Its edits, the first one first."""
    undone: bool


def steps(workspace: Workspace) -> list[Step]:
    """The steps below the workspace's target that can be taken back or made again, the newest first."""
    if workspace.state_dir is None:
        return []
    made, undone = Journal(workspace.state_dir).stacks(_below(workspace))
    return [*_grouped(undone, True), *reversed(_grouped(made, False))]


def _grouped(records: Sequence[Record], undone: bool) -> list[Step]:
    """Steps in the order of the records; those that are undone stand from the newest to the oldest."""
    found: list[list[Record]] = []
    for record in records:
        if found and record.group and found[-1][0].group == record.group:
            found[-1].append(record)
        else:
            found.append([record])
    return [Step(tuple(reversed(each)) if undone else tuple(each), undone) for each in found]


def undo(workspace: Workspace) -> Applied | Refusal:
    """Take back the last step; see Workspace.undo."""
    return _turn(workspace, undo=True)


def redo(workspace: Workspace) -> Applied | Refusal:
    """Make again what was taken back; see Workspace.redo."""
    return _turn(workspace, undo=False)


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
        step = _step(stack)
        if len(step) > 1:
            return _turn_several(workspace, step, undo=undo)
        outcome = _turn_one(workspace, step[0], undo=undo)
        if outcome is not None:
            return outcome
        history.settle(step[0].id)


def _step(stack: Sequence[Record]) -> list[Record]:
    """The records of the step that is turned next, in the order in which they are turned."""
    last = stack[-1]
    return [record for record in reversed(stack) if record.group == last.group] if last.group else [last]


def _turn_one(workspace: Workspace, record: Record, *, undo: bool) -> Applied | Refusal | None:
    """None for an edit whose outcome was not known and that is not in the file: it never came to be."""
    assert workspace.state_dir is not None
    journal = Journal(workspace.state_dir, "undo" if undo else "redo", record.id, record.group)
    outcome = write(record.location, _Turn(record, undo=undo), state_dir=workspace.state_dir, journal=journal)
    if isinstance(outcome, Change) and not outcome.patches:
        if record.made is None and undo:
            return None
        journal.close(journal.intend(record.location, outcome), made=True)
    return applied(workspace, outcome, journal, _relative(workspace, record))


def _turn_several(workspace: Workspace, step: Sequence[Record], *, undo: bool) -> Applied | Refusal:
    """All of them, or none when one of them can't be found again."""
    refused = _foreseen(step, undo=undo)
    if refused is not None:
        return refused
    done: list[Applied] = []
    for record in step:
        outcome = _turn_one(workspace, record, undo=undo)
        if isinstance(outcome, Refusal):
            text = f"{outcome.text}; {len(done)} of {len(step)} edits of this step are {'undone' if undo else 'redone'}"
            return outcome._replace(text=text) if done else outcome
        if outcome is not None:
            done.append(outcome)
    if not done:
        return Refusal("nothing of this step is in its files", "it was never made", ())
    summary = f"{'undid' if undo else 'redid'} {len(done)} edits as one step"
    return done[0]._replace(summary=summary, changed=any(each.changed for each in done), diff="".join(each.diff for each in done))


def _foreseen(step: Sequence[Record], *, undo: bool) -> Refusal | None:
    """What would be refused, seen by turning everything in memory first."""
    files: dict[str, bytes] = {}
    for record in step:
        if record.location not in files:
            found = read_file(record.location, record.path)
            if isinstance(found, Problem):
                return Refusal(found.text, found.advice, ())
            files[record.location] = found.data
        outcome = _Turn(record, undo=undo)(files[record.location])
        if isinstance(outcome, Refusal):
            return outcome
        files[record.location] = outcome.after
    return None


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
            already = f"{'undone' if self.undo else 'redone'} already: {record.summary}"
            return Change(record.path, data, data, (), already, record.line)
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

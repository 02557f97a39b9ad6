"""Edits from a workspace to the disk and back into its project; one, or several as one step."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import AddItem, Align, Edit, ItemTarget, RemoveItem, SetBox, SetState
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import Reading, read
from milestone_tui.workspace.difference import unified
from milestone_tui.workspace.files import read_file
from milestone_tui.workspace.journal import Journal
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


class AppliedAll(NamedTuple):
    """Several edits that are one step, as far as they are in their files."""

    applied: tuple[Applied, ...]
    refused: tuple[tuple[Edit, Refusal], ...]
    aligned: tuple[Applied, ...] = ()
    """What followed by itself, because the configuration says so."""

    def as_one(self) -> Applied | Refusal:
        """One outcome for all: what was made, and how much was not."""
        if not self.applied:
            return self.refused[0][1]
        made = [each for each in self.applied if each.changed]
        words = f"{len(made)} edits as one step" if len(made) > 1 else (made or self.applied)[0].summary
        so_already = len(self.applied) - len(made)
        if so_already and len(self.applied) > 1:
            were = "1 was so already" if so_already == 1 else f"{so_already} were so already"
            words = f"{words}; {were}" if made else "nothing to change: all are so already"
        words = "; ".join((words, *dict.fromkeys(each.summary for each in self.aligned)))
        if self.refused:
            words += f"; {len(self.refused)} refused: {self.refused[0][1].text}"
        return (made or self.applied)[0]._replace(summary=words)


def apply_all(workspace: Workspace, edits: Iterable[Edit], today: str = "") -> AppliedAll:
    """Write the edits one after the other; one undo takes back all that were made. What is refused keeps no other back.

    Where the configuration says `align: true`, what the files say of their boxes follows in the same step; `today` is the ISO day
    of that.
    """
    edits = tuple(edits)
    group = os.urandom(6).hex() if len(edits) > 1 or workspace.configuration.align else ""
    applied: list[Applied] = []
    refused: list[tuple[Edit, Refusal]] = []
    aims: dict[ItemTarget, ItemTarget] = {}
    counted: dict[Align, None] = {}
    for edit in edits:
        target = getattr(edit, "target", None)
        aimed = edit._replace(target=aims[target]) if target in aims else edit  # type: ignore[call-arg]  # it has one
        outcome = apply(workspace, aimed, group)
        if isinstance(outcome, Refusal):
            refused.append((edit, outcome))
            continue
        applied.append(outcome)
        if isinstance(target, ItemTarget):
            aims[target] = _found_again(workspace, outcome, target)
        if outcome.changed and workspace.configuration.align:
            counted |= dict.fromkeys(followers(edit, outcome.line, workspace.reading(outcome.path), today))
    followed = [apply(workspace, edit, group) for edit in counted]
    aligned = tuple(each for each in followed if not isinstance(each, Refusal) and each.changed)
    return AppliedAll(tuple(applied), tuple(refused), aligned)


def followers(edit: Edit, line: int, after: Reading, today: str) -> tuple[Align, ...]:
    """What brings the milestone in line whose boxes an edit changed at a line: the one that it names, else the one around it."""
    if not isinstance(edit, (SetBox, SetState, AddItem, RemoveItem)):
        return ()
    key = getattr(getattr(edit, "target", edit), "milestone", "")
    if not key:
        before = [each.key for each in after.milestones if each.line <= line] or [each.key for each in after.milestones]
        key = before[-1] if before else ""
    return (Align(after.path, key, today, ticked=True),) if key else ()


def _found_again(workspace: Workspace, outcome: Applied, target: ItemTarget) -> ItemTarget:
    """The same item as the edit left it: another edit of the step is meant for it too, whatever it is called now."""
    for number, milestone in enumerate((reading := workspace.reading(outcome.path)).milestones):
        if target.milestone in ("", milestone.key):
            for section in reading.contents(number).checklist:
                for item in section.items:
                    if item.line == outcome.line:
                        return ItemTarget(item.line, item.text, item.key, False, milestone.key)
    return target


def planned(workspace: Workspace, edit: Edit) -> Change | Refusal:
    """What the edit would do to its file as it is now; nothing is written."""
    location = _location(workspace, edit.path)
    if isinstance(location, Refusal):
        return location
    found = read_file(location, edit.path)
    if isinstance(found, Problem):
        return Refusal(found.text, found.advice)
    return plan(edit, read(found.data, edit.path, workspace.lexicon))


def apply(workspace: Workspace, edit: Edit, group: str = "") -> Applied | Refusal:
    """Write one edit; see Workspace.apply."""
    location = _location(workspace, edit.path)
    if isinstance(location, Refusal):
        return location
    journal = Journal(workspace.state_dir, group=group) if workspace.state_dir else None
    lexicon = workspace.lexicon

    def planned(data: bytes) -> Change | Refusal:
        return plan(edit, read(data, edit.path, lexicon))

    outcome = write(location, planned, state_dir=workspace.state_dir, journal=journal)
    return applied(workspace, outcome, journal)


def _location(workspace: Workspace, relative: str) -> str | Refusal:
    """Where the file of an edit lies; refused when that is not below the root."""
    root = str(workspace.root)
    real = os.path.realpath(f"{root}/{relative}")
    inside = real.startswith(root.rstrip(os.sep) + os.sep) and not os.path.isabs(relative)  # noqa: PTH117 - a string
    if relative and (inside or relative == workspace.target_file):
        return f"{root}/{relative}"
    return Refusal(f"{relative or 'this'} is not a file of this project", "only files below the project's folder are edited", ())


def applied(workspace: Workspace, outcome: Change | Refusal, journal: Journal | None, path: str = "") -> Applied | Refusal:
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

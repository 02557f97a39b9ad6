"""Edits from a workspace to the disk and back into its project; one, or several as one step."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from milestone_tui.editing.planning import Change, Refusal, plan
from milestone_tui.model.edit import Edit, ItemTarget
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.reading.reader import read
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


def apply_all(workspace: Workspace, edits: Iterable[Edit]) -> AppliedAll:
    """Write the edits one after the other; one undo takes back all that were made. What is refused keeps no other back."""
    group = os.urandom(6).hex()
    applied: list[Applied] = []
    refused: list[tuple[Edit, Refusal]] = []
    aims: dict[ItemTarget, ItemTarget] = {}
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
    return AppliedAll(tuple(applied), tuple(refused))


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

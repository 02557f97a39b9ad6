"""`milestone-tui history`, `undo` and `redo`: the edits that this program made, and the way back and forth through them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from milestone_tui.cli.output import DONE, REFUSED, USAGE, complain, print_difference, print_json, print_lines
from milestone_tui.cli.state import state_dir, user_file
from milestone_tui.cli.targets import existing
from milestone_tui.editing.outcome import Refusal
from milestone_tui.text.terminal import harmless
from milestone_tui.workspace.journal import Journal, Record
from milestone_tui.workspace.turning import Step, steps
from milestone_tui.workspace.workspace import Workspace

_SHORT = 7
"""Characters by which a commit is told."""


def run(args: Namespace) -> int:
    """List the steps, or turn the last one."""
    path = existing(args.project or args.path)
    if path is None:
        return USAGE
    workspace = Workspace(path, state_dir(), user_file())
    if args.command == "history":
        return _listed(workspace, args)
    outcome = workspace.undo() if args.command == "undo" else workspace.redo()
    if isinstance(outcome, Refusal):
        complain(f"{outcome.text}.", *([f"{outcome.advice}."] if outcome.advice else []), *outcome.candidates)
        return REFUSED
    print_difference(outcome.diff)
    complain(f"{outcome.path}:{outcome.line}: {outcome.summary}")
    return DONE


def _listed(workspace: Workspace, args: Namespace) -> int:
    found = steps(workspace)[: args.number]
    marks = Journal(workspace.state_dir).marks() if workspace.state_dir is not None else {}
    if args.json:
        print_json({"schema": 1, "history": [_data(step, marks, workspace.root) for step in found]})
        return DONE
    if not found:
        complain("no edits are kept for this place; only those made with milestone-tui are.")
        return DONE
    print_lines(line for step in found for line in _lines(step, marks, workspace.root))
    return DONE


def _data(step: Step, marks: Mapping[str, str], root: Path) -> dict[str, object]:
    edits = [{"path": _path(each, root), "line": each.line, "summary": each.summary} for each in step.records]
    return {"at": _when(step), "undone": step.undone, "commit": _commit(step, marks), "edits": edits}


def _commit(step: Step, marks: Mapping[str, str]) -> str:
    """The commit that this program made of the step; empty for none, and for a step of which a part is in none."""
    commits = [marks.get(each.id, "") for each in step.records]
    return commits[-1] if all(commits) else ""


def _path(record: Record, root: Path) -> str:
    """Below `root`, however the file was named when it was edited."""
    return record.location.removeprefix(f"{root}/") if record.location.startswith(f"{root}/") else record.path


def _lines(step: Step, marks: Mapping[str, str], root: Path) -> list[str]:
    commit = _commit(step, marks)[:_SHORT]
    state = "  (undone)" if step.undone else f"  (committed {commit})" if commit else ""
    if len(step.records) > 1:
        head = f"{_when(step)}  {len(step.records)} edits as one step{state}"
        return [head, *(f"{'':18}  {harmless(each.summary)}  {harmless(_path(each, root))}:{each.line}" for each in step.records)]
    (record,) = step.records
    return [f"{_when(step)}  {harmless(record.summary)}  {harmless(_path(record, root))}:{record.line}{state}"]


def _when(step: Step) -> str:
    at = step.records[0].at
    return datetime.fromtimestamp(at).strftime("%Y-%m-%d %H:%M") if at else " " * 16

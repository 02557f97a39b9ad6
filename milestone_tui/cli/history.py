"""`milestone-tui history`, `undo` and `redo`: the edits that this program made, and the way back and forth through them."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from milestone_tui.cli.output import DONE, REFUSED, USAGE, complain, print_difference, print_json, print_lines
from milestone_tui.cli.state import state_dir, user_file
from milestone_tui.cli.targets import existing
from milestone_tui.editing.outcome import Refusal
from milestone_tui.text.terminal import harmless
from milestone_tui.workspace.turning import Step, steps
from milestone_tui.workspace.workspace import Workspace


def run(args: Namespace) -> int:
    """List the steps, or turn the last one."""
    path = existing(args.path)
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
    if args.json:
        print_json({"schema": 1, "history": [_data(step) for step in found]})
        return DONE
    if not found:
        complain("no edits are kept for this place; only those made with milestone-tui are.")
        return DONE
    print_lines(line for step in found for line in _lines(step))
    return DONE


def _data(step: Step) -> dict[str, object]:
    edits = [{"path": each.path, "line": each.line, "summary": each.summary} for each in step.records]
    return {"at": _when(step), "undone": step.undone, "edits": edits}


def _lines(step: Step) -> list[str]:
    state = "  (undone)" if step.undone else ""
    if len(step.records) > 1:
        head = f"{_when(step)}  {len(step.records)} edits as one step{state}"
        return [head, *(f"{'':18}  {harmless(each.summary)}  {harmless(each.path)}:{each.line}" for each in step.records)]
    (record,) = step.records
    return [f"{_when(step)}  {harmless(record.summary)}  {harmless(record.path)}:{record.line}{state}"]


def _when(step: Step) -> str:
    at = step.records[0].at
    return datetime.fromtimestamp(at).strftime("%Y-%m-%d %H:%M") if at else " " * 16

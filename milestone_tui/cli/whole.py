"""What `add` and `rm` mean for whole risks and checkpoints."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from milestone_tui.cli.aiming import Answer, Meant, day_or_refusal, file_and_line, one_milestone, reading_of
from milestone_tui.cli.output import USAGE, complain
from milestone_tui.cli.state import user_file
from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.standing_at import Noun, noun_at
from milestone_tui.model.edit import AddCheckpoint, AddRisk, RemoveCheckpoint, RemoveRisk
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.workspace.workspace import Workspace

_OF_RISKS = ("probability", "impact", "level", "mitigation", "contingency")


def misused(args: Namespace) -> str:
    """The first option of `add` that only a risk has, where none is to be added; empty for none."""
    return next((f"--{name}" for name in _OF_RISKS if getattr(args, name) and not args.risk), "")


def added(args: Namespace, today: date) -> Answer:
    """The risk or the checkpoint that `add` is to write."""
    if args.risk:
        return _new_risk(args)
    due = day_or_refusal(args.due, None, today)
    if isinstance(due, Refusal):
        return due
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    return Meant(found.workspace, AddCheckpoint(milestone.path, milestone.key, args.checkpoint, due, args.text))


def _new_risk(args: Namespace) -> Answer:
    values = {name: getattr(args, name) for name in (*_OF_RISKS, "owner")}
    file, line = file_and_line(args.where)
    if file is not None and line:
        workspace, noun = _noun(file, line)
        if isinstance(noun, Refusal):
            return noun
        key, risk = noun
        if not isinstance(risk, Risk):
            return Refusal(f"line {line} holds no risk", "give the line of the risk that it follows, or the milestone's id")
        return Meant(workspace, AddRisk(file.name, key, args.text, **values, after=risk.text, line=risk.line))
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    return Meant(found.workspace, AddRisk(milestone.path, milestone.key, args.text, **values, after=args.after or ""))


def removed(args: Namespace) -> Answer | None:
    """The risk or the checkpoint that `rm` is to delete; None when it is an item."""
    file, line = file_and_line(args.where)
    if file is not None and line and args.text is None:
        workspace, noun = _noun(file, line)
        return None if isinstance(noun, Refusal) else _of_line(workspace, file.name, *noun, args)
    if args.risk is None and args.checkpoint is None:
        return None
    if args.text is not None:
        complain("An item or a risk or a checkpoint is deleted: name one of them.")
        return USAGE
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    place = milestone.path, milestone.key
    return Meant(found.workspace, RemoveRisk(*place, args.risk) if args.risk else RemoveCheckpoint(*place, args.checkpoint or ""))


def _of_line(workspace: Workspace, path: str, key: str, noun: Noun, args: Namespace) -> Answer | None:
    if not isinstance(noun, (Risk, Checkpoint)):
        return None
    said = noun.text if isinstance(noun, Risk) else noun.criteria
    if args.expect is not None and args.expect != said:
        return Refusal(f'line {noun.line} says "{said}"', "look at the file again")
    if isinstance(noun, Risk):
        return Meant(workspace, RemoveRisk(path, key, noun.text, noun.line))
    return Meant(workspace, RemoveCheckpoint(path, key, noun.name, noun.line))


def _noun(file: Path, line: int) -> tuple[Workspace, tuple[str, Noun] | Refusal]:
    workspace = Workspace(file, user_file=user_file())
    reading = reading_of(workspace, file.name)
    if isinstance(reading, Refusal):
        return workspace, reading
    return workspace, noun_at(line, reading) or Refusal(f"line {line} holds no item, risk or checkpoint", "give the line of one")

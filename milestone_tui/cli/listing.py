"""`set ID dependencies …`: the whole list, or what is added to it and taken away; a circle of milestones is refused."""

from __future__ import annotations

from argparse import Namespace

from milestone_tui.analysis.new_links import refused_link
from milestone_tui.cli.aiming import Answer, Meant
from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import SetList
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.fold import fold
from milestone_tui.workspace.workspace import Workspace


def listed(workspace: Workspace, milestone: Milestone, name: str, now: tuple[str, ...], args: Namespace) -> Answer:
    """The edit after which the field holds what `args.value` says: `+M01` adds, `^M01` takes away, `M01,M02` is all of it."""
    words = [word.strip() for word in args.value.split(",")]
    steps = all(word[:1] in ("+", "^") for word in words if word)
    if args.value.strip() and steps:
        gone = {fold(word[1:]) for word in words if word.startswith("^")}
        missing = gone - set(map(fold, now))
        if missing:
            return Refusal(f"{args.field} holds no {', '.join(sorted(missing))}", "it holds: " + (", ".join(now) or "nothing"))
        values = [value for value in now if fold(value) not in gone] + [
            word[1:].strip() for word in words if word.startswith("+")
        ]
    else:
        values = [word for word in words if word]
    if name in ("upstream", "downstream"):
        if not workspace.loaded:
            workspace.load()
        new = [value for value in values if fold(value) not in set(map(fold, now))]
        fault = refused_link(workspace.project, milestone.key, new, upstream=name == "upstream")
        if fault:
            return Refusal(fault.text, fault.advice)
    return Meant(workspace, SetList(milestone.path, milestone.key, args.field, tuple(values)))

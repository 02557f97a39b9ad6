"""From the arguments of a command that edits to the edit: which file, which milestone, which item, which absolute value."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from milestone_tui.cli.aiming import Answer, Meant, aimed_at, day_or_refusal, file_and_line, one_milestone, reading_of
from milestone_tui.cli.output import USAGE, complain
from milestone_tui.cli.state import user_file
from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import AddItem, AddSection, Align, IndentItem, ItemTarget, MoveItem, RemoveItem, SetBox
from milestone_tui.workspace.workspace import Workspace


def meant_by(args: Namespace, today: date) -> Answer:
    """The edit that the arguments mean."""
    if args.command == "set":
        from milestone_tui.cli.settings import set_by

        return set_by(args, today)
    makers: dict[str, Callable[[Namespace, date], Answer]] = {
        "tick": _ticked,
        "untick": _ticked,
        "add": _added,
        "move": _moved,
        "rm": _removed,
        "align": _aligned,
    }
    return makers[args.command](args, today)


def _ticked(args: Namespace, _today: date) -> Answer:
    aimed = aimed_at(args, args.text, args.expect)
    if isinstance(aimed, int):
        return aimed
    return Meant(aimed.workspace, SetBox(aimed.path, args.command == "tick", *aimed.target))


def _removed(args: Namespace, _today: date) -> Answer:
    from milestone_tui.cli.whole import removed

    whole = removed(args)
    if whole is not None:
        return whole
    aimed = aimed_at(args, args.text, args.expect)
    return aimed if isinstance(aimed, int) else Meant(aimed.workspace, RemoveItem(aimed.path, aimed.target, not args.keep_nested))


def _moved(args: Namespace, _today: date) -> Answer:
    aimed = aimed_at(args, args.text, args.expect)
    if isinstance(aimed, int):
        return aimed
    workspace, path, target = aimed
    if args.indent or args.outdent:
        return Meant(workspace, IndentItem(path, target, bool(args.indent)))
    if args.under:
        return Meant(workspace, MoveItem(path, target, "under", under=args.under))
    for where, said in (("after", args.after), ("before", args.before), ("in", args.into)):
        if said:
            return Meant(workspace, MoveItem(path, target, where, _other(said, target.milestone)))
    return Meant(workspace, MoveItem(path, target, "up" if args.up else "down"))


def _added(args: Namespace, today: date) -> Answer:
    from milestone_tui.cli.whole import added, misused

    if misused(args):
        complain(f"{misused(args)} belongs to a risk: add --risk.")
        return USAGE
    if args.risk or args.checkpoint is not None:
        return added(args, today)
    due = day_or_refusal(args.due, None, today)
    if isinstance(due, Refusal):
        return due
    file, line = file_and_line(args.where)
    if file is not None and not args.section:
        workspace, path, key = Workspace(file, user_file=user_file()), file.name, ""
    else:
        found = one_milestone(args)
        if isinstance(found, int):
            return found
        workspace, path, key = found.workspace, found.milestones[0].path, found.milestones[0].key
    if args.section:
        return Meant(workspace, AddSection(path, key, args.text))
    after, under = _other(args.after, key) if args.after else None, args.under or ""
    if line and not args.after and not args.under:
        reading = reading_of(workspace, path)
        if isinstance(reading, Refusal):
            return reading
        if any(
            item.line == line
            for number in range(len(reading.found))
            for part in reading.contents(number).checklist
            for item in part.items
        ):
            after = ItemTarget(line)
        else:
            under = str(line)
    edit = AddItem(path, args.text, key, under, after, args.depth, args.owner, due, args.estimate)
    return Meant(workspace, edit)


def _aligned(args: Namespace, today: date) -> Answer:
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    return Meant(found.workspace, Align(milestone.path, milestone.key, "" if args.no_date else today.isoformat()))


def _other(said: str, milestone: str) -> ItemTarget:
    """Another item of the file, by its line or by words."""
    return ItemTarget(int(said)) if said.isdecimal() else ItemTarget(0, said, milestone=milestone)

"""From the arguments of a command that edits to the edit: which file, which milestone, which item, which absolute value."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from milestone_tui.cli.lookup import Found, find
from milestone_tui.cli.output import REFUSED, USAGE, complain
from milestone_tui.cli.state import user_file
from milestone_tui.editing.meant import DAY_KEYS, day_meant
from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import AddItem, AddSection, Align, Edit, IndentItem, ItemTarget, MoveItem, RemoveItem, SetBox
from milestone_tui.reading.reader import Reading, read
from milestone_tui.workspace.workspace import Workspace


class Meant(NamedTuple):
    """An edit, and the workspace of its file."""

    workspace: Workspace
    edit: Edit

    def reading(self) -> Reading | Refusal:
        """The file of the edit as it is now."""
        return reading_of(self.workspace, self.edit.path)


class Aimed(NamedTuple):
    """An item that the command line names."""

    workspace: Workspace
    path: str
    target: ItemTarget


Answer = Meant | Refusal | int
"""The edit; a refusal; or the exit code after it was said what is wrong."""


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


def reading_of(workspace: Workspace, path: str) -> Reading | Refusal:
    """A file of the workspace as it is now."""
    from milestone_tui.model.values import Problem
    from milestone_tui.workspace.files import read_file

    found = read_file(f"{workspace.root}/{path}", path)
    if isinstance(found, Problem):
        return Refusal(found.text, found.advice)
    return read(found.data, path, workspace.lexicon)


def aimed_at(args: Namespace, words: str | None, expect: str | None = None) -> Aimed | int:
    """The item in `FILE:LINE`, or the one of a file or of the milestone with that id that has the `words`."""
    file, line = file_and_line(args.where)
    text = expect if expect is not None else words or ""
    if file is not None and (line or words):
        return Aimed(Workspace(file, user_file=user_file()), file.name, ItemTarget(line, text, exact=expect is not None))
    if words is None:
        complain(
            f"{args.where} is no FILE:LINE.",
            "Give the file and the line of a box, or the id of a milestone and some of the box's text.",
        )
        return USAGE
    found = one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    target = ItemTarget(0, text, exact=expect is not None, milestone=milestone.key)
    return Aimed(found.workspace, milestone.path, target)


def one_milestone(args: Namespace) -> Found | int:
    """The milestone that `args.where` means; the exit code after saying why it is none, or more than one."""
    found = find(args.where, args.path)
    if found is None:
        return USAGE
    if len(found.milestones) == 1:
        return found
    if not found.milestones:
        complain(f"{args.where} holds no milestone.")
        return USAGE
    candidates = [f"{each.path}:{each.line}  {each.id} {each.title}" for each in found.milestones]
    complain(f"{args.where} means {len(candidates)} milestones.", "Name one of them by its id or its file:", *candidates)
    return REFUSED


def file_and_line(where: str) -> tuple[Path | None, int]:
    """`docs/m02.md:57` → the file and 57; a file without a line → 0; anything else → None."""
    name, colon, number = where.rpartition(":")
    if colon and number.isdecimal() and Path(name).is_file():
        return Path(name), int(number)
    return (Path(where), 0) if Path(where).is_file() else (None, 0)


def day_or_refusal(said: str, seen: date | None, today: date) -> str | Refusal:
    """The ISO day that is meant; empty for nothing."""
    if not said:
        return ""
    day = day_meant(said, seen, today)
    return day.isoformat() if day else Refusal(f'"{said}" is no day', DAY_KEYS)


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

"""What the words of a command line point at: a milestone, an item, a line of a file, a day."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from milestone_tui.cli.lookup import Found, find
from milestone_tui.cli.output import REFUSED, USAGE, complain
from milestone_tui.cli.state import user_file
from milestone_tui.editing.meant import DAY_KEYS, day_meant
from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import Edit, ItemTarget
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

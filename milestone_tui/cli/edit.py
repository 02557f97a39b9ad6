"""`milestone-tui tick`, `untick` and `set`: one edit, written exactly or refused with what was found."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

from milestone_tui.cli.lookup import Found, find
from milestone_tui.cli.output import DONE, REFUSED, USAGE, complain, print_lines
from milestone_tui.cli.state import state_dir, user_file
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.model.edit import Edit, SetBox, SetField
from milestone_tui.workspace.workspace import Workspace


class _Meant(NamedTuple):
    workspace: Workspace
    edit: Edit


def run(args: Namespace) -> int:
    """Carry the edit out, or with --dry-run print the difference it would make."""
    meant = _set(args) if args.command == "set" else _tick(args, done=args.command == "tick")
    if isinstance(meant, int):
        return meant
    meant.workspace.state_dir = None if args.dry_run else state_dir()
    outcome = _planned(meant) if args.dry_run else meant.workspace.apply(meant.edit)
    if isinstance(outcome, Refusal):
        complain(f"{outcome.text}.", *([f"{outcome.advice}."] if outcome.advice else []), *outcome.candidates)
        return REFUSED
    if args.dry_run and isinstance(outcome, Change):
        from milestone_tui.workspace.difference import unified

        print_lines(unified(outcome.path, outcome.before, outcome.after, outcome.patches).splitlines())
    complain(f"{outcome.path}:{outcome.line}: {outcome.summary}")
    return DONE


def _planned(meant: _Meant) -> Change | Refusal:
    from milestone_tui.editing.planning import plan
    from milestone_tui.model.values import Problem
    from milestone_tui.reading.reader import read
    from milestone_tui.workspace.files import read_file

    found = read_file(f"{meant.workspace.root}/{meant.edit.path}", meant.edit.path)
    if isinstance(found, Problem):
        return Refusal(found.text, found.advice)
    return plan(meant.edit, read(found.data, meant.edit.path, meant.workspace.lexicon))


def _tick(args: Namespace, *, done: bool) -> _Meant | int:
    file, line = _file_and_line(args.where)
    if file is not None and (line or args.text):
        workspace = Workspace(file, user_file=user_file())
        text = args.expect if args.expect is not None else args.text or ""
        exact = args.expect is not None
        return _Meant(workspace, SetBox(file.name, done, line, text, exact=exact))
    if args.text is None:
        complain(
            f"{args.where} is no FILE:LINE.",
            "Give the file and the line of a box, or the id of a milestone and some of the box's text.",
        )
        return USAGE
    found = _one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    text = args.expect if args.expect is not None else args.text
    return _Meant(found.workspace, SetBox(milestone.path, done, 0, text, exact=args.expect is not None, milestone=milestone.key))


def _set(args: Namespace) -> _Meant | int:
    found = _one_milestone(args)
    if isinstance(found, int):
        return found
    milestone = found.milestones[0]
    return _Meant(found.workspace, SetField(milestone.path, milestone.key, args.field, args.value, args.raw, args.expect))


def _one_milestone(args: Namespace) -> Found | int:
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


def _file_and_line(where: str) -> tuple[Path | None, int]:
    """`docs/m02.md:57` → the file and 57; a file without a line → 0; anything else → None."""
    name, colon, number = where.rpartition(":")
    if colon and number.isdecimal() and Path(name).is_file():
        return Path(name), int(number)
    return (Path(where), 0) if Path(where).is_file() else (None, 0)

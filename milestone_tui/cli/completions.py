"""`milestone-tui completions SHELL`: a script that completes command lines; `completions ids` gives it the ids of a project.

The scripts are made from the parsers themselves, so that they cannot fall behind them, and without a package for it.
"""

from __future__ import annotations

import re
from argparse import Action, Namespace
from collections.abc import Iterable
from importlib import import_module
from typing import NamedTuple

from milestone_tui.cli.arguments import ALL_PANELS, FIELDS, description_of, parser_for
from milestone_tui.cli.main import COMMANDS
from milestone_tui.cli.output import DONE, USAGE, print_lines
from milestone_tui.cli.state import user_file
from milestone_tui.resources import resource

MOST_FILES = 2000
"""A folder of more files is not read for a key press."""
SAFE = re.compile(r"[\w.+/#][\w.+/#-]*")
"""Ids that are offered: no character in them means anything to a shell, and none looks like an option."""
_MOMENTS = ("today", "yesterday", "monday", "24h", "3d", "1w", "2w", "HEAD", "HEAD~1")


class Argument(NamedTuple):
    """An option or a place on the command line."""

    flags: tuple[str, ...]
    """Empty for a place."""
    help: str
    name: str
    """What is asked for: `PATH`, `PANEL`; empty for an option that takes no value."""
    files: bool
    ids: bool
    words: tuple[str, ...]
    """What else may stand there."""


class Command(NamedTuple):
    """What may follow a command; `dashboard` stands for no command at all."""

    name: str
    help: str
    options: tuple[Argument, ...]
    places: tuple[Argument, ...]


def run(args: Namespace) -> int:
    """Print the script, or the ids."""
    if args.shell == "ids":
        return _print_ids(args.path)
    script = import_module(f"milestone_tui.cli.completion_{args.shell}").script
    print_lines(script(commands()))
    return DONE


def commands() -> list[Command]:
    """All commands with what they take, read from their parsers."""
    return [_command(name) for name in COMMANDS]


def _command(name: str) -> Command:
    actions = parser_for(name)._actions
    found = [_argument(action) for action in actions]
    first = description_of(name).partition("\n")[0]
    return Command(name, first, tuple(each for each in found if each.flags), tuple(each for each in found if not each.flags))


def _argument(action: Action) -> Argument:
    takes = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    words: Iterable[str] = action.choices or _WORDS.get(metavar, tuple)()
    kinds = metavar.replace(":LINE", "").split("|")
    files = "FILE" in kinds or "PATH" in kinds
    help = (action.help or "").replace("%%", "%")
    return Argument(
        tuple(action.option_strings),
        help,
        metavar if takes else "",
        takes and files,
        "ID" in kinds,
        tuple(words) if takes else (),
    )


def _themes() -> tuple[str, ...]:
    folder = resource("themes")
    return tuple(sorted(path.stem for path in folder.glob("*.yaml"))) if folder else ()


_WORDS = {"PANEL": lambda: ALL_PANELS, "FIELD": lambda: FIELDS, "MOMENT": lambda: _MOMENTS, "NAME": _themes}
"""What a value is called in the help → the words that are known for it."""


def _print_ids(path: str) -> int:
    """The ids of a project, a line each; nothing at all where it would take long or where nothing is."""
    from pathlib import Path

    from milestone_tui.workspace.discovery import discover
    from milestone_tui.workspace.workspace import Workspace

    target = Path(path).expanduser()
    if not target.exists():
        return USAGE
    if len(discover(target).files) > MOST_FILES:
        return DONE
    project = Workspace(target, user_file=user_file()).load()
    print_lines(dict.fromkeys(each.id for each in project.milestones if SAFE.fullmatch(each.id)))
    return DONE

"""`milestone-tui`: finds the command, reads its arguments, runs its module. No module is imported for another command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from milestone_tui.cli.output import DONE, USAGE, complain, hush

COMMANDS = {
    "dashboard": "milestone_tui.cli.dashboard",
    "demo": "milestone_tui.cli.demo",
    "status": "milestone_tui.cli.status",
    "show": "milestone_tui.cli.show",
    "explain": "milestone_tui.cli.explain",
    "tick": "milestone_tui.cli.edit",
    "untick": "milestone_tui.cli.edit",
    "set": "milestone_tui.cli.edit",
    "add": "milestone_tui.cli.edit",
    "move": "milestone_tui.cli.edit",
    "rm": "milestone_tui.cli.edit",
    "align": "milestone_tui.cli.edit",
    "undo": "milestone_tui.cli.history",
    "redo": "milestone_tui.cli.history",
    "history": "milestone_tui.cli.history",
    "commit": "milestone_tui.cli.commit",
    "completions": "milestone_tui.cli.completions",
}
"""Command → the module whose `run(args)` carries it out and returns the exit code."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a refused edit, 2 wrong usage or nothing to read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = given.pop(0) if given and given[0] in COMMANDS else "dashboard"
    from milestone_tui.cli.arguments import parser_for

    try:
        args = parser_for(command).parse_args(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    args.command = command
    try:
        return int(import_module(COMMANDS[command]).run(args))
    except BrokenPipeError:
        hush()
        return DONE
    except KeyboardInterrupt:
        complain("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main())

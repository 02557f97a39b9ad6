"""`milestone-tui [PATH]`: the dashboard, or the printed status where no dashboard can be drawn."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from milestone_tui.cli import status
from milestone_tui.cli.output import USAGE, ascii_wanted, complain
from milestone_tui.cli.state import state_dir
from milestone_tui.cli.targets import existing


def run(args: Namespace) -> int:
    """Open the dashboard on `args.path`. Textual is imported here and nowhere else in the commands.

    `args.state_dir`, where there is one, keeps the undo journal instead of the usual place.
    """
    path = existing(args.path)
    if path is None:
        return USAGE
    why_not = _no_screen()
    if why_not:
        complain(f"{why_not}, so this is the status; the dashboard needs a terminal.")
        args.json, args.width, args.verbose, args.panel = False, None, False, None
        return status.run(args)
    from milestone_tui import tui

    journal = getattr(args, "state_dir", None) or state_dir()
    return tui.run(path, theme=args.theme, ascii_only=ascii_wanted(args.ascii), state_dir=journal)


def _no_screen() -> str:
    """Why no dashboard can be drawn here, or an empty string."""
    if os.environ.get("TERM") == "dumb":
        return "TERM is dumb"
    if not sys.stdout.isatty():
        return "the output is no terminal"
    if not sys.stdin.isatty():
        return "the input is no terminal"
    if not sys.stderr.isatty():
        return "the dashboard draws on stderr, and that is no terminal"
    return ""

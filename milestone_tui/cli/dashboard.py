"""`milestone-tui [PATH]`: the dashboard, or the printed status where no dashboard can be drawn."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import date

from milestone_tui.cli import status
from milestone_tui.cli.output import DONE, USAGE, ascii_wanted, complain
from milestone_tui.cli.targets import existing


def run(args: Namespace) -> int:
    """Open the dashboard on `args.path`. Textual is imported here and nowhere else in the commands."""
    path = existing(args.path)
    if path is None:
        return USAGE
    why_not = _no_screen()
    if why_not:
        complain(f"{why_not}, so this is the status; the dashboard needs a terminal.")
        args.json, args.width, args.verbose = False, None, False
        return status.run(args)
    from milestone_tui.tui.app import MilestoneApp
    from milestone_tui.workspace.workspace import Workspace

    app = MilestoneApp(
        Workspace(path),
        today=date.today,
        ascii=ascii_wanted(args.ascii),
        theme=args.theme,
        colours=_colours(os.environ.get("TERM", ""), os.environ.get("COLORTERM", "")),
    )
    app.run()
    return app.return_code or DONE


def _colours(term: str, colorterm: str) -> int:
    """How many colours a terminal has that calls itself so. Sixteen only where nothing says more."""
    if colorterm.lower() in ("truecolor", "24bit"):
        return 1 << 24
    if "256" in term or "kitty" in term or "direct" in term or "alacritty" in term:
        return 256
    return 16 if term in ("linux", "ansi", "xterm-16color", "vt100", "vt220", "cygwin") else 256


def _no_screen() -> str:
    """Why no dashboard can be drawn here, or an empty string."""
    if os.environ.get("TERM") == "dumb":
        return "TERM is dumb"
    if not sys.stdout.isatty():
        return "the output is no terminal"
    if not sys.stdin.isatty():
        return "the input is no terminal"
    return ""

"""`milestone-tui [PATH]`: the dashboard, or the printed status where no dashboard can be drawn."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from milestone_tui.cli import status
from milestone_tui.cli.arguments import ALL_PANELS, PANELS
from milestone_tui.cli.output import USAGE, ascii_wanted, complain
from milestone_tui.cli.state import state_dir, user_file
from milestone_tui.cli.targets import existing


def run(args: Namespace) -> int:
    """Open the dashboard on `args.path`, or print what it would show. Textual is imported here and nowhere else in the commands.

    `args.state_dir`, where there is one, keeps the undo journal instead of the usual place.
    """
    if args.plain:
        from milestone_tui.cli import plain

        return plain.run(args)
    if args.only and args.only not in ALL_PANELS:
        complain(f'"{args.only}" is no panel.', f"Panels: {', '.join(ALL_PANELS)}; with --plain also the id of a milestone.")
        return USAGE
    path = existing(args.path)
    if path is None:
        return USAGE
    why_not = _no_screen()
    if why_not:
        complain(f"{why_not}, so this is the status; the dashboard needs a terminal.")
        args.json, args.width, args.verbose, args.since = False, None, False, None
        args.panel = args.only if args.only in PANELS else None
        return status.run(args)
    from milestone_tui import tui

    journal = getattr(args, "state_dir", None) or state_dir()
    ascii_only = ascii_wanted(args.ascii or _asked_for_ascii(path))
    return tui.run(
        path,
        theme=args.theme,
        ascii_only=ascii_only,
        state_dir=journal,
        config_file=user_file(),
        only=args.only or "",
        read_only=args.read_only,
    )


def _asked_for_ascii(path: Path) -> bool:
    """What the configuration says of it. The screen has to know before it is drawn; all else is read beside it."""
    from milestone_tui.workspace.configured import Configured
    from milestone_tui.workspace.discovery import root_of

    configured = Configured(str(root_of(path)), str(user_file()))
    configured.look()
    return bool(configured.found is not None and configured.found.ascii)


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

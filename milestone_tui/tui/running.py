"""Starts the dashboard on a terminal, and ends it in order whatever happens to that terminal."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.driver import Driver

from milestone_tui.tui.app import MilestoneApp

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace

_SWITCH_SECONDS = 0.001
"""How long a thread that reads may keep a key waiting."""


def run(
    target: Path,
    *,
    theme: str | None,
    ascii_only: bool,
    state_dir: Path | None,
    config_file: Path | None = None,
    only: str = "",
    read_only: bool = False,
) -> int:
    """Show the dashboard until somebody quits; the exit code."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = MilestoneApp(
        partial(_workspace, target, state_dir, config_file, read_only),
        today=date.today,
        ascii=ascii_only,
        theme=theme,
        colours=terminal_colours(),
        driver_class=driver_class(),
        theme_folder=config_file.parent / "themes" if config_file else None,
        only=only,
        read_only="it was started with --read-only" if read_only else "",
    )
    asyncio.run(_until_it_ends(app))
    gc.freeze()  # nothing that was read needs to be looked through once more before the process ends
    return app.return_code or 0


def _workspace(target: Path, state_dir: Path | None, config_file: Path | None, read_only: bool) -> Workspace:
    """What is read; its modules are loaded beside the first screen."""
    from milestone_tui.workspace.workspace import Workspace

    workspace = Workspace(target, state_dir, config_file)
    workspace.tidies = not read_only
    return workspace


async def _until_it_ends(app: MilestoneApp) -> None:
    """Run the app. A hang-up of the terminal or a request to stop ends it in order, also while nothing else happens."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and sys.platform != "win32":
            loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
    await app.run_async()


def driver_class() -> type[Driver] | None:
    """Ours where it runs; None for Textual's choice."""
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from milestone_tui.tui.terminal.driver import TerminalDriver

    return TerminalDriver


def terminal_colours() -> int:
    """How many colours the terminal is known to have."""
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 1 << 24
    term = os.environ.get("TERM", "")
    return 256 if "256color" in term or not term or sys.platform == "win32" else 16

"""The dashboard. Textual is imported by the modules of this room, never by this one, which first says how it is to behave."""

from __future__ import annotations

import gc
import os
from pathlib import Path

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")


def run(
    target: Path,
    *,
    theme: str | None = None,
    ascii_only: bool = False,
    state_dir: Path | None = None,
    config_file: Path | None = None,
    only: str = "",
    read_only: bool = False,
) -> int:
    """Show the dashboard over `target` until somebody quits; the exit code.

    `state_dir` keeps the undo journal and what is remembered; `config_file` is the user's own, beside which a folder `themes`
    may lie; `only` names a panel that has the screen to itself; with `read_only` nothing is ever written.
    """
    gc.disable()  # until all files are read: see `collector`
    from milestone_tui.tui.running import run as run_screen

    return run_screen(
        target, theme=theme, ascii_only=ascii_only, state_dir=state_dir, config_file=config_file, only=only, read_only=read_only
    )

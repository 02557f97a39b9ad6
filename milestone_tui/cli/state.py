"""Where the program keeps what outlives it: the undo journal."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def state_dir() -> Path:
    """The folder for the program's state: `$XDG_STATE_HOME`, or the place that the system has for it."""
    given = os.environ.get("XDG_STATE_HOME")
    if given:
        return Path(given) / "milestone-tui"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "milestone-tui"
    return Path.home() / ".local" / "state" / "milestone-tui"

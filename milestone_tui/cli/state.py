"""Where the program keeps what outlives it, the undo journal, and where people keep their configuration."""

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


def user_file() -> Path:
    """The user's own configuration, whether or not it is there: below `$XDG_CONFIG_HOME`, or where the system has such files."""
    given = os.environ.get("XDG_CONFIG_HOME")
    if given:
        folder = Path(given)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        folder = Path.home() / ".config"
    return folder / "milestone-tui" / "config.yaml"

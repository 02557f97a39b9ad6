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
    folder = os.environ.get("XDG_CONFIG_HOME") or (os.environ.get("APPDATA") if sys.platform == "win32" else "")
    if not folder:
        below_home = "~/AppData/Roaming" if sys.platform == "win32" else "~/.config"
        folder = os.path.expanduser(below_home)  # noqa: PTH111 - every command asks, and this is the quick way
    return Path(folder, "milestone-tui", "config.yaml")

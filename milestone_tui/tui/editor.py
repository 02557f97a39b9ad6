"""Opens the file of a milestone in the person's own editor, at a line."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

_PLUS_LINE = frozenset(
    ("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "kak", "joe", "jed", "ne", "mg", "ed")
)
_COLON_LINE = frozenset(("hx", "helix", "zed", "subl", "sublime_text", "lapce"))
_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))


def editor_command(editor: str, path: Path, line: int) -> list[str]:
    """The arguments that open `path` at `line`; an editor that is not known opens the file alone."""
    command = shlex.split(editor)
    name = Path(command[0]).name.removesuffix(".exe") if command else ""
    if name in _PLUS_LINE:
        return [*command, f"+{line}", str(path)]
    if name == "micro":
        return [*command, f"+{line}:1", str(path)]
    if name in _COLON_LINE:
        return [*command, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, "--goto", f"{path}:{line}"]
    return [*command, str(path)]


def open_editor(app: App[Any], path: Path, line: int) -> str:
    """Leave the screen to $VISUAL, else $EDITOR, else vi, and come back; why that failed, or an empty string."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = editor_command(editor, path, line)
    except ValueError as error:
        return f"$EDITOR cannot be understood: {error}"
    if not command:
        return "set $EDITOR to the editor you like"
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        return "an editor cannot be opened from here"
    except OSError as error:
        return f"{command[0]} cannot be started: {error.strerror}. Set $EDITOR to the editor you like."
    return ""

"""Runs `git commit` so that it waits for nobody: no prompt, no editor, no terminal unless there is one, and an end in time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from typing import NamedTuple

from milestone_tui.workspace.git import NoAnswer, plain_surroundings

COMMIT_SECONDS = 300.0
"""How long hooks may take."""
_LAST_SECONDS = 5.0
"""For what is told to end."""
_MOST_SAID = 64 * 1024
_SETTINGS = ("core.fsmonitor=false", "core.pager=cat", "i18n.commitEncoding=UTF-8", "gc.auto=0", "maintenance.auto=false")
"""Git would tidy up with the copy of the index before its eyes, and miss what is staged."""
_NO_TERMINAL = "/dev/null/none"


class Ended(NamedTuple):
    """How it ended."""

    code: int
    said: str
    """By git and its hooks; not yet harmless."""
    late: str
    """Why it was ended; empty when it ended by itself."""


def run_commit(top: str, index: str, message: str, *, at_terminal: bool) -> Ended:
    """`git commit` of what the file `index` holds, with the words in the file `message`. Raises NoAnswer without git."""
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command = ["git", "--no-pager", *settings, "-C", top, "commit", "--quiet", "--cleanup=verbatim", f"--file={message}"]
    # Not a pipe: what a hook leaves running would keep it open, and this waiting.
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                env=_surroundings(index, at_terminal),
                start_new_session=not at_terminal,
            )
        except FileNotFoundError:
            raise NoAnswer("git is not installed") from None
        except OSError as error:
            raise NoAnswer(f"git cannot be run: {error}") from None
        late = ""
        try:
            process.wait(COMMIT_SECONDS)
        except subprocess.TimeoutExpired:
            late = f"it took more than {COMMIT_SECONDS:.0f} seconds"
        except KeyboardInterrupt:
            late = "it was stopped"
        finally:
            if process.poll() is None:
                _end(process, whole=not at_terminal)
        size = said.seek(0, os.SEEK_END)
        said.seek(max(0, size - _MOST_SAID))
        return Ended(process.returncode, said.read().decode("utf-8", "replace"), late)


def _surroundings(index: str, at_terminal: bool) -> dict[str, str]:
    own = plain_surroundings()
    if not at_terminal:
        own["GPG_TTY"] = _NO_TERMINAL  # without any, the agent may ask at the terminal that it was started from
    return own | {"GIT_INDEX_FILE": index, "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": ":"}


def _end(process: subprocess.Popen[bytes], *, whole: bool) -> None:
    """Ask it to end, so that git takes its locks away; then end it."""
    _signalled(process, signal.SIGTERM, whole)
    try:
        process.wait(_LAST_SECONDS)
    except subprocess.TimeoutExpired:
        _signalled(process, getattr(signal, "SIGKILL", signal.SIGTERM), whole)
        process.wait()


def _signalled(process: subprocess.Popen[bytes], number: int, whole: bool) -> None:
    """With its hooks, where it has a session of its own."""
    if sys.platform != "win32" and whole:
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            return
    else:
        process.send_signal(number)

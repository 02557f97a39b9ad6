"""The real program on a pseudo-terminal, walked through key by key, with an editor that does nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import _character_to_key

ESCAPE = b"\x1b[27u"
"""As terminals send it that can tell it from the beginning of a sequence, so that nothing has to wait for more."""
PLACES = {
    "list": ("escape",),
    "overview": ("1",),
    "agenda": ("1", "s"),
    "milestone": ("2",),
    "document": ("2", "v"),
    "risks": ("3",),
    "register": ("3", "right", "enter"),
    "dependencies": ("4",),
    "tracks": ("5",),
    "checkpoints": ("6",),
    "activity": ("7",),
}
"""How one gets there from the list."""
TOGGLED = ("agenda", "document")
"""Places that the last key of their way leaves again."""
_TOGGLES = ("overview.agenda", "milestone.view")
"""Pressed twice, so that what is walked stays the same."""
_LAST = ("app.explain", "app.redo", "app.editor")
"""What answers when a thread or another program is done."""
_LEAVING = "app.quit"
_STEPS = ("page.", "graph.", "tracks.", "list.")
_NO_STEPS = ("list.open", "list.into")
_PATIENCE = 150.0
"""Seconds until something is given up that has to come."""
_HELP = 2.0
"""Seconds after which the help or the editor is asked for again: what opened meanwhile took the key for itself."""
_TRIES, _EDITOR = 4, 6.0
"""How often the editor is asked for, and the seconds for which it is waited."""
_QUIET, _ANSWER = 0.01, 0.04
"""Seconds without a byte after which a key is done, and for which its first byte is waited for."""

_SEQUENCES = {_character_to_key(chr(code)): chr(code).encode() for code in range(32, 127)}
for _sequence, _keys in ANSI_SEQUENCES_KEYS.items():
    if isinstance(_keys, tuple) and len(_keys) == 1 and _sequence.startswith("\x1b"):
        _SEQUENCES.setdefault(_keys[0].value, _sequence.encode())
_SEQUENCES |= {"escape": ESCAPE, "enter": b"\r", "tab": b"\t", "backspace": b"\x7f"}


class Key(NamedTuple):
    """What is pressed, and by which name a configuration knows it."""

    id: str
    key: str


def sent(key: str) -> bytes:
    """What a terminal sends for a key."""
    return bytes((ord(key[-1]) & 31,)) if key.startswith("ctrl+") and len(key) == 6 else _SEQUENCES[key]


class Walker:
    """The program over the files in `root`; what it keeps for itself is in `home`, also its log when it is to be `logged`."""

    def __init__(self, root: Path, home: Path, size: tuple[int, int], logged: bool) -> None:
        import fcntl
        import struct
        import termios

        home.mkdir()
        self.edited, self.log = home / "edited", home / "log"
        editor = home / "editor"
        editor.write_text(f'#!/bin/sh\necho "$@" >> "{self.edited}"\n', encoding="utf-8")
        editor.chmod(0o755)
        environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "VISUAL")}
        environment |= {name: str(home) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
        environment |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "EDITOR": str(editor)}
        environment |= {"TEXTUAL_LOG": str(self.log)} if logged else {}
        self.terminal, side = os.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        command = [sys.executable, "-X", "faulthandler", "-m", "milestone_tui", str(root)]
        self.program = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True)
        os.close(side)
        self.seen = bytearray()
        self.pressed: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:  # the program is gone
                return
            if not data:
                return
            self.seen += data

    def until(self, what: str, done: Callable[[], bool]) -> None:
        """Wait for something that has to come."""
        end = time.monotonic() + _PATIENCE
        while not done():
            assert self.program.poll() is None or what == "the end", self.last_words()
            assert time.monotonic() < end, f"{what} never came after {self.pressed[-30:]}: {bytes(self.seen[-2000:])!r}"
            time.sleep(0.003)

    def last_words(self) -> str:
        """What was pressed before the program ended, and what it said then."""
        self._reader.join(1)
        said = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", bytes(self.seen).rpartition(b"\x1b[?1049l")[2]).decode("utf-8", "replace")
        return f"it ended with {self.program.returncode} after {self.pressed[-12:]}: {said[-3000:]}"

    def press(self, *keys: str) -> None:
        """Each key when the one before is done; two with a space between at once."""
        for key in keys:
            before = len(self.seen)
            with suppress(OSError):  # the program is gone, which is told later
                os.write(self.terminal, b"".join(map(sent, key.split())))
            self.pressed.append(key)
            moment = begun = time.monotonic()
            while (now := time.monotonic()) < moment + (_QUIET if before > 0 and moment > begun else _ANSWER):
                if len(self.seen) != before:
                    before, moment = len(self.seen), now
                time.sleep(0.002)

    def catch_up(self) -> None:
        """Go on when everything that was pressed is done: the help is the answer to the last key."""
        end = time.monotonic() + _PATIENCE
        start = len(self.seen)
        while b"Keys in f" not in self.seen[start:]:
            assert self.program.poll() is None, self.last_words()
            assert time.monotonic() < end, f"no help after {self.pressed[-30:]}: {bytes(self.seen[-2000:])!r}"
            self.press("escape escape")
            start = len(self.seen)
            self.press("question_mark")
            answer = time.monotonic() + _HELP
            while b"Keys in f" not in self.seen[start:] and time.monotonic() < answer:
                time.sleep(0.003)
        self.press("escape")

    def _edit(self, key: str, stay: tuple[str, ...]) -> None:
        """The editor has the screen, and gives it back; asked for again when something that opened late took the key."""
        edits = self.edited.read_bytes() if self.edited.exists() else b""
        end = time.monotonic() + _PATIENCE
        while not self.edited.exists() or self.edited.read_bytes() == edits:
            assert time.monotonic() < end, f"no editor after {self.pressed[-30:]}: {bytes(self.seen[-2000:])!r}"
            self.catch_up()
            self.press(*stay)
            start = len(self.seen)
            self.press(key)
            answer = time.monotonic() + _HELP
            while (not self.edited.exists() or self.edited.read_bytes() == edits) and time.monotonic() < answer:
                time.sleep(0.003)
        self.until("the dashboard", lambda: b"\x1b[?1049h" in self.seen[start:])
        self.press("escape")

    def walk(self, place: str, keys: list[Key]) -> None:
        """Every key there; whatever opens is left, and one goes back to where one was."""
        way = PLACES[place]
        stay = way[:1] if place in TOGGLED else way
        self.catch_up()
        self.press(*way)
        for key in sorted(keys, key=lambda key: _LAST.index(key.id) if key.id in _LAST else -1):
            if key.id == "app.editor":
                self.catch_up()
                self.press(*stay)
                self._edit(key.key, stay)
            elif key.id != _LEAVING:
                self.press(*(key.key,) * (2 if key.id in _TOGGLES else 1))
            if key.id in _NO_STEPS or not key.id.startswith(_STEPS):
                self.press("escape escape", *stay)
        self.catch_up()
        self.press(*(way if place in TOGGLED else ()))

    def leave(self) -> int:
        """The exit code."""
        self.press("escape escape", "q")
        self.until("the end", lambda: self.program.poll() is not None)
        self._reader.join(1)
        return self.program.returncode

    def close(self) -> None:
        """End it, whatever it does."""
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        self._reader.join(1)
        os.close(self.terminal)

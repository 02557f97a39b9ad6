"""A program on a pseudo-terminal of its own, timed: when it writes what, and how much of it."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_SEQUENCE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]", re.DOTALL)
_SCREEN = b"\x1b[?1049h"
_GIVEN_UP = 60.0
"""Seconds after which nobody waits any longer."""


_PAUSE = 0.04
"""Seconds without a byte after which a key is answered; what comes then follows from it."""


class Answer(NamedTuple):
    """What came of a key. Times in milliseconds after it was written; None when nothing came."""

    first: float | None
    """Of the first byte."""
    last: float | None
    """Of the last byte before a pause."""
    bytes: int
    """Until that pause."""
    rest: float | None = None
    """When the program was quiet, where it went on after the pause."""
    rest_bytes: int = 0
    """All of them, with those before the pause."""


class TerminalProgram:
    """Runs from the beginning to `close`. A thread takes and stamps what the program writes."""

    def __init__(self, command: Sequence[str], columns: int, rows: int, environment: Mapping[str, str]) -> None:
        import fcntl
        import struct
        import termios

        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.begun = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in (0, 1, 2):
                os.dup2(slave, number)
            os.closerange(3, 256)
            os.execvpe(command[0], [*command], {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        os.close(slave)
        self._descriptor = master
        self._written: list[tuple[float, bytes]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._descriptor, 65536)
            except OSError:  # the program is gone
                return
            if not data:
                return
            self._written.append((time.perf_counter(), data))

    def until(self, words: re.Pattern[bytes]) -> float:
        """Seconds from the start until the words stood in what was written since the other screen was entered."""
        while time.perf_counter() - self.begun < _GIVEN_UP:
            seen = b""
            for moment, data in [*self._written]:
                seen += data
                shown = seen.partition(_SCREEN)[2]
                if shown and words.search(_SEQUENCE.sub(b"", shown)):
                    return moment - self.begun
            time.sleep(0.02)
        raise TimeoutError(f"{words.pattern!r} never came: {seen[-2000:]!r}")

    def settle(self, quiet: float) -> float:
        """Wait until nothing was written for `quiet` seconds; seconds from the start to the last byte."""
        mark = time.perf_counter()
        while time.perf_counter() - max(self._last(), mark) < quiet:
            time.sleep(0.005)
            if time.perf_counter() - mark > _GIVEN_UP:
                raise TimeoutError("it never came to rest")
        return self._last() - self.begun

    def press(self, keys: bytes, quiet: float = 0.2, patience: float = 1.0) -> Answer:
        """Write keys and take what comes, until nothing came for `quiet` seconds."""
        before = len(self._written)
        begun = time.perf_counter()
        os.write(self._descriptor, keys)
        while len(self._written) == before and time.perf_counter() - begun < patience:
            time.sleep(0.002)
        if len(self._written) > before:
            self.settle(quiet)
        came = self._written[before:]
        if not came:
            return Answer(None, None, 0)
        pause = next((at for at in range(1, len(came)) if came[at][0] - came[at - 1][0] >= _PAUSE), len(came))
        first, last, rest = ((came[at][0] - begun) * 1000 for at in (0, pause - 1, -1))
        at_once, all_bytes = (sum(len(data) for _, data in part) for part in (came[:pause], came))
        return Answer(first, last, at_once, rest if pause < len(came) else None, all_bytes)

    def hold(self, keys: bytes, times: int, every: float) -> float:
        """Write keys so many times, a pause of `every` seconds between them, as a key that is held; bytes a time, with all that follows."""
        before = len(self._written)
        for _ in range(times):
            os.write(self._descriptor, keys)
            time.sleep(every)
        self.settle(0.3)
        return sum(len(data) for _, data in self._written[before:]) / times

    def idle(self, seconds: float) -> int:
        """Bytes that are written while nobody does anything."""
        before = len(self._written)
        time.sleep(seconds)
        return sum(len(data) for _, data in self._written[before:])

    def memory(self) -> float:
        """MiB of memory that are in use."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def leave(self, key: bytes) -> float:
        """Milliseconds from the key until the process is gone."""
        begun = time.perf_counter()
        os.write(self._descriptor, key)
        os.waitpid(self.pid, 0)
        self.pid = 0
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        """End it, whatever it does."""
        import signal

        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._descriptor)

    def _last(self) -> float:
        return self._written[-1][0] if self._written else self.begun

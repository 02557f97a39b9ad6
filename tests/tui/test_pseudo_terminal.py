"""The real program on a real pseudo-terminal, from the first frame to the exit code."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")

MILESTONE = b"# M1: First light\r\n\r\n**Status**: active\r\n\r\n## Tasks\r\n\r\n- [ ] Grind the mirror\r\n- [x] Order the glass"
PATIENCE = 20.0
"""Seconds until a step is given up; each step goes on as soon as it is done."""


class Terminal:
    """A program that runs on a pseudo-terminal of 80×24 cells."""

    def __init__(self, *arguments: str, home: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.seen = b""
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8",
                "XDG_STATE_HOME": str(home),
                "HOME": str(home),
            }
            environment.pop("NO_COLOR", None)
            os.execvpe(sys.executable, [sys.executable, "-m", "milestone_tui", *arguments], environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, seconds: float) -> None:
        """Take what the program writes for this long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.descriptor], [], [], 0.05)
            if ready:
                try:
                    self.seen += os.read(self.descriptor, 65536)
                except OSError:  # the program is gone
                    return

    def until(self, done: Callable[[], bool]) -> None:
        """Read until something holds; fails when it never does."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, self.seen[-2000:]
            self.read(0.1)

    def press(self, keys: str) -> None:
        os.write(self.descriptor, keys.encode())
        self.read(0.3)

    def exit_code(self) -> int:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            self.read(0.1)
        raise AssertionError("the program does not end")

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.descriptor)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "milestones"
    folder.mkdir()
    (folder / "M1.md").write_bytes(MILESTONE)
    return folder


@pytest.fixture
def terminal(project: Path, tmp_path: Path) -> Iterator[Terminal]:
    program = Terminal(str(project), home=tmp_path / "home")
    yield program
    program.close()


def test_the_dashboard_opens_ticks_a_box_by_one_byte_undoes_it_and_leaves(terminal: Terminal, project: Path) -> None:
    file = project / "M1.md"
    terminal.until(lambda: b"First light" in terminal.seen)
    terminal.press("\r")
    terminal.until(lambda: b"Grind the mirror" in terminal.seen)
    ticked = MILESTONE.replace(b"[ ]", b"[x]")
    for _ in range(12):  # down to the first box, wherever the facts end
        terminal.press(" ")
        if file.read_bytes() != MILESTONE:
            break
        terminal.press("j")
    terminal.until(lambda: file.read_bytes() == ticked)
    terminal.press("u")
    terminal.until(lambda: file.read_bytes() == MILESTONE)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert b"\x1b[?1049h" in terminal.seen
    assert terminal.seen.rindex(b"\x1b[?1049l") > terminal.seen.rindex(b"\x1b[?1049h")


def test_a_file_that_others_change_shows_as_they_left_it(terminal: Terminal, project: Path) -> None:
    terminal.until(lambda: b"First light" in terminal.seen)
    (project / "M1.md").write_bytes(MILESTONE.replace(b"First light", b"Second dawn"))
    terminal.until(lambda: b"Second dawn" in terminal.seen)
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_a_terminal_that_goes_away_takes_the_program_with_it(terminal: Terminal) -> None:
    terminal.until(lambda: b"First light" in terminal.seen)
    os.kill(terminal.pid, signal.SIGHUP)
    terminal.exit_code()

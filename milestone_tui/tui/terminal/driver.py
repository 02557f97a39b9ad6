"""Textual's driver for terminals that sends less, leaves at once, and ends the program when the terminal goes away."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from rich.cells import cell_len
from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from milestone_tui.tui.terminal.difference import ScreenDifference

if TYPE_CHECKING:
    from textual.app import App

HANG_UP = 128 + signal.SIGHUP
"""Exit code when the terminal is gone, as of a program that SIGHUP ended."""
_READ = 4096
_TICK_SECONDS = 0.1


class TerminalDriver(LinuxDriver):
    """Used on Linux and macOS."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._difference = ScreenDifference()
        self._file: Any = _Terminal(self._file, self._gone)
        self._wake = os.pipe()
        self._hung_up = False

    def write(self, data: str) -> None:
        """Send what is not on the screen yet."""
        sent = self._difference.squeezed(data)
        if sent:
            super().write(sent)

    def forget_screen(self) -> None:
        """Something else may have written over the screen: send all of the next frame."""
        self._difference.distrust()

    def process_message(self, message: Message) -> None:
        """A change of size moves what is on the screen."""
        if isinstance(message, events.Resize) and message.size != self._app.size:
            self._difference.distrust()
        super().process_message(message)

    def start_application_mode(self) -> None:
        """From now on the screen is ours."""
        self._difference.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        resized = signal.getsignal(signal.SIGWINCH)

        def on_resize(number: int, frame: Any) -> None:  # noqa: ANN401 -- a frame, which nobody looks at
            self._difference.distrust()
            if callable(resized):
                resized(number, frame)

        signal.signal(signal.SIGWINCH, on_resize)

    def disable_input(self) -> None:
        """Wake the thread that waits for keys, so that nobody waits for it."""
        with suppress(OSError):
            os.write(self._wake[1], b".")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Keys to the app, until it stops or there will be no more."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake[0], selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(_TICK_SECONDS)}
                if self._wake[0] in ready:
                    os.read(self._wake[0], _READ)
                    continue
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._gone()
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""

    def _gone(self) -> None:
        """There is no terminal any more: end in order, with nobody to tell."""
        if not self._hung_up:
            self._hung_up = True
            self._app.call_later(self._app.exit, None, HANG_UP)


def _encodable(text: str, encoding: str) -> str:
    """The text with question marks, as many as it has cells, for each character that the terminal's encoding lacks."""
    if text.isascii():
        return text
    return "".join(character if _has(encoding, character) else "?" * cell_len(character) for character in text)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class _Terminal:
    """A file whose writes may fail without anybody having to know, once."""

    def __init__(self, file: TextIO, on_lost: Any) -> None:  # noqa: ANN401 -- a callable that the driver gives itself
        self._file = file
        self._on_lost = on_lost
        self._lost = False
        self._encoding = file.encoding or "ascii"
        self._any_text = self._encoding.lower().replace("-", "").startswith("utf")

    def write(self, text: str) -> None:
        """Write, unless the terminal is gone."""
        if not self._lost:
            self._guarded(lambda: self._file.write(text if self._any_text else _encodable(text, self._encoding)))

    def flush(self) -> None:
        """Send it, unless the terminal is gone."""
        if not self._lost:
            self._guarded(self._file.flush)

    def fileno(self) -> int:
        """Of the terminal."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """As the terminal says."""
        return self._file.isatty()

    def _guarded(self, work: Any) -> None:  # noqa: ANN401 -- any callable
        try:
            work()
        except (OSError, ValueError):
            self._lost = True
            self._on_lost()

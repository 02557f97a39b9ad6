"""Something that is done when nothing moved for a moment."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

REST_SECONDS = 0.08
"""How long a cursor rests before what goes with it is drawn: other lists, what is below it, its place at the bottom."""


class Resting:
    """`moved` begins the moment anew."""

    def __init__(self, pump: MessagePump, work: Callable[[], None]) -> None:
        self._pump = pump
        self._work = work
        self._timer: Timer | None = None

    def moved(self) -> None:
        """The work is to be done a moment from now, and not before."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._pump.set_timer(REST_SECONDS, self._work)

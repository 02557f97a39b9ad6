"""A screen that can say when what was given to it stands on the terminal."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

_PAINT_SECONDS = 0.03
"""Two frames. A callback after a refresh comes too early for this: widgets report what is to be painted a message later."""


class PaintedScreen(Screen[None]):
    """The screen."""

    def after_paint(self, callback: Callable[[], object]) -> None:
        """Call when what was shown just now is painted."""

        def painted() -> None:
            callback()

        self.set_timer(_PAINT_SECONDS, painted)

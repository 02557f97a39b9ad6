"""The line at the top and the line at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from textual.timer import Timer

from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.figures import shown
from milestone_tui.views.footer_row import Hint, footer_line
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.header_row import header_line
from milestone_tui.views.lines import Line, Piece

MESSAGE_SECONDS = 6.0


class HeaderBar(LineView):
    """The project and its totals."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = glyphs(ascii_only)
        self.snapshot: Snapshot | None = None
        self.watching = False

    def show_snapshot(self, snapshot: Snapshot, watching: bool) -> None:
        """Show these totals."""
        self.snapshot, self.watching = snapshot, watching
        self.redraw()

    def line(self, width: int) -> Line:
        """The header."""
        if self.snapshot is None:
            return ()
        live = ("live *" if self.glyphs.ellipsis == "..." else "live ●") if self.watching else ""
        if getattr(self.app, "read_only", ""):
            live = f"{live} read-only".strip()
        state = live if self.snapshot.loaded else f"reading {self.glyphs.ellipsis}"
        return header_line(self.snapshot.project.name, self.snapshot.totals, state, width, self.glyphs, self.snapshot.branch)


class FooterBar(LineView):
    """Keys in force or what just happened, and where the selected thing stands."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = glyphs(ascii_only)
        self.keys: Sequence[Hint] = ()
        self.message: Piece | None = None
        self.place = ""
        self._forget: Timer | None = None

    def line(self, width: int) -> Line:
        """The footer."""
        return footer_line(self.keys, self.message, self.place, width, self.glyphs)

    def say(self, text: str, style: str) -> None:
        """Show a message in the place of the keys, for a while."""
        self.message = shown(text), style
        self.redraw()
        if self._forget is not None:
            self._forget.stop()
        self._forget = self.set_timer(MESSAGE_SECONDS, self._forget_message)

    def show_keys(self, keys: Sequence[Hint]) -> None:
        """Other keys are in force, and what was said in passing of those before is over."""
        if keys != self.keys and self.message is not None and self.message[1] == "dim":
            self.message = None
        self.keys = keys
        self.redraw()

    def show_place(self, place: str) -> None:
        """Something else is selected."""
        self.place = place
        self.redraw()

    def _forget_message(self) -> None:
        self.message = None
        self.redraw()

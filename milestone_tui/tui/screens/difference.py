"""A difference over the dashboard, with what can be done about it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from milestone_tui.tui.widgets.line_page import LinePage
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip

DEAF_SECONDS = 0.3
"""How long after it came up the screen takes no answer."""


class Way(NamedTuple):
    """One thing that can be done."""

    key: str
    name: str
    """What the screen gives when it is chosen."""
    words: str


class _Page(LinePage, can_focus=True):
    """The difference."""


class _Ways(LineView):
    """The keys."""

    def __init__(self, ways: Sequence[Way], signs: Glyphs) -> None:
        super().__init__()
        self.ways = ways
        self.glyphs = signs

    def line(self, width: int) -> Line:
        """One beside the other."""
        pieces: list[Piece] = [(" ", "")]
        for way in self.ways:
            pieces += [(way.key, "key"), (f" {way.words}   ", "")]
        return clip((*pieces, ("esc", "key"), (" leave it as it is", "")), width, self.glyphs.ellipsis)


class DifferenceScreen(ModalScreen[str | None]):
    """Gives the name of the way that was chosen, or None."""

    DEFAULT_CSS = """
    DifferenceScreen { align: center middle; }
    DifferenceScreen Vertical { width: 110; max-width: 96%; height: auto; max-height: 90%; }
    DifferenceScreen Vertical { background: $panel; border: round $primary; }
    DifferenceScreen LinePage { background: $panel; }
    DifferenceScreen LineView { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", id="find.back", tooltip="Leave it as it is"),
    ]

    def __init__(self, title: str, lines: Sequence[Line], ways: Sequence[Way], signs: Glyphs) -> None:
        super().__init__()
        self.title_words = title
        self.lines = lines
        self.ways = ways
        self.page = _Page()
        self.keys = _Ways(ways, signs)
        self._began = 0.0
        self.glyphs = signs

    def compose(self) -> ComposeResult:
        """The lines, and below them what can be done."""
        with Vertical() as box:
            box.border_title = Content(f" {shown(self.title_words)} ")
            yield self.page
            yield self.keys

    def on_mount(self) -> None:
        """Show it."""
        self.show(self.lines, self.ways)
        self.page.focus()

    def show(self, lines: Sequence[Line], ways: Sequence[Way]) -> None:
        """Show other lines, and what can be done about them."""
        self._began = time.monotonic()
        self.ways = self.keys.ways = ways
        self.page.styles.height = max(min(len(lines), self.app.size.height - 8), 1)
        self.page.show_lines(lines)
        self.keys.redraw()

    def on_key(self, event: events.Key) -> None:
        """One of the ways; not with a key that was meant for what this screen came over."""
        if time.monotonic() - self._began < DEAF_SECONDS:
            event.stop()
            return
        way = next((way for way in self.ways if event.key == way.key), None)
        if way is not None:
            event.stop()
            self.dismiss(way.name)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)

"""Lines that are there already, in a view that scrolls; without a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.tui.widgets.line_canvas import LineCanvas
from milestone_tui.views.lines import Drawn, Line


class LinePage(LineCanvas[Line]):
    """Keys scroll it when it can have the focus."""

    GUTTER = 0
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", "Down", show=False, id="page.down", tooltip="A line down"),
        Binding("up,k", "scroll_by(-1)", "Up", show=False, id="page.up", tooltip="A line up"),
        Binding("ctrl+d,pagedown", "scroll_page(1)", "Page down", show=False, id="page.page_down", tooltip="A page down"),
        Binding("ctrl+u,pageup", "scroll_page(-1)", "Page up", show=False, id="page.page_up", tooltip="A page up"),
        Binding("g,home", "scroll_edge(0)", "First", show=False, id="page.first", tooltip="To the beginning"),
        Binding("G,end", "scroll_edge(1)", "Last", show=False, id="page.last", tooltip="To the end"),
    ]

    def draw(self, row: Line, width: int) -> list[Drawn]:
        """As it is."""
        return [Drawn(row, 0)]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.rows = lines
        self.redraw()

    def action_scroll_by(self, lines: int) -> None:
        """By lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True, force=True)

    def action_scroll_page(self, pages: int) -> None:
        """By what is in view."""
        self.action_scroll_by(pages * max(self.scrollable_content_region.height - 1, 1))

    def action_scroll_edge(self, end: int) -> None:
        """To the beginning or the end."""
        self.scroll_to(y=len(self.rows) if end else 0, animate=False, immediate=True, force=True)

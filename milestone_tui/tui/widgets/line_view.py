"""A single line of text that repaints only the stretch that changed."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from milestone_tui.tui.widgets.ink import Ink
from milestone_tui.tui.widgets.strips import changed_stretch, strip_of
from milestone_tui.views.lines import Line


class LineView(Widget):
    """One line. Subclasses say in `line` what it holds at a width, and call `redraw` when that may have changed."""

    DEFAULT_CSS = """
    LineView { height: 1; }
    """

    _ink: Ink | None = None
    _shown: Strip | None = None

    def line(self, width: int) -> Line:
        """What to show in `width` cells."""
        return ()

    def redraw(self) -> None:
        """Draw again, and send what is different."""
        if not self.is_mounted or self.size.width == 0:
            return
        strip = self._strip()
        stretch = (0, self.size.width) if self._shown is None else changed_stretch(self._shown, strip)
        if stretch is not None:
            self.refresh(Region(stretch[0], 0, stretch[1] - stretch[0], 1))

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._ink = None
        self._shown = None

    def render_line(self, y: int) -> Strip:
        """The line; nothing below it."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        self._shown = self._strip()
        return self._shown

    def _strip(self) -> Strip:
        if self._ink is None:
            self._ink = Ink(self)
        width = self.size.width
        return strip_of(self.line(width), width, self._ink)

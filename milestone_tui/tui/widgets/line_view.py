"""Lines of text without a cursor, which repaint only the stretches that changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from milestone_tui.tui.widgets.ink import Ink
from milestone_tui.tui.widgets.strips import changed_stretches, strip_of
from milestone_tui.views.lines import Line


class LineBlock(Widget):
    """Some lines. Subclasses say in `lines` what they hold, and call `redraw` when that may have changed."""

    _ink: Ink | None = None
    _lines: Sequence[Line] = ()
    _shown: Sequence[Strip] = ()
    _drawn_for = (-1, -1)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What to show in `width` × `height` cells."""
        return ()

    def redraw(self) -> None:
        """Draw again, and send what is different."""
        width, height = self.size
        if not self.is_mounted or not width * height:
            return
        before, known = self._shown, self._drawn_for == (width, height)
        self._draw()
        for y, strip in enumerate(self._shown):
            for start, end in changed_stretches(before[y], strip) if known and y < len(before) else [(0, width)]:
                self.refresh(Region(start, y, end - start, 1))

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._ink = None
        self._drawn_for = -1, -1

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        if self._drawn_for != (self.size.width, self.size.height):
            self._draw()
        return self._shown[y] if y < len(self._shown) else Strip.blank(self.size.width, self.rich_style)

    def _draw(self) -> None:
        if self._ink is None:
            self._ink = Ink(self)
        width, height = self.size
        lines = [*self.lines(width, height)][:height]
        lines += [()] * (height - len(lines))
        before = [*zip(self._lines, self._shown, strict=True)] if self._drawn_for == (width, height) else []
        self._shown = [
            before[y][1] if y < len(before) and before[y][0] == line else strip_of(line, width, self._ink)
            for y, line in enumerate(lines)
        ]
        self._lines, self._drawn_for = lines, (width, height)


class LineView(LineBlock):
    """One line. Subclasses say in `line` what it holds at a width."""

    DEFAULT_CSS = """
    LineView { height: 1; }
    """

    def line(self, width: int) -> Line:
        """What to show in `width` cells."""
        return ()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """That one."""
        return (self.line(width),)

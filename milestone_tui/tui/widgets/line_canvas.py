"""Rows of lines in a scrolling view, drawn by line: only what is in view is drawn, and only what changed is sent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from milestone_tui.tui.widgets.ink import Ink
from milestone_tui.tui.widgets.strips import changed_stretches, strip_of
from milestone_tui.views.lines import Drawn, Line

RowT = TypeVar("RowT")
_STRIPS_KEPT = 2000


class LineCanvas(ScrollView, Generic[RowT]):
    """Holds rows and the place of the cursor, and paints both. Subclasses say how a row is drawn."""

    DEFAULT_CSS = """
    LineCanvas { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """
    ONE_LINE_ROWS: ClassVar[bool] = True
    GUTTER: ClassVar[int] = 1
    """Cells at the left for the marker of the cursor, which is also there when keys go elsewhere; 0 without a cursor."""
    marker = ">"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[RowT] = ()
        self.cursor = 0
        self._tops: list[int] = []
        self._drawn: dict[int, Sequence[Drawn]] = {}
        self._strips: dict[tuple[int, int, bool], Strip] = {}
        self._shown: dict[int, Strip] = {}
        self._ink: Ink | None = None
        self._width = 0

    def draw(self, row: RowT, width: int) -> Sequence[Drawn]:
        """The lines of the row."""
        raise NotImplementedError

    def height_of(self, row: RowT, width: int) -> int:
        """How many lines the row takes. Worth saying where that is known without drawing it: it is asked of all rows."""
        return len(self.draw(row, width))

    def stops(self, row: RowT) -> bool:
        """Whether the cursor may stand on the row; headings and empty lines are passed over."""
        return True

    def instead(self, y: int, width: int) -> Line:
        """What stands at line `y` of the view where there are no rows at all."""
        return ()

    def redraw(self) -> None:
        """Rows are the same and are drawn otherwise."""
        self._measure()
        self._repaint()

    def redraw_row(self, number: int) -> None:
        """One row is drawn otherwise, in as many lines as before."""
        self._drawn.pop(number, None)
        for each in [each for each in self._strips if each[0] == number]:
            del self._strips[each]
        self._repaint_row(number)

    def render_line(self, y: int) -> Strip:
        """The line at `y` of the view."""
        if self._width != self.scrollable_content_region.width:
            self._measure()
        strip = self._strip_at(y)
        self._shown[y] = strip
        return strip

    def notify_style_update(self) -> None:
        """The theme changed."""
        super().notify_style_update()
        self._ink = None
        self._strips.clear()
        self._shown.clear()

    def _measure(self) -> None:
        """Widths and places of all rows; drawing is left to those that are seen."""
        self._width = self.scrollable_content_region.width
        width = self._row_width
        self._drawn.clear()
        self._strips.clear()
        if self.ONE_LINE_ROWS:
            total = len(self.rows)
        else:
            self._tops = [0]
            for row in self.rows:
                self._tops.append(self._tops[-1] + self.height_of(row, width))
            total = self._tops[-1]
        self._take_size(Size(self._width, total))

    def _take_size(self, size: Size) -> None:
        """Scroll over so much. The screen is laid out anew only when the scroll bar comes or goes, which asks for it itself."""
        if not self.is_mounted or self.styles.is_auto_height:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    @property
    def _row_width(self) -> int:
        """What is left for a row beside the marker."""
        return max(self._width - self.GUTTER, 1)

    def _at(self, line: int) -> tuple[int, int]:
        """The row of a line, and which of its lines it is."""
        if self.ONE_LINE_ROWS:
            return line, 0
        number = bisect_right(self._tops, line) - 1
        return number, line - self._tops[number] if number < len(self.rows) else 0

    def _strip_at(self, y: int) -> Strip:
        if self._ink is None:
            self._ink = Ink(self)
        number, part = self._at(y + self.scroll_offset.y)
        if not self.rows:
            return strip_of(((" ", ""), *self.instead(y, self._row_width)), self._width, self._ink)
        if not 0 <= number < len(self.rows):
            return Strip.blank(self._width, self._ink.base)
        current = number == self.cursor and bool(self.GUTTER) and self.stops(self.rows[number])
        hot = current and self.has_focus
        strip = None if current and not hot else self._strips.get((number, part, hot))
        if strip is None:
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
                self._drawn.clear()
            strip = self._made(number, part, hot, self._ink)
            if hot or not current:
                self._strips[number, part, hot] = strip
        return strip

    def _made(self, number: int, part: int, hot: bool, ink: Ink) -> Strip:
        drawn = self._drawn.get(number)
        if drawn is None:
            drawn = self._drawn[number] = self.draw(self.rows[number], self._row_width)
        each = drawn[part]
        if not self.GUTTER:
            return strip_of(each.line, self._width, ink)
        first = next((at for at, line in enumerate(drawn) if line.hot), 0)
        mark = self.marker if number == self.cursor and part == first and self.stops(self.rows[number]) else " "
        style = each.line[0][1] if hot and each.line else "accent"
        return strip_of(((mark, style), *each.line), self._width, ink, each.hot + self.GUTTER if hot and each.hot else 0)

    def _repaint(self) -> None:
        """Send the stretches of the view that are other than what is shown."""
        if not self.is_mounted:
            return
        for y in range(self.scrollable_content_region.height):
            self._repaint_line(y)

    def _repaint_line(self, y: int) -> None:
        old = self._shown.get(y)
        for start, end in [(0, self._width)] if old is None else changed_stretches(old, self._strip_at(y)):
            self.refresh(Region(start, y, end - start, 1))

    def _extent(self, number: int) -> tuple[int, int]:
        if self.ONE_LINE_ROWS:
            return number, number + 1
        return (self._tops[number], self._tops[number + 1]) if number + 1 < len(self._tops) else (0, 0)

    def _repaint_row(self, number: int) -> None:
        top, end = self._extent(number)
        first = self.scroll_offset.y
        for y in range(max(top - first, 0), min(end - first, self.scrollable_content_region.height)):
            self._repaint_line(y)

"""A scrolling list with a cursor and the keys to move it: no widget per row, and a moved cursor repaints two rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from milestone_tui.tui.widgets.line_canvas import LineCanvas, RowT


class LineList(LineCanvas[RowT], can_focus=True):
    """Rows of one or more lines each. Subclasses say by which key a row is known again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor(1)", "Down", show=False, id="list.down", tooltip="To the next row"),
        Binding("up,k", "cursor(-1)", "Up", show=False, id="list.up", tooltip="To the row above"),
        Binding("ctrl+d", "half_page(1)", "Half a page down", show=False, id="list.half_down", tooltip="Half a screen down"),
        Binding("ctrl+u", "half_page(-1)", "Half a page up", show=False, id="list.half_up", tooltip="Half a screen up"),
        Binding("pagedown", "half_page(2)", "A page down", show=False, id="list.page_down", tooltip="A screen down"),
        Binding("pageup", "half_page(-2)", "A page up", show=False, id="list.page_up", tooltip="A screen up"),
        Binding("g,home", "edge(-1)", "First", show=False, id="list.first", tooltip="To the first row"),
        Binding("G,end", "edge(1)", "Last", show=False, id="list.last", tooltip="To the last row"),
        Binding("enter", "open", "Open", id="list.open", tooltip="Open what the cursor is on"),
    ]

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, source: LineList[Any], key: str) -> None:
            super().__init__()
            self.source = source
            self.key = key

        @property
        def control(self) -> LineList[Any]:
            """The list."""
            return self.source

    class Opened(Moved):
        """Somebody wants to see more of the row."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.touched = False
        """Whether somebody moved the cursor; until then it stays at the first row while rows come in."""
        self.moved: Callable[[], None] | None = None
        """Called at once when the cursor moves."""

    # What a subclass says

    def key_of(self, row: RowT) -> str:
        """By which the row is known again after a change."""
        raise NotImplementedError

    def words_of(self, row: RowT) -> str:
        """What finding looks through."""
        return " ".join(text for drawn in self.draw(row, 500) for text, _ in drawn.line)

    # What others do with it

    @property
    def current(self) -> RowT | None:
        """The row that the cursor is on."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def current_key(self) -> str:
        """Its key, or an empty string."""
        row = self.current
        return "" if row is None else self.key_of(row)

    def show_rows(self, rows: Sequence[RowT], key: str | None = None) -> None:
        """Show other rows. The cursor goes to `key`, else stays on the row of the same key, else where it was."""
        wanted = self.current_key if key is None else key
        self.rows = rows
        if not (0 <= self.cursor < len(rows) and self.key_of(rows[self.cursor]) == wanted):
            found = next((number for number, row in enumerate(rows) if self.key_of(row) == wanted), None)
            self.cursor = self._nearest_stop(found if found is not None else self.cursor, 1)
        self._measure()
        self._repaint()
        if self.has_focus:
            self._keep_in_view()

    def mark(self, key: str) -> None:
        """Put the cursor on the row of that key while keys go elsewhere: nothing scrolls and nobody is told."""
        for number, row in enumerate(self.rows):
            if self.key_of(row) == key:
                before, self.cursor = self.cursor, number
                self._repaint_row(before)
                self._repaint_row(number)
                return

    def redraw_key(self, key: str) -> None:
        """The row of that key, if there is one, is drawn otherwise."""
        number = next((number for number, row in enumerate(self.rows) if self.key_of(row) == key), None)
        if number is not None:
            self.redraw_row(number)

    def go_to(self, key: str, top: bool = False) -> bool:
        """Put the cursor on the row of that key, at the top of the view when `top`. False when there is none."""
        for number, row in enumerate(self.rows):
            if self.key_of(row) == key:
                self._move(number)
                if top and self._tops:
                    self.scroll_to(y=self._tops[number], animate=False, immediate=True, force=True)
                return True
        return False

    def find(self, words: str, start: int, step: int) -> bool:
        """Put the cursor on the next row, from `start` on and round the end, that holds `words`, any case."""
        folded = words.casefold()
        count = len(self.rows)
        for offset in range(count):
            number = (start + offset * step) % count
            if self.stops(self.rows[number]) and folded in self.words_of(self.rows[number]).casefold():
                self._move(number)
                return True
        return False

    # Keys and mouse

    def action_cursor(self, step: int) -> None:
        """Move by rows."""
        self._move(self.cursor + step)

    def action_half_page(self, halves: int) -> None:
        """Move by half screens."""
        self._move(self.cursor + halves * max(self.scrollable_content_region.height // 2, 1))

    def action_edge(self, end: int) -> None:
        """To the first or the last row."""
        self._move(len(self.rows) - 1 if end > 0 else 0)

    def action_open(self) -> None:
        """Open the row."""
        self.touched = True
        if self.rows:
            self.post_message(self.Opened(self, self.current_key))

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        number, _ = self._at(offset.y + self.scroll_offset.y)
        if 0 <= number < len(self.rows):
            again = number == self.cursor
            self._move(number)
            self.clicked(number, offset.x, again or event.chain > 1)

    def clicked(self, number: int, x: int, again: bool) -> None:
        """Somebody clicked on row `number` in cell `x`; `again` when the cursor was there already."""
        if again:
            self.action_open()

    # How it is done

    def _on_resize(self, event: events.Resize) -> None:
        self._measure()
        self._shown.clear()
        if self.has_focus:
            self._keep_in_view()

    def watch_has_focus(self, value: bool) -> None:
        """The cursor looks other in a list that keys go to."""
        super().watch_has_focus(value)
        if value:
            self._keep_in_view()
        self._repaint()

    def _nearest_stop(self, number: int, step: int) -> int:
        """The row nearest to `number` on which the cursor may stand, looking first in the direction of `step`."""
        last = len(self.rows) - 1
        number = max(0, min(number, last))
        ways = range(number, last + 1), range(min(number, last), -1, -1)
        return next((at for at in chain(*ways[::step]) if self.stops(self.rows[at])), number)

    def _move(self, number: int) -> None:
        self.touched = self.touched or bool(self.rows)
        number = self._nearest_stop(number, 1 if number > self.cursor else -1)
        if number == self.cursor or not self.rows:
            self._keep_in_view()
            return
        before, self.cursor = self.cursor, number
        self._repaint_row(before)
        self._repaint_row(number)
        self._keep_in_view()
        if self.moved is not None:
            self.moved()
        self.post_message(self.Moved(self, self.current_key))

    def _keep_in_view(self) -> None:
        """Scroll when the cursor leaves the view: by half a view at once, for every scrolled line costs a whole repaint."""
        height = self.scrollable_content_region.height
        if not self.rows or height < 1:
            return
        top, end = self._extent(self.cursor)
        above = self.cursor
        while above and end - self._extent(above - 1)[0] <= height and not self.stops(self.rows[above - 1]):
            above -= 1
        top = self._extent(above)[0]
        first = self.scroll_offset.y
        if not self.touched and end <= height:  # nobody went there yet: begin at the beginning
            top, end = 0, min(height, self._extent(len(self.rows) - 1)[1])
        if top >= first and end <= first + height:
            return
        if end - top >= height or top < first - height or end > first + 2 * height:
            wanted = max(top - (height - min(end - top, height)) // 2, 0)
        elif top < first:
            wanted = min(top, max(end - height // 2 - 1, 0))
        else:
            wanted = min(top, max(end - height, 0) + height // 2)
        self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

"""What panels have in common that are a list of things, each of which stands somewhere in a milestone's file."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from textual.widget import Widget

from milestone_tui.tui.messages import MilestoneOpened
from milestone_tui.tui.panels.panel import Panel, Place
from milestone_tui.tui.widgets.line_list import LineList

RowT = TypeVar("RowT")


class Origin(NamedTuple):
    """Where a row comes from."""

    milestone: str
    """Key of the milestone, or empty."""
    path: str = ""
    line: int = 0
    """0 when it comes from no single line."""


class ListedPanel(Panel, Generic[RowT]):
    """The cursor selects the milestone of its row, enter opens that milestone at the row's line."""

    listed: LineList[RowT]

    def on_mount(self) -> None:
        """Who follows the cursor is told at once when it moves."""
        self.listed.moved = self.tell_moved

    def origin(self, row: RowT) -> Origin:
        """Where the row comes from."""
        raise NotImplementedError

    @property
    def current(self) -> RowT | None:
        """The row at the cursor."""
        return self.listed.current

    def keys(self) -> Widget:
        """The list."""
        return self.listed

    def key(self) -> str:
        """The milestone of the row at the cursor."""
        row = self.current
        return "" if row is None else self.origin(row).milestone

    def place(self) -> Place | None:
        """The line that the row comes from."""
        row = self.current
        origin = self.origin(row) if row is not None else None
        return (origin.path, origin.line) if origin is not None and origin.path and origin.line else None

    def follow(self, key: str) -> None:
        """Mark the first row of the milestone."""
        if self.key() != key and not (self.listed.has_focus and self.listed.touched):
            found = next((row for row in self.listed.rows if self.listed.stops(row) and self.origin(row).milestone == key), None)
            if found is not None:
                self.listed.mark(self.listed.key_of(found))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter."""
        event.stop()
        row = self.listed.current
        if row is not None and self.origin(row).milestone:
            self.post_message(MilestoneOpened(self.origin(row).milestone, self.origin(row).line))

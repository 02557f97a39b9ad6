"""Panel 1: how are we doing?"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.tui.messages import MilestoneOpened, MilestoneSelected
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.columns import TableRow, Widths, drawn_row, fitted, heading_line, widest
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.lines import Drawn, Line, clip
from milestone_tui.views.list_rows import broken_paths
from milestone_tui.views.ordering import FILTERS, ORDER_WORDS, ORDERS, ordered
from milestone_tui.views.overview_rows import OVERVIEW_COLUMNS, nearest_target, overview_row, totals_line
from milestone_tui.views.row_memo import RowMemo

_ID_SHARE, _ID_LEAST = 10, 8
"""An id has at most this part of a row, and never less than so many cells."""


class OverviewTable(LineList[TableRow]):
    """The table itself."""

    BINDING_GROUP_TITLE = "Overview"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "o", "order", "sort", id="overview.order", tooltip="Sort by what needs attention, id, target, progress or status"
        ),
    ]

    class OrderRequested(Message):
        """Somebody wants another order."""

    class Scrolled(Message):
        """Other rows are in view."""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.marker = signs.cursor
        self.wanted: Widths = {}
        self._widths: Widths = {}
        self._fitted_to = -1

    def key_of(self, row: TableRow) -> str:
        """The milestone's key."""
        return row.key

    def widths(self, width: int) -> Widths:
        """The columns that have room in `width` cells."""
        if width != self._fitted_to:
            wanted = self.wanted | {"id": min(self.wanted.get("id", 0), max(width // _ID_SHARE, _ID_LEAST))}
            self._fitted_to, self._widths = width, fitted(OVERVIEW_COLUMNS, wanted, width)
        return self._widths

    def forget_widths(self) -> None:
        """The wanted widths changed."""
        self._fitted_to = -1

    def draw(self, row: TableRow, width: int) -> list[Drawn]:
        """One line."""
        return [drawn_row(OVERVIEW_COLUMNS, row, self.widths(width), "title", self.glyphs.ellipsis)]

    def words_of(self, row: TableRow) -> str:
        """Id, title and path."""
        return " ".join((row.hint, *(text for cell in row.cells[:2] for text, _ in cell)))

    def keys_in_view(self) -> list[str]:
        """The milestones whose rows can be seen."""
        first = self.scroll_offset.y
        return [row.key for row in self.rows[first : first + self.size.height + 1]]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows come into view."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def action_order(self) -> None:
        """Ask for the next order."""
        self.post_message(self.OrderRequested())


class _Headings(LineView):
    """Names of the columns, and what is over all rows."""

    def __init__(self, table: OverviewTable) -> None:
        super().__init__(id="headings")
        self.table = table

    def line(self, width: int) -> Line:
        """Aligned with the table."""
        inner = width - 2
        return ((" ", ""), *heading_line(OVERVIEW_COLUMNS, self.table.widths(inner), self.table.glyphs.ellipsis))


class _Totals(LineView):
    """States, and what is not counted."""

    snapshot: Snapshot | None = None
    nearest = ""

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="totals")
        self.glyphs = signs

    def line(self, width: int) -> Line:
        """What was worked out last."""
        if self.snapshot is None:
            return ()
        if self.snapshot.candidates:
            return clip(
                ((" nothing here reads as a milestone; enter takes in the file at the left", "dim"),), width, self.glyphs.ellipsis
            )
        skipped = len(self.snapshot.project.skipped)
        return ((" ", ""), *totals_line(self.snapshot.totals, self.nearest, skipped, width - 1, self.glyphs))


class Overview(Vertical):
    """Totals, headings, and a row a milestone: late, blocked and disagreeing ones first once everything is read."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs(ascii_only)
        self.order = ORDERS[0]
        self.table = OverviewTable(self.glyphs, id="overview-table")
        self._snapshot: Snapshot | None = None
        self._chosen = "all"
        self._memo = RowMemo()
        self._checkpoints: dict[str, tuple[Milestone, Checkpoint | None]] = {}

    def compose(self) -> ComposeResult:
        """From above."""
        yield _Totals(self.glyphs)
        yield _Headings(self.table)
        yield self.table

    def show_snapshot(self, snapshot: Snapshot, chosen: str, key: str) -> None:
        """Show the milestones that the filter lets through, with the cursor on `key`."""
        self._snapshot, self._chosen = snapshot, chosen
        passes = FILTERS[chosen][1]
        broken = broken_paths(snapshot.project)
        order = self.order if snapshot.loaded else "id"
        rows = []
        for each in ordered(snapshot.project.milestones, snapshot.standings, order):
            standing = snapshot.standings[each.key]
            if passes(standing):
                inputs = each, standing, broken.get(each.path), self._checkpoint(each), snapshot.today
                rows.append(self._memo.row(each.key, inputs, partial(overview_row, *inputs, self.glyphs)))
        self._memo.settle()
        self.table.wanted = widest(OVERVIEW_COLUMNS, rows) | ({"checkpoint": 14} if rows else {})
        self.table.forget_widths()
        self.table.show_rows(rows, key)
        totals = self.query_one("#totals", _Totals)
        totals.snapshot = snapshot
        totals.nearest = nearest_target(snapshot.project, snapshot.standings, snapshot.today)
        totals.redraw()
        self.query_one(_Headings).redraw()

    def next_order(self, key: str) -> str:
        """Go to the next order; the words for it."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot, self._chosen, key)
        return ORDER_WORDS[self.order]

    def missing_checkpoints(self) -> list[str]:
        """Milestones in view of which nobody knows the next checkpoint."""
        if (
            self._snapshot is None
            or not self._snapshot.loaded
            or "checkpoint" not in self.table.widths(self.table.size.width - 2)
        ):
            return []
        seen = set(self.table.keys_in_view())
        return [
            each.key for each in self._snapshot.project.milestones if each.key in seen and isinstance(self._checkpoint(each), str)
        ]

    def show_checkpoints(self, found: dict[str, Checkpoint | None], key: str) -> None:
        """Take in what was found."""
        if self._snapshot is None:
            return
        for each in self._snapshot.project.milestones:
            if each.key in found:
                self._checkpoints[each.key] = each, found[each.key]
        self.show_snapshot(self._snapshot, self._chosen, key)

    def _checkpoint(self, milestone: Milestone) -> Checkpoint | str | None:
        known = self._checkpoints.get(milestone.key)
        return known[1] if known is not None and known[0] is milestone else ""

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The cursor moved."""
        event.stop()
        self.post_message(MilestoneSelected(event.key))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter."""
        event.stop()
        self.post_message(MilestoneOpened(event.key))

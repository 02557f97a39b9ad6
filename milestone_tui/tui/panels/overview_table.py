"""The table of the overview with its headings and totals."""

from __future__ import annotations

from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.columns import TableRow, Widths, drawn_row, fitted, heading_line
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, clip, width_of
from milestone_tui.views.list_rows import NOTHING_FOUND
from milestone_tui.views.overview_rows import GROUP, OVERVIEW_COLUMNS, totals_line

_ID_SHARE, _ID_LEAST = 8, 8
"""An id has at most this part of a row, and never less than so many cells."""


class OverviewTable(LineList[TableRow]):
    """The table itself."""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.marker = signs.cursor
        self.wanted: Widths = {}
        self.possible: Widths = {}
        """Those wanted, and those that are left out for saying nothing although that can change."""
        self._widths: Widths = {}
        self._fitted_to = -1

    def key_of(self, row: TableRow) -> str:
        """The milestone's key."""
        return row.key

    def widths(self, width: int) -> Widths:
        """The columns that have room in `width` cells."""
        if width != self._fitted_to:
            self._fitted_to, self._widths = width, fitted(OVERVIEW_COLUMNS, self._with_id(self.wanted, width), width)
        return self._widths

    def has_room_for(self, column: str, width: int) -> bool:
        """Whether the column would be there if it said something."""
        return column in fitted(OVERVIEW_COLUMNS, self._with_id(self.possible, width), width)

    def _with_id(self, wanted: Widths, width: int) -> Widths:
        return wanted | {"id": min(wanted.get("id", 0), max(width // _ID_SHARE, _ID_LEAST))}

    def forget_widths(self) -> None:
        """The wanted widths changed."""
        self._fitted_to = -1

    def stops(self, row: TableRow) -> bool:
        """At milestones."""
        return not row.key.startswith(GROUP)

    def draw(self, row: TableRow, width: int) -> list[Drawn]:
        """One line."""
        if row.key.startswith(GROUP):
            return [Drawn(clip(row.signs, width, self.glyphs.ellipsis), 0)]
        return [drawn_row(OVERVIEW_COLUMNS, row, self.widths(width), "title", self.glyphs.ellipsis)]

    def words_of(self, row: TableRow) -> str:
        """Id, title and path."""
        return " ".join((row.hint, *(text for cell in row.cells[:2] for text, _ in cell)))


class Headings(LineView):
    """Names of the columns, and what is over all rows."""

    def __init__(self, table: OverviewTable) -> None:
        super().__init__(id="headings")
        self.table = table

    def line(self, width: int) -> Line:
        """Aligned with the table."""
        inner = width - 2
        return ((" ", ""), *heading_line(OVERVIEW_COLUMNS, self.table.widths(inner), self.table.glyphs.ellipsis))


class Totals(LineView):
    """States, and what is not counted."""

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="totals")
        self.glyphs = signs
        self.snapshot: Snapshot | None = None
        self.nearest = ""
        self.instead: Line = ()
        self.chosen = ""

    def show(self, snapshot: Snapshot, nearest: str, instead: Line, chosen: str = "") -> None:
        """Show these totals, or `instead` of them another line; `nearest` is the target that comes next.

        `chosen` says which milestones are shown, where that is not all; it comes first.
        """
        self.snapshot, self.nearest, self.instead, self.chosen = snapshot, nearest, instead, chosen
        self.redraw()

    def line(self, width: int) -> Line:
        """What was worked out last."""
        if self.snapshot is None:
            return ()
        if self.snapshot.candidates:
            return clip(
                ((" nothing here reads as a milestone; enter takes in the file at the left", "dim"),), width, self.glyphs.ellipsis
            )
        before: Line = ((f" {self.chosen} ", "late"),) if self.chosen else ()
        if self.instead:
            return clip((*before, (" ", ""), *self.instead), width, self.glyphs.ellipsis)
        skipped = len(self.snapshot.project.skipped)
        if self.snapshot.loaded and not self.snapshot.project.milestones and not self.snapshot.project.problems:
            passed = f"{skipped} {'file was' if skipped == 1 else 'files were'} passed over"
            why = f"; {passed}, milestone-tui status -v says why" if skipped else ""
            return clip(((f" {NOTHING_FOUND}{why}", "dim"),), width, self.glyphs.ellipsis)
        room = max(width - 1 - width_of(before), 1)
        rest = totals_line(self.snapshot.totals, self.nearest, skipped, room, self.glyphs)
        return clip((*before, (" ", ""), *rest), width, self.glyphs.ellipsis)

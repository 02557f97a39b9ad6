"""Panel 3: what could go wrong? A grid of probability and impact whose cells one walks, and the register of what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from milestone_tui.analysis.exposure import RiskMatrix, matrix, only
from milestone_tui.model.plan import Risk
from milestone_tui.tui.messages import MilestoneSelected, Said
from milestone_tui.tui.panels.listed import ListedPanel, Origin
from milestone_tui.tui.panels.panel import PanelTotals, View
from milestone_tui.tui.survey import CONTENTS
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.tui.widgets.line_view import LineBlock
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, plain, width_of
from milestone_tui.views.risk_rows import (
    Cell,
    RegisterRow,
    cell_at,
    drawn_register,
    first_cell,
    grid_lines,
    register_rows,
    step,
    totals_line,
)

_GRID_SHARE = 0.55
"""Of the height, at most."""


class RiskGrid(LineBlock, can_focus=True):
    """The grid. Arrows walk its cells; below its last row the register begins."""

    BINDING_GROUP_TITLE = "Grid"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk(-1, 0)", "Left", show=False, id="risks.left", tooltip="To a lower probability"),
        Binding("right,l", "walk(1, 0)", "Right", show=False, id="risks.right", tooltip="To a higher probability"),
        Binding("up,k", "walk(0, -1)", "Up", show=False, id="risks.up", tooltip="To a higher impact"),
        Binding("down,j", "walk(0, 1)", "Down", show=False, id="risks.down", tooltip="To a lower impact, then to the register"),
        Binding("enter", "into", "Into", id="list.open", tooltip="To the risks of the cell"),
    ]

    class Walked(Message):
        """Another cell is chosen, or none."""

        def __init__(self, cell: Cell | None, into: bool = False) -> None:
            super().__init__()
            self.cell = cell
            self.into = into
            """To go on into the register."""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.matrix: RiskMatrix | None = None
        self.cell: Cell | None = None

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The grid."""
        return grid_lines(self.matrix, width, self.glyphs, self.cell, height) if self.matrix is not None else ()

    def action_walk(self, dx: int, dy: int) -> None:
        """To a neighbour; to the left of the first column is what stands there."""
        if self.matrix is None:
            raise SkipAction
        if self.cell is None:
            if dx < 0:
                raise SkipAction
            self.post_message(self.Walked(first_cell(self.matrix)))
            return
        cell = step(self.matrix, self.cell, dx, dy)
        if cell == self.cell and dx < 0:
            raise SkipAction
        self.post_message(self.Walked(cell, into=cell == self.cell and dy > 0))

    def action_into(self) -> None:
        """To the register."""
        self.post_message(self.Walked(self.cell, into=True))

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and self.matrix is not None:
            cell = cell_at(self.matrix, self.size.width, offset.x, offset.y, self.size.height)
            self.post_message(self.Walked(None if cell == self.cell else cell))


class Register(LineList[RegisterRow]):
    """The risks."""

    ONE_LINE_ROWS = False
    BINDING_GROUP_TITLE = "Register"

    class Above(Message):
        """Somebody goes on upwards from the first row."""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.marker = signs.cursor
        self.compact = False
        self._heights: dict[tuple[str, int], tuple[Risk, tuple[object, ...], int]] = {}
        """By the key of a row and a width: the risk, what else it is drawn from, and the lines that it takes."""

    def key_of(self, row: RegisterRow) -> str:
        """Milestone and number of the risk."""
        return row.key

    def stops(self, row: RegisterRow) -> bool:
        """At risks."""
        return row.risk is not None

    def height_of(self, row: RegisterRow, width: int) -> int:
        """As drawn; of the same risk that is as it was before."""
        if row.risk is None:
            return super().height_of(row, width)
        if self.compact:
            return 1
        stated = row.risk.id, row.risk.exposure
        known = self._heights.get((row.key, width))
        if known is None or known[0] is not row.risk.risk or known[1] != stated:
            known = self._heights[row.key, width] = row.risk.risk, stated, super().height_of(row, width)
        return known[2]

    def draw(self, row: RegisterRow, width: int) -> list[Drawn]:
        """One line or several, with an empty one above a heading."""
        lines = drawn_register(row, width, self.glyphs, self.compact)
        drawn = [Drawn(line, width_of(line) if number == 0 else 0) for number, line in enumerate(lines)]
        return drawn if row.risk is not None or self.compact or row is self.rows[0] else [Drawn((), 0), *drawn]

    def words_of(self, row: RegisterRow) -> str:
        """Everything that is said of the risk."""
        return " ".join(plain(line) for line in drawn_register(row, 500, self.glyphs))

    def action_cursor(self, step: int) -> None:
        """Move by rows, and out of the list above its first."""
        before = self.cursor
        super().action_cursor(step)
        if step < 0 and self.cursor == before:
            self.post_message(self.Above())


class RisksPanel(ListedPanel[RegisterRow]):
    """Grid and register over all milestones, or over the selected one."""

    BINDING_GROUP_TITLE = "Risks"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "only", "this one", id="risks.only", tooltip="The risks of the selected milestone alone, or of all"),
        Binding("c", "all_cells", "all cells", id="risks.all", tooltip="Show the whole register again"),
    ]
    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.grid = RiskGrid(self.glyphs, id="risk-grid")
        self.listed: Register = Register(self.glyphs, id="register")
        self.totals = PanelTotals(self)
        self.only = ""
        """Key of the milestone whose risks are shown; empty for all."""
        self._matrix: RiskMatrix | None = None

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.totals
        yield self.grid
        yield self.listed

    # What it shows

    def update(self, view: View) -> None:
        """Show the risks that are read."""
        if view.survey is None or CONTENTS not in view.survey.parts:
            return
        whole = matrix(view.survey.risks)
        self._matrix = only(whole, self.only) if self.only else whole
        self.grid.matrix = self._matrix
        self._show_rows()

    def follow(self, key: str) -> None:
        """Show the risks of that milestone when it is of one alone."""
        if self.only and key and self.view is not None:
            self.only = key
            self.update(self.view)
        else:
            super().follow(key)

    def set_pane(self, pane: bool) -> None:
        """With less room, a line a risk. The size is another then, and `on_resize` shows it anew."""
        self.listed.compact = pane
        self.set_class(pane, "-pane")

    def _show_rows(self) -> None:
        if self._matrix is None:
            return
        if not self._matrix.cells:
            self.grid.cell = None
        self._fit_grid(self._matrix)
        self.grid.redraw()
        self.listed.show_rows(register_rows(self._matrix, self.grid.cell))
        self.totals.redraw()
        self.head.redraw()

    def _fit_grid(self, found: RiskMatrix) -> None:
        """As high as it needs, up to its share."""
        width, height = self.content_size
        room = max(int(height * _GRID_SHARE), 1)
        wanted = len(grid_lines(found, max(width, 1), self.glyphs, self.grid.cell, room)) if found.cells else 0
        self.grid.styles.height = min(wanted, room)
        if not wanted and self.grid.has_focus:
            self.listed.focus()
        self.grid.display = wanted > 0

    def on_resize(self) -> None:
        """There is other room."""
        self._show_rows()

    # Keys

    def on_risk_grid_walked(self, event: RiskGrid.Walked) -> None:
        """Show what is in the cell."""
        event.stop()
        self.grid.cell = event.cell
        self.grid.redraw()
        if self._matrix is not None:
            self.listed.show_rows(register_rows(self._matrix, event.cell))
        if event.into and any(row.risk for row in self.listed.rows):
            self.listed.focus()
        self.tell_moved()
        if self.key():
            self.post_message(MilestoneSelected(self.key()))

    def on_register_above(self, event: Register.Above) -> None:
        """From the first risk up into the grid."""
        event.stop()
        if self.grid.display:
            self.grid.focus()

    def action_all_cells(self) -> None:
        """No cell is chosen."""
        self.grid.cell = None
        self._show_rows()
        self.post_message(Said("the risks of all cells", "dim"))

    def action_only(self) -> None:
        """Of one milestone, or of all."""
        view = self.view
        if view is None:
            return
        self.only = "" if self.only else self.key() or view.selected
        self.update(view)
        named = view.snapshot.milestones.get(self.only)
        self.post_message(Said(f"the risks of {shown(named.id)}" if named else "the risks of all milestones", "dim"))

    # What others ask

    def origin(self, row: RegisterRow) -> Origin:
        """The line of the risk."""
        return Origin(row.milestone, row.path, row.line)

    def needs(self) -> frozenset[str]:
        """What the files hold."""
        return frozenset((CONTENTS,))

    def keys(self) -> Widget:
        """The grid where there is one."""
        return self.grid if self.grid.display else self.listed

    def figures(self) -> Line:
        """How many there are, and what is not read yet."""
        if self._matrix is None or self.view is None or self.view.survey is None:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        named = self.view.snapshot.milestones.get(self.only)
        of: Line = ((f"{shown(named.id)}: ", "bold"),) if named else ()
        unread = self.view.survey.unread
        rest: Line = ((f"  {unread} milestones not read yet", "dim"),) if unread else ()
        return (*of, *totals_line(self._matrix, self.glyphs), *rest)


PANEL = RisksPanel

"""The grid of probability and impact, with a cursor that walks its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message

from milestone_tui.analysis.exposure import RiskMatrix
from milestone_tui.tui.widgets.line_view import LineBlock
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line
from milestone_tui.views.risk_rows import Cell, LaidOut, cell_at, first_cell, laid_out, step


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
        self._laid_out: tuple[tuple[int, int], LaidOut] | None = None
        """By the room that it has."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The grid."""
        if self.matrix is None:
            return ()
        known = self._laid_out
        if known is None or known[0] != (width, height) or known[1].matrix is not self.matrix:
            known = self._laid_out = (width, height), laid_out(self.matrix, width, self.glyphs, height)
        return known[1].lines(self.cell)

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

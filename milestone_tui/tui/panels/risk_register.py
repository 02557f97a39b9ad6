"""The register of risks, a row a risk."""

from __future__ import annotations

from textual.message import Message

from milestone_tui.model.plan import Risk
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, plain, width_of
from milestone_tui.views.risk_rows import RegisterRow, drawn_register


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
        stated = row.risk.id, row.risk.exposure, row.ids
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

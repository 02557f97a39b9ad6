"""Writes a cell of a table: what stands beside it stays, and a column that is aligned stays so where the words fit."""

from __future__ import annotations

from milestone_tui.editing.least import least_patch
from milestone_tui.editing.outcome import Refusal
from milestone_tui.markdown.blocks import Table
from milestone_tui.markdown.document import Document
from milestone_tui.reading.material import Grid
from milestone_tui.reading.places import trimmed
from milestone_tui.text.patch import Patch
from milestone_tui.text.terminal import cell_width


def cell_patch(document: Document, table: Table, row: int, column: int, text: str) -> Patch | None:
    """The patch after which the cell reads `text`; None when it cannot be written in place, or is not there at all."""
    if column >= len(table.rows[row]):
        return None
    cell = table.rows[row][column]
    own = trimmed(document.text, cell)
    words = text.replace("\\|", "|").replace("|", "\\|")
    before, after = document.string((cell.start, own.start)), document.string((own.end, cell.end))
    if cell.start == cell.end:  # a row that ends before this column
        return None
    if own.start == own.end:
        before, after = (" ", before[1:] or " ") if before else ("", "")
    if not words:
        width = cell_width(document.string(cell)) if is_aligned(document, table, column) else len(before + after)
        return least_patch(document, cell, " " * width)
    if is_aligned(document, table, column):
        spare = cell_width(document.string(cell)) - cell_width(before) - cell_width(words)
        right_aligned = cell_width(before) > 1 and cell_width(after) <= 1
        if right_aligned:
            before = " " * max(1, cell_width(document.string(cell)) - cell_width(words) - cell_width(after))
        else:
            after = " " * max(spare, 1 if after else 0)
    return least_patch(document, cell, before + words + after)


def is_aligned(document: Document, table: Table, column: int) -> bool:
    """Whether the cells of a column are padded to one width."""
    widths = {cell_width(document.string(row[column])) for row in table.rows if column < len(row)}
    return len(widths) == 1 and len(table.rows) > 1


def row_at(document: Document, table: Table, line: int) -> int:
    """The row in a line of the file; -1 for none."""
    for number, row in enumerate(table.rows):
        if row and document.line_at(row[0].start) == line:
            return number
    return -1


def no_column(part: str, grid: Grid) -> Refusal:
    """A table has no place for a part."""
    return Refusal(f"this table has no column for {part}", f"it has {', '.join(grid.columns)}")

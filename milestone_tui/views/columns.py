"""Columns that drop out by priority as the width shrinks, for tables whose rows are drawn one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from milestone_tui.text.terminal import cut_inside
from milestone_tui.views.lines import Drawn, Line, Piece, clip, fill, width_of


class Column(NamedTuple):
    """What a column asks for, in cells."""

    name: str
    heading: str
    least: int
    """Drops out rather than being narrower, unless all of its texts are."""
    most: int
    rank: int
    """The lowest drops out first; 0 never does."""
    right: bool = False
    inside: bool = False
    """Whether a text, of one piece, is cut in its middle where there is no room for all of it."""


class TableRow(NamedTuple):
    """One row: two cells of signs, then a text a column."""

    key: str
    signs: Line
    cells: tuple[Line, ...]
    """In the order of the columns."""
    hint: str = ""
    """What finding looks through beside the cells."""


Widths = dict[str, int]
"""Column → cells, for the columns that have room."""

GAP = 2
SIGNS = 3
"""Status, flag, and a space."""


def widest(columns: Sequence[Column], rows: Iterable[TableRow]) -> Widths:
    """The cells that each column would like to have; 0 for one that says nothing: in no row does it hold more than a sign."""
    most = [0] * len(columns)
    enough = [max(column.most, len(column.heading)) for column in columns]
    for row in rows:
        for number, cell in enumerate(row.cells):
            if most[number] >= enough[number]:
                continue
            cells = len(cell[0][0]) if len(cell) == 1 and cell[0][0].isascii() else width_of(cell)
            if cells > most[number]:
                most[number] = cells
    wanted = zip(columns, most, strict=True)
    return {
        column.name: min(max(cells, len(column.heading)), column.most) if cells > 1 or (cells and not column.rank) else 0
        for column, cells in wanted
    }


def fitted(columns: Sequence[Column], wanted: Widths, width: int, gap: int = GAP) -> Widths:
    """The columns that have room in `width` cells; spare room goes to the columns in their order, from the left."""
    present = {column.name: min(wanted[column.name], column.least) for column in columns if wanted.get(column.name)}

    def used() -> int:
        return SIGNS + sum(present.values()) + gap * max(len(present) - 1, 0)

    for column in sorted(columns, key=lambda column: column.rank):
        if used() <= width:
            break
        if column.rank:
            present.pop(column.name, None)
    spare = max(width - used(), 0)
    for name in sorted(present, key=lambda name: -present[name] if name == "title" else 0):
        grown = min(wanted[name] - present[name], spare)
        present[name] += max(grown, 0)
        spare -= max(grown, 0)
    return present


def drawn_row(columns: Sequence[Column], row: TableRow, widths: Widths, hot: str, ellipsis: str, gap: int = GAP) -> Drawn:
    """The row in these widths. The cursor covers everything up to the end of the text in the column `hot`."""
    line: list[Piece] = [*row.signs, (" ", "")]
    at = SIGNS
    covered = SIGNS
    for column, cell in zip(columns, row.cells, strict=True):
        cells = widths.get(column.name)
        if cells is None:
            continue
        if at > SIGNS:
            line.append((" " * gap, ""))
            at += gap
        if column.inside:
            cell = tuple((cut_inside(text, cells, ellipsis), style) for text, style in cell)
        clipped = clip(cell, cells, ellipsis)
        line += fill(clipped, cells, column.right)
        if column.name == hot:
            covered = at + width_of(clipped)
        at += cells
    return Drawn(tuple(line), covered)


def heading_line(columns: Sequence[Column], widths: Widths, ellipsis: str, gap: int = GAP) -> Line:
    """The headings of the columns that are there."""
    cells = tuple((((column.heading, "dim")),) for column in columns)
    signs = (("  ", ""),)
    return drawn_row(columns, TableRow("", signs, cells), widths, "", ellipsis, gap).line

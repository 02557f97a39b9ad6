"""A row to be added to a table, in the manner of those that are there; aligned columns stay so where the words fit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from milestone_tui.editing.cells import is_aligned
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.markdown.blocks import Table
from milestone_tui.reading.places import trimmed
from milestone_tui.text.patch import Patch
from milestone_tui.text.span import Span
from milestone_tui.text.terminal import cell_width

_NUMBERED = re.compile(r"(?P<lead>\D*)(?P<number>\d{1,6})\Z")
_EDGE = b" \t|>"


def new_row(layout: Layout, table: Table, behind: int, words: Mapping[int, str]) -> tuple[Patch, int] | None:
    """The patch that adds a row behind row `behind` with these words by column, and the line it comes to stand in.

    A column that counts goes on; all others are left empty. None where no row of the table can be a model for it.
    """
    document = layout.document
    model = _model(layout, table, behind)
    if model < 0:
        return None
    row = table.rows[model]
    number = document.line_at(row[0].start)
    line, start = layout.line(number).content, layout.start(number)
    said = {**_counted_on(layout, table), **words}
    made = line[: row[0].start - start]
    for column, cell in enumerate(row):
        made += _cell(layout, table, column, cell, said.get(column, ""))
        following = row[column + 1].start if column + 1 < len(row) else start + len(line)
        made += layout.data[cell.end : following]
    last = document.line_at(table.rows[behind][0].start) + (behind == 0)
    return layout.inserted(last, [Line(made, b"")]), last + 1


def _model(layout: Layout, table: Table, behind: int) -> int:
    """The number of a row with all cells and no more than those, the one behind which it goes if that will do."""
    numbers: list[int] = [behind, *range(len(table.rows) - 1, -1, -1)]
    for number in numbers:
        row = table.rows[number]
        if row and len(row) == len(table.rows[0]):
            line = layout.document.line_at(row[0].start)
            tail = layout.data[row[-1].end : layout.content_end(line)]
            if not tail.strip(_EDGE) and tail.count(b"|") <= 1 and all(cell.start < cell.end for cell in row):
                return number
    return -1


def _cell(layout: Layout, table: Table, column: int, cell: Span, words: str) -> bytes:
    """The words with the space around them that the model has, as wide as the column where that is of one width."""
    document = layout.document
    own = trimmed(document.text, cell)
    words = words.replace("\\|", "|").replace("|", "\\|")
    before, after = document.string((cell.start, own.start)), document.string((own.end, cell.end))
    if own.start == own.end:
        before = after = " "
    if len(table.rows) > 1 and not is_aligned(document, table, column):
        return (before[:1] + words + after[:1]).encode()
    width = cell_width(document.string(cell))
    if cell_width(before) > 1 and cell_width(after) <= 1:  # to the right
        return (" " * max(1, width - cell_width(words) - cell_width(after)) + words + after).encode()
    return (before[:1] + words + " " * max(width - cell_width(before[:1] + words), len(after[:1]))).encode()


def _counted_on(layout: Layout, table: Table) -> dict[int, str]:
    """For each column that counts its rows, `R1`, `R2` or `1`, `2`: what comes next."""
    document = layout.document
    found = {}
    for column in range(len(table.rows[0])):
        cells = [document.string(trimmed(document.text, row[column])) for row in table.rows[1:] if column < len(row)]
        numbers = [match for cell in cells if (match := _NUMBERED.match(cell))]
        counts = [int(match["number"]) for match in numbers]
        if len(cells) > 1 and len(numbers) == len(cells) and counts == [*range(counts[0], counts[0] + len(counts))]:
            lead, said = numbers[-1]["lead"], numbers[-1]["number"]
            if {match["lead"] for match in numbers} == {lead}:
                found[column] = f"{lead}{max(counts) + 1:0{len(said)}d}"
    return found

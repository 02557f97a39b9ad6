"""The grid of probability and impact: drawn at any size, walked by arrows, and found under the mouse.

Impact goes up, probability to the right: what is worst stands in the upper right corner.
"""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.exposure import RiskMatrix, heat, rating_name
from milestone_tui.text.terminal import cell_width, clipped
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip
from milestone_tui.views.risk_cell import CELL_MOST, cell_texts, lines_wanted

Cell = tuple[float, float]
"""(probability, impact)."""

CHOSEN = "chosen"
"""Style name of everything in the cell that is chosen; signs at both of its ends say it too."""
_CELL_FRAMED = 8
"""Narrower cells have no lines between them."""
_CELL_LEAST = 3
"""A sign at each end and a figure between; narrower, and the grid is told in words."""
_SHORT = {"critical": "crit", "medium": "med"}
_ASCII_HEAT = {"low": ":", "medium": "-", "high": "+", "critical": "#"}
"""Figures would be taken for counts."""


class _Signs(NamedTuple):
    """Lines between cells, and what marks the chosen one."""

    across: str
    down: str
    top: str
    """Left end, crossing and right end of the first line."""
    middle: str
    bottom: str
    begin: str
    end: str
    up: str
    empty: str
    more: str
    """A count that has no room, or ids where an ellipsis has none."""


_UNICODE = _Signs("─", "│", "┌┬┐", "├┼┤", "└┴┘", "›", "‹", "↑", "·", "…")
_ASCII = _Signs("-", "|", "+++", "+++", "+++", ">", "<", "^", ".", "+")


class _Shape(NamedTuple):
    """How a grid is laid out in the room that it has; all in cells and lines."""

    label: int
    cell: int
    """0 when the grid is told in words."""
    lines: tuple[int, ...]
    """Of the cells of each row, from the highest impact."""
    framed: bool
    ruled: bool
    """Has lines between its rows too."""
    short: bool

    @property
    def gap(self) -> int:
        return 1 if self.framed else 0


class LaidOut(NamedTuple):
    """A grid in the room that it has: everything but which of its cells is chosen."""

    matrix: RiskMatrix
    width: int
    """Cells, at most."""
    glyphs: Glyphs
    shape: _Shape
    texts: dict[Cell, list[str]]
    """What stands in each cell that holds risks."""

    def lines(self, cell: Cell | None) -> list[Line]:
        """The grid with the chosen `cell` marked."""
        matrix, width, glyphs, shape, _ = self
        if not shape.cell:
            return [_worded(matrix, place, width, glyphs, place == cell) for place in _worded_cells(matrix, cell)]
        signs = _signs(glyphs)
        lines: list[Line] = [_top(matrix, shape, signs, glyphs)]
        for number, impact in enumerate(reversed(matrix.scale)):
            if number and shape.ruled:
                lines.append(_rule(matrix, shape, signs, signs.middle, ""))
            lines += _row(self, impact, shape.lines[number], cell)
        if shape.ruled:
            lines.append(_rule(matrix, shape, signs, signs.bottom, ""))
        lines.append(_names(matrix, shape, glyphs))
        if shape.ruled:
            lines.append(((" " * (shape.label + shape.gap) + f"probability {glyphs.arrow}", "dim"),))
        return [clip(line, width, glyphs.ellipsis) for line in lines]


def laid_out(matrix: RiskMatrix, width: int, glyphs: Glyphs, height: int = 0) -> LaidOut:
    """The grid for at most `width` cells.

    With a `height` it does without lines between rows and with fewer lines to a cell where that keeps it within so many lines.
    """
    shape = _shape(matrix, width, height)
    lines = dict(zip(reversed(matrix.scale), shape.lines, strict=False))
    more, texts = _signs(glyphs).more, {}
    for place, risks in matrix.cells.items() if shape.cell else ():
        sign = _heat_sign(matrix, place, glyphs)
        texts[place] = cell_texts(risks, sign, lines[place[1]], shape.cell - 2, glyphs.ellipsis, more)
    return LaidOut(matrix, width, glyphs, shape, texts)


def grid_lines(matrix: RiskMatrix, width: int, glyphs: Glyphs, cell: Cell | None = None, height: int = 0) -> list[Line]:
    """The grid as `laid_out` has it, with the chosen `cell` marked."""
    return laid_out(matrix, width, glyphs, height).lines(cell)


def cell_at(matrix: RiskMatrix, width: int, x: int, y: int, height: int = 0) -> Cell | None:
    """The cell that is drawn at column `x` of line `y`, both from 0; None on labels and lines."""
    shape = _shape(matrix, width, height)
    if not shape.cell:
        cells = _worded_cells(matrix, None)
        return cells[y] if 0 <= y < len(cells) else None
    column, across = divmod(x - shape.label, shape.cell + shape.gap)
    if not 0 <= column < len(matrix.scale) or across < shape.gap:
        return None
    top = 1
    for lines, impact in zip(shape.lines, reversed(matrix.scale), strict=True):
        if top <= y < top + lines:
            return matrix.scale[column], impact
        top += lines + shape.ruled
    return None


def step(matrix: RiskMatrix, cell: Cell, dx: int, dy: int) -> Cell:
    """The cell `dx` columns to the right and `dy` rows down; at an edge it stays there. Empty cells are walked too."""
    scale = matrix.scale
    nearest = [min(range(len(scale)), key=lambda at: abs(scale[at] - rating)) for rating in cell]
    moved = (nearest[0] + dx, nearest[1] - dy)
    probability, impact = (scale[min(max(at, 0), len(scale) - 1)] for at in moved)
    return probability, impact


def first_cell(matrix: RiskMatrix) -> Cell:
    """The hottest cell that holds a risk; the upper right one when none does."""
    return next(iter(by_heat(matrix)), (matrix.scale[-1], matrix.scale[-1]))


def cell_name(matrix: RiskMatrix, cell: Cell) -> str:
    """`probability high, impact medium`."""
    probability, impact = (rating_name(rating, matrix.scale) for rating in cell)
    return f"probability {probability}, impact {impact}"


def by_heat(matrix: RiskMatrix) -> list[Cell]:
    """The cells that hold risks, the hottest first."""
    return sorted(matrix.cells, key=lambda place: (-place[0] * place[1], -place[1]))


def _signs(glyphs: Glyphs) -> _Signs:
    return _ASCII if glyphs.cursor.isascii() else _UNICODE


# The room there is


def _shape(matrix: RiskMatrix, width: int, height: int) -> _Shape:
    flat = _flat(matrix, width)
    if not flat.cell:
        return flat
    wanted = _lines_wanted(matrix, flat)
    for ruled in (flat.framed, False):
        for most in range(max(wanted), 0, -1):
            lines = tuple(min(number, most) for number in wanted)
            taken = sum(lines) + (len(lines) + 3 if ruled else 2)
            if not height or taken <= height:
                return flat._replace(lines=lines, ruled=ruled)
    return flat


def _flat(matrix: RiskMatrix, width: int) -> _Shape:
    """One line to a cell: whole names of the ratings where that leaves room for an id, then short ones, then no lines between."""
    count = len(matrix.scale)
    for short, framed, least in ((False, True, 9), (True, True, _CELL_FRAMED), (True, False, _CELL_LEAST)):
        label = max(cell_width(_name(rating, matrix, short)) for rating in matrix.scale) + 1
        label = label if short else max(label, len("impact ^ "))
        cell = min((width - label - framed) // count - framed, CELL_MOST)
        if cell >= least:
            return _Shape(label, cell, (1,) * count, framed, False, short)
    return _Shape(0, 0, (), False, False, False)


def _lines_wanted(matrix: RiskMatrix, shape: _Shape) -> list[int]:
    """For each row as many as its fullest cell needs for its ids, within reason."""
    wanted = dict.fromkeys(reversed(matrix.scale), 1)
    for (_, impact), risks in matrix.cells.items():
        wanted[impact] = max(wanted[impact], lines_wanted(risks, shape.cell - 2))
    return list(wanted.values())


def _name(rating: float, matrix: RiskMatrix, short: bool) -> str:
    name = rating_name(rating, matrix.scale)
    return _SHORT.get(name, name) if short else name


# The lines


def _top(matrix: RiskMatrix, shape: _Shape, signs: _Signs, glyphs: Glyphs) -> Line:
    """The names of the axes, or of one of them beside the first rule."""
    if shape.ruled:
        return _rule(matrix, shape, signs, signs.top, f"impact {signs.up}" if shape.label > len("impact ^") else "")
    return ((f"impact {signs.up}  probability {glyphs.arrow}", "dim"),)


def _rule(matrix: RiskMatrix, shape: _Shape, signs: _Signs, ends: str, label: str) -> Line:
    cells = ends[1].join(signs.across * shape.cell for _ in matrix.scale)
    return (label.ljust(shape.label), "dim"), (f"{ends[0]}{cells}{ends[2]}", "rule")


def _names(matrix: RiskMatrix, shape: _Shape, glyphs: Glyphs) -> Line:
    names = (clipped(_name(rating, matrix, shape.short), shape.cell, glyphs.ellipsis) for rating in matrix.scale)
    words = "".join(" " * shape.gap + name.center(shape.cell) for name in names)
    return ((" " * shape.label + words.rstrip(), "dim"),)


def _row(grid: LaidOut, impact: float, lines: int, chosen: Cell | None) -> list[Line]:
    """All cells of one impact."""
    matrix, shape = grid.matrix, grid.shape
    places = [(probability, impact) for probability in matrix.scale]
    drawn = [_cell(grid, place, lines, place == chosen) for place in places]
    rule: Line = ((_signs(grid.glyphs).down, "rule"),) if shape.framed else ()
    out: list[Line] = []
    for number in range(lines):
        name = _name(impact, matrix, shape.short) if number == 0 else ""
        pieces: list[Piece] = [(name.ljust(shape.label), "dim")]
        for cell in drawn:
            pieces += [*rule, *cell[number]]
        out.append((*pieces, *rule))
    return out


def _cell(grid: LaidOut, place: Cell, lines: int, chosen: bool) -> list[Line]:
    """The lines of a cell, each as wide as the cell: heat, count and ids; a dot when it is empty."""
    hot = f"bold {CHOSEN}" if chosen else ""
    room = grid.shape.cell - 2
    signs = _signs(grid.glyphs)
    texts = grid.texts.get(place) or [signs.empty]
    style = f"risk-{heat(*place, grid.matrix.scale)} {hot}".rstrip()
    out: list[Line] = []
    for number in range(lines):
        text = texts[number] if number < len(texts) else ""
        begin, end = (signs.begin, signs.end) if chosen and number == 0 else (" ", " ")
        blank = " " * (room - cell_width(text))
        out.append(((begin, hot), (text, style), (blank + end, hot)))
    return out


def _heat_sign(matrix: RiskMatrix, place: Cell, glyphs: Glyphs) -> str:
    level = heat(*place, matrix.scale)
    return _ASCII_HEAT[level] if _signs(glyphs) is _ASCII else glyphs.levels[level]


def _worded_cells(matrix: RiskMatrix, chosen: Cell | None) -> list[Cell]:
    """Where no grid has room: the cells that hold risks, the hottest first, then the chosen one if it is empty."""
    cells = by_heat(matrix)
    return cells if chosen is None or chosen in cells else [*cells, chosen]


def _worded(matrix: RiskMatrix, place: Cell, width: int, glyphs: Glyphs, chosen: bool) -> Line:
    level = heat(*place, matrix.scale)
    hot = f" bold {CHOSEN}" if chosen else ""
    mark: Piece = (glyphs.cursor if chosen else " ", hot.strip())
    count: Piece = (f" {len(matrix.cells.get(place, ()))}", f"risk-{level}{hot}")
    return (mark, *clip((count, (f"  {cell_name(matrix, place)}", "dim")), max(width - 1, 0), glyphs.ellipsis))

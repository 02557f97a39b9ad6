"""The grid of probability and impact: drawn at any size, walked by arrows, and found under the mouse.

Impact goes up, probability to the right: what is worst stands in the upper right corner.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, heat, rating_name
from milestone_tui.text.terminal import cell_width, clipped
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip

Cell = tuple[float, float]
"""(probability, impact)."""

CHOSEN = "chosen"
"""Style name of everything in the cell that is chosen; signs at both of its ends say it too."""
_CELL_MOST = 24
_CELL_FRAMED = 8
"""Narrower cells have no lines between them."""
_CELL_LEAST = 3
"""A sign at each end and a figure between; narrower, and the grid is told in words."""
_WORDS_LEAST = 3
"""In fewer cells only the count."""
_LINES_MOST = 3
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


def grid_lines(matrix: RiskMatrix, width: int, glyphs: Glyphs, cell: Cell | None = None, height: int = 0) -> list[Line]:
    """The grid in at most `width` cells, with the chosen `cell` marked.

    With a `height` it does without lines between rows and with fewer lines to a cell where that keeps it within so many lines.
    """
    shape = _shape(matrix, width, height)
    if not shape.cell:
        return [_worded(matrix, place, width, glyphs, place == cell) for place in _worded_cells(matrix, cell)]
    signs = _signs(glyphs)
    steps = tuple(reversed(matrix.scale))
    lines: list[Line] = [_top(matrix, shape, signs, glyphs)]
    for number, impact in enumerate(steps):
        if number and shape.ruled:
            lines.append(_rule(matrix, shape, signs, signs.middle, ""))
        lines += _row(matrix, impact, shape.lines[number], shape, glyphs, cell)
    if shape.ruled:
        lines.append(_rule(matrix, shape, signs, signs.bottom, ""))
    lines.append(_names(matrix, shape, glyphs))
    if shape.ruled:
        lines.append(((" " * (shape.label + shape.gap) + f"probability {glyphs.arrow}", "dim"),))
    return [clip(line, width, glyphs.ellipsis) for line in lines]


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
        cell = min((width - label - framed) // count - framed, _CELL_MOST)
        if cell >= least:
            return _Shape(label, cell, (1,) * count, framed, False, short)
    return _Shape(0, 0, (), False, False, False)


def _lines_wanted(matrix: RiskMatrix, shape: _Shape) -> list[int]:
    """For each row as many as its fullest cell needs for its ids, within reason."""
    wanted = dict.fromkeys(reversed(matrix.scale), 1)
    if shape.cell - 2 >= _WORDS_LEAST:
        for (_, impact), risks in matrix.cells.items():
            lines = len(_wrapped(_words(risks, " "), shape.cell - 2))
            wanted[impact] = max(wanted[impact], min(lines, _LINES_MOST))
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


def _row(matrix: RiskMatrix, impact: float, lines: int, shape: _Shape, glyphs: Glyphs, chosen: Cell | None) -> list[Line]:
    """All cells of one impact."""
    places = [(probability, impact) for probability in matrix.scale]
    drawn = [_cell(matrix, place, shape.cell, lines, glyphs, place == chosen) for place in places]
    rule: Line = ((_signs(glyphs).down, "rule"),) if shape.framed else ()
    out: list[Line] = []
    for number in range(lines):
        name = _name(impact, matrix, shape.short) if number == 0 else ""
        pieces: list[Piece] = [(name.ljust(shape.label), "dim")]
        for cell in drawn:
            pieces += [*rule, *cell[number]]
        out.append((*pieces, *rule))
    return out


def _cell(matrix: RiskMatrix, place: Cell, width: int, lines: int, glyphs: Glyphs, chosen: bool) -> list[Line]:
    """The lines of a cell, each `width` cells: heat, count and ids; a dot when it is empty."""
    risks = matrix.cells.get(place, ())
    level = heat(*place, matrix.scale)
    hot = f"bold {CHOSEN}" if chosen else ""
    room = width - 2
    signs = _signs(glyphs)
    sign = _ASCII_HEAT[level] if signs is _ASCII else glyphs.levels[level]
    texts = _texts(risks, sign, lines, room, glyphs) if risks else [signs.empty]
    out: list[Line] = []
    for number in range(lines):
        text = texts[number] if number < len(texts) else ""
        begin, end = (signs.begin, signs.end) if chosen and number == 0 else (" ", " ")
        blank = " " * (room - cell_width(text))
        out.append(((begin, hot), (text, f"risk-{level} {hot}".rstrip()), (blank + end, hot)))
    return out


def _texts(risks: tuple[RatedRisk, ...], sign: str, lines: int, room: int, glyphs: Glyphs) -> list[str]:
    """Heat, count and ids in so many lines of `room` cells; where there is room for no more, the count alone."""
    more, count = _signs(glyphs).more, str(len(risks))
    words = _words(risks, sign)
    if room < _WORDS_LEAST or cell_width(words[0] + more) > room:
        return [count if len(count) <= room else more]
    ellipsis = glyphs.ellipsis if cell_width(words[0] + glyphs.ellipsis) <= room else more
    return _cut(_wrapped(words, room), lines, room, ellipsis)


def _words(risks: tuple[RatedRisk, ...], sign: str) -> list[str]:
    """Heat and count in one word, then each id once, of no more ids than the largest cell has room for."""
    ids = islice(dict.fromkeys(each.id for each in risks), _LINES_MOST * _CELL_MOST)
    return [f"{sign}{len(risks)}", *dict.fromkeys(shown(each) for each in ids)]


def _wrapped(words: list[str], room: int) -> list[str]:
    """The words in lines of `room` cells; a word that is wider has a line for itself."""
    lines = [""]
    for word in words:
        if lines[-1] and cell_width(lines[-1]) + 1 + cell_width(word) <= room:
            lines[-1] += f" {word}"
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
    return lines


def _cut(lines: list[str], most: int, room: int, ellipsis: str) -> list[str]:
    """At most so many lines, none wider than `room`; the ellipsis stands for whole words where one has room beside it."""
    kept = [clipped(line, room, ellipsis) for line in lines[:most]]
    if len(lines) > most and not kept[-1].endswith(ellipsis):
        words = kept[-1].split(" ")
        while len(words) > 1 and cell_width(" ".join(words) + ellipsis) > room:
            words.pop()
        kept[-1] = clipped(" ".join(words) + ellipsis, room, ellipsis)
    return kept


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

"""The risk panel: a grid of probability and impact with counts and ids, and the register below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, heat, rating_name
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, fill, width_of, wrapped

Cell = tuple[float, float]
"""(probability, impact)."""

_LABEL = 9
"""Cells of the names of the rows."""
_CELL_LEAST = 7
_CELL_MOST = 22


class RiskRow(NamedTuple):
    """One line of the panel."""

    kind: str
    """`head`, `grid`, `register`, `detail`, `note` or `blank`."""
    key: str
    """Of a register row: key of the milestone and number of the risk with `/` between; else empty."""
    line: Line


def risk_rows(grid: RiskMatrix, width: int, glyphs: Glyphs, *, cell: Cell | None = None) -> list[RiskRow]:
    """All rows, none wider than `width` cells; with a `cell` the register holds only the risks in it."""
    rows = [RiskRow("head", "", clip(line, width, glyphs.ellipsis)) for line in _totals(grid, glyphs)]
    if grid.cells:
        rows += [RiskRow("grid", "", line) for line in _grid(grid, width, glyphs, cell)]
    chosen = grid.cells.get(cell, ()) if cell else tuple(_by_exposure(grid))
    rows += _register("Register" if cell is None else _cell_name(cell, grid), chosen, grid, width, glyphs)
    if cell is None:
        rows += _register("Not rated", grid.unrated, grid, width, glyphs)
        rows += _register("Over", grid.over, grid, width, glyphs)
    return rows


def _by_exposure(grid: RiskMatrix) -> Iterable[RatedRisk]:
    found = [each for risks in grid.cells.values() for each in risks]
    return sorted(found, key=lambda each: -(each.exposure or 0))


def _totals(grid: RiskMatrix, glyphs: Glyphs) -> list[Line]:
    rated = sum(len(risks) for risks in grid.cells.values())
    if not rated and not grid.unrated and not grid.over:
        return [(("no milestone lists a risk", "dim"),)]
    parts = [counted_words(rated, "rated risk", "rated risks")]
    parts += [f"{len(grid.unrated)} not rated"] if grid.unrated else []
    parts += [f"{len(grid.over)} over"] if grid.over else []
    return [((f" {glyphs.dot} ".join(parts), ""),), ()]


def _grid(grid: RiskMatrix, width: int, glyphs: Glyphs, chosen: Cell | None) -> list[Line]:
    """Impact goes up, probability to the right: what is worst stands in the upper right corner."""
    columns = len(grid.scale)
    cells = min(_CELL_MOST, (width - _LABEL) // columns - 1)
    if cells < _CELL_LEAST:
        return _worded_grid(grid, width, glyphs)
    lines: list[Line] = [(("impact".ljust(_LABEL), "dim"),)]
    for impact in reversed(grid.scale):
        name = (rating_name(impact, grid.scale).ljust(_LABEL), "dim")
        pieces: list[Piece] = [name]
        for probability in grid.scale:
            pieces += [*_cell(grid, (probability, impact), cells, glyphs, chosen), (" ", "")]
        lines.append(clip(tuple(pieces), width, glyphs.ellipsis))
    foot: list[Piece] = [(" " * _LABEL, "")]
    foot += [(rating_name(step, grid.scale).center(cells) + " ", "dim") for step in grid.scale]
    return [*lines, clip(tuple(foot), width, glyphs.ellipsis), ((" " * _LABEL + "probability", "dim"),), ()]


def _cell(grid: RiskMatrix, place: Cell, cells: int, glyphs: Glyphs, chosen: Cell | None) -> Line:
    risks = grid.cells.get(place, ())
    level = heat(*place, grid.scale)
    mark = glyphs.cursor if place == chosen else " "
    if not risks:
        return fill(((mark, ""), (glyphs.dot, "dim")), cells)
    ids = " ".join(dict.fromkeys(shown(each.id) for each in risks))
    words = f"{glyphs.levels.get(level, '')}{len(risks)} {ids}"
    style = f"risk-{level}" + (" bold" if place == chosen else "")
    return fill(clip(((mark, ""), (words, style)), cells, glyphs.ellipsis), cells)


def _worded_grid(grid: RiskMatrix, width: int, glyphs: Glyphs) -> list[Line]:
    """Where no grid has room, its cells in words, the hottest first."""
    lines: list[Line] = []
    for place, risks in sorted(grid.cells.items(), key=lambda each: -(each[0][0] * each[0][1])):
        level = heat(*place, grid.scale)
        line: Line = ((f"{_cell_name(place, grid)}: ", "dim"), (str(len(risks)), f"risk-{level}"))
        lines.append(clip(line, width, glyphs.ellipsis))
    return [*lines, ()]


def _cell_name(place: Cell, grid: RiskMatrix) -> str:
    probability, impact = (rating_name(number, grid.scale) for number in place)
    return f"probability {probability}, impact {impact}"


def _register(title: str, risks: Iterable[RatedRisk], grid: RiskMatrix, width: int, glyphs: Glyphs) -> list[RiskRow]:
    risks = tuple(risks)
    if not risks:
        return []
    rows = [RiskRow("note", "", clip(((title, "heading bold"), (f"  {len(risks)}", "dim")), width, glyphs.ellipsis))]
    for each in risks:
        key = f"{each.milestone}/{each.number}"
        rows += [RiskRow("register", key, line) for line in _entry(each, grid, width, glyphs)[:1]]
        rows += [RiskRow("detail", key, line) for line in _details(each, width, glyphs)]
    return [*rows, RiskRow("blank", "", ())]


def _entry(each: RatedRisk, grid: RiskMatrix, width: int, glyphs: Glyphs) -> list[Line]:
    if each.exposure is not None and each.probability is not None and each.impact is not None:
        level = heat(each.probability, each.impact, grid.scale)
        rating: Piece = (f"{each.exposure:>4g} ", f"risk-{level} bold")
    else:
        rating = (f"{glyphs.unknown:>4} ", "dim")
    identity = (f"{shown(each.id)}  ", "dim")
    style = "dim" if each.over else ""
    words = clip(((shown(each.risk.text), style),), width - width_of((rating, identity)), glyphs.ellipsis)
    return [(rating, identity, *words)]


def _details(each: RatedRisk, width: int, glyphs: Glyphs) -> list[Line]:
    """Ratings in the file's words, mitigation, contingency, owner, fate, and where it stands."""
    risk = each.risk
    ratings = " × ".join(shown(stated.raw) if stated else glyphs.unknown for stated in (risk.probability, risk.impact))
    parts = [
        f"{ratings}" if risk.probability or risk.impact else f"level {shown(risk.level.raw)}" if risk.level else "",
        f"owner {shown(risk.owner)}" if risk.owner else "",
        shown(risk.status or ""),
        f"{each.path.rsplit('/', 1)[-1]}:{risk.line}",
    ]
    lines: list[Line] = [((f" {glyphs.dot} ".join(filter(None, parts)), "dim"),)]
    for name, words in (("mitigation", risk.mitigation), ("contingency", risk.contingency)):
        if words.strip():
            lines += wrapped(((f"{name}: ", "dim"), (shown(words), "")), max(width - 6, 8), 2, glyphs.ellipsis)
    return [clip(((" " * 5, ""), *line), width, glyphs.ellipsis) for line in lines]


def widest(rows: Iterable[RiskRow]) -> int:
    """Cells of the widest row."""
    return max((sum(cell_width(text) for text, _ in row.line) for row in rows), default=0)

"""The register of risks: a row a risk under the heading of its section; and the whole risk panel as lines of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, heat
from milestone_tui.text.terminal import cell_width, cut_inside
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, fill, width_of, wrapped
from milestone_tui.views.risk_grid import Cell, LaidOut, cell_at, cell_name, first_cell, grid_lines, laid_out, step

__all__ = [
    "Cell",
    "LaidOut",
    "RegisterRow",
    "cell_at",
    "drawn_register",
    "drawn_risk",
    "first_cell",
    "grid_lines",
    "key_of",
    "laid_out",
    "panel_lines",
    "register_rows",
    "step",
    "totals_line",
]

_ID_MOST = 14
_INDENT = 5
_TEXT_LINES = 3
"""Of the risk's own text, and of each of the answers to it."""


class RegisterRow(NamedTuple):
    """One row of the register: a heading, or a risk."""

    key: str
    """Of a risk: key of its milestone and its number there with `/` between. Of a heading: its title."""
    title: str = ""
    """Of a heading; empty for a risk."""
    risks: int = 0
    """How many risks are below the heading."""
    risk: RatedRisk | None = None
    level: str = ""
    """How hot the risk is on the project's grid; empty when it is not rated."""
    ids: int = 0
    """Cells that each id of the register takes at least."""

    @property
    def path(self) -> str:
        """The file that states the risk; empty for a heading."""
        return self.risk.path if self.risk else ""

    @property
    def line(self) -> int:
        """Where it stands there; 0 for a heading."""
        return self.risk.risk.line if self.risk else 0

    @property
    def milestone(self) -> str:
        """Key of its milestone; empty for a heading."""
        return self.risk.milestone if self.risk else ""


def key_of(risk: RatedRisk) -> str:
    """The key of its row."""
    return f"{risk.milestone}/{risk.number}"


def register_rows(matrix: RiskMatrix, cell: Cell | None = None) -> list[RegisterRow]:
    """By exposure from the highest, then those that are not rated, then those that are over; of a `cell` only the risks in it."""
    if cell is not None:
        found = matrix.cells.get(cell, ())
        return _section(cell_name(matrix, cell), found, matrix, _ids(found), empty=True)
    ids = _ids((*matrix.rated, *matrix.unrated, *matrix.over))
    return [
        *_section("Register", matrix.rated, matrix, ids),
        *_section("Not rated", matrix.unrated, matrix, ids),
        *_section("Over", matrix.over, matrix, ids),
    ]


def _ids(risks: Iterable[RatedRisk]) -> int:
    """Cells of the widest id, no more than are shown of any."""
    return min(max((cell_width(shown(id)) for id in {each.id for each in risks}), default=0), _ID_MOST)


def _section(title: str, risks: Iterable[RatedRisk], matrix: RiskMatrix, ids: int, empty: bool = False) -> list[RegisterRow]:
    rows = [RegisterRow(key_of(each), risk=each, level=_level(each, matrix), ids=ids) for each in risks]
    return [RegisterRow(title, title, len(rows)), *rows] if rows or empty else []


def _level(each: RatedRisk, matrix: RiskMatrix) -> str:
    if each.probability is None or each.impact is None:
        return ""
    return heat(each.probability, each.impact, matrix.scale)


def drawn_register(row: RegisterRow, width: int, glyphs: Glyphs, compact: bool = False) -> list[Line]:
    """The row in at most `width` cells; a `compact` one takes one line."""
    if row.risk is not None:
        return drawn_risk(row.risk, width, glyphs, row.level, compact, row.ids)
    heading: Line = ((row.title[:1].upper() + row.title[1:], "heading bold"), (f"  {row.risks}", "dim"))
    if not row.risks and not compact:
        return [clip(heading, width, glyphs.ellipsis), clip((("  no risk here", "dim"),), width, glyphs.ellipsis)]
    return [clip(heading, width, glyphs.ellipsis)]


def drawn_risk(risk: RatedRisk, width: int, glyphs: Glyphs, level: str = "", compact: bool = False, ids: int = 0) -> list[Line]:
    """Exposure, id and text; below it, unless `compact`: ratings in the file's words, owner, fate, place, and what answers it.

    The id takes at least `ids` cells.
    """
    if risk.exposure is None:
        rating: Piece = (f"{glyphs.unknown:>4} ", "dim")
    else:
        rating = (f"{risk.exposure:>4g} ", f"risk-{level} bold" if level and not risk.over else "dim")
    id: Line = ((cut_inside(shown(risk.id), _ID_MOST, glyphs.ellipsis), "dim"),)
    lead: Line = (rating, *fill(id, ids), ("  ", "dim"))
    text: Line = ((shown(risk.risk.text), "dim" if risk.over else ""),)
    room = width - width_of(lead)
    if compact or room < 12:
        return [clip((*lead, *text), width, glyphs.ellipsis)]
    first, *rest = wrapped(text, room, _TEXT_LINES, glyphs.ellipsis)
    indent: Piece = (" " * width_of(lead), "")
    return [(*lead, *first), *((indent, *line) for line in rest), *_details(risk, width, glyphs)]


def _details(each: RatedRisk, width: int, glyphs: Glyphs) -> list[Line]:
    risk = each.risk
    ratings = f" {glyphs.times} ".join(
        shown(stated.raw) if stated else glyphs.unknown for stated in (risk.probability, risk.impact)
    )
    parts = [
        ratings if risk.probability or risk.impact else f"level {shown(risk.level.raw)}" if risk.level else "",
        f"owner {shown(risk.owner)}" if risk.owner else "",
        shown(risk.status or ""),
        shown(f"{each.path.rsplit('/', 1)[-1]}:{risk.line}"),
    ]
    room = max(width - _INDENT, 1)
    below = [((_unbroken(f" {glyphs.dot} ", filter(None, parts)), "dim"),)]
    lines = wrapped(below[0], room, _TEXT_LINES, glyphs.ellipsis)
    for name, words in (("mitigation", risk.mitigation), ("contingency", risk.contingency), ("note", risk.note)):
        if words.strip():
            lines += wrapped(((f"{name}: ", "dim"), (shown(words), "")), room, _TEXT_LINES, glyphs.ellipsis)
    return [clip(((" " * _INDENT, ""), *line), width, glyphs.ellipsis) for line in lines]


def _unbroken(between: str, parts: Iterable[str]) -> str:
    """The parts in one text that breaks between them only."""
    return between.join(part.replace(" ", "\xa0") for part in parts)


def totals_line(matrix: RiskMatrix, glyphs: Glyphs) -> Line:
    """How many risks are rated, not rated, and over."""
    rated = len(matrix.rated)
    if not rated and not matrix.unrated and not matrix.over:
        return (("no milestone lists a risk", "dim"),)
    parts = [counted_words(rated, "rated risk", "rated risks")]
    parts += [f"{len(matrix.unrated)} not rated"] if matrix.unrated else []
    parts += [f"{len(matrix.over)} over"] if matrix.over else []
    return ((f" {glyphs.dot} ".join(parts), ""),)


def panel_lines(matrix: RiskMatrix, width: int, glyphs: Glyphs) -> list[Line]:
    """Totals, grid and register, none wider than `width` cells."""
    lines = [clip(totals_line(matrix, glyphs), width, glyphs.ellipsis)]
    if matrix.cells:
        lines += [(), *grid_lines(matrix, width, glyphs)]
    for row in register_rows(matrix):
        lines += [()] if row.risk is None else []
        lines += drawn_register(row, width, glyphs)
    return lines

"""The checkpoint panel: what is due when, met and missed, and each milestone's checkpoints against its progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.ladder import Ladder, Rung, by_day
from milestone_tui.text.terminal import cell_width, cut_inside
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, fill, spread, width_of

_STATE_STYLES = {
    "met": "status-completed",
    "late": "status-completed",
    "reached": "status-completed",
    "missed": "late",
    "next": "status-active bold",
    "ahead": "",
    "past": "dim",
    "undated": "dim",
}
_PARTS = (
    ("Missed", ("missed",), 1),
    ("Ahead", ("next", "ahead"), 1),
    ("Met", ("met",), -1),
    ("Completed late", ("late",), -1),
    ("Reached, day not stated", ("reached",), -1),
    ("Past, result not stated", ("past",), -1),
    ("Without a day", ("undated",), 1),
)
"""Heading, the states below it, and 1 for the earliest day first, -1 for the latest."""
_BAR = 10
_ID_MOST = 12
_DAY, _DAYS, _NAME = 12, 11, 8
"""Cells of the day, of how far it is at least, and of the per cent or the kind."""
_PLACE_WIDTH = 90
"""In fewer cells the place where it is stated is left out."""
_DAY_WIDTH = 56
"""In fewer the day too: how far it is says as much."""


class LadderRow(NamedTuple):
    """One row of the panel: a heading, something with a day, or a milestone's ladder."""

    key: str
    """Unique."""
    title: str = ""
    """Of a heading; empty for the others."""
    number: int = 0
    """How many rows are below the heading."""
    rung: Rung | None = None
    ladder: Ladder | None = None
    ids: int = _ID_MOST
    """Cells of the widest id."""
    far: int = _DAYS
    """Cells of the widest words for how far it is, and one more."""

    @property
    def milestone(self) -> str:
        """Key of its milestone; empty for a heading."""
        return self.rung.milestone if self.rung else self.ladder.milestone if self.ladder else ""

    @property
    def path(self) -> str:
        """The file that states it; empty for a heading."""
        return self.rung.path if self.rung else self.ladder.rungs[0].path if self.ladder else ""

    @property
    def line(self) -> int:
        """Where in that file; for a ladder its first rung; 0 for a heading."""
        return self.rung.line if self.rung else self.ladder.rungs[0].line if self.ladder else 0


def ladder_rows(ladders: Iterable[Ladder], compact: bool = False) -> list[LadderRow]:
    """What is missed, then what is ahead, met and past by day, then the ladders.

    The `compact` form has neither headings nor ladders.
    """
    ladders = tuple(ladders)
    rungs = by_day(ladders)
    ids = min(max((cell_width(shown(ladder.id)) for ladder in ladders), default=0), _ID_MOST)
    far = max(_DAYS, *(len(_days(rung)) + 1 for rung in rungs), 0)
    rows: list[LadderRow] = []
    for title, states, order in _PARTS:
        found = [rung for rung in rungs if rung.state in states][::order]
        rows += [LadderRow(title, title, len(found))] if found and not compact else []
        rows += [LadderRow(_key(rung), rung=rung, ids=ids, far=far) for rung in found]
    if compact:
        return _numbered(rows)
    if ladders:
        rows.append(LadderRow("ladders", "Expected against actual", len(ladders)))
        rows += [LadderRow(f"ladder:{each.milestone}", ladder=each, ids=ids) for each in ladders]
    return _numbered(rows)


def _key(rung: Rung) -> str:
    percent = "" if rung.percent is None else f"{rung.percent:g}"
    return f"{rung.milestone}:{rung.kind}:{percent}:{rung.words}"


def _numbered(rows: list[LadderRow]) -> list[LadderRow]:
    """The rows, keys that come again numbered."""
    seen: dict[str, int] = {}
    for at, row in enumerate(rows):
        times = seen[row.key] = seen.get(row.key, 0) + 1
        if times > 1:
            rows[at] = row._replace(key=f"{row.key}~{times}")
    return rows


def drawn_ladder(row: LadderRow, today: date, width: int, glyphs: Glyphs, compact: bool = False) -> Line:
    """The row in at most `width` cells."""
    if row.rung is not None:
        line = _rung_line(row.rung, (row.far, row.ids), today, width, glyphs, compact)
    elif row.ladder is not None:
        line = _ladder_line(row.ladder, row.ids, width, glyphs)
    else:
        line = ((row.title, "heading bold"), (f"  {row.number}", "dim"))
    return clip(line, width, glyphs.ellipsis)


def totals_line(ladders: Iterable[Ladder], glyphs: Glyphs, compact: bool = False) -> Line:
    """How many dates there are, how many of them are met, late, reached and missed, and which one is next.

    The `compact` form leaves the next one to the list below it, and does not count what there is none of.
    """
    rungs = by_day(ladders)
    if not rungs:
        return (("no milestone sets a day for anything", "dim"),)
    met, late, reached, missed = (sum(rung.state == each for rung in rungs) for each in ("met", "late", "reached", "missed"))
    following = next((rung for rung in rungs if rung.state == "next"), None)
    pieces: list[Piece] = [(counted_words(len(rungs), "date", "dates"), "")]
    if met or not compact:
        pieces.append((f"  {met} met", "status-completed"))
    if late:
        pieces.append((f"  {late} late", ""))
    if missed:
        pieces.append((f"  {glyphs.late} {missed} missed", "late"))
    if following is not None and following.days is not None and not compact:
        pieces.append((f"  next: {shown(following.id)} {_name(following)} {_days(following)}", "status-active"))
    if reached:
        pieces.append((f"  {reached} reached", "status-completed"))
    return tuple(pieces)


def panel_lines(ladders: Iterable[Ladder], today: date, width: int, glyphs: Glyphs) -> list[Line]:
    """Totals and all rows, none wider than `width` cells, with an empty line above each heading."""
    ladders = tuple(ladders)
    lines = [clip(totals_line(ladders, glyphs), width, glyphs.ellipsis)]
    for row in ladder_rows(ladders):
        lines += [()] if row.title else []
        lines.append(drawn_ladder(row, today, width, glyphs))
    return lines


def _name(rung: Rung) -> str:
    return f"{rung.percent:g} %" if rung.percent is not None else rung.kind


def _sign(rung: Rung, glyphs: Glyphs) -> str:
    if rung.state in ("met", "late", "reached"):
        return glyphs.states["completed"]
    return {"missed": glyphs.late, "past": glyphs.unknown, "undated": glyphs.unknown}.get(rung.state, glyphs.checkpoint)


def _rung_line(rung: Rung, cells: tuple[int, int], today: date, width: int, glyphs: Glyphs, compact: bool) -> Line:
    """`cells`: of how far it is, and of the id."""
    style = _STATE_STYLES[rung.state]
    far: Line = ((_days(rung), "late" if rung.state == "missed" else "dim"),)
    day: Line = ((day_words(rung.day, today) if rung.day else glyphs.unknown, style),)
    left: Line = (
        (f" {_sign(rung, glyphs)} ", style),
        *(() if compact or width < _DAY_WIDTH else fill(day, _DAY)),
        *fill(far, cells[0]),
        *_id(rung.id, cells[1], glyphs),
        *fill(((_name(rung), "bold" if rung.state == "next" else ""),), _NAME),
        (f"  {shown(rung.words)}" if rung.words != rung.kind else "", ""),
    )
    if compact or width < _PLACE_WIDTH:
        return left
    place: Line = ((shown(f"{rung.path.rsplit('/', 1)[-1]}:{rung.line}"), "dim"),)
    return spread(left, place, width, glyphs.ellipsis)


def _id(id: str, cells: int, glyphs: Glyphs) -> Line:
    return fill(((cut_inside(shown(id), cells, glyphs.ellipsis), "dim"),), cells + 2)


def _days(rung: Rung) -> str:
    if rung.days is None:
        return ""
    if rung.state == "missed" or rung.late:
        return f"{rung.late or -rung.days} d late"
    return "today" if rung.days == 0 else f"in {rung.days} d" if rung.days > 0 else f"{-rung.days} d ago"


def _ladder_line(ladder: Ladder, ids: int, width: int, glyphs: Glyphs) -> Line:
    """`M02  ━━━╸───  57 %  expected 89 %  25 ✓  50 ✓  75 !  100 ◇`; where that has no room, the rungs that matter."""
    lead: Line = (
        *_id(ladder.id, ids, glyphs),
        (glyphs.bar(ladder.actual, _BAR), "status-active"),
        (f"{percent_words(ladder.actual, glyphs.unknown):>6}", ""),
        (f"  expected {percent_words(ladder.expected, glyphs.unknown):>5}", "late" if ladder.behind else "dim"),
    )
    rungs = [rung for rung in ladder.rungs if rung.percent is not None]
    pieces: list[Piece] = [(f"  {rung.percent:g} {_sign(rung, glyphs)}", _STATE_STYLES[rung.state]) for rung in rungs]
    if width_of(lead) + width_of(pieces) > width:
        pieces = _short(rungs, width - width_of(lead), glyphs)
    return (*lead, *pieces)


def _short(rungs: Sequence[Rung], room: int, glyphs: Glyphs) -> list[Piece]:
    """What is not reached, from the front, as far as there is room."""
    out: list[Piece] = []
    for rung in rungs:
        if rung.state not in ("met", "late", "reached"):
            out.append((f"  {rung.percent:g} {_sign(rung, glyphs)}", _STATE_STYLES[rung.state]))
    while out and width_of(out) > room:
        out[-2:] = [(glyphs.ellipsis, "dim")]
        if len(out) == 1 and width_of(out) > room:
            return []
    return out

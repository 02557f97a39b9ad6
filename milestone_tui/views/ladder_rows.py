"""The checkpoint panel: what is due when, met and missed, and each milestone's checkpoints against its progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.ladder import Ladder, Rung, by_day
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, fill, spread, width_of

_STATE_STYLES = {"met": "status-completed", "missed": "late", "next": "status-active bold", "ahead": "", "undated": "dim"}
_BAR = 10
_ID_MOST = 12
_DAY, _DAYS, _NAME = 12, 11, 8
"""Cells of the day, of how far it is, and of the per cent or the kind."""
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
    """What is missed, then what is ahead and met by day, then the ladders.

    The `compact` form has no headings and nothing that is met: what is missed, then what is ahead by day.
    """
    ladders = tuple(ladders)
    rungs = by_day(ladders)
    ids = min(max((cell_width(shown(ladder.id)) for ladder in ladders), default=0), _ID_MOST)
    missed, met, undated = ([rung for rung in rungs if rung.state == state] for state in ("missed", "met", "undated"))
    ahead = [rung for rung in rungs if rung.state in ("next", "ahead")]
    if compact:
        return _numbered([LadderRow(_key(rung), rung=rung, ids=ids) for rung in (*missed, *ahead)])
    rows: list[LadderRow] = []
    for title, found in (("Missed", missed), ("Ahead", ahead), ("Met", met[::-1]), ("Without a day", undated)):
        rows += [LadderRow(title, title, len(found))] if found else []
        rows += [LadderRow(_key(rung), rung=rung, ids=ids) for rung in found]
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
        line = _rung_line(row.rung, row.ids, today, width, glyphs, compact)
    elif row.ladder is not None:
        line = _ladder_line(row.ladder, row.ids, width, glyphs)
    else:
        line = ((row.title, "heading bold"), (f"  {row.number}", "dim"))
    return clip(line, width, glyphs.ellipsis)


def totals_line(ladders: Iterable[Ladder], glyphs: Glyphs) -> Line:
    """How many dates there are, how many of them are met and missed, and which one is next."""
    rungs = by_day(ladders)
    if not rungs:
        return (("no milestone sets a day for anything", "dim"),)
    missed = sum(rung.state == "missed" for rung in rungs)
    met = sum(rung.state == "met" for rung in rungs)
    following = next((rung for rung in rungs if rung.state == "next"), None)
    pieces: list[Piece] = [(counted_words(len(rungs), "date", "dates"), ""), (f"  {met} met", "status-completed")]
    if missed:
        pieces.append((f"  {glyphs.late} {missed} missed", "late"))
    if following is not None and following.days is not None:
        pieces.append((f"  next: {shown(following.id)} {_name(following)} {_days(following)}", "status-active"))
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
    signs = {"met": glyphs.states["completed"], "missed": glyphs.late, "undated": glyphs.unknown}
    return signs.get(rung.state, glyphs.checkpoint)


def _rung_line(rung: Rung, ids: int, today: date, width: int, glyphs: Glyphs, compact: bool) -> Line:
    style = _STATE_STYLES[rung.state]
    far: Line = ((_days(rung), "late" if rung.state == "missed" else "dim"),)
    day: Line = ((day_words(rung.day, today) if rung.day else glyphs.unknown, style),)
    left: Line = (
        (f" {_sign(rung, glyphs)} ", style),
        *(() if compact or width < _DAY_WIDTH else fill(day, _DAY)),
        *fill(clip(far, _DAYS - 1, glyphs.ellipsis), _DAYS),
        *_id(rung.id, ids, glyphs),
        *fill(((_name(rung), "bold" if rung.state == "next" else ""),), _NAME),
        (f"  {shown(rung.words)}" if rung.words != rung.kind else "", ""),
    )
    if compact or width < _PLACE_WIDTH:
        return left
    place: Line = ((shown(f"{rung.path.rsplit('/', 1)[-1]}:{rung.line}"), "dim"),)
    return spread(left, place, width, glyphs.ellipsis)


def _id(id: str, cells: int, glyphs: Glyphs) -> Line:
    return fill(clip(((shown(id), "dim"),), cells, glyphs.ellipsis), cells + 2)


def _days(rung: Rung) -> str:
    if rung.days is None:
        return ""
    if rung.state == "missed":
        return f"{-rung.days} d late"
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
    """What is not met, from the front, as far as there is room."""
    out: list[Piece] = []
    for rung in rungs:
        if rung.state != "met":
            out.append((f"  {rung.percent:g} {_sign(rung, glyphs)}", _STATE_STYLES[rung.state]))
    while out and width_of(out) > room:
        out[-2:] = [(glyphs.ellipsis, "dim")]
        if len(out) == 1 and width_of(out) > room:
            return []
    return out

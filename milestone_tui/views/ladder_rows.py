"""The checkpoint panel: what is due when, met and missed, and each milestone's checkpoints against its progress."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.ladder import Ladder, Rung, by_day
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, fill

_STATE_STYLES = {"met": "status-completed", "missed": "late", "next": "status-active bold", "ahead": "", "undated": "dim"}
_BAR = 10


class LadderRow(NamedTuple):
    """One line of the panel."""

    kind: str
    """`head`, `rung`, `ladder`, `note` or `blank`."""
    key: str
    """Of the milestone, or empty."""
    line: Line


def ladder_rows(ladders: Iterable[Ladder], today: date, width: int, glyphs: Glyphs) -> list[LadderRow]:
    """All rows, none wider than `width` cells: what is missed or next first, then all by day, then the ladders."""
    ladders = tuple(ladders)
    rungs = by_day(ladders)
    if not rungs:
        return [LadderRow("head", "", (("no milestone sets a day for anything", "dim"),))]
    rows = [LadderRow("head", "", clip(_totals(rungs, glyphs), width, glyphs.ellipsis)), LadderRow("blank", "", ())]
    sections = (
        ("Missed", [rung for rung in rungs if rung.state == "missed"]),
        ("Ahead", [rung for rung in rungs if rung.state in ("next", "ahead")]),
        ("Met", [rung for rung in reversed(rungs) if rung.state == "met"]),
        ("Without a day", [rung for rung in rungs if rung.state == "undated"]),
    )
    for title, found in sections:
        if found:
            rows.append(LadderRow("note", "", ((title, "heading bold"), (f"  {len(found)}", "dim"))))
            rows += [LadderRow("rung", rung.milestone, _rung_line(rung, today, width, glyphs)) for rung in found]
            rows.append(LadderRow("blank", "", ()))
    rows.append(LadderRow("note", "", clip((("Expected against actual", "heading bold"),), width, glyphs.ellipsis)))
    rows += [LadderRow("ladder", each.milestone, _ladder_line(each, width, glyphs)) for each in ladders]
    return rows


def _totals(rungs: tuple[Rung, ...], glyphs: Glyphs) -> Line:
    missed = sum(rung.state == "missed" for rung in rungs)
    met = sum(rung.state == "met" for rung in rungs)
    following = next((rung for rung in rungs if rung.state == "next"), None)
    pieces: list[Piece] = [(counted_words(len(rungs), "date", "dates"), ""), (f"  {met} met", "status-completed")]
    if missed:
        pieces.append((f"  {glyphs.late} {missed} missed", "late"))
    if following is not None and following.days is not None:
        pieces.append((f"  next: {shown(following.id)} {_name(following)} in {following.days} d", "status-active"))
    return tuple(pieces)


def _name(rung: Rung) -> str:
    return f"{rung.percent:g} %" if rung.percent is not None else rung.kind


def _rung_line(rung: Rung, today: date, width: int, glyphs: Glyphs) -> Line:
    sign = {"met": glyphs.states["completed"], "missed": glyphs.late, "undated": glyphs.unknown}.get(
        rung.state, glyphs.checkpoint
    )
    style = _STATE_STYLES[rung.state]
    day = day_words(rung.day, today) if rung.day else glyphs.unknown
    pieces: Line = (
        (f" {sign} ", style),
        *fill(((day, style),), 12),
        *fill(((_days(rung), "late" if rung.state == "missed" else "dim"),), 11),
        *fill(clip(((shown(rung.id), "dim"),), 12, glyphs.ellipsis), 13),
        *fill(((_name(rung), ""),), 11),
        (shown(rung.words) if rung.words != rung.kind else "", ""),
        (f"  {rung.path.rsplit('/', 1)[-1]}:{rung.line}", "dim"),
    )
    return clip(pieces, width, glyphs.ellipsis)


def _days(rung: Rung) -> str:
    if rung.days is None:
        return ""
    if rung.state == "missed":
        return f"{-rung.days} d late"
    return "today" if rung.days == 0 else f"in {rung.days} d" if rung.days > 0 else f"{-rung.days} d ago"


def _ladder_line(ladder: Ladder, width: int, glyphs: Glyphs) -> Line:
    """`M02  ━━━╸───  57 %  expected 89 %  25 ✓ 50 ✓ 75 ! 100 ◇`."""
    pieces: list[Piece] = [
        *fill(clip(((shown(ladder.id), "dim"),), 12, glyphs.ellipsis), 13),
        (glyphs.bar(ladder.actual, _BAR), "status-active"),
        (f"{percent_words(ladder.actual, glyphs.unknown):>6}", ""),
    ]
    behind = ladder.expected is not None and ladder.actual is not None and ladder.actual + 5 < ladder.expected
    expected = percent_words(ladder.expected, glyphs.unknown)
    pieces.append((f"  expected {expected:>5}", "late" if behind else "dim"))
    for rung in ladder.rungs:
        if rung.percent is not None:
            sign = {"met": glyphs.states["completed"], "missed": glyphs.late}.get(rung.state, glyphs.checkpoint)
            pieces.append((f"  {rung.percent:g} {sign}", _STATE_STYLES[rung.state]))
    return clip(tuple(pieces), width, glyphs.ellipsis)

"""Days, due dates and targets in few cells."""

from __future__ import annotations

from datetime import date

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.values import Dated
from milestone_tui.views.figures import SOON_DAYS, shown
from milestone_tui.views.lines import Piece

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, today: date) -> str:
    """`30 May`; with its year when that is not this year."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def dated_words(dated: Dated, today: date) -> str:
    """The day, or what the file says in its own words: `Q3 2026`."""
    return day_words(dated.day, today) if dated.day else shown(dated.raw)


def due_piece(standing: Standing) -> Piece:
    """`due in 6 d`, `due today`, `7 d late`; empty when there is nothing to be late for."""
    if standing.late_days:
        return f"{standing.late_days} d late", "late bold"
    if standing.due_days is None:
        return "", ""
    if standing.due_days == 0:
        return "due today", "late bold"
    return f"due in {standing.due_days} d", "" if standing.due_days <= SOON_DAYS else "dim"


def target_piece(target: Dated | None, standing: Standing, today: date, unknown: str) -> Piece:
    """The target in a narrow column: how late or how near, else its day."""
    if target is None or not target.raw.strip():
        return unknown, "dim"
    if standing.late_days:
        return f"{standing.late_days} d late", "late bold"
    if standing.due_days is not None and standing.due_days <= SOON_DAYS:
        return (f"in {standing.due_days} d", "") if standing.due_days else ("today", "late bold")
    return dated_words(target, today), "dim" if standing.closed else ""

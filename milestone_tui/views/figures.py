"""Figures, dates and texts of files as words that stand in one line."""

from __future__ import annotations

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.values import Dated, Problem
from milestone_tui.text.repair import repair
from milestone_tui.text.terminal import cell_width, harmless

SOON_DAYS = 14
"""A target this near is told in days, a later one by its date."""


def shown(text: str) -> str:
    """Text of a file as it may go to a terminal: damaged symbols repaired, nothing that a terminal obeys."""
    return harmless(repair(text))


def padded(text: str, width: int, right: bool = False) -> str:
    """`text` filled with spaces to `width` cells; at its left when `right`."""
    fill = " " * (width - cell_width(text))
    return fill + text if right else text + fill


def percent_words(percent: float | None, unknown: str) -> str:
    """0 to 100 as `64 %`: 100 only when all is done, 0 only when nothing is."""
    if percent is None:
        return unknown
    rounded = round(percent)
    if 0 < percent < 100:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"


def target_words(target: Dated | None, standing: Standing, unknown: str) -> str:
    """When a milestone is due: `6 d late`, `today`, `in 6 d`, the day, or what the file says in its own words."""
    if target is None or not target.raw.strip():
        return unknown
    if standing.late_days:
        return f"{standing.late_days} d late"
    if standing.due_days is not None and standing.due_days <= SOON_DAYS:
        return f"in {standing.due_days} d" if standing.due_days else "today"
    return target.day.isoformat() if target.day else shown(target.raw)


def problem_words(problem: Problem) -> str:
    """Where, what, and what to do about it, in one line."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return shown(f"{place}: {_sentence(problem.text)} {_sentence(problem.advice)}".rstrip())


def _sentence(text: str) -> str:
    """A word that is a name, such as one with a capital, a figure or a dot in it, keeps its first letter."""
    stripped = text.strip().rstrip(".")
    first = stripped.partition(" ")[0].rstrip(",;:")
    begun = f"{stripped[:1].upper()}{stripped[1:]}" if first.isalpha() and first.islower() else stripped
    return f"{begun}." if stripped else ""


def counted_words(number: int, one: str, many: str) -> str:
    """`1 milestone`, `2 milestones`."""
    return f"{number} {one if number == 1 else many}"

"""In which order the overview shows milestones, and which of them are shown at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.milestone import Milestone

ORDERS = ("attention", "id", "target", "progress", "status")
ORDER_WORDS = {
    "attention": "needs attention",
    "id": "id",
    "target": "target",
    "progress": "progress",
    "status": "status",
}
FILTERS: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "all": ("all", lambda standing: True),
    "open": ("not completed or cancelled", lambda standing: not standing.closed),
    "late": ("late", lambda standing: standing.late_days > 0),
    "blocked": ("blocked", lambda standing: standing.blocked),
    "ready": ("ready to begin", lambda standing: standing.ready),
    "disagree": ("disagreeing", lambda standing: bool(standing.disagreements)),
    "active": ("active, review, testing", lambda standing: standing.state in ("active", "review", "testing")),
    "planned": ("planned", lambda standing: standing.state == "planned"),
    "on_hold": ("on hold", lambda standing: standing.state == "on_hold"),
    "completed": ("completed", lambda standing: standing.state == "completed"),
    "cancelled": ("cancelled", lambda standing: standing.state == "cancelled"),
    "unknown": ("without a status", lambda standing: standing.state == "unknown"),
}
"""Name → the words for it, and who belongs to it."""

_STATES = ("blocked", "active", "review", "testing", "planned", "unknown", "on_hold", "completed", "cancelled")
_NO_DAY = date.max.toordinal()


def ordered(milestones: tuple[Milestone, ...], standings: dict[str, Standing], order: str) -> list[Milestone]:
    """The milestones in that order; equals stay in their natural one."""
    if order == "id":
        return list(milestones)
    key = _KEYS[order]
    return sorted(milestones, key=lambda milestone: key(milestone, standings[milestone.key]))


def _attention(milestone: Milestone, standing: Standing) -> tuple[int, int]:
    if standing.late_days:
        return 0, -standing.late_days
    if standing.blocked and not standing.closed:
        return 1, _day(milestone)
    if standing.disagreements:
        return 2, _day(milestone)
    return 3 + _STATES.index(standing.state) if standing.state in _STATES else 3, _day(milestone)


def _day(milestone: Milestone) -> int:
    day = target_day(milestone)
    return day.toordinal() if day else _NO_DAY


def _progress(milestone: Milestone, standing: Standing) -> float:
    return 1000.0 if standing.percent is None else standing.percent


_KEYS: dict[str, Callable[[Milestone, Standing], tuple[float, ...]]] = {
    "attention": _attention,
    "target": lambda milestone, standing: (standing.closed, _day(milestone)),
    "progress": lambda milestone, standing: (_progress(milestone, standing),),
    "status": lambda milestone, standing: (_STATES.index(standing.state) if standing.state in _STATES else 99, _day(milestone)),
}

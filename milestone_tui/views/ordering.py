"""In which order milestones are shown. A `-` before the name of an order turns it round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.milestone import Milestone
from milestone_tui.views.properties import PROPERTIES, RISK_LEVELS, STATES

ORDERS = ("attention", "id", "target", "progress", "status", "risk")
ORDER_WORDS = {
    "attention": "need for attention",
    "id": "id",
    "target": "target",
    "progress": "progress",
    "status": "status",
    "risk": "risk",
}
_TURNED_WORDS = {
    "attention": "need for attention, least first",
    "id": "id, last first",
    "target": "target, latest first",
    "progress": "progress, furthest first",
    "status": "status, closed first",
    "risk": "risk, lowest first",
}
FILTERS: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "all": ("all", lambda standing: True),
    "open": PROPERTIES["open"],
    "late": PROPERTIES["late"],
    "blocked": PROPERTIES["blocked"],
    "ready": PROPERTIES["ready"],
    "disagree": PROPERTIES["disagreeing"],
    "active": ("active, review, testing", lambda standing: standing.state in ("active", "review", "testing")),
    "planned": ("planned", lambda standing: standing.state == "planned"),
    "on_hold": ("on hold", lambda standing: standing.state == "on_hold"),
    "completed": ("completed", lambda standing: standing.state == "completed"),
    "cancelled": ("cancelled", lambda standing: standing.state == "cancelled"),
    "unknown": ("without a status", lambda standing: standing.state == "unknown"),
}
"""Name → the words for it, and who belongs to it."""

Place = tuple[int, tuple[float, ...]]
"""What holds in either direction, then what is turned round."""
_NO_DAY = date.max.toordinal()


def order_words(order: str) -> str:
    """`target`, or `target, latest first` for the order turned round."""
    return _TURNED_WORDS[order[1:]] if order.startswith("-") else ORDER_WORDS[order]


def ordered(milestones: Sequence[Milestone], standings: dict[str, Standing], order: str) -> list[Milestone]:
    """The milestones in that order; equals stay in their natural one, and what has no value for it comes last either way."""
    name, turn = (order[1:], -1.0) if order.startswith("-") else (order, 1.0)
    if name == "id":
        return list(milestones) if turn > 0 else list(reversed(milestones))
    key = _KEYS[name]

    def place(milestone: Milestone) -> Place:
        first, values = key(milestone, standings[milestone.key])
        return first, tuple(turn * value for value in values)

    return sorted(milestones, key=place)


def _attention(milestone: Milestone, standing: Standing) -> Place:
    if standing.late_days:
        return 0, (0, -standing.late_days)
    if standing.blocked and not standing.closed:
        return 0, (1, _day(milestone))
    if standing.disagreements:
        return 0, (2, _day(milestone))
    return 0, (3 + STATES.index(standing.state) if standing.state in STATES else 3, _day(milestone))


def _target(milestone: Milestone, standing: Standing) -> Place:
    """What is closed stands behind all others: nothing is due there any more."""
    return 2 * standing.closed + (target_day(milestone) is None), (_day(milestone),)


def _progress(milestone: Milestone, standing: Standing) -> Place:
    return standing.percent is None, (standing.percent or 0,)


def _status(milestone: Milestone, standing: Standing) -> Place:
    return 0, (STATES.index(standing.state) if standing.state in STATES else len(STATES), _day(milestone))


def _risk(milestone: Milestone, standing: Standing) -> Place:
    level = milestone.risk_level.value if milestone.risk_level else None
    return level not in RISK_LEVELS, (RISK_LEVELS.index(level) if level in RISK_LEVELS else 0,)


def _day(milestone: Milestone) -> int:
    day = target_day(milestone)
    return day.toordinal() if day else _NO_DAY


_KEYS: dict[str, Callable[[Milestone, Standing], Place]] = {
    "attention": _attention,
    "target": _target,
    "progress": _progress,
    "status": _status,
    "risk": _risk,
}

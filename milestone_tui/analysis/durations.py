"""How long a milestone takes, in working days, and the buffer it states. What nobody states is unknown."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Effort

DAYS = {"minutes": 1 / 480, "hours": 1 / 8, "days": 1.0, "weeks": 5.0, "months": 21.0}
"""Working days of eight hours in one of each unit."""
WORK = {"person_days": 1.0, "person_weeks": 5.0}
"""Days of one person; how long they take is known only when the file says how many people there are."""
LONGEST = 1_000_000
"""Working days that count as any longer time; about four thousand years."""
_NAMES = ("duration", "estimated_duration", "estimated", "total_effort", "total_estimated")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHARE = re.compile(r"(?<!\d)(\d++(?:\.\d++)?)\s*+%")


class Duration(NamedTuple):
    """An amount of time that a file states."""

    days: int
    """Whole working days, at least 1."""
    words: str
    """Of the file."""
    line: int


def stated_duration(milestone: Milestone) -> Duration | None:
    """The first amount that comes to days: its duration, else its estimated effort. Of a range the longer end."""
    efforts = {effort.name: effort for effort in milestone.effort}
    for name in _NAMES:
        effort = efforts.get(name)
        days = _days(effort, _team(milestone)) if effort else None
        if effort and days:
            return Duration(days, effort.raw, effort.line)
    return None


def buffer_days(milestone: Milestone, days: int | None) -> int:
    """Working days of buffer: an amount, or a share of the `days` that it takes; 0 when none is stated or it cannot be known."""
    for effort in milestone.effort:
        if effort.name == "buffer":
            share = _SHARE.search(effort.raw)
            if share:
                return _whole(days * float(share[1]) / 100) if days else 0
            return _days(effort, None) or 0
    return 0


def _days(effort: Effort, team: float | None) -> int | None:
    amount = effort.high if effort.high is not None else effort.low
    if amount is None or amount <= 0:
        return None
    if effort.unit in DAYS:
        return _whole(amount * DAYS[effort.unit])
    if effort.unit in WORK and team:
        return _whole(amount * WORK[effort.unit] / team)
    return None


def _whole(days: float) -> int:
    return math.ceil(days - 1e-9) if days < LONGEST else LONGEST


def _team(milestone: Milestone) -> float | None:
    for field in milestone.fields:
        if field.name == "team_size":
            number = _NUMBER.search(field.raw)
            return float(number[0]) or None if number else None
    return None

"""The figures of a whole project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Count


class Totals(NamedTuple):
    """Sums over all milestones of a project."""

    milestones: int
    by_state: dict[str, int]
    """How many state each status; only those that occur."""
    late: int
    blocked: int
    disagreeing: int
    uncounted: int
    """Milestones that are not cancelled and have no boxes: stated beside the percentage, never as 0 in it."""
    boxes: Count
    """Of the milestones that are not cancelled, and in whose file no merge is unfinished."""
    percent: float | None
    """0 to 100, boxes ticked over boxes; None when there is nothing to count."""


def totals(project: Project, standings: dict[str, Standing]) -> Totals:
    """The totals of `project`, from the standings of its milestones."""
    return totals_of(project.milestones, standings)


def totals_of(milestones: Sequence[Milestone], standings: dict[str, Standing]) -> Totals:
    """The totals of some milestones."""
    by_state: dict[str, int] = {}
    late = blocked = disagreeing = uncounted = total = done = 0
    for milestone in milestones:
        standing = standings[milestone.key]
        by_state[standing.state] = by_state.get(standing.state, 0) + 1
        late += standing.late_days > 0
        blocked += standing.blocked
        disagreeing += bool(standing.disagreements)
        if standing.state == "cancelled" or milestone.merging:
            continue
        uncounted += milestone.boxes.total == 0
        total += milestone.boxes.total
        done += milestone.boxes.done
    boxes = Count(total, done)
    return Totals(len(milestones), by_state, late, blocked, disagreeing, uncounted, boxes, boxes.percent)

"""The state of a project as plain data: what `status --json` prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.analysis.totals import Totals
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Stated

SCHEMA = 1
"""Grows by one when a key changes its meaning or goes away; new keys do not change it."""


def status_json(project: Project, standings: dict[str, Standing], totals: Totals, today: date) -> dict[str, Any]:
    """Totals, one object a milestone, and what was skipped or could not be read. Per cents are 0 to 100 or None."""
    return {
        "schema": SCHEMA,
        "project": project.name,
        "today": today.isoformat(),
        "totals": {
            "milestones": totals.milestones,
            "by_state": totals.by_state,
            "late": totals.late,
            "blocked": totals.blocked,
            "disagreeing": totals.disagreeing,
            "uncounted": totals.uncounted,
            "done": totals.boxes.done,
            "total": totals.boxes.total,
            "percent": rounded(totals.percent),
        },
        "milestones": [_milestone(milestone, standings[milestone.key]) for milestone in project.milestones],
        "skipped": [skipped._asdict() for skipped in project.skipped],
        "problems": [problem._asdict() for problem in project.problems],
    }


def rounded(percent: float | None) -> float | None:
    """Per cent with one decimal."""
    return None if percent is None else round(percent, 1)


def _milestone(milestone: Milestone, standing: Standing) -> dict[str, Any]:
    target = target_day(milestone)
    return {
        "id": milestone.id,
        "title": milestone.title,
        "path": milestone.path,
        "line": milestone.line,
        "status": _stated(milestone.status),
        "priority": _stated(milestone.priority),
        "risk_level": _stated(milestone.risk_level),
        "owner": milestone.owner.raw if milestone.owner else None,
        "target": target.isoformat() if target else None,
        "progress": {
            "done": milestone.boxes.done if milestone.boxes.total else None,
            "total": milestone.boxes.total or None,
            "percent": rounded(standing.percent),
            "declared": milestone.declared.value if milestone.declared else None,
        },
        "late_days": standing.late_days,
        "due_days": standing.due_days,
        "blocked": standing.blocked,
        "blocked_by": list(standing.blocked_by),
        "ready": standing.ready,
        "disagreements": list(standing.disagreements),
    }


def _stated(stated: Stated | None) -> dict[str, Any] | None:
    return stated._asdict() if stated else None

"""Nouns with every field at rest, so that a test names only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Blocker, Dependency
from milestone_tui.model.project import Project, Skipped
from milestone_tui.model.values import Count, Dated, Percent, Problem, Stated

TODAY = date(2026, 11, 21)


def stated(value: str | None, raw: str | None = None, line: int = 3) -> Stated:
    return Stated(value, raw if raw is not None else value or "", line)


def dated(name: str, day: date | None, raw: str | None = None, until: date | None = None, line: int = 4) -> Dated:
    return Dated(name, day, until, raw if raw is not None else day.isoformat() if day else "", line)


def depends(ref: str, kind: str = "upstream", state: str | None = None) -> Dependency:
    return Dependency(ref, kind, state, ref, 9, "")


def blocker(text: str, resolved: bool = False) -> Blocker:
    return Blocker(text, resolved, 12)


def milestone(
    id: str = "M01",
    *,
    status: str | None = None,
    target: date | None = None,
    boxes: tuple[int, int] = (0, 0),
    closing: tuple[int, int] = (0, 0),
    declared: float | None = None,
    **others: Any,  # noqa: ANN401 -- any field of Milestone
) -> Milestone:
    """A milestone; `boxes` and `closing` are (done, total), as people say them."""
    values: dict[str, Any] = dict.fromkeys(Milestone._fields)
    values.update(
        dict.fromkeys(("dates", "people", "effort", "dependencies", "blockers", "fields", "repeats", "attached", "aliases"), ())
    )
    values.update(key=f"{id}.md", id=id, title=f"Title of {id}", path=f"{id}.md", line=1, dialect="none", weight="", mode="")
    values.update(boxes=Count(boxes[1], boxes[0]), closing=Count(closing[1], closing[0]))
    values["status"] = stated(status) if status else None
    values["dates"] = (dated("target", target),) if target else ()
    values["declared"] = Percent(declared, f"{declared:.0f}%", 5) if declared is not None else None
    return Milestone(**(values | others))


def project(*milestones: Milestone, skipped: tuple[Skipped, ...] = (), problems: tuple[Problem, ...] = ()) -> Project:
    return Project("Aurora", milestones, skipped, problems)

"""Where each milestone stands on a given day: lateness, what blocks it, whether it can begin, and what contradicts what."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.disagreement import disagreements
from milestone_tui.analysis.naming import Names
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Dependency
from milestone_tui.model.project import Project

Wait = tuple[Dependency, Milestone | None]
"""A dependency, and the milestone of this project that has to come first."""

_WAITED_FOR = ("upstream", "internal")
"""Kinds of dependency that hold a milestone up when they name one of this project."""


class Standing(NamedTuple):
    """What follows from a milestone's facts on one day."""

    state: str
    """The status that it states, such as `completed` or `on_hold`, or `unknown`."""
    percent: float | None
    """Boxes ticked, 0 to 100; None when there is nothing to count."""
    late_days: int
    """Calendar days since the target of a milestone that is neither completed nor cancelled; 0 when it is not late."""
    due_days: int | None
    """Calendar days to the target, negative when it is past; None without a target, and once completed or cancelled."""
    blocked_by: tuple[str, ...]
    """Ids of upstream milestones that are not completed, then the open blockers in the file's words."""
    ready: bool
    """Planned, and everything that it waits for is completed."""
    disagreements: tuple[str, ...]
    """One sentence each."""

    @property
    def blocked(self) -> bool:
        """Says so itself, has an open blocker, or waits for an upstream milestone."""
        return self.state == "blocked" or bool(self.blocked_by)

    @property
    def closed(self) -> bool:
        """Completed or cancelled."""
        return self.state in ("completed", "cancelled")


def standings(project: Project, today: date) -> dict[str, Standing]:
    """The standing of every milestone, by its key."""
    names = Names(project)
    waits = _waits(project, names)
    return {each.key: _standing(each, waits[each.key], names.blockers(each)[1], today) for each in project.milestones}


def _waits(project: Project, names: Names) -> dict[str, list[Wait]]:
    """What each milestone waits for, stated by itself or by the one that holds it up."""
    milestones = {milestone.key: milestone for milestone in project.milestones}
    out: dict[str, list[Wait]] = {key: [] for key in milestones}
    told_by_others: list[tuple[str, Wait]] = []
    for milestone in project.milestones:
        named = names.blockers(milestone)[0]
        for dependency in (*milestone.dependencies, *named):
            keys, _, by_words = names.find(dependency, milestone.path)
            others = [key for key in keys if key != milestone.key]
            if dependency.kind == "downstream":
                told_by_others += [(key, (dependency._replace(state=None), milestone)) for key in others]
            elif dependency.kind in _WAITED_FOR or (dependency.kind == "external" and by_words):
                out[milestone.key] += [(dependency, milestones[key]) for key in others]
                if not keys:
                    out[milestone.key].append((dependency, None))
    for key, wait in told_by_others:
        out[key].append(wait)
    return out


def state_of(milestone: Milestone, today: date) -> str:
    """The canonical status word that a milestone states, or `unknown`.

    One that states no status but the day on which it was completed is `completed` from that day on.
    """
    if milestone.status is not None:
        return milestone.status.value or "unknown"
    finished = milestone.date("completed")
    return "completed" if finished and finished.day and finished.day <= today else "unknown"


def target_day(milestone: Milestone) -> date | None:
    """The last day of its target; for a month or a quarter the last day of that."""
    target = milestone.date("target")
    return (target.day or target.until) if target else None


def _standing(milestone: Milestone, waits: list[Wait], blockers: tuple[str, ...], today: date) -> Standing:
    state = state_of(milestone, today)
    closed = state in ("completed", "cancelled")
    target = None if closed else target_day(milestone)
    due_days = (target - today).days if target else None
    waiting: list[str] = []
    ready = state == "planned"
    if not closed:
        for dependency, upstream in waits:
            fulfilled = _fulfilled(dependency, upstream, today)
            ready = ready and fulfilled is True
            if fulfilled is False and upstream is not None and upstream.id not in waiting:
                waiting.append(upstream.id or upstream.title)
        waiting += blockers
    return Standing(
        state=state,
        percent=milestone.boxes.percent,
        late_days=max(0, -due_days) if due_days is not None else 0,
        due_days=due_days,
        blocked_by=tuple(waiting),
        ready=ready and not waiting,
        disagreements=disagreements(milestone, state, today),
    )


def _fulfilled(dependency: Dependency, upstream: Milestone | None, today: date) -> bool | None:
    """Whether what is waited for is completed; None when nobody says.

    The upstream's own status decides. Where it states none, the word beside its name does, then its open boxes, which prove that
    it is not done. A name that is none of this project's blocks nothing unless the file says that it is open; nor is it known
    to be done.
    """
    if upstream is None:
        return None if dependency.state is None else dependency.state == "completed"
    state = state_of(upstream, today)
    if state != "unknown":
        return state == "completed"
    if dependency.state is not None:
        return dependency.state == "completed"
    percent = upstream.boxes.percent
    return False if percent is not None and percent < 100 else None

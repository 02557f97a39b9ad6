"""Whether a milestone may wait for others that are newly named: they must be known, and must not wait for it themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from milestone_tui.analysis.naming import Names
from milestone_tui.model.plan import Dependency
from milestone_tui.model.project import Project

_SHOWN = 8


class RefusedLink(NamedTuple):
    """Why a name cannot be taken in."""

    text: str
    advice: str


def refused_link(project: Project, key: str, names: Iterable[str], *, upstream: bool = True) -> RefusedLink | None:
    """Why one of `names` cannot be added to what the milestone waits for (or, not `upstream`, holds up); None when all can."""
    known = Names(project)
    needs = _needs(project, known)
    ids = {milestone.key: milestone.id for milestone in project.milestones}
    for name in names:
        found = known.find(Dependency(name, "upstream", None, name, 0, ""))
        if not found.keys:
            listed = ", ".join(list(ids.values())[:_SHOWN])
            return RefusedLink(f'no milestone is called "{name}"', f"there are: {listed}" if listed else "there are none")
        for other in found.keys:
            first, then = (other, key) if upstream else (key, other)
            way = _way(first, then, needs)
            if way:
                circle = " waits for ".join(ids.get(each, each) for each in (then, *way))
                return RefusedLink(f"that would be a circle: {circle}", "take one of these away first")
            needs.setdefault(then, []).append(first)
    return None


def choices(project: Project, key: str) -> tuple[str, ...]:
    """The ids that a milestone may newly wait for: all but its own and those that wait for it at any distance."""
    needs = _needs(project, Names(project))
    return tuple(each.id for each in project.milestones if each.key != key and not _way(each.key, key, needs))


def _needs(project: Project, known: Names) -> dict[str, list[str]]:
    needs: dict[str, list[str]] = {}
    for milestone in project.milestones:
        for dependency in milestone.dependencies:
            for other in known.find(dependency, milestone.path).keys if dependency.kind in ("upstream", "downstream") else ():
                first, then = (other, milestone.key) if dependency.kind == "upstream" else (milestone.key, other)
                if first != then:
                    needs.setdefault(then, []).append(first)
    return needs


def _way(start: str, goal: str, needs: dict[str, list[str]]) -> tuple[str, ...]:
    """From `start` over what it waits for to `goal`, both with it; empty when there is no such way."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        for following in needs.get(way[-1], ()):
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()

"""Lanes of milestones that run side by side: the tracks that the files name, else chains of the graph proposed as such."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.cycles import sorted_by_need
from milestone_tui.analysis.graph import Graph
from milestone_tui.analysis.schedule import Schedule
from milestone_tui.model.project import Project
from milestone_tui.text.fold import fold


class Lane(NamedTuple):
    """One track."""

    name: str
    """As the first file that names it spells it; of a proposed one its ends; empty for milestones without a track."""
    proposed: bool
    keys: tuple[str, ...]
    """By start, then in the order of the project."""
    buffer: int
    """Working days of buffer that its open milestones state, added up."""
    slack: int | None
    """The least of its open milestones."""


def lanes(project: Project, graph: Graph, schedule: Schedule) -> tuple[Lane, ...]:
    """All lanes; every milestone is in exactly one."""
    spelled: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for milestone in project.milestones:
        track = (milestone.track.value or "") if milestone.track else ""
        spelled.setdefault(fold(track), track.strip())
        members.setdefault(fold(track), []).append(milestone.key)
    if set(spelled) <= {""}:
        return _proposed(project, graph, schedule)
    names = sorted(spelled, key=lambda name: not name)  # those without a track come last
    return tuple(_lane(spelled[name], False, members[name], graph, schedule) for name in names)


def _proposed(project: Project, graph: Graph, schedule: Schedule) -> tuple[Lane, ...]:
    """The longest chain of milestones of which each needs the one before, then the longest of the rest, and so on.

    Whatever has no dependency at all stands together in the last lane.
    """
    keys = [milestone.key for milestone in project.milestones]
    known = set(keys)
    needs = {key: [need for need in graph.needs.get(key, ()) if need in known] for key in keys}
    lone = [key for key in keys if not needs[key] and not any(other in known for other in graph.feeds.get(key, ()))]
    order = [key for key in sorted_by_need(keys, needs) if key not in set(lone)]
    circled = [key for key in keys if key not in set(order) and key not in set(lone)]
    chains: list[list[str]] = []
    while order:
        chain = _longest(order, needs, schedule)
        chains.append(chain)
        taken = set(chain)
        order = [key for key in order if key not in taken]
    out = [_lane(_ends(chain, graph), True, chain, graph, schedule) for chain in chains]
    return (*out, *(_lane("", True, rest, graph, schedule) for rest in (circled, lone) if rest))


def _longest(order: list[str], needs: dict[str, list[str]], schedule: Schedule) -> list[str]:
    """The chain with the most members; of equals the one with the most working days."""
    best: dict[str, tuple[int, int]] = {}
    before: dict[str, str] = {}
    for key in order:
        days = schedule.plans[key].days or 0
        here = [need for need in needs[key] if need in best]
        if here:
            before[key] = max(here, key=best.__getitem__)
            members, length = best[before[key]]
            best[key] = members + 1, length + days
        else:
            best[key] = 1, days
    chain = [max(order, key=best.__getitem__)]
    while chain[-1] in before:
        chain.append(before[chain[-1]])
    return chain[::-1]


def _ends(chain: list[str], graph: Graph) -> str:
    first, last = graph.nodes[chain[0]].id, graph.nodes[chain[-1]].id
    return first if len(chain) == 1 else f"{first} – {last}"


def _lane(name: str, proposed: bool, keys: list[str], graph: Graph, schedule: Schedule) -> Lane:
    plans = [schedule.plans[key] for key in keys]
    plans.sort(key=lambda plan: str(plan.start or plan.finish or "9999"))
    still = [plan for plan in plans if not graph.closed(plan.key)]
    slacks = [plan.slack for plan in still if plan.slack is not None]
    return Lane(name, proposed, tuple(plan.key for plan in plans), sum(plan.buffer for plan in still), min(slacks, default=None))

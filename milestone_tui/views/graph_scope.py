"""Which part of a big graph is drawn: the neighbourhood of one milestone, step by step up and down, without what is done."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.graph import MILESTONE, Graph
from milestone_tui.analysis.schedule import Schedule

MOST = 60
"""Boxes in one drawing; more can't be followed by eye."""


class Scope(NamedTuple):
    """What is drawn, and what is not."""

    keys: tuple[str, ...]
    """In the order of the graph."""
    steps: int
    """How far from the focus; 0 when everything is there."""
    folded: int
    """Completed and cancelled milestones that are left out for being so."""
    beyond: int
    """Others that are left out."""


def first_focus(graph: Graph, schedule: Schedule) -> str:
    """Where to look first: at the critical path, else at something open with a dependency, else at anything."""
    if schedule.critical_path:
        return schedule.critical_path[0]
    linked = [key for key in graph.nodes if key in graph.needs or key in graph.feeds]
    still = [key for key in linked if graph.nodes[key].kind == MILESTONE and not graph.closed(key)]
    return next(iter(still or linked or graph.nodes), "")


def scopes(graph: Graph, focus: str, fold: bool, outside: bool) -> list[Scope]:
    """The parts that may be drawn, the largest first: everything, if that is not too much, then fewer and fewer steps.

    `fold` leaves out what is done even where there is room for it; `outside` takes in names that are no milestones.
    """
    drawn = [key for key in graph.nodes if outside or graph.nodes[key].kind == MILESTONE]
    still = [key for key in drawn if key == focus or _is_open(graph, key)]
    done = sum(graph.closed(key) for key in drawn if key != focus)
    out = [Scope(tuple(drawn), 0, 0, 0)] if len(drawn) <= MOST and not fold else []
    if len(still) <= MOST and len(still) < len(drawn):
        out.append(Scope(tuple(still), 0, done, 0))
    rings = _rings(graph, focus, set(still))
    for steps in range(len(rings) - 1, -1, -1):
        near = {key for ring in rings[: steps + 1] for key in ring}
        if len(near) <= MOST and (steps or not out):
            keys = tuple(key for key in drawn if key in near)
            out.append(Scope(keys, steps, done, len(still) - len(keys)))
    return out


def _is_open(graph: Graph, key: str) -> bool:
    """Whether it is an open milestone, or a name that one of these uses."""
    if graph.nodes[key].kind == MILESTONE:
        return not graph.closed(key)
    return any(
        other in graph.standings and not graph.closed(other) for other in (*graph.feeds.get(key, ()), *graph.needs.get(key, ()))
    )


def _rings(graph: Graph, focus: str, allowed: set[str]) -> list[list[str]]:
    """What is so many steps away, up to the point where it gets too much: upstream of upstream, downstream of downstream."""
    if focus not in graph.nodes:
        return []
    rings, total = [[focus]], 1
    up, down, seen = [focus], [focus], {focus}
    while total <= MOST:
        up = _next(up, graph.needs, allowed, seen)
        down = _next(down, graph.feeds, allowed, seen)
        if not up and not down:
            break
        rings.append([*up, *down])
        total += len(up) + len(down)
    if total > MOST and len(rings) == 2:
        rings[1] = rings[1][: MOST - 1]
    return rings


def _next(keys: list[str], links: dict[str, tuple[str, ...]], allowed: set[str], seen: set[str]) -> list[str]:
    out = []
    for key in keys:
        for other in links.get(key, ()):
            if other in allowed and other not in seen:
                seen.add(other)
                out.append(other)
    return out

"""Statements about time that cannot all hold, each as a sentence with the places that make it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from milestone_tui.analysis.graph import Edge, Graph, Place
from milestone_tui.analysis.schedule import Plan, Schedule
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Person
from milestone_tui.text.fold import fold

_NOBODY = frozenset(
    ("", "unassigned", "not assigned", "nobody", "no one", "to be decided", "to be determined", "to be assigned", "vacant")
)
"""Owners that are none."""


class Conflict(NamedTuple):
    """Two milestones that are at odds."""

    kind: str
    """`order`, `parallel` or `owner`."""
    text: str
    """A sentence without its places."""
    keys: tuple[str, str]
    places: tuple[Place, ...]
    """Usually one for each of the two."""

    @property
    def sentence(self) -> str:
        """The text and its places."""
        return f"{self.text} ({'; '.join(map(str, self.places))})"


class _Held(NamedTuple):
    """A milestone that somebody owns."""

    plan: Plan
    milestone: Milestone
    person: Person


def conflicts(project: Project, graph: Graph, schedule: Schedule) -> tuple[Conflict, ...]:
    """All conflicts between milestones that are open: of order first, then of statements, then of people."""
    milestones = {milestone.key: milestone for milestone in project.milestones if not graph.closed(milestone.key)}
    return (
        *_of_order(milestones, graph, schedule),
        *_of_statements(milestones, graph),
        *_of_owners(milestones, schedule),
    )


def _named(milestone: Milestone) -> str:
    return milestone.id or milestone.title


def _of_order(milestones: dict[str, Milestone], graph: Graph, schedule: Schedule) -> Iterator[Conflict]:
    """Starts before what it needs ends, as it says or as it must to keep its target."""
    for edge in graph.edges:
        if edge.source not in milestones or edge.target not in milestones:
            continue
        first, later = schedule.plans[edge.source], schedule.plans[edge.target]
        bound = later.start_stated or later.finish_stated
        if not bound or later.start is None or first.finish is None or first.finish < later.start:
            continue
        ends = f"ends on {first.finish}" if first.finish_stated else f"can end on {first.finish} (computed)"
        waiting, needed = _named(milestones[edge.target]), _named(milestones[edge.source])
        starts = f"starts on {later.start}" if later.start_stated else f"has to start on {later.start} to end on {later.finish}"
        text = f"{waiting} {starts}, before {needed}, which it needs, {ends}"
        told = later.start_place if later.start_stated else later.finish_place
        yield Conflict("order", text, (edge.target, edge.source), _places(told, first.finish_place))


def _of_statements(milestones: dict[str, Milestone], graph: Graph) -> Iterator[Conflict]:
    """Said to run side by side, but one needs the other."""
    direct = {(edge.source, edge.target): edge for edge in graph.edges}
    for parallel in graph.parallels:
        if parallel.key not in milestones or parallel.other not in milestones:
            continue
        upstream = graph.upstream(parallel.key)
        turned = parallel.other not in upstream
        if turned and parallel.other not in graph.downstream(parallel.key):
            continue
        first, later = (parallel.key, parallel.other) if turned else (parallel.other, parallel.key)
        edge = direct.get((first, later)) or _last_edge(graph, first, later)
        through = "" if edge.source == first else f" through {graph.nodes[edge.source].id}"
        text = (
            f"{_named(milestones[parallel.key])} is said to run in parallel with {_named(milestones[parallel.other])}, "
            f"but {_named(milestones[later])} needs {_named(milestones[first])}{through}"
        )
        yield Conflict("parallel", text, (parallel.key, parallel.other), (parallel.place, edge.places[0]))


def _last_edge(graph: Graph, first: str, later: str) -> Edge:
    """The edge by which a way from `first` comes to `later`."""
    way = graph.downstream(first)
    return next(edge for edge in graph.into(later) if edge.source in way)


def _of_owners(milestones: dict[str, Milestone], schedule: Schedule) -> Iterator[Conflict]:
    """The same person owns two that run at the same time; each is told against the one running longest before it."""
    of_owner: dict[str, list[_Held]] = {}
    for milestone in milestones.values():
        plan = schedule.plans[milestone.key]
        for person in milestone.people if plan.barred else ():
            name = fold(person.name).lstrip("@")
            if person.role == "owner" and name not in _NOBODY:
                of_owner.setdefault(name, []).append(_Held(plan, milestone, person))
    for held in of_owner.values():
        held.sort(key=lambda each: str(each.plan.start))
        longest = held[0]
        for each in held[1:]:
            if str(each.plan.start) <= str(longest.plan.finish) and each.milestone is not longest.milestone:
                yield _overlap(longest, each)
            longest = max(longest, each, key=lambda one: str(one.plan.finish))


def _overlap(first: _Held, later: _Held) -> Conflict:
    until = min(str(first.plan.finish), str(later.plan.finish))
    computed = " (computed)" if first.plan.computed or later.plan.computed else ""
    text = (
        f"{later.person.name} owns {_named(first.milestone)} and {_named(later.milestone)}, "
        f"which overlap from {later.plan.start} to {until}{computed}"
    )
    lines = tuple(Place(each.milestone.path, each.person.line) for each in (first, later))
    return Conflict("owner", text, (first.milestone.key, later.milestone.key), lines)


def _places(*places: Place | None) -> tuple[Place, ...]:
    return tuple(place for place in places if place is not None)

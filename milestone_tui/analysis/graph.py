"""What waits for what: milestones, names outside the project, and the edges between them with the lines that state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from milestone_tui.analysis.cycles import circles, reached, shortest_loop
from milestone_tui.analysis.naming import Names
from milestone_tui.analysis.standing import Standing
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Dependency
from milestone_tui.model.project import Project
from milestone_tui.text.fold import fold

MILESTONE, EXTERNAL, DANGLING = "milestone", "external", "dangling"


class Place(NamedTuple):
    """Where something is stated."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Node(NamedTuple):
    """Something that waits or is waited for."""

    key: str
    """A milestone's key; for the others their kind, a colon and the folded name."""
    kind: str
    """`milestone`, `external` (outside the project) or `dangling` (looks like an id, and names none or several)."""
    id: str
    """A milestone's id, else the name as the file spells it."""
    title: str
    state: str
    """The canonical status word that is stated, or `unknown`."""


class Edge(NamedTuple):
    """One thing has to be done before another."""

    source: str
    """Key of what comes first."""
    target: str
    """Key of what waits for it."""
    fulfilled: bool | None
    """Whether what comes first is done; None when nobody says."""
    places: tuple[Place, ...]
    """Every line that states it, at either end."""


class Parallel(NamedTuple):
    """A statement that two milestones can run side by side."""

    key: str
    other: str
    place: Place


class Missing(NamedTuple):
    """A name that cannot be resolved."""

    name: str
    key: str
    """The milestone that uses it."""
    place: Place


class Cycle(NamedTuple):
    """Milestones that wait for each other."""

    members: tuple[str, ...]
    loop: tuple[str, ...]
    """A shortest way round: each is needed by the next, the last by the first."""
    edges: tuple[Edge, ...]
    """All edges between members."""


class Release(NamedTuple):
    """What waits for a milestone, and for what else."""

    key: str
    still: tuple[str, ...]
    """Keys of what it would wait for all the same."""
    blockers: tuple[str, ...] = ()
    """Its open blockers, in the words of the file."""

    @property
    def free(self) -> bool:
        """Whether nothing else holds it up."""
        return not self.still and not self.blockers


class Graph(NamedTuple):
    """The whole of it. Edges that make a circle are in `edges` like all others."""

    nodes: dict[str, Node]
    """By key; milestones in the order of the project, then the other names in the order in which they occur."""
    edges: tuple[Edge, ...]
    needs: dict[str, tuple[str, ...]]
    """Key → what comes before it."""
    feeds: dict[str, tuple[str, ...]]
    """Key → what waits for it."""
    parallels: tuple[Parallel, ...]
    missing: tuple[Missing, ...]
    cycles: tuple[Cycle, ...]
    standings: dict[str, Standing]
    blockers: dict[str, tuple[str, ...]]
    """Key → the open blockers of a milestone that has some."""

    def upstream(self, key: str) -> frozenset[str]:
        """Everything that has to come before, at any distance."""
        return reached(key, self.needs)

    def downstream(self, key: str) -> frozenset[str]:
        """Everything that waits, at any distance."""
        return reached(key, self.feeds)

    def ready(self) -> list[str]:
        """Milestones that can begin."""
        return [key for key, standing in self.standings.items() if standing.ready]

    def blocked(self) -> list[str]:
        """Open milestones that are held up."""
        return [key for key, standing in self.standings.items() if standing.blocked and not standing.closed]

    def closed(self, key: str) -> bool:
        """Whether it is a milestone that is completed or cancelled."""
        return key in self.standings and self.standings[key].closed

    def waits_for(self, key: str) -> list[str]:
        """What comes directly before it and is not done."""
        return [edge.source for edge in self.into(key) if edge.fulfilled is False]

    def into(self, key: str) -> list[Edge]:
        """The edges that end at `key`."""
        return [edge for edge in self.edges if edge.target == key]

    def releases(self, key: str) -> list[Release]:
        """What finishing `key` frees: each open milestone that waits for it, and what that would still wait for."""
        if self.closed(key):
            return []
        waiting = [target for target in self.feeds.get(key, ()) if target in self.standings and not self.closed(target)]
        return [
            Release(target, tuple(other for other in self.waits_for(target) if other != key), self.blockers.get(target, ()))
            for target in waiting
        ]


def graph(project: Project, standings: dict[str, Standing]) -> Graph:
    """The graph of a project; `standings` are those of the same day."""
    building = _Building(project, standings)
    for milestone in project.milestones:
        building.take(milestone)
    return building.done()


class _Building:
    def __init__(self, project: Project, standings: dict[str, Standing]) -> None:
        self.names = Names(project)
        self.standings = standings
        self.nodes = {
            each.key: Node(each.key, MILESTONE, each.id, each.title, standings[each.key].state) for each in project.milestones
        }
        self.edges: dict[tuple[str, str], Edge] = {}
        self.parallels: list[Parallel] = []
        self.missing: list[Missing] = []
        self.loops: list[Edge] = []
        self.blockers: dict[str, tuple[str, ...]] = {}

    def take(self, milestone: Milestone) -> None:
        named, blockers = self.names.blockers(milestone)
        if blockers:
            self.blockers[milestone.key] = blockers
        for dependency in (*milestone.dependencies, *named):
            keys, missing, by_words = self.names.find(dependency, milestone.path)
            holds_up = dependency.kind != "external" or by_words or not keys
            place = Place(milestone.path, dependency.line)
            others = [key for key in keys if key != milestone.key or len(keys) == 1]  # a range may span the one that states it
            if dependency.kind == "parallel":
                self.parallels += [Parallel(milestone.key, other, place) for other in others if other != milestone.key]
            if dependency.kind not in ("external", "internal"):
                self.missing += [Missing(name, milestone.key, place) for name in missing]
            if dependency.kind not in ("parallel", "internal"):
                others += [self._outside(name, dependency) for name in missing]
            if dependency.kind != "parallel":
                for other in others:
                    self._join(milestone.key, other, dependency, place, holds_up)

    def _outside(self, name: str, dependency: Dependency) -> str:
        kind = EXTERNAL if dependency.kind == "external" else DANGLING
        key = f"{kind}:{fold(name)}"
        known = self.nodes.get(key)
        if known is None or (known.state == "unknown" and dependency.state):
            self.nodes[key] = Node(key, kind, name, "", dependency.state or "unknown")
        return key

    def _join(self, key: str, other: str, dependency: Dependency, place: Place, holds_up: bool) -> None:
        source, target = (key, other) if dependency.kind == "downstream" else (other, key)
        stated = dependency.state if source == other else None
        edge = Edge(source, target, self._fulfilled(source, stated) if holds_up else None, (place,))
        if source == target:
            self.loops.append(edge)
            return
        known = self.edges.get((source, target))
        if known is not None:
            fulfilled = known.fulfilled if known.fulfilled is not None else edge.fulfilled
            edge = known._replace(places=tuple(dict.fromkeys((*known.places, place))), fulfilled=fulfilled)
        self.edges[source, target] = edge

    def _fulfilled(self, source: str, stated: str | None) -> bool | None:
        """The status of the first of the two decides, then the word beside its name, then its open boxes."""
        standing = self.standings.get(source)
        if standing is not None and standing.state != "unknown":
            return standing.state == "completed"
        if stated is not None:
            return stated == "completed"
        return False if standing is not None and standing.percent is not None and standing.percent < 100 else None

    def done(self) -> Graph:
        needs: dict[str, list[str]] = {}
        feeds: dict[str, list[str]] = {}
        for source, target in self.edges:
            needs.setdefault(target, []).append(source)
            feeds.setdefault(source, []).append(target)
        return Graph(
            self.nodes,
            tuple(self.edges.values()),
            {key: tuple(others) for key, others in needs.items()},
            {key: tuple(others) for key, others in feeds.items()},
            tuple(self.parallels),
            tuple(self.missing),
            (*self._cycles(feeds), *(Cycle((edge.source,), (edge.source,), (edge,)) for edge in self.loops)),
            self.standings,
            self.blockers,
        )

    def _cycles(self, feeds: dict[str, list[str]]) -> Iterator[Cycle]:
        for members in circles(self.nodes, feeds):
            inside = set(members)
            edges = tuple(edge for edge in self.edges.values() if edge.source in inside and edge.target in inside)
            yield Cycle(tuple(members), shortest_loop(members, feeds), edges)

"""What panels show over all milestones at once: risks, dates, the graph and its schedule. Worked out beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.snapshot import Snapshot

if TYPE_CHECKING:
    from milestone_tui.analysis.agenda import Entry
    from milestone_tui.analysis.conflicts import Conflict
    from milestone_tui.analysis.exposure import RatedRisk
    from milestone_tui.analysis.graph import Graph
    from milestone_tui.analysis.ladder import Ladder
    from milestone_tui.analysis.schedule import Schedule
    from milestone_tui.analysis.tracks import Lane

CONTENTS, PLAN, AGENDA = "contents", "plan", "agenda"
"""What a panel may need of a survey: what the files hold beyond their facts; how milestones depend on each other; open boxes."""


class Plan(NamedTuple):
    """How the milestones depend on each other, and when they can be done."""

    graph: Graph
    schedule: Schedule
    lanes: tuple[Lane, ...]
    conflicts: tuple[Conflict, ...]


class Survey(NamedTuple):
    """A snapshot, and what follows from it for the panels that show all milestones."""

    snapshot: Snapshot
    parts: frozenset[str]
    """Which of `contents`, `plan` and `agenda` were asked for."""
    pairs: tuple[tuple[Milestone, Contents], ...] = ()
    """As far as the files are read."""
    risks: tuple[RatedRisk, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    plan: Plan | None = None
    entries: tuple[Entry, ...] = ()
    """The open boxes."""

    @property
    def unread(self) -> int:
        """How many milestones are still to be read, of those that are wanted."""
        return len(self.snapshot.milestones) - len(self.pairs) if CONTENTS in self.parts else 0

    def lacks(self, parts: frozenset[str]) -> bool:
        """Whether something of these parts was not asked for."""
        return not parts <= self.parts


def plan_of(snapshot: Snapshot) -> Plan:
    """The graph of a project and its schedule."""
    from milestone_tui.analysis.conflicts import conflicts
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.analysis.tracks import lanes

    found = graph(snapshot.project, snapshot.standings)
    times = schedule(snapshot.project, found, snapshot.today)
    return Plan(found, times, lanes(snapshot.project, found, times), conflicts(snapshot.project, found, times))


def survey_of(
    snapshot: Snapshot, parts: frozenset[str], pairs: tuple[tuple[Milestone, Contents], ...], plan: Plan | None
) -> Survey:
    """The survey of what is read so far."""
    from milestone_tui.analysis.agenda import agenda
    from milestone_tui.analysis.exposure import register
    from milestone_tui.analysis.ladder import ladders

    risks = register((milestone, contents.risks) for milestone, contents in pairs)
    found = ladders(pairs, snapshot.standings, snapshot.today)
    entries = agenda(pairs, snapshot.standings, snapshot.today) if AGENDA in parts else ()
    return Survey(snapshot, parts, pairs, risks, found, plan, entries)

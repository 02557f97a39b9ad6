"""Reads what all milestones hold, in a thread of its own, for as long as a panel is open that needs it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from milestone_tui.model.contents import NO_CONTENTS, Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.collector import set_aside, uncollected
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.survey import CONTENTS, PLAN, Plan, Survey, plan_of, survey_of

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace

_FIRST_REPORT = 64
_MANY = 64
"""What is worked out for more milestones than that, the garbage collector is spared."""
_KEPT = ("checklist", "risks", "checkpoints", "reviews")
"""What panels over all milestones show; the rest would only take memory."""
Version = object
Pair = tuple[Milestone, Contents]


class Surveyor:
    """Gives a survey whenever there is another snapshot, a wish for what the last one lacks, or another batch of files was read.

    What was read of a file is kept until the file has other contents. A wish takes nothing away from the survey of a snapshot, so
    that panels may be opened in turn and nothing is worked out twice.
    """

    def __init__(self, workspace: Callable[[], Workspace], tell: Callable[[Survey], object]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._changed = threading.Condition()
        self._snapshot: Snapshot | None = None
        self._parts: frozenset[str] = frozenset()
        self._pending = False
        self._stopped = False
        self._read: dict[str, tuple[Version, Contents]] = {}
        self._plan: tuple[Snapshot, Plan] | None = None
        self._told: tuple[Snapshot, frozenset[str]] | None = None
        """Of which snapshot there is a complete survey, and with which parts."""

    def want(self, parts: Iterable[str]) -> None:
        """From now on these parts are needed; nothing is worked out for an empty set."""
        parts = frozenset(parts)
        with self._changed:
            if parts != self._parts:
                self._parts = parts
                self._pending = True
                self._changed.notify()

    def show(self, snapshot: Snapshot) -> None:
        """The project is another, or a file has other contents."""
        with self._changed:
            self._snapshot = snapshot
            self._told = None
            self._pending = True
            self._changed.notify()

    def stop(self) -> None:
        """End the thread."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def run(self) -> None:
        """Work until it is stopped."""
        while True:
            with self._changed:
                while not (self._stopped or (self._pending and self._parts and self._snapshot and self._snapshot.loaded)):
                    self._changed.wait()
                if self._stopped:
                    return
                self._pending = False
                snapshot, wanted, told = self._snapshot, self._parts, self._told
            known = told[1] if told is not None and told[0] is snapshot else frozenset()
            if snapshot is not None and not wanted <= known:
                self._survey(snapshot, wanted | known)

    def _survey(self, snapshot: Snapshot, parts: frozenset[str]) -> None:
        plan = self._planned(snapshot) if PLAN in parts else None
        milestones = snapshot.project.milestones if CONTENTS in parts else ()
        unread = sum(milestone.key not in self._read for milestone in milestones)
        with uncollected() if unread > _MANY else nullcontext():
            pairs = self._pairs(milestones, lambda some: self._tell(survey_of(snapshot, parts, tuple(some), plan)))
        if pairs is None:
            return
        self._read = {milestone.key: self._read[milestone.key] for milestone, _ in pairs} if pairs else self._read
        self._tell(survey_of(snapshot, parts, tuple(pairs), plan))
        with self._changed:
            if self._snapshot is snapshot and not self._pending:
                self._told = snapshot, parts
        if len(snapshot.milestones) > _MANY:
            set_aside()

    def _pairs(self, milestones: Sequence[Milestone], report: Callable[[list[Pair]], object]) -> list[Pair] | None:
        """All of them with what they hold. Some are reported meanwhile; None when something else is wanted by then."""
        pairs: list[Pair] = []
        fresh = 0
        next_report = _FIRST_REPORT
        for milestone in milestones:
            if self._pending or self._stopped:
                return None
            contents, known = self._contents(milestone.key)
            pairs.append((milestone, contents))
            fresh += not known
            if fresh >= next_report and len(pairs) < len(milestones):
                next_report *= 2
                report(pairs)
        return pairs

    def _planned(self, snapshot: Snapshot) -> Plan:
        if self._plan is None or self._plan[0] is not snapshot:
            self._plan = snapshot, plan_of(snapshot)
        return self._plan[1]

    def _contents(self, key: str) -> tuple[Contents, bool]:
        """What a milestone holds, and whether that was known already."""
        version = self._workspace().version(key)
        kept = self._read.get(key)
        if kept is not None and kept[0] == version:
            return kept[1], True
        contents = self._workspace().contents(key)
        contents = NO_CONTENTS._replace(**{name: getattr(contents, name) for name in _KEPT})
        self._read[key] = version, contents
        return contents, False

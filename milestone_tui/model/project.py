"""A project: its milestones, what was passed over, and what could not be read."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem


class Skipped(NamedTuple):
    """A file that was looked at and not taken in."""

    path: str
    reason: str


class Project(NamedTuple):
    """What a scan of a folder gives. Unchanged milestones are the same objects from one scan to the next."""

    name: str
    milestones: tuple[Milestone, ...]
    """In natural order of their ids."""
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]

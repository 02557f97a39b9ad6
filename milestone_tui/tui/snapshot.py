"""A project with what follows from it today, worked out beside the screen and shown as one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.analysis.totals import Totals, totals
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project, Skipped
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon


class Snapshot(NamedTuple):
    """What all panels show."""

    project: Project
    milestones: dict[str, Milestone]
    """By their keys."""
    standings: dict[str, Standing]
    totals: Totals
    today: date
    loaded: bool
    """False as long as files are being read for the first time."""
    candidates: tuple[Skipped, ...] = ()
    """When nothing was recognised: the files that come nearest."""
    branch: str = ""
    """The branch of git that the files are on; empty when there is none."""
    lexicon: Lexicon = BUILT_IN
    """The words by which the files were read."""


def snapshot_of(
    project: Project,
    today: date,
    loaded: bool,
    candidates: tuple[Skipped, ...] = (),
    branch: str = "",
    lexicon: Lexicon = BUILT_IN,
) -> Snapshot:
    """The snapshot of a project on a day."""
    found = standings(project, today)
    milestones = {milestone.key: milestone for milestone in project.milestones}
    return Snapshot(project, milestones, found, totals(project, found), today, loaded, candidates, branch, lexicon)

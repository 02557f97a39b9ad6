"""The overview as sentences: the project, then each milestone in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from milestone_tui.analysis.standing import Standing
from milestone_tui.analysis.totals import Totals
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, problem_words, shown
from milestone_tui.views.glyphs import STATE_WORDS
from milestone_tui.views.overview_rows import nearest_target, next_checkpoint
from milestone_tui.views.plain_words import (
    boxes_words,
    due_words,
    ended,
    listed,
    name_of,
    per_cent,
    rated,
    said,
    spoken,
    status_of,
)


def overview_sentences(
    project: Project,
    pairs: list[tuple[Milestone, Contents]],
    standings: dict[str, Standing],
    totals: Totals,
    today: date,
) -> Iterator[str]:
    """The totals, a line for each milestone, then the problems and how much was passed over."""
    yield from _totals(project, totals)
    nearest = nearest_target(project, standings, today)
    if nearest:
        yield f"Next target: {nearest}."
    broken = {problem.path: problem for problem in reversed(project.problems)}
    for milestone, contents in pairs:
        standing = standings[milestone.key]
        yield milestone_sentence(
            milestone, standing, next_checkpoint(milestone, standing, contents), broken.get(milestone.path), today
        )
    for problem in project.problems:
        yield f"Problem: {problem_words(problem)}"
    if project.skipped:
        files = counted_words(len(project.skipped), "file was", "files were")
        yield f"{files} passed over; milestone-tui status --verbose lists them with the reasons."


def _totals(project: Project, totals: Totals) -> Iterator[str]:
    name = shown(project.name) or "This project"
    boxes = boxes_words(totals.boxes.done, totals.boxes.total)
    share = f"{per_cent(totals.percent)}, " if totals.percent is not None else ""
    yield said(f"{name} has {counted_words(totals.milestones, 'milestone', 'milestones')}", [f"{share}{boxes}"])
    states = [f"{totals.by_state[state]} {word}" for state, word in STATE_WORDS.items() if totals.by_state.get(state)]
    if totals.by_state.get("unknown"):
        states.append(f"{totals.by_state['unknown']} without a status")
    if states:
        yield said("By status", states)
    figures = (("late", totals.late), ("blocked", totals.blocked), ("with contradictions", totals.disagreeing))
    marked = [f"{number} {word}" for word, number in (*figures, ("without boxes", totals.uncounted)) if number]
    yield said("Attention", marked) if marked else "Nothing is late, blocked or contradictory."


def milestone_sentence(
    milestone: Milestone, standing: Standing, checkpoint: Checkpoint | None, problem: Problem | None, today: date
) -> str:
    """`M02 Sync engine: active, 64 per cent, 27 of 42 boxes, due 30 May in 6 days, blocked by M01.`"""
    boxes = milestone.boxes
    share = per_cent(standing.percent) if standing.percent is not None else ""
    counted = "boxes not counted" if milestone.merging else boxes_words(boxes.done, boxes.total)
    parts = [status_of(milestone, standing), share, counted, due_words(milestone, standing, today)]
    if standing.blocked_by and not standing.closed:
        parts.append(f"blocked by {listed([shown(each) for each in standing.blocked_by])}")
    elif standing.ready:
        parts.append("ready to begin")
    if checkpoint is not None:
        parts.append(checkpoint_words(checkpoint, today))
    parts.append(rated("risk", milestone.risk_level))
    parts += [f"contradiction: {spoken(sentence)}" for sentence in standing.disagreements]
    if problem is not None:
        parts.append(f"its file has a problem{f' in line {problem.line}' if problem.line else ''}")
    return said(name_of(milestone.id, milestone.title), parts)


def checkpoint_words(checkpoint: Checkpoint, today: date) -> str:
    """The checkpoint that comes next, or that is missed."""
    name = per_cent(checkpoint.percent) if checkpoint.percent is not None else shown(checkpoint.criteria)
    when = f" on {day_words(checkpoint.day, today)}" if checkpoint.day else ""
    missed = checkpoint.day is not None and checkpoint.day < today
    return ended(f"{'missed' if missed else 'next'} checkpoint {name}{when}").rstrip(".")

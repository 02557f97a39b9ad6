"""Checkpoints, reviews and targets over all milestones on one day: met, missed, next; and expected against actual progress.

Nothing is guessed: what was reached on a day that no file states is `reached`, a review that no file tells more of is `past`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.expected import expected_percent
from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint

BEHIND = 5.0
"""Points by which the actual per cent may stay behind the expected one."""


STATES = ("missed", "next", "ahead", "met", "late", "reached", "past", "undated")
"""What can be said of something that a day is set for.

`missed`: its day is past and it is not reached. `next`: the first of its milestone that is ahead. `ahead`: its day is to come.
`met`: reached on its day or before, or the file says so. `late`: the milestone says that it was completed after this day.
`reached`: by now, on a day that the file does not state. `past`: its day is, and the file does not say how it went.
`undated`: not reached, and without a day.
"""


class Rung(NamedTuple):
    """Something that a day is set for, or should be."""

    milestone: str
    """Key of the milestone."""
    id: str
    kind: str
    """`checkpoint`, `review` or `target`."""
    percent: float | None
    day: date | None
    words: str
    """Criteria, or the name of the review."""
    state: str
    """One of STATES."""
    days: int | None
    """Calendar days from today, negative when past; None without a day."""
    path: str
    line: int
    late: int | None = None
    """Of a `late` target: calendar days from it to the day on which the milestone says it was completed."""


class Ladder(NamedTuple):
    """One milestone's checkpoints against its progress."""

    milestone: str
    id: str
    title: str
    actual: float | None
    """Per cent counted; declared where nothing can be counted."""
    expected: float | None
    """Per cent on a straight line from start to target."""
    rungs: tuple[Rung, ...]
    closed: bool
    """Whether the milestone is completed or cancelled."""

    @property
    def behind(self) -> bool:
        """Whether an open milestone is further from its expected per cent than is worth a word."""
        return not self.closed and self.expected is not None and self.actual is not None and self.actual + BEHIND < self.expected


def ladders(milestones: Iterable[tuple[Milestone, Contents]], standings: dict[str, Standing], today: date) -> tuple[Ladder, ...]:
    """A ladder for every milestone that sets a day for anything, or has checkpoints without one."""
    found = []
    for milestone, contents in milestones:
        standing = standings[milestone.key]
        actual = actual_percent(milestone, standing)
        rungs = _ordered(
            [
                *_checkpoints(milestone, contents, standing, today),
                *_reviews(milestone, contents, today),
                *_target(milestone, standing, today),
            ]
        )
        if rungs:
            start = milestone.date("start")
            begin = start.day if start else None
            target = target_day(milestone)
            expected = expected_percent(begin, target, today) if begin and target else None
            found.append(Ladder(milestone.key, milestone.id, milestone.title, actual, expected, rungs, standing.closed))
    return tuple(found)


def by_day(found: Iterable[Ladder]) -> tuple[Rung, ...]:
    """All rungs with a day, the earliest first; undated ones behind them."""
    rungs = [rung for ladder in found for rung in ladder.rungs]
    return tuple(sorted(rungs, key=lambda rung: (rung.day is None, rung.day or date.max)))


def _checkpoints(milestone: Milestone, contents: Contents, standing: Standing, today: date) -> list[Rung]:
    out = []
    for each in contents.checkpoints:
        state = _plain_state(each.day, today)
        if is_reached(each, milestone, standing):
            done = _completion(milestone) if standing.state == "completed" else None
            in_time = each.day is not None and (each.day >= today or (done is not None and done <= each.day))
            state = "met" if each.reached or in_time else "reached"
        out.append(_rung(milestone, "checkpoint", each.percent, each.day, each.criteria, each.line, state, today))
    return out


def is_reached(checkpoint: Checkpoint, milestone: Milestone, standing: Standing) -> bool:
    """Says so itself; else the milestone is completed, or its per cent is as far: counted, declared where nothing can be."""
    if checkpoint.reached is not None:
        return checkpoint.reached
    actual = actual_percent(milestone, standing)
    far = checkpoint.percent is not None and actual is not None and actual >= checkpoint.percent
    return far or standing.state == "completed"


def actual_percent(milestone: Milestone, standing: Standing) -> float | None:
    """0 to 100: boxes ticked, or what the file declares where there are no boxes; None while a merge is unfinished."""
    if standing.percent is not None or milestone.merging:
        return standing.percent
    return milestone.declared.value if milestone.declared else None


def _reviews(milestone: Milestone, contents: Contents, today: date) -> list[Rung]:
    """A day that is past does not say that the review was held."""
    out = []
    for each in contents.reviews:
        state = "met" if each.held else _plain_state(each.day, today)
        if state == "missed" and each.held is None:
            state = "past"
        out.append(_rung(milestone, "review", None, each.day, each.title, each.line, state, today))
    return out


def _target(milestone: Milestone, standing: Standing, today: date) -> list[Rung]:
    """Met when the stated day of completion is not after it; without such a day nobody says on which side of it that was."""
    target, day = milestone.date("target"), target_day(milestone)
    if target is None or day is None or standing.state == "cancelled":
        return []
    state, late = _plain_state(day, today), None
    if standing.state == "completed":
        done = _completion(milestone)
        state = "reached" if done is None else "met" if done <= day else "late"
        late = (done - day).days if done is not None and done > day else None
    return [_rung(milestone, "target", None, day, "target", target.line, state, today)._replace(late=late)]


def _completion(milestone: Milestone) -> date | None:
    """The day on which the milestone says it was completed; None for less than a day."""
    done = milestone.date("completed")
    return done.day if done else None


def _plain_state(day: date | None, today: date) -> str:
    """Of what is not reached."""
    return "undated" if day is None else "missed" if day < today else "ahead"


def _rung(
    milestone: Milestone, kind: str, percent: float | None, day: date | None, words: str, line: int, state: str, today: date
) -> Rung:
    days = (day - today).days if day else None
    return Rung(milestone.key, milestone.id, kind, percent, day, words, state, days, milestone.path, line)


def _ordered(rungs: list[Rung]) -> tuple[Rung, ...]:
    """By day, and the first one ahead is the next."""
    rungs.sort(key=lambda rung: (rung.day is None, rung.day or date.max, rung.percent or 0))
    for place, rung in enumerate(rungs):
        if rung.state == "ahead":
            rungs[place] = rung._replace(state="next")
            break
    return tuple(rungs)

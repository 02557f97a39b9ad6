"""File states put together to a project: role files attached, natural order, the same id twice told. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project, Skipped
from milestone_tui.model.values import Problem
from milestone_tui.text.fold import fold
from milestone_tui.workspace.loading import FileState
from milestone_tui.workspace.roles import attach

_DIGITS = re.compile(r"(\d{1,18})")


@lru_cache(maxsize=32768)
def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """By which `M2` comes before `M10`."""
    pieces = _DIGITS.split(text.casefold())
    return tuple((0, int(piece), "") if number % 2 else (1, 0, piece) for number, piece in enumerate(pieces) if piece)


def assembled(
    name: str,
    states: Iterable[FileState],
    skipped: Iterable[Skipped],
    problems: Iterable[Problem],
    known: dict[str, Milestone],
) -> Project:
    """The project of these files. `known` keeps what was attached before (see `attach`)."""
    all_skipped = list(skipped)
    all_problems = list(problems)
    milestones: list[Milestone] = []
    for state in states:
        if state.skip_reason:
            all_skipped.append(Skipped(state.relative, state.skip_reason))
            continue
        milestones.extend(state.milestones)
        all_problems.extend(state.problems)
    milestones, told_elsewhere = _own_files_first(milestones)
    all_skipped.extend(told_elsewhere)
    kept = attach(milestones, known)
    kept.sort(key=lambda milestone: (not milestone.id, natural_key(milestone.id or milestone.title), natural_key(milestone.path)))
    all_problems.extend(_told_twice(kept))
    return Project(name, tuple(kept), tuple(all_skipped), tuple(all_problems))


def _own_files_first(milestones: list[Milestone]) -> tuple[list[Milestone], list[Skipped]]:
    """A milestone that is one of many in a file gives way to a file of its own for the same id (docs/dialects.md R6)."""
    own = {fold(milestone.id): milestone for milestone in milestones if "#" not in milestone.key and milestone.id}
    kept, told = [], []
    for milestone in milestones:
        better = own.get(fold(milestone.id)) if "#" in milestone.key else None
        if better is None:
            kept.append(milestone)
        else:
            told.append(Skipped(f"{milestone.path}:{milestone.line}", f"{milestone.id} has a file of its own: {better.path}"))
    return kept, told


def _told_twice(milestones: Iterable[Milestone]) -> Iterable[Problem]:
    first: dict[str, Milestone] = {}
    for milestone in milestones:
        folded = fold(milestone.id)
        other = first.setdefault(folded, milestone)
        if not folded or other is milestone or (folded.isdigit() and "#" in (milestone.key + other.key)):
            continue
        text = f"the id {milestone.id} is also that of {other.path}:{other.line}"
        advice = "both are shown; give one of them another id, so that others can name it"
        yield Problem(milestone.path, milestone.line, text, advice)

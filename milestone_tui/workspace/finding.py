"""Which lines of which milestones hold some words: what the files say now, not what was read of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.text.source import source_of
from milestone_tui.workspace.files import read_file

_BREAK = re.compile(r"\r\n|\n|\r")
MOST = 10_000
"""Lines that are given; nobody walks through more."""


class Hit(NamedTuple):
    """One line that holds the words."""

    key: str
    """Of the milestone."""
    path: str
    line: int
    """From 1."""


def find_lines(root: Path, project: Project, words: str, stop: Callable[[], bool] = lambda: False) -> list[Hit]:
    """The lines that hold `words`, any case, in the order of the milestones; as many as were found when `stop` says so."""
    folded = words.casefold()
    hits: list[Hit] = []
    files: dict[str, list[Milestone]] = {}
    for milestone in project.milestones:
        files.setdefault(milestone.path, []).append(milestone)
    for path, milestones in files.items():
        if stop() or len(hits) >= MOST:
            break
        found = read_file(f"{root}/{path}", path)
        if not isinstance(found, Problem):
            milestones.sort(key=lambda milestone: milestone.line)
            hits += _in_file(path, source_of(found.data).text.decode(), folded, milestones)
    order = {milestone.key: number for number, milestone in enumerate(project.milestones)}
    return sorted(hits, key=lambda hit: (order[hit.key], hit.line))[:MOST]


def _in_file(path: str, text: str, folded: str, milestones: list[Milestone]) -> list[Hit]:
    if folded not in text.casefold():
        return []
    begins = [milestone.line for milestone in milestones]
    hits = []
    for number, line in enumerate(_BREAK.split(text), 1):
        if folded in line.casefold():
            hits.append(Hit(milestones[max(bisect_right(begins, number) - 1, 0)].key, path, number))
    return hits

"""Small texts read in one call."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.reading.reader import Reading, read


class Read(NamedTuple):
    """The first milestone of a text with everything in it."""

    milestone: Milestone
    contents: Contents


def reading(text: str, path: str = "plans/M1.md") -> Reading:
    """The reading of a text as if it were the file at `path`."""
    return read(text.encode(), path)


def milestone(text: str, path: str = "plans/M1.md") -> Milestone:
    """The facts of the first milestone."""
    return reading(text, path).milestones[0]


def contents(text: str, path: str = "plans/M1.md") -> Contents:
    """The contents of the first milestone."""
    return reading(text, path).contents(0)


def status(text: str) -> str | None:
    """The canonical status of the first milestone."""
    found = milestone(text).status
    return found.value if found else None


def refs(text: str, kind: str = "upstream") -> list[str]:
    """The names of the dependencies of one kind."""
    return [each.ref for each in milestone(text).dependencies if each.kind == kind]

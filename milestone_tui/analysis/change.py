"""One difference between two moments of a milestone."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.milestone import Milestone

BOX_KINDS = ("ticked", "unticked", "box", "added", "removed", "moved", "reworded")
"""`box` is a state that is neither open nor done on one of the sides; `moved` came from another milestone."""
FACT_KINDS = ("status", "priority", "declared", "owner", "date", "fact", "title", "id", "renamed")
"""`date` and `fact` say in their words which; `renamed` is the file."""
PLAN_KINDS = (
    "risk",
    "risk added",
    "risk removed",
    "checkpoint",
    "checkpoint added",
    "checkpoint removed",
    "dependency",
    "dependency added",
    "dependency removed",
    "blocker",
    "blocker added",
    "blocker removed",
    "attached",
)
"""The bare word is a change of one that stays; `attached` are the boxes of a role file."""
MILESTONE_KINDS = ("appeared", "vanished")
KINDS = (*BOX_KINDS, *FACT_KINDS, *PLAN_KINDS, *MILESTONE_KINDS)
"""All kinds, in the order in which they are counted out."""


class Change(NamedTuple):
    """What was one way and is another."""

    kind: str
    """One of `KINDS`."""
    milestone: str
    """Its key: of what is after, or of what was before for one that vanished."""
    id: str
    title: str
    words: str
    """What it is about: the text of the box or risk, the name of the date."""
    before: str
    """The state, value or words before; empty for what is new."""
    after: str
    path: str
    line: int
    """In the text after; in the text before where `gone`; 0 for the file as a whole."""
    gone: bool = False
    """Whether the line is one of the text before."""
    aspect: str = ""
    """What of the risk, checkpoint, dependency or blocker is another: `probability`, `date`; empty for its words."""


def change_of(
    milestone: Milestone,
    kind: str,
    words: str,
    before: str,
    after: str,
    line: int,
    *,
    gone: bool = False,
    path: str = "",
    aspect: str = "",
) -> Change:
    """A change of this milestone, in its own file unless there is a `path`."""
    where = path or milestone.path
    return Change(kind, milestone.key, milestone.id, milestone.title, words, before, after, where, line, gone, aspect)

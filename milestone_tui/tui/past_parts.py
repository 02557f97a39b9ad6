"""What changed since the program started, and since a moment of git's: the parts of the Activity panel. Reads files."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from milestone_tui.analysis.changes import changes
from milestone_tui.views.activity_rows import ActivityPart, CommitLine, since_words
from milestone_tui.workspace.history import Past, snapshot_at
from milestone_tui.workspace.moments import Moment, moment_of
from milestone_tui.workspace.past import Beginning, compared

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace

_SHOWN = "what changed since the program started is shown all the same"


def activity_parts(workspace: Workspace, beginning: Beginning | None, words: str, now: datetime) -> tuple[ActivityPart, ...]:
    """Since the start first, as far as `beginning` knows it; then since the moment that `words` mean at `now`."""
    parts = []
    if beginning is not None:
        told = changes(*compared(workspace, beginning.past(workspace)))
        parts.append(ActivityPart("since the program started", told))
    moment = moment_of(words, now)
    found = snapshot_at(str(workspace.root), moment, workspace.states()) if isinstance(moment, Moment) else moment
    if not isinstance(found, Past):
        return (*parts, ActivityPart(f"since {words}", (), note=f"{found.text}; {found.advice or _SHOWN}"))
    commit = found.commit
    title = since_words(found.words, commit.short, commit.day, now.date()) if commit else f"since {found.words}"
    lines = tuple(CommitLine(each.short, each.day, each.author, each.subject) for each in found.commits)
    return (*parts, ActivityPart(title, changes(*compared(workspace, found)), lines, found.note))

"""`status --panel activity`: what changed since a moment, as far as git knows."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any

from milestone_tui.analysis.change import Change
from milestone_tui.analysis.changes import changes, counts
from milestone_tui.cli.output import DONE, USAGE, ascii_wanted, complain, output_width, print_json, print_lines
from milestone_tui.views.activity_rows import ActivityPart, CommitLine, activity_rows, since_words
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from milestone_tui.workspace.history import NoPast, Past, snapshot_at
from milestone_tui.workspace.moments import Moment, NoMoment, moment_of
from milestone_tui.workspace.past import compared
from milestone_tui.workspace.workspace import Workspace

DEFAULT = "HEAD"
"""What is not committed yet."""


def print_activity(workspace: Workspace, args: Namespace, now: datetime) -> int:
    """Print what changed since `args.since`. `args` has `json`, `width` and `ascii` too."""
    found = sought(workspace, args.since or DEFAULT, now)
    if not isinstance(found, Past):
        complain(f"{found.text}{found.advice and '; '}{found.advice}.")
        return USAGE
    told = changes(*compared(workspace, found))
    if args.json:
        print_json(activity_json(found, told))
        return DONE
    rows = activity_rows(
        [part_of(found, told, now)],
        now.date(),
        args.width or output_width(),
        glyphs(ascii_wanted(args.ascii)),
    )
    print_lines(plain(row.line).rstrip() for row in rows)
    return DONE


def sought(workspace: Workspace, words: str, now: datetime) -> Past | NoPast | NoMoment:
    """The past that `words` mean, or why there is none."""
    moment = moment_of(words, now)
    return snapshot_at(str(workspace.root), moment, workspace.states()) if isinstance(moment, Moment) else moment


def part_of(past: Past, told: tuple[Change, ...], now: datetime) -> ActivityPart:
    """The changes since a moment of git's, with its name."""
    commit = past.commit
    title = since_words(past.words, commit.short, commit.day, now.date()) if commit else f"since {past.words}"
    lines = tuple(CommitLine(each.short, each.day, each.author, each.subject) for each in past.commits)
    return ActivityPart(title, told, lines, past.note)


def activity_json(past: Past, told: tuple[Change, ...]) -> dict[str, Any]:
    """The same as data."""
    return {
        "schema": 1,
        "panel": "activity",
        "since": {"moment": past.words, "note": past.note, "commit": _commit(past.commit) if past.commit else None},
        "totals": counts(told),
        "activity": [change._asdict() for change in told],
        "commits": [_commit(commit) for commit in past.commits],
    }


def _commit(commit: Any) -> dict[str, Any]:  # noqa: ANN401 -- a Commit; its day as text
    return {**commit._asdict(), "day": commit.day.isoformat() if commit.day else None}

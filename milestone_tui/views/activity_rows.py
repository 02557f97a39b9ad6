"""The activity panel: what changed since a moment or two, grouped by milestone, and the commits since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.change import Change
from milestone_tui.analysis.changes import counts
from milestone_tui.views.activity_words import after_of, before_of, count_words, is_rewording, matter_of, verb_of
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, joined, spread, width_of, wrapped

_VERB = 12
_INDENT = 3
_LEAST_FOR_PLACE = 76
"""Cells; a narrower row does without the place at its right end."""
_LEAST_MATTER = 12
"""Cells that are left to what a change is about before its value is cut."""
_MOST_COMMITS = 20
_STYLES = {
    "ticked": "status-completed",
    "removed": "dim",
    "risk removed": "dim",
    "checkpoint removed": "dim",
    "dependency removed": "dim",
    "blocker removed": "dim",
    "vanished": "late",
    "appeared": "status-active",
}


class CommitLine(NamedTuple):
    """What a commit says of itself; text of a repository, not yet harmless."""

    short: str
    """Its abbreviated hash."""
    day: date | None
    author: str
    subject: str


class ActivityPart(NamedTuple):
    """Everything since one moment."""

    title: str
    """`since the program started`, or what `since_words` gives."""
    changes: tuple[Change, ...]
    commits: tuple[CommitLine, ...] = ()
    """Made since then, the newest first."""
    note: str = ""
    """What has to be said of the moment, such as that git knows nothing older; or why there is nothing to compare with."""


class ActivityRow(NamedTuple):
    """One line of the panel."""

    kind: str
    """`part`, `totals`, `note`, `milestone`, `change`, `commits`, `commit` or `blank`."""
    key: str
    """Of the milestone; empty for a row that is about none, and for one that vanished."""
    path: str
    """Where the change stands; empty for a row that leads nowhere."""
    at: int
    """The line there; 0 for the file as a whole, and for what is gone."""
    line: Line


def since_words(moment: str, short: str, day: date | None, today: date) -> str:
    """`since yesterday (commit abc1234, 14 Nov)`; for HEAD, that what follows is in no commit yet."""
    when = f", {day_words(day, today)}" if day else ""
    if moment == "HEAD":
        return f"not committed yet (since commit {short}{when})"
    return f"since {shown(moment)} (commit {short}{when})"


def activity_rows(parts: Iterable[ActivityPart], today: date, width: int, glyphs: Glyphs) -> list[ActivityRow]:
    """All rows, none wider than `width` cells; the part that is given first stands first."""
    rows: list[ActivityRow] = []
    for part in parts:
        if rows:
            rows.append(_row("blank", ()))
        rows += _part(part, today, width, glyphs)
    return rows


def _part(part: ActivityPart, today: date, width: int, glyphs: Glyphs) -> list[ActivityRow]:
    title = capitalised(shown(part.title))
    rows = [_row("part", clip(((title, "heading bold"),), width, glyphs.ellipsis))]
    if part.note:
        note: Line = ((capitalised(shown(part.note)), "dim"),)
        rows += [_row("note", line) for line in wrapped(note, width, ellipsis=glyphs.ellipsis)]
    if part.changes:
        words = ", ".join(phrase.replace(" ", "\xa0") for phrase in count_words(counts(part.changes)))
        rows += [_row("totals", line) for line in wrapped(((words, ""),), width, ellipsis=glyphs.ellipsis)]
    elif not part.note or part.commits:
        rows.append(_row("totals", clip((("no milestone changed", "dim"),), width, glyphs.ellipsis)))
    group = None
    for change in part.changes:
        if change.milestone != group:
            group = change.milestone
            rows.append(_milestone(change, width, glyphs))
        rows.append(_change(change, today, width, glyphs))
    return rows + _commits(part.commits, today, width, glyphs)


def capitalised(words: str) -> str:
    """The words as the beginning of a line."""
    return f"{words[:1].upper()}{words[1:]}"


def _row(kind: str, line: Line) -> ActivityRow:
    return ActivityRow(kind, "", "", 0, line)


def _milestone(change: Change, width: int, glyphs: Glyphs) -> ActivityRow:
    title = shown(change.title) if change.title != change.id else ""
    line: Line = ((shown(change.id), "bold"), (f"  {title}" if title else "", "bold"))
    gone = change.kind == "vanished"
    clipped = clip(line if change.id else ((title, "bold"),), width, glyphs.ellipsis)
    return ActivityRow("milestone", "" if gone else change.milestone, "" if gone else change.path, 0, clipped)


def _change(change: Change, today: date, width: int, glyphs: Glyphs) -> ActivityRow:
    """`   ✓ ticked      the text of the box      m02.md:57`."""
    style = _STYLES.get(change.kind, "")
    verb = f"{sign_of(change, glyphs)} {verb_of(change)}"
    place = f"{shown(change.path.rpartition('/')[2])}{f':{change.line}' if change.line and not change.gone else ''}"
    right: Line = ((place, "dim"),) if width >= _LEAST_FOR_PLACE else ()
    head: Line = ((" " * _INDENT, ""), (verb.ljust(_VERB + 2), style), (" ", ""))
    value = _value(change, today, glyphs)
    room = width - width_of(head) - width_of(value) - (width_of(right) + 2 if right else 0) - 2
    matter: Line = ((matter_of(change), "dim" if change.gone else ""),) if matter_of(change) else ()
    matter = clip(matter, max(room, _LEAST_MATTER), glyphs.ellipsis) if value else matter
    left = (*head, *joined([matter, value], ("  ", "")))
    line = spread(left, right, width, glyphs.ellipsis)
    gone = change.kind == "vanished"
    where = "" if gone else change.path
    return ActivityRow("change", "" if gone else change.milestone, where, 0 if change.gone else change.line, line)


def _value(change: Change, today: date, glyphs: Glyphs) -> Line:
    """`active → completed`; the one side alone where there is no other."""
    before, after = before_of(change, today), after_of(change, today)
    aspect: Line = ((f"{change.aspect} ", "dim"),) if change.aspect else ()
    if change.kind == "moved":
        return ((f"from {before}", "dim"),)
    if is_rewording(change):
        return ((after, ""), (f"  was: {before}", "dim"))
    if before and after:
        return (*aspect, (before, "dim"), (f" {glyphs.arrow} ", "dim"), (after, ""))
    if change.kind in ("added", "appeared", "vanished") or " " in change.kind:
        return ((before or after, "dim"),) if before or after else ()
    if not before and not after:
        return ()
    unknown: Piece = (glyphs.unknown, "dim")
    return (*aspect, (before, "dim") if before else unknown, (f" {glyphs.arrow} ", "dim"), (after, "") if after else unknown)


def sign_of(change: Change, glyphs: Glyphs) -> str:
    """The sign in front of the verb; the verb says the same in letters."""
    kind, _, what = change.kind.partition(" ")
    if what or kind in ("added", "removed", "appeared", "vanished"):
        return "-" if "removed" in (kind, what) or kind == "vanished" else "+"
    if kind == "status":
        return glyphs.state(change.after.replace(" ", "_"))
    if kind == "box":
        return glyphs.states.get(change.after, glyphs.states["planned"])
    signs = {
        "ticked": glyphs.states["completed"],
        "unticked": glyphs.states["planned"],
        "moved": ">" if len(glyphs.arrow) > 1 else glyphs.arrow,
        "reworded": "~",
        "renamed": "~",
        "checkpoint": glyphs.checkpoint,
        "risk": glyphs.late,
        "dependency": glyphs.waits,
        "blocker": glyphs.states["blocked"],
        "attached": glyphs.link,
    }
    return signs.get(kind, "*" if len(glyphs.arrow) > 1 else glyphs.dot)


def _commits(commits: Sequence[CommitLine], today: date, width: int, glyphs: Glyphs) -> list[ActivityRow]:
    if not commits:
        return []
    head: Line = ((counted_words(len(commits), "commit", "commits"), "bold"),)
    rows = [_row("blank", ()), _row("commits", clip(head, width, glyphs.ellipsis))]
    for commit in commits[:_MOST_COMMITS]:
        day = day_words(commit.day, today) if commit.day else glyphs.unknown
        pieces: list[Piece] = [
            (" " * _INDENT, ""),
            (f"{shown(commit.short)}  ", "dim"),
            (f"{day:<12} ", "dim"),
            (shown(commit.subject), ""),
            (f"  {shown(commit.author)}", "dim"),
        ]
        rows.append(_row("commit", clip(tuple(pieces), width, glyphs.ellipsis)))
    if len(commits) > _MOST_COMMITS:
        more = f"{' ' * _INDENT}and {len(commits) - _MOST_COMMITS} more"
        rows.append(_row("commit", clip(((more, "dim"),), width, glyphs.ellipsis)))
    return rows

"""The overview: how every milestone is doing, in columns that drop out as the screen gets narrow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from milestone_tui.analysis.ladder import is_reached
from milestone_tui.analysis.standing import Standing, target_day
from milestone_tui.analysis.totals import Totals
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.model.project import Project
from milestone_tui.model.values import Problem
from milestone_tui.text.terminal import cut_inside
from milestone_tui.views.columns import Column, TableRow
from milestone_tui.views.days import day_words, target_piece
from milestone_tui.views.figures import counted_words, percent_words, shown
from milestone_tui.views.glyphs import STATE_WORDS, Glyphs
from milestone_tui.views.grouping import Group
from milestone_tui.views.lines import Line, Piece, clip, joined, width_of
from milestone_tui.views.list_rows import ID_MOST, bar_line, notes_piece, signs, state_style

BAR = 8
GROUP = "group:"
"""Before the key of a heading."""
OVERVIEW_COLUMNS = (
    Column("id", "", 12, ID_MOST, 0, inside=True),
    Column("title", "milestone", 14, 44, 0),
    Column("bar", "progress", BAR, BAR, 5),
    Column("percent", "", 5, 5, 9, right=True),
    Column("count", "boxes", 9, 9, 2, right=True),
    Column("status", "status", 9, 9, 7),
    Column("target", "target", 12, 14, 8),
    Column("checkpoint", "checkpoint", 14, 18, 3),
    Column("risk", "risk", 10, 10, 4),
    Column("notes", "attention", 10, 70, 6),
)


def next_checkpoint(milestone: Milestone, standing: Standing, contents: Contents) -> Checkpoint | None:
    """The first checkpoint that is not reached."""
    return next((each for each in contents.checkpoints if not is_reached(each, milestone, standing)), None)


def next_checkpoints(pairs: Iterable[tuple[Milestone, Contents]], standings: dict[str, Standing]) -> dict[str, Checkpoint | None]:
    """The next checkpoint of each milestone by its key, as far as it is known how it stands."""
    return {
        milestone.key: next_checkpoint(milestone, standings[milestone.key], contents)
        for milestone, contents in pairs
        if milestone.key in standings
    }


def overview_row(
    milestone: Milestone,
    standing: Standing,
    problem: Problem | None,
    checkpoint: Checkpoint | str | None,
    today: date,
    glyphs: Glyphs,
) -> TableRow:
    """One milestone. `checkpoint` is an empty string as long as nobody has looked."""
    boxes = milestone.boxes
    unknown: Piece = (glyphs.unknown, "dim")
    cells: tuple[Line, ...] = (
        ((cut_inside(shown(milestone.id), ID_MOST, glyphs.ellipsis), "dim"),),
        ((shown(milestone.title) or shown(milestone.id), "dim" if standing.state == "cancelled" else ""),),
        bar_line(standing, BAR, glyphs),
        ((percent_words(standing.percent, glyphs.unknown), "" if standing.percent is not None else "dim"),),
        ((f"{boxes.done}/{boxes.total}", "dim") if boxes.total else unknown,),
        ((STATE_WORDS.get(standing.state, glyphs.unknown), state_style(standing.state)),),
        (target_piece(milestone.date("target"), standing, today, glyphs.unknown),),
        (checkpoint_piece(checkpoint, today, glyphs),) if not isinstance(checkpoint, str) else (("", ""),),
        (_risk(milestone, glyphs),),
        (notes_piece(standing, problem, glyphs),),
    )
    return TableRow(milestone.key, signs(standing, problem is not None, glyphs), cells, milestone.path)


def group_row(group: Group, glyphs: Glyphs) -> TableRow:
    """The heading of a group with its totals; its line stands in the place of the signs."""
    totals = group.totals
    boxes: Line = ((f"  {totals.boxes.done}/{totals.boxes.total}", "dim"),) if totals.boxes.total else ()
    line: Line = (
        (shown(group.words), "heading bold"),
        (f"  {counted_words(totals.milestones, 'milestone', 'milestones')}", "dim"),
        (f"  {percent_words(totals.percent, glyphs.unknown)}", ""),
        *boxes,
    )
    return TableRow(f"{GROUP}{group.name}", line, ())


def checkpoint_piece(checkpoint: Checkpoint | None, today: date, glyphs: Glyphs) -> Piece:
    """`◇ 50 % 12 Dec`; a day that is past is said to be missed."""
    if checkpoint is None:
        return glyphs.unknown, "dim"
    words = [] if checkpoint.percent is None else [f"{checkpoint.percent:g} %"]
    if checkpoint.day:
        words.append(day_words(checkpoint.day, today))
    if checkpoint.day and checkpoint.day < today:
        return f"{glyphs.late} {' '.join(words)}", "late"
    return f"{glyphs.checkpoint} {' '.join(words) or shown(checkpoint.criteria)}", ""


def _risk(milestone: Milestone, glyphs: Glyphs) -> Piece:
    level = milestone.risk_level
    if level is None:
        return glyphs.unknown, "dim"
    if level.value is None:
        return shown(level.raw), "dim"
    return f"{glyphs.levels.get(level.value, ' ')} {level.value}", f"risk-{level.value}"


def totals_line(totals: Totals, nearest: str, skipped: int, width: int, glyphs: Glyphs) -> Line:
    """What stands above the table: how many are in which state, the `nearest` target, and what is not counted.

    Words give way to signs, then parts go from the right, as the width shrinks.
    """
    states = totals.by_state
    words: list[Line] = [
        ((f"{glyphs.state(state)} {states[state]} {word}", state_style(state)),)
        for state, word in STATE_WORDS.items()
        if states.get(state)
    ]
    if states.get("unknown"):
        words.append(((f"{glyphs.unknown} {states['unknown']} without a status", "dim"),))
    few: list[Line] = [
        ((f"{glyphs.state(state)} {states[state]}", state_style(state)),) for state in STATE_WORDS if states.get(state)
    ]
    if states.get("unknown"):
        few.append(((f"{glyphs.unknown} {states['unknown']}", "dim"),))
    more: list[Line] = [((f"next {nearest}", ""),)] if nearest else []
    if totals.uncounted:
        more.append(((f"{totals.uncounted} without boxes", "dim"),))
    if skipped:
        more.append(((f"{counted_words(skipped, 'file', 'files')} passed over", "dim"),))
    between: Piece = ("  ", "")
    for parts in ([*words, *more], *([*few, *more[:kept]] for kept in range(len(more), -1, -1))):
        line = joined(parts, between)
        if width_of(line) <= width:
            return line
    return clip(joined(few, (" ", "")), width, glyphs.ellipsis)


def nearest_target(project: Project, standings: dict[str, Standing], today: date) -> str:
    """The milestone that is due next, with its day; empty when none is."""
    coming = ((days, each) for each in project.milestones if (days := standings[each.key].due_days) is not None and days >= 0)
    found = min(coming, key=lambda pair: pair[0], default=None)
    day = target_day(found[1]) if found else None
    return f"{shown(found[1].id)} {day_words(day, today)}" if found and day else ""

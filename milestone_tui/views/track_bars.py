"""One milestone on the time axis: bar with progress, overdue days, buffer, slack, checkpoints; words where there is no bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from milestone_tui.analysis.ladder import is_reached
from milestone_tui.analysis.schedule import Plan
from milestone_tui.analysis.standing import Standing
from milestone_tui.analysis.workdays import day_of_number, number_after
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.text.terminal import clipped
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece
from milestone_tui.views.list_rows import state_style
from milestone_tui.views.time_axis import Axis


class Mark(NamedTuple):
    """A checkpoint on the axis."""

    day: date
    state: str
    """`reached`, `missed` or `ahead`."""


class BarSigns(NamedTuple):
    """What bars are made of, each a cell wide."""

    done: str
    left: str
    computed_done: str
    computed_left: str
    buffer: str
    slack: str
    overdue: str
    """Days from a missed target to today."""
    today: str
    point: str
    """A date without a length."""
    reached: str
    earlier: str
    """Something is to the left of what is in sight."""
    later: str
    computed: str
    """Before days in words that are computed."""
    critical: str
    """Of what is on the critical path."""
    told: str
    """A bar of what says completed, and has nothing that could be counted."""


_MARK_STYLES = {"reached": "status-completed", "missed": "late bold", "ahead": "bold"}
_LEAST_CUT = 1
"""The line of today goes through bars, but not through the last cell of one."""

UNICODE = BarSigns("█", "░", "╍", "╌", "≈", "·", "!", "│", "▏", "◆", "‹", "›", "~", "»", "▒")
ASCII = BarSigns("#", "-", "=", ":", "~", ".", "!", "|", "]", "+", "<", ">", "~", "^", "v")


def bar_line(
    plan: Plan,
    standing: Standing,
    share: float | None,
    marks: Sequence[Mark],
    axis: Axis,
    today: date,
    signs: BarSigns,
    glyphs: Glyphs,
) -> Line:
    """Exactly `axis.cells` cells. `share` is the per cent that is counted, or else declared."""
    cells: list[Piece] = [(" ", "")] * axis.cells
    now = axis.cell(today)
    _put(cells, now, now + 1, signs.today, "late")
    end = _tail(cells, plan, standing, _bar(cells, plan, standing, share, axis, signs), axis, now, signs)
    if end - _LEAST_CUT >= now:
        _put(cells, now, now + 1, signs.today, "late")
    for mark in marks:
        at = axis.cell(mark.day)
        sign = signs.reached if mark.state == "reached" else glyphs.checkpoint
        _put(cells, at, at + 1, sign, _MARK_STYLES[mark.state])
    _beyond(cells, plan, axis, signs)
    _say(cells, "" if standing.closed else _words(plan), end, glyphs.ellipsis)
    return _merged(cells)


def only_told(standing: Standing, share: float | None) -> bool:
    """Whether nothing but its status says how far it is, and that says completed."""
    return standing.state == "completed" and share is None


def _bar(cells: list[Piece], plan: Plan, standing: Standing, share: float | None, axis: Axis, signs: BarSigns) -> int:
    """Draw the bar, or the one day that is known; the first cell after it."""
    style = "critical-path" if plan.critical else state_style(standing.state)
    if plan.start is None or plan.finish is None:
        day = plan.start or plan.finish
        if day is None:
            return 0
        at = axis.cell(day) if plan.start else axis.stretch(day, day)[1] - 1
        _put(cells, at, at + 1, signs.point, style)
        return at + 1
    first, after = axis.stretch(plan.start, plan.finish)
    filled = _filled(after - first, share or 0.0)
    full, rest = (signs.computed_done, signs.computed_left) if plan.computed else (signs.done, signs.left)
    rest = signs.told if only_told(standing, share) else rest
    _put(cells, first, first + filled, full, style)
    _put(cells, first + filled, after, rest, style)
    return after


def _tail(cells: list[Piece], plan: Plan, standing: Standing, after: int, axis: Axis, now: int, signs: BarSigns) -> int:
    """Draw what comes behind the bar: slack, buffer over it, and over both the days that it is overdue; the first cell after."""
    end = after
    if plan.slack and plan.slack > 0 and plan.finish and plan.late_finish:
        end = max(axis.stretch(plan.finish, plan.late_finish)[1], after)
        number = number_after(plan.late_finish) - plan.slack
        put_off = number > number_after(plan.finish)  # it cannot end as it says: slack is what comes after its earliest end
        begin = max(axis.cell_after(day_of_number(number - 1)), after) if put_off else after
        _put(cells, begin, end, signs.slack, "dim")
    if plan.buffer and plan.barred and plan.finish and not standing.closed:
        last = day_of_number(number_after(plan.finish) + plan.buffer - 1)
        buffer_end = axis.stretch(plan.finish, last)[1]
        _put(cells, after, buffer_end, signs.buffer, "critical-path" if plan.critical else state_style(standing.state))
        end = max(end, buffer_end)
    if standing.late_days and plan.finish:
        _put(cells, after, now, signs.overdue, "late")
        end = max(end, now + 1)
    return end


def _filled(cells: int, percent: float) -> int:
    """All of them only at 100 per cent."""
    return min(round(cells * percent / 100), cells if percent >= 100 else cells - 1)


def marks(checkpoints: Iterable[Checkpoint], milestone: Milestone, standing: Standing, today: date) -> tuple[Mark, ...]:
    """The checkpoints that have a day."""
    out = []
    for checkpoint in checkpoints:
        if checkpoint.day is not None:
            reached = is_reached(checkpoint, milestone, standing)
            out.append(Mark(checkpoint.day, "reached" if reached else "missed" if checkpoint.day < today else "ahead"))
    return tuple(out)


def out_of_sight(plans: Iterable[Plan], axis: Axis) -> tuple[bool, bool]:
    """Whether a bar goes on to the left of what is in sight, and one to the right."""
    ends = [(first, last) for plan in plans if (first := plan.start or plan.finish) and (last := plan.finish or plan.start)]
    if not ends:
        return False, False
    last = max(last for _, last in ends)
    return axis.cell(min(ends)[0]) < 0, axis.stretch(last, last)[1] > axis.cells


def _beyond(cells: list[Piece], plan: Plan, axis: Axis, signs: BarSigns) -> None:
    """Signs at the ends for a bar that goes on there."""
    earlier, later = out_of_sight((plan,), axis)
    if earlier and cells:
        cells[0] = (signs.earlier, "dim")
    if later and cells:
        cells[-1] = (signs.later, "dim")


def _words(plan: Plan) -> str:
    if not plan.barred:
        return plan.note
    words = "computed" if plan.computed else ""
    return f"{words}, at the earliest" if plan.uncertain and words else words


def _say(cells: list[Piece], words: str, end: int, ellipsis: str) -> None:
    """Words behind the bar, else before it, where they fit between what is drawn."""
    if not words:
        return
    start = min(max(end + 1, 1), len(cells))
    while start < len(cells) and cells[start - 1][0] != " ":
        start += 1
    room = len(cells) - start
    if room < len(words):
        blank = next((at for at, (sign, _) in enumerate(cells) if sign != " "), len(cells))
        if blank > len(words):
            start, room = blank - len(words) - 1, len(words)
    if room < min(len(words), 8):
        return
    for number, character in enumerate(clipped(words, room, ellipsis)):
        cells[start + number] = (character, "dim")


def _put(cells: list[Piece], first: int, after: int, sign: str, style: str) -> None:
    for at in range(max(first, 0), min(after, len(cells))):
        cells[at] = (sign, style)


def _merged(cells: Sequence[Piece]) -> Line:
    out: list[Piece] = []
    for sign, style in cells:
        if out and out[-1][1] == style:
            out[-1] = (out[-1][0] + sign, style)
        else:
            out.append((sign, style))
    return tuple(out)

"""What the signs of the bars mean; those that are rare are explained where they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milestone_tui.analysis.schedule import Plan
from milestone_tui.analysis.standing import Standing
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, wrapped
from milestone_tui.views.time_axis import Axis
from milestone_tui.views.track_bars import BarSigns, only_told, out_of_sight


class Shown(NamedTuple):
    """What decides how one milestone is drawn."""

    plan: Plan
    standing: Standing
    share: float | None
    """The per cent that is counted, or else declared."""


def legend_lines(shown: Sequence[Shown], axis: Axis, width: int, signs: BarSigns, glyphs: Glyphs) -> list[Line]:
    """At least one line; none is wider than `width` cells, and none parts a sign from its word."""
    words = "   ".join(f"{sign} {word}".replace(" ", "\xa0") for sign, word in _pairs(shown, axis, signs, glyphs))
    return wrapped(((words, "dim"),), width, ellipsis=glyphs.ellipsis)


def _pairs(shown: Sequence[Shown], axis: Axis, signs: BarSigns, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    yield signs.done, "done"
    yield signs.left, "left"
    if any(only_told(each.standing, each.share) for each in shown):
        yield signs.told, "says completed"
    yield signs.computed_left, "computed"
    if any(each.standing.late_days and each.plan.finish for each in shown):
        yield signs.overdue, "overdue"
    yield signs.buffer, "buffer"
    yield signs.slack, "slack"
    yield glyphs.checkpoint, "checkpoint"
    yield signs.reached, "reached"
    earlier, later = out_of_sight((each.plan for each in shown), axis)
    if earlier:
        yield signs.earlier, "before this view"
    if later:
        yield signs.later, "after this view"

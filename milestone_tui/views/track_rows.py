"""What runs side by side: a lane a track with its milestones on a time axis, and what is at odds below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple

from milestone_tui.analysis.conflicts import Conflict, conflicts
from milestone_tui.analysis.graph import Graph, Place, graph
from milestone_tui.analysis.ladder import actual_percent
from milestone_tui.analysis.schedule import Plan, Schedule, schedule
from milestone_tui.analysis.standing import Standing
from milestone_tui.analysis.tracks import Lane, lanes
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.text.terminal import cut_inside
from milestone_tui.views.days import day_words
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.graph_words import GraphWords
from milestone_tui.views.lines import Line, clip, fill, spread, width_of, wrapped
from milestone_tui.views.list_rows import broken_paths
from milestone_tui.views.list_rows import signs as list_signs
from milestone_tui.views.time_axis import Axis, labels
from milestone_tui.views.track_bars import ASCII, UNICODE, BarSigns, Mark, bar_line, marks
from milestone_tui.views.track_legend import Shown, legend_lines
from milestone_tui.views.track_scale import Stretch, fitting_axis

LABEL_LEAST, LABEL_MOST = 12, 30
CELLS_LEAST = 24
"""Fewer cells for the axis than this, and the days are said in words."""
ID_MOST = 12


class TrackRow(NamedTuple):
    """One row of the panel."""

    kind: str
    """`axis`, `lane`, `milestone`, `legend`, `critical` (the path), `heading` (of the conflicts), `conflict` or `blank`."""
    key: str
    """Unique. Of a milestone its own."""
    made: Line | Callable[[], Line]
    """The first line, or what draws it: of a thousand bars few are ever seen."""
    more: tuple[Line, ...] = ()
    """The lines below the first one."""
    milestone: str = ""
    """Key of the milestone that it is about; of a conflict of the first one."""
    places: tuple[Place, ...] = ()
    """Where it is stated: what a milestone's bar begins with, or else the milestone; both lines of a conflict."""

    @property
    def line(self) -> Line:
        """The first line."""
        return self.made() if callable(self.made) else self.made

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return self.line, *self.more

    @property
    def path(self) -> str:
        """Of the first place; empty when there is none."""
        return self.places[0].path if self.places else ""

    @property
    def source(self) -> int:
        """Line of the first place in its file; 0 when there is none."""
        return self.places[0].line if self.places else 0


class Tracks(NamedTuple):
    """Everything that the rows are made from."""

    graph: Graph
    schedule: Schedule
    lanes: tuple[Lane, ...]
    conflicts: tuple[Conflict, ...]
    marks: Mapping[str, Sequence[Mark]]
    """The checkpoints by key of milestone, as far as they are loaded."""
    today: date
    begins: Mapping[str, Place] = MappingProxyType({})
    """By key of milestone where it begins, for those whose bar comes from no line."""
    shares: Mapping[str, float | None] = MappingProxyType({})
    """By key of milestone the per cent that is counted, or else declared."""
    broken: frozenset[str] = frozenset()
    """Paths of the files that have a problem."""


def tracks_of(
    project: Project, pairs: Iterable[tuple[Milestone, Contents]], standings: dict[str, Standing], today: date
) -> Tracks:
    """The tracks of a project; `pairs` are those of its milestones whose contents are loaded."""
    found = graph(project, standings)
    times = schedule(project, found, today)
    points = {each.key: marks(contents.checkpoints, each, standings[each.key], today) for each, contents in pairs}
    begins = {each.key: Place(each.path, each.line) for each in project.milestones}
    shares = {each.key: actual_percent(each, standings[each.key]) for each in project.milestones}
    at_odds = conflicts(project, found, times)
    broken = frozenset(broken_paths(project))
    return Tracks(found, times, lanes(project, found, times), at_odds, points, today, begins, shares, broken)


def track_axis(tracks: Tracks, width: int, zoom: str = "", offset: int = 0) -> Axis:
    """The axis beside the labels in `width` cells; without a `zoom` the one in which everything has room, or most.

    What is cancelled does not decide it.
    """
    cells = max(width - _label_width(width) - 1, 1)
    plans, standings = tracks.schedule.plans, tracks.graph.standings
    alive = [plan for plan in plans.values() if standings[plan.key].state != "cancelled"]
    stretches = [found for plan in alive or plans.values() if (found := _stretch(tracks, plan)).days]
    return fitting_axis(stretches, tracks.today, cells, zoom, offset)


def _stretch(tracks: Tracks, plan: Plan) -> Stretch:
    ends = ((plan.start, plan.start_stated), (plan.finish, plan.finish_stated))
    points = [mark.day for mark in tracks.marks.get(plan.key, ())]
    stated = (*(day for day, told in ends if day and told), *points)
    computed = tuple(day for day, told in ends if day and not told)
    return Stretch(stated, computed, plan.finish or plan.start, not tracks.graph.closed(plan.key))


def track_rows(tracks: Tracks, axis: Axis, width: int, glyphs: Glyphs, ascii_only: bool = False) -> list[TrackRow]:
    """All rows; none is wider than `width` cells."""
    signs = ASCII if ascii_only else UNICODE
    drawing = axis.cells >= CELLS_LEAST and width > axis.cells
    at_odds = frozenset(key for conflict in tracks.conflicts for key in conflict.keys)
    rows = _axis_rows(tracks, axis, width, signs) if drawing else []
    for lane in tracks.lanes:
        if rows and rows[-1].kind == "milestone":
            rows.append(TrackRow("blank", f"blank:{lane.name}", ()))
        rows.append(TrackRow("lane", f"lane:{lane.name}", _lane_line(lane, width, glyphs)))
        for key in lane.keys:
            odd = key in at_odds
            line = (
                partial(_bar_row, tracks, key, odd, axis, width, signs, glyphs)
                if drawing
                else partial(_worded_row, tracks, key, odd, width, signs, glyphs)
            )
            rows.append(TrackRow("milestone", key, line, (), key, _places(tracks, key)))
    rows += _below(tracks, axis, width, glyphs, ascii_only, drawing)
    return [*rows, *_conflict_rows(tracks.conflicts, width, glyphs.conflict, glyphs.ellipsis)]


def _below(tracks: Tracks, axis: Axis, width: int, glyphs: Glyphs, ascii_only: bool, drawing: bool) -> list[TrackRow]:
    """What the signs of the bars mean, and the critical path in words."""
    signs = ASCII if ascii_only else UNICODE
    rows: list[TrackRow] = []
    keys = [key for lane in tracks.lanes for key in lane.keys]
    if drawing and any(_stretch(tracks, tracks.schedule.plans[key]).days for key in keys):
        standings, plans = tracks.graph.standings, tracks.schedule.plans
        shown = [Shown(plans[key], standings[key], tracks.shares.get(key)) for key in keys]
        first, *more = legend_lines(shown, axis, width, signs, glyphs)
        rows.append(TrackRow("legend", "legend", first, tuple(more)))
    said = GraphWords(tracks.graph, tracks.schedule, width, glyphs, ascii_only).critical(signs.critical)
    words = [clip(line, width, glyphs.ellipsis) for line in said]
    if words:
        rows.append(TrackRow("critical", "critical", words[0], tuple(words[1:])))
    return [TrackRow("blank", "blank:legend", ()), *rows] if rows else []


def _places(tracks: Tracks, key: str) -> tuple[Place, ...]:
    plan = tracks.schedule.plans[key]
    found = plan.start_place or plan.finish_place or tracks.begins.get(key)
    return (found,) if found else ()


def _label_width(width: int) -> int:
    return min(max(width // 4, LABEL_LEAST), LABEL_MOST)


def _axis_rows(tracks: Tracks, axis: Axis, width: int, signs: BarSigns) -> list[TrackRow]:
    blank = " " * (width - axis.cells)
    now = axis.cell(tracks.today)
    rows = [TrackRow("axis", f"axis:{at}", ((blank + line.rstrip(), "dim"),)) for at, line in enumerate(labels(axis))]
    if 0 <= now < axis.cells:
        word = "today" if now + 5 <= axis.cells else ""
        rows.append(TrackRow("axis", "axis:today", ((blank + " " * now, ""), (word or signs.today, "late"))))
    return rows


def _lane_line(lane: Lane, width: int, glyphs: Glyphs) -> Line:
    name = shown(lane.name.replace(" – ", f" {glyphs.dash} ") if lane.proposed else lane.name) or (
        "without dependencies" if lane.proposed else "without a track"
    )
    left: Line = ((name, "heading bold"), ("  proposed" if lane.proposed and lane.name else "", "dim"))
    words = [f"{counted_words(lane.buffer, 'day', 'days')} of buffer"] if lane.buffer else []
    if lane.slack is not None:
        few = counted_words(abs(lane.slack), "day", "days")
        words.append(f"{few} too late" if lane.slack < 0 else f"{few} of slack")
    right = f" {glyphs.dot} ".join(words)
    if width_of(left) + len(right) + 2 > width:
        return clip(left, width, glyphs.ellipsis)
    return spread(left, ((right, "dim"),) if right else (), width, glyphs.ellipsis)


def _label(tracks: Tracks, key: str, glyphs: Glyphs) -> Line:
    """The two signs that it has in every list, id and title."""
    node, plan, begins = tracks.graph.nodes[key], tracks.schedule.plans[key], tracks.begins.get(key)
    sign, flag = list_signs(tracks.graph.standings[key], begins is not None and begins.path in tracks.broken, glyphs)
    id = cut_inside(shown(node.id), ID_MOST, glyphs.ellipsis)
    title = f" {shown(node.title)}" if node.title not in ("", node.id) else ""
    return sign, flag, (" ", ""), (id, "critical-path" if plan.critical else ""), (title, "dim")


def _time_signs(tracks: Tracks, key: str, at_odds: bool, signs: BarSigns, glyphs: Glyphs) -> Line:
    """Of its days: on the critical path, at odds with another one; they stand between label and bar."""
    critical: Line = ((signs.critical, "critical-path"),) if tracks.schedule.plans[key].critical else ()
    return (*critical, (glyphs.conflict, "disagree")) if at_odds else critical


def _bar_row(tracks: Tracks, key: str, at_odds: bool, axis: Axis, width: int, signs: BarSigns, glyphs: Glyphs) -> Line:
    room = width - axis.cells - 1
    right = _time_signs(tracks, key, at_odds, signs, glyphs)
    left = fill(spread(_label(tracks, key, glyphs), right, room, glyphs.ellipsis, gap=1), room)
    plan, standing = tracks.schedule.plans[key], tracks.graph.standings[key]
    bar = bar_line(plan, standing, tracks.shares.get(key), tracks.marks.get(key, ()), axis, tracks.today, signs, glyphs)
    return (*left, (" ", ""), *bar)


def _worded_row(tracks: Tracks, key: str, at_odds: bool, width: int, signs: BarSigns, glyphs: Glyphs) -> Line:
    """The days in words, for where there is no room for an axis."""
    plan = tracks.schedule.plans[key]
    if plan.barred:
        ends = (day_words(day, tracks.today) if day else glyphs.unknown for day in (plan.start, plan.finish))
        words = f"{f'{signs.computed} ' if plan.computed else ''}{f' {glyphs.dash} '.join(ends)}"
    else:
        words = day_words(plan.finish, tracks.today) if plan.finish else plan.note
    words = words if len(words) < width - 8 else glyphs.unknown
    right = _time_signs(tracks, key, at_odds, signs, glyphs)
    gap: Line = ((" ", ""),) if right else ()
    return spread(_label(tracks, key, glyphs), (*right, *gap, (words, "dim")), width, glyphs.ellipsis)


@lru_cache(4)
def _conflict_rows(found: tuple[Conflict, ...], width: int, sign: str, ellipsis: str) -> tuple[TrackRow, ...]:
    """They are the same however near the axis is, and breaking their lines takes longer than all else."""
    rows: list[TrackRow] = []
    for conflict in found:
        places = "; ".join(map(str, conflict.places))
        line: Line = ((f"{sign} ", "disagree"), (shown(conflict.text), ""), (shown(f"  {places}"), "dim"))
        first, *more = wrapped(line, max(width - 2, 1), ellipsis=ellipsis)
        below = tuple(clip((("  ", ""), *part), width, ellipsis) for part in more)
        key = f"conflict:{conflict.kind}:{':'.join(conflict.keys)}"
        rows.append(TrackRow("conflict", key, clip(first, width, ellipsis), below, conflict.keys[0], conflict.places))
    if not rows:
        return ()
    heading: Line = ((f"{sign} {counted_words(len(found), 'conflict', 'conflicts')}", "disagree bold"),)
    top = TrackRow("heading", "conflicts", clip(heading, width, ellipsis))
    return TrackRow("blank", "blank:conflicts", ()), top, *rows


def row_width(row: TrackRow) -> int:
    """Cells that its widest line takes."""
    return max(map(width_of, row.lines))

"""Panel 5: what runs side by side? A lane a track on one time axis, and below the lanes what is at odds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size

from milestone_tui.analysis.graph import Place as Stated
from milestone_tui.analysis.ladder import actual_percent
from milestone_tui.model.edit import SetField
from milestone_tui.tui.messages import FactsAsked, Said
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.listed import Origin
from milestone_tui.tui.panels.panel import View
from milestone_tui.tui.panels.stepping import SteppingPanel
from milestone_tui.tui.survey import CONTENTS, PLAN, Plan, Survey
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.tui.widgets.line_view import LineBlock
from milestone_tui.views.figures import counted_words
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, plain, width_of
from milestone_tui.views.list_rows import NOTHING_FOUND, broken_paths
from milestone_tui.views.time_axis import ZOOMS, Axis
from milestone_tui.views.track_bars import marks
from milestone_tui.views.track_drawing import TrackDrawing, Wish, track_drawing
from milestone_tui.views.track_rows import TrackRow, Tracks

_PAN_SHARE = 4
"""A step to the side is one part of so many of what is in view."""


class _Still(LineBlock):
    """Lines above the list that do not scroll: the axis, and in a pane the words about dependencies."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.shown: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, in as many rows."""
        self.shown = lines
        self.styles.height = len(lines)
        self.display = bool(lines)
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Those."""
        return self.shown


class TrackList(LineList[TrackRow]):
    """Lanes, bars and conflicts."""

    ONE_LINE_ROWS = False
    BINDING_GROUP_TITLE = "Tracks"

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="lanes")
        self.marker = signs.cursor

    def key_of(self, row: TrackRow) -> str:
        """Of a milestone its own."""
        return row.key

    def stops(self, row: TrackRow) -> bool:
        """At milestones and conflicts."""
        return bool(row.milestone)

    def height_of(self, row: TrackRow, width: int) -> int:
        """As many lines as it has."""
        return 1 + len(row.more)

    def draw(self, row: TrackRow, width: int) -> list[Drawn]:
        """The lines; of a bar the cursor covers the label."""
        hot = width_of(row.line[:5]) if row.kind == "milestone" else width_of(row.line)
        return [Drawn(line, hot if number == 0 else 0) for number, line in enumerate(row.lines)]

    def words_of(self, row: TrackRow) -> str:
        """Everything in the row."""
        return " ".join(plain(line) for line in row.lines)


class TracksPanel(SteppingPanel[TrackRow]):
    """The time axis above, the lanes below it."""

    BINDING_GROUP_TITLE = "Tracks"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign", "zoom(-1)", "nearer", key_display="+", id="tracks.nearer", tooltip="Nearer: up to days"),
        Binding("minus", "zoom(1)", "farther", key_display="-", id="tracks.farther", tooltip="Farther: up to quarters"),
        Binding("l,right", "pan(1)", "Later", show=False, id="tracks.later", tooltip="Into the future"),
        Binding("h,left", "pan(-1)", "Earlier", show=False, id="tracks.earlier", tooltip="Into the past"),
        edit_key("Edit the facts of the milestone"),
        Binding(
            "shift+right,L", "target(1)", "Target later", show=False, id="edit.target_later", tooltip="Its target a day later"
        ),
        Binding(
            "shift+left,H",
            "target(-1)",
            "Target earlier",
            show=False,
            id="edit.target_earlier",
            tooltip="Its target a day earlier",
        ),
        Binding("0", "fit", "all", id="tracks.fit", tooltip="Back to the scale with room for most"),
    ]
    PANE_TITLE = "Dependencies and tracks"
    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.words = _Still(id="track-words")
        self.axis = _Still(id="axis")
        self.listed: TrackList = TrackList(self.glyphs)
        self.zoom = ""
        self.shift = 0
        self._drawings: dict[bool, TrackDrawing] = {}
        """The last one as a pane, and the last one alone."""
        self._axis: Axis | None = None
        """The one that is shown."""
        self._tracks_of: tuple[Survey, Tracks] | None = None
        self._drawn_for: tuple[Size, bool] | None = None
        """The room, and whether it is one of several panes."""

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.words
        yield self.axis
        yield self.listed

    # What it shows

    def update(self, view: View) -> None:
        """Place everything on the axis."""
        room = self.room
        width = room.width - 3
        tracks = self._tracks()
        if tracks is None:
            self.axis.show_lines([((f" working out the plan {self.glyphs.ellipsis}", "dim"),)])
        if tracks is None or width < 2:
            return
        if view.survey is not None:
            self.underway.show(view.survey.snapshot)
        if not view.snapshot.project.milestones:
            self.axis.show_lines([((f" {NOTHING_FOUND}", "dim"),)])
            self.words.show_lines(())
            self.listed.show_rows([])
            return
        wish = Wish(width, room.height, self.has_class("-pane"), self.zoom, self.shift)
        drawing = self._drawings.get(wish.pane)
        if drawing is None or not drawing.serves(tracks, wish):
            drawing = self._drawings[wish.pane] = track_drawing(tracks, wish, self.glyphs, self.ascii_only)
        self._drawn_for = room, wish.pane
        self._axis = drawing.axis
        self.axis.show_lines(drawing.above)
        self.listed.show_rows(drawing.rows)
        self.words.show_lines(drawing.words)

    def _tracks(self) -> Tracks | None:
        survey = self.view.survey if self.view else None
        if survey is None or survey.plan is None:
            return None
        if self._tracks_of is not None and self._tracks_of[0] is survey:
            return self._tracks_of[1]
        snapshot, plan = survey.snapshot, survey.plan
        points = {
            milestone.key: marks(contents.checkpoints, milestone, snapshot.standings[milestone.key], snapshot.today)
            for milestone, contents in survey.pairs
        }
        begins = {each.key: Stated(each.path, each.line) for each in snapshot.project.milestones}
        shares = {each.key: actual_percent(each, snapshot.standings[each.key]) for each in snapshot.project.milestones}
        broken = frozenset(broken_paths(snapshot.project))
        tracks = Tracks(plan.graph, plan.schedule, plan.lanes, plan.conflicts, points, snapshot.today, begins, shares, broken)
        self._tracks_of = survey, tracks
        return tracks

    def on_resize(self) -> None:
        """There is other room, or any at all."""
        if self.view is not None and self._drawn_for != (self.content_size, self.has_class("-pane")):
            empty = not self.key()
            self.update(self.view)
            if empty:
                self.follow(self.view.selected)
                if self.has_focus_within:
                    self.tell_moved()

    # Keys

    def action_edit(self) -> None:
        """Edit the facts."""
        self.post_message(FactsAsked(self.key(), "target"))

    def action_target(self, step: int) -> None:
        """The target a day later or earlier; a day that was only computed stands in no file."""
        row, view = self.listed.current, self.view
        milestone = view.snapshot.milestones.get(row.milestone) if row is not None and view is not None else None
        if row is None or row.kind != "milestone" or milestone is None:
            self.post_message(Said("there is no bar in this row", "dim"))
            return
        dated = milestone.date("target")
        if dated is None or dated.day is None:
            self.post_message(Said("its file states no day as target: the bar is computed; e states one", "dim"))
            return
        edit = partial(SetField, milestone.path, milestone.key, "target")
        self.ask_day(row.key, dated.day, dated.raw, step, lambda day, seen: edit(day, expect=seen))

    def action_zoom(self, step: int) -> None:
        """Nearer or farther, around the day in the middle of the view."""
        at = ZOOMS.index(self._axis.zoom) + step if self._axis is not None else 0
        self.zoom = ZOOMS[max(0, min(at, len(ZOOMS) - 1))]
        self.shift = 0
        self._draw_again(f"by {self.zoom}s" if self.zoom != "day" else "by days")

    def action_pan(self, step: int) -> None:
        """To the side."""
        if self._axis is not None:
            self.zoom = self._axis.zoom
            self.shift += step * max(self._axis.cells // _PAN_SHARE, 1)
            self._draw_again("")

    def action_fit(self) -> None:
        """Everything."""
        self.zoom, self.shift = "", 0
        self._draw_again("everything that has room")

    def _draw_again(self, said: str) -> None:
        if self.view is not None:
            self.update(self.view)
        if said:
            self.post_message(Said(said, "dim"))

    # What is remembered

    def remember(self) -> dict[str, Any]:
        """How near it is."""
        return {"zoom": self.zoom}

    def recall(self, values: dict[str, Any]) -> None:
        """How near it was."""
        self.zoom = values["zoom"] if values.get("zoom") in ZOOMS else ""

    # What others ask

    def origin(self, row: TrackRow) -> Origin:
        """Where the dates are stated."""
        return Origin(row.milestone, row.path, row.source)

    def needs(self) -> frozenset[str]:
        """The plan, and the checkpoints."""
        return frozenset((PLAN, CONTENTS))

    def figures(self) -> Line:
        """How many tracks and conflicts."""
        plan: Plan | None = self.view.survey.plan if self.view and self.view.survey else None
        if plan is None:
            return ((f"working out the plan {self.glyphs.ellipsis}", "dim"),)
        named = sum(bool(lane.name) for lane in plan.lanes)
        odds = counted_words(len(plan.conflicts), "conflict", "conflicts")
        conflicts: Line = ((f"  {self.glyphs.conflict} {odds}", "disagree"),) if plan.conflicts else ()
        return ((counted_words(named, "track", "tracks"), "dim"), *conflicts)


PANEL = TracksPanel

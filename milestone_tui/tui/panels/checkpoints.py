"""Panel 6: are we on time? Checkpoints, reviews and targets by day, and each milestone's ladder."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from milestone_tui.model.edit import SetCheckpoint, SetField
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint
from milestone_tui.tui.messages import FactsAsked, FormAsked, Said
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.listed import Origin
from milestone_tui.tui.panels.panel import PanelTotals, View
from milestone_tui.tui.panels.stepping import SteppingPanel
from milestone_tui.tui.panels.whole_edits import checkpoint_added, checkpoint_deleted
from milestone_tui.tui.survey import CONTENTS
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.figures import counted_words
from milestone_tui.views.ladder_rows import LadderRow, drawn_ladder, ladder_rows, totals_line
from milestone_tui.views.lines import Drawn, Line, plain, width_of


class LadderList(LineList[LadderRow]):
    """The rows."""

    ONE_LINE_ROWS = False
    BINDING_GROUP_TITLE = "Checkpoints"

    def __init__(self, panel: CheckpointsPanel) -> None:
        super().__init__(id="ladders")
        self.panel = panel
        self.marker = panel.glyphs.cursor

    def key_of(self, row: LadderRow) -> str:
        """Milestone, kind and words."""
        return row.key

    def stops(self, row: LadderRow) -> bool:
        """At all but headings."""
        return not row.title

    def height_of(self, row: LadderRow, width: int) -> int:
        """One line, and an empty one above a heading that is not the first."""
        return 1 + (bool(row.title) and row is not self.rows[0])

    def draw(self, row: LadderRow, width: int) -> list[Drawn]:
        """The row."""
        view = self.panel.view
        if view is None or view.survey is None:
            return [Drawn((), 0)]
        line = drawn_ladder(row, view.survey.snapshot.today, width, self.panel.glyphs, self.panel.has_class("-pane"))
        drawn = Drawn(line, 0 if row.title else width_of(line))
        return [drawn] if self.height_of(row, width) == 1 else [Drawn((), 0), drawn]

    def words_of(self, row: LadderRow) -> str:
        """Everything in the row."""
        return plain(self.draw(row, 300)[-1].line)


class CheckpointsPanel(SteppingPanel[LadderRow]):
    """What is missed first, then by day; the ladders below."""

    BINDING_GROUP_TITLE = "Checkpoints"
    BINDINGS: ClassVar[list[BindingType]] = [
        edit_key("Edit the checkpoint, or the dates of the milestone"),
        Binding("space", "tick", "Tick", show=False, id="edit.tick", tooltip="Say what a checkpoint is met by; it has no box"),
        Binding("a", "add", "add", show=False, id="edit.add", tooltip="Add a checkpoint to the milestone of this row"),
        Binding(
            "d", "delete", "Delete", show=False, id="edit.delete", tooltip="Delete the checkpoint, after a look at the difference"
        ),
        Binding("plus", "day(1)", "later", id="edit.later", key_display="+", tooltip="A day later"),
        Binding("minus", "day(-1)", "earlier", id="edit.earlier", key_display="-", tooltip="A day earlier"),
    ]
    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.totals = PanelTotals(self)
        self.listed: LadderList = LadderList(self)

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.totals
        yield self.listed

    def update(self, view: View) -> None:
        """Show the dates that are read."""
        if view.survey is not None and CONTENTS in view.survey.parts:
            self.underway.show(view.survey.snapshot)
            self.listed.show_rows(ladder_rows(view.survey.ladders, self.has_class("-pane")))
        self.totals.redraw()

    # Keys

    def action_edit(self) -> None:
        """Edit the checkpoint, the next review, or the facts of the milestone."""
        from milestone_tui.tui.forms import checkpoint_form, field_form

        row, milestone = self.listed.current, self._milestone_here()
        if row is None or milestone is None:
            return
        kind, point = row.rung.kind if row.rung is not None else "", self._checkpoint(row)
        review = milestone.date("next_review")
        if point is not None:
            form = checkpoint_form(milestone.path, milestone.key, point)
            self.post_message(FormAsked(form, "date", row.key, row.path, row.line))
        elif kind == "review" and review is not None and review.line == row.line:
            form = field_form(milestone, "next_review", "Next review", review.raw)
            self.post_message(FormAsked(form, "value", row.key, row.path, row.line))
        elif kind == "review":
            self.post_message(Said("a review stands in a line of its own; E opens the editor there", "dim"))
        else:
            self.post_message(FactsAsked(milestone.key, "target"))

    def action_tick(self) -> None:
        """A checkpoint is met by what is done, not by a box of its own."""
        row = self.listed.current
        rung = row.rung if row is not None else None
        point = self._checkpoint(row) if row is not None else None
        if point is not None and point.reached is not None:
            self.post_message(Said(f"its own words say that it is {'met' if point.reached else 'not met'}; e edits them", "dim"))
        elif rung is not None and rung.percent is not None:
            self.post_message(Said(f"it has no box: it is met when {rung.percent:g} % of the milestone are done", "dim"))
        elif rung is not None and rung.kind == "target":
            self.post_message(Said("it has no box: it is met when the milestone is completed; e edits its status", "dim"))
        else:
            self.post_message(Said("there is no box in this row", "dim"))

    def action_add(self) -> None:
        """Add a checkpoint to the milestone of the row, or to the selected one."""
        view, row = self.view, self.listed.current
        milestone = self._milestone_here() or (view.snapshot.milestones.get(view.selected) if view is not None else None)
        if milestone is not None:
            line = row.line if row is not None else milestone.line
            self.post_message(checkpoint_added(milestone.path, milestone.key, line, self.listed.current_key))

    def action_delete(self) -> None:
        """Delete the checkpoint."""
        row, milestone = self.listed.current, self._milestone_here()
        point = self._checkpoint(row) if row is not None else None
        if milestone is None or point is None:
            self.post_message(Said("there is no checkpoint in this row", "dim"))
            return
        self.post_message(checkpoint_deleted(milestone.path, milestone.key, point))

    def action_day(self, step: int) -> None:
        """A day later or earlier."""
        row, milestone = self.listed.current, self._milestone_here()
        if row is None or milestone is None:
            return
        point, path, key = self._checkpoint(row), milestone.path, milestone.key
        dated = milestone.date("target" if row.rung is not None and row.rung.kind == "target" else "next_review")
        if point is not None and point.day is not None:
            edit = partial(SetCheckpoint, path, key, point.name, "date", line=point.line)
            self.ask_day(row.key, point.day, point.date_raw, step, lambda day, seen: edit(value=day, expect=seen))
        elif row.rung is not None and dated is not None and dated.day is not None and dated.line == row.line:
            field = partial(SetField, path, key, dated.name)
            self.ask_day(row.key, dated.day, dated.raw, step, lambda day, seen: field(day, expect=seen))
        else:
            self.post_message(Said("there is no single day here to move; e edits what the row shows", "dim"))

    def _milestone_here(self) -> Milestone | None:
        """The milestone of the row at the cursor."""
        return self.view.snapshot.milestones.get(self.key()) if self.view is not None else None

    def _checkpoint(self, row: LadderRow) -> Checkpoint | None:
        """What the file says of a row that is a checkpoint."""
        if self.view is None or self.view.survey is None or row.rung is None or row.rung.kind != "checkpoint":
            return None
        found = (contents for milestone, contents in self.view.survey.pairs if milestone.key == row.milestone)
        points = (point for contents in found for point in contents.checkpoints)
        return next((point for point in points if point.line == row.line), None)

    # What others ask

    def origin(self, row: LadderRow) -> Origin:
        """Where the date is stated."""
        return Origin(row.milestone, row.path, row.line)

    def needs(self) -> frozenset[str]:
        """What the files hold."""
        return frozenset((CONTENTS,))

    def figures(self) -> Line:
        """How many are met and missed, and which one is next; beside other panels the list alone says that."""
        survey = self.view.survey if self.view else None
        if survey is None or CONTENTS not in survey.parts:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        words = counted_words(survey.unread, "milestone", "milestones")
        unread: Line = ((f"  {words} not read yet", "dim"),) if survey.unread else ()
        return (*totals_line(survey.ladders, self.glyphs, self.has_class("-pane")), *unread)


PANEL = CheckpointsPanel

"""What the keys of a milestone's rows change: items, facts, risks and checkpoints, where they are shown."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.model.contents import Contents
from milestone_tui.model.edit import Align, IndentItem, MoveItem, RemoveItem
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Checkpoint, Risk
from milestone_tui.tui.messages import FormAsked, LackingAsked, PreviewAsked, Said
from milestone_tui.tui.panels.milestone_list import MilestoneRows
from milestone_tui.tui.panels.whole_edits import checkpoint_added, checkpoint_deleted, risk_added, risk_deleted
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.views.milestone_row import Row


class EditableRows(MilestoneRows):
    """The rows of a milestone with the keys that change them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="edit.add", tooltip="Add an item, a risk or a checkpoint below this one"),
        Binding("A", "lacking", "Add more", show=False, id="edit.lacking", tooltip="Add what the file lacks: a heading, a field"),
        Binding("d", "delete", "Delete", show=False, id="edit.delete", tooltip="Delete what the row shows with all nested in it"),
        Binding(
            "equals_sign",
            "align",
            "Align",
            show=False,
            id="edit.align",
            key_display="=",
            tooltip="Bring percentage and counts in line with the boxes",
        ),
        Binding("J", "shift_item('down')", "Move down", show=False, id="edit.move_down", tooltip="Move the item down"),
        Binding("K", "shift_item('up')", "Move up", show=False, id="edit.move_up", tooltip="Move the item up"),
        Binding(
            "greater_than_sign",
            "indent(True)",
            "Indent",
            show=False,
            id="edit.indent",
            key_display=">",
            tooltip="Nest the item in the one above",
        ),
        Binding(
            "less_than_sign",
            "indent(False)",
            "Outdent",
            show=False,
            id="edit.outdent",
            key_display="<",
            tooltip="Take the item out of the one it is nested in",
        ),
    ]
    MARKED_WORDS = "space ticks, @ assigns, J K move, d deletes them as one step"

    today: date | None = None

    def show_milestone(self, milestone: Milestone, contents: Contents | None, snapshot: Snapshot) -> None:
        """Show a milestone."""
        self.today = snapshot.today
        super().show_milestone(milestone, contents, snapshot)

    def action_edit(self) -> None:
        """Edit what the row shows."""
        from milestone_tui.tui.panels.form_at import form_at

        row, milestone = self.current, self.milestone
        found = form_at(row, milestone, self.contents) if row is not None and milestone is not None else None
        if row is None or milestone is None or found is None:
            self.post_message(Said("nothing here can be edited in place; E opens the editor at this line", "dim"))
            return
        self.post_message(FormAsked(found[0], found[1], row.key, milestone.path, row.line or milestone.line))

    def action_add(self) -> None:
        """Add an item, a risk or a checkpoint."""
        from milestone_tui.tui.forms import new_item_form

        row, milestone = self.current, self.milestone
        if row is None or milestone is None:
            return
        kind = row.key.removeprefix("section:").partition(":")[0] if row.item is None else ""
        if kind == "risks":
            self.post_message(risk_added(milestone.path, milestone.key, self._risk(row), row.line, row.key))
            return
        if kind == "checkpoints":
            self.post_message(checkpoint_added(milestone.path, milestone.key, row.line, row.key))
            return
        heading = str(row.line) if row.heading and row.line else ""
        if row.item is None and not heading:
            self.post_message(Said("go to an item, a risk or a checkpoint to add one there; A adds what the file lacks", "dim"))
            return
        form = new_item_form(milestone.path, milestone.key, row.item, heading)
        self.post_message(FormAsked(form, "text", row.key, milestone.path, row.line))

    def action_lacking(self) -> None:
        """Add what files of this kind have and this one lacks."""
        if self.milestone is not None:
            self.post_message(LackingAsked(self.milestone))

    def action_delete(self) -> None:
        """Delete the item, or those that are marked; a risk or a checkpoint after a look at the difference."""
        row, milestone = self.current, self.milestone
        risk = self._risk(row) if row is not None else None
        point = self._checkpoint(row) if row is not None else None
        if milestone is not None and risk is not None:
            self.post_message(risk_deleted(milestone.path, milestone.key, risk))
            return
        if milestone is not None and point is not None:
            self.post_message(checkpoint_deleted(milestone.path, milestone.key, point))
            return
        self.ask_each(lambda held: RemoveItem(held.path, held.target), backwards=True)

    def _risk(self, row: Row) -> Risk | None:
        """The risk of a row."""
        risks = self.contents.risks if self.contents is not None and row.key.startswith("risks:") else ()
        return next((each for each in risks if each.line == row.line), None)

    def _checkpoint(self, row: Row) -> Checkpoint | None:
        """The checkpoint of a row."""
        points = self.contents.checkpoints if self.contents is not None and row.key.startswith("checkpoints:") else ()
        return next((each for each in points if each.line == row.line), None)

    def action_shift_item(self, where: str) -> None:
        """Move the item, or those that are marked, among its neighbours."""
        self.ask_each(lambda held: MoveItem(held.path, held.target, where), backwards=where == "down", keep=True)

    def action_indent(self, deeper: bool) -> None:
        """Nest the item, or take it out."""
        self.ask_each(lambda held: IndentItem(held.path, held.target, deeper), keep=True)

    def action_align(self) -> None:
        """Bring what the file declares in line with its boxes, after a look at the difference."""
        milestone = self.milestone
        if milestone is not None:
            edit = Align(milestone.path, milestone.key, self.today.isoformat() if self.today else "")
            self.post_message(PreviewAsked(edit, f"Bring {milestone.id} in line with its boxes?"))

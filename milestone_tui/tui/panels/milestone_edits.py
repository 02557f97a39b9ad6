"""What the keys of a milestone's rows change: items, facts, risks and checkpoints, where they are shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.model.checklist import Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.edit import Edit, IndentItem, MoveItem, RemoveItem, SetState
from milestone_tui.model.milestone import Milestone
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.tui.forms import new_item_form, target_of
from milestone_tui.tui.messages import EditRequested, FormAsked, Said
from milestone_tui.tui.panels.form_at import form_at
from milestone_tui.tui.panels.milestone_list import MilestoneRows
from milestone_tui.tui.snapshot import Snapshot

_CYCLE = ("open", "active", "blocked", "deferred", "dropped", "done")
"""In which order the states follow each other, as far as the file uses them."""


class EditableRows(MilestoneRows):
    """The rows of a milestone with the keys that change them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f2", "edit", "edit", id="milestone.edit", tooltip="Edit what the row shows: item, facts, risk, checkpoint"),
        Binding("a", "add", "add", id="milestone.add", tooltip="Add an item below this one, or under this heading"),
        Binding("d", "delete", "Delete", show=False, id="milestone.delete", tooltip="Delete the item with all nested in it"),
        Binding(
            "x", "cycle", "Next state", show=False, id="milestone.cycle", tooltip="The next state that the file has a marker for"
        ),
        Binding("J", "shift_item('down')", "Move down", show=False, id="milestone.move_down", tooltip="Move the item down"),
        Binding("K", "shift_item('up')", "Move up", show=False, id="milestone.move_up", tooltip="Move the item up"),
        Binding(
            "greater_than_sign",
            "indent(True)",
            "Indent",
            show=False,
            id="milestone.indent",
            key_display=">",
            tooltip="Nest the item in the one above",
        ),
        Binding(
            "less_than_sign",
            "indent(False)",
            "Outdent",
            show=False,
            id="milestone.outdent",
            key_display="<",
            tooltip="Take the item out of the one it is nested in",
        ),
    ]

    contents: Contents | None = None
    lexicon: Lexicon = BUILT_IN

    def show_milestone(self, milestone: Milestone, contents: Contents | None, snapshot: Snapshot) -> None:
        """Show a milestone."""
        self.contents, self.lexicon = contents, snapshot.lexicon
        super().show_milestone(milestone, contents, snapshot)

    def action_edit(self) -> None:
        """Edit what the row shows."""
        row, milestone = self.current, self.milestone
        found = form_at(row, milestone, self.contents, self.lexicon) if row is not None and milestone is not None else None
        if row is None or milestone is None or found is None:
            self.post_message(Said("nothing here can be edited in place; E opens the editor at this line", "dim"))
            return
        self.post_message(FormAsked(found[0], found[1], row.key, f"{milestone.path}:{row.line or milestone.line}"))

    def action_add(self) -> None:
        """Add an item."""
        row, milestone = self.current, self.milestone
        if row is None or milestone is None:
            return
        heading = str(row.line) if row.heading and row.line else ""
        if row.item is None and not heading:
            self.post_message(Said("go to an item or to a heading of items to add one there", "dim"))
            return
        form = new_item_form(milestone.path, milestone.key, row.item, heading)
        self.post_message(FormAsked(form, "text", row.key, f"{milestone.path}:{row.line}"))

    def action_delete(self) -> None:
        """Delete the item."""
        found = self._item()
        if found is not None:
            item, milestone = found
            self._ask(RemoveItem(milestone.path, target_of(item, milestone.key)))

    def action_cycle(self) -> None:
        """The next state among those that the file uses."""
        found = self._item()
        if found is None or self.contents is None:
            return
        item, milestone = found
        used = {"open", "done"} | {each.state for section in self.contents.checklist for each in section.items}
        states = [state for state in _CYCLE if state in used]
        at = states.index(item.state) + 1 if item.state in states else 0
        self._ask(SetState(milestone.path, target_of(item, milestone.key), states[at % len(states)]))

    def action_shift_item(self, where: str) -> None:
        """Move the item among its neighbours."""
        found = self._item()
        if found is not None:
            item, milestone = found
            self._ask(MoveItem(milestone.path, target_of(item, milestone.key), where))

    def action_indent(self, deeper: bool) -> None:
        """Nest the item, or take it out."""
        found = self._item()
        if found is not None:
            item, milestone = found
            self._ask(IndentItem(milestone.path, target_of(item, milestone.key), deeper))

    def _item(self) -> tuple[Item, Milestone] | None:
        row = self.current
        if row is None or row.item is None or self.milestone is None:
            self.post_message(Said("there is no box in this row", "dim"))
            return None
        return row.item, self.milestone

    def _ask(self, edit: Edit) -> None:
        self.post_message(EditRequested(edit, self.current_key))

"""What the keys of a milestone's rows change: items, facts, risks and checkpoints, where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.model.checklist import Item
from milestone_tui.model.contents import Contents
from milestone_tui.model.edit import Align, Edit, IndentItem, MoveItem, RemoveItem, SetBox, SetItem, SetState
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.messages import EditRequested, EditsRequested, FormAsked, PreviewAsked, Said, Together
from milestone_tui.tui.panels.milestone_list import MilestoneRows, target_of
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn
from milestone_tui.views.milestone_row import Row
from milestone_tui.views.milestone_rows import marked_row

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
        Binding("m", "mark", "Mark", show=False, id="milestone.mark", tooltip="Mark the item, to change several as one step"),
        Binding("M", "mark_range", "Mark up to here", show=False, id="milestone.mark_range", tooltip="Mark all since the last"),
        Binding("at", "assign", "Assign", show=False, id="milestone.assign", key_display="@", tooltip="Give it to somebody"),
        Binding(
            "equals_sign",
            "align",
            "Align",
            show=False,
            id="milestone.align",
            key_display="=",
            tooltip="Bring percentage and counts in line with the boxes",
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
    today: date | None = None
    _last_marked = ""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(signs, id=id)
        self.marked: set[str] = set()
        """Keys of rows."""

    def draw(self, row: Row, width: int) -> list[Drawn]:
        """As it is, with a sign when it is marked."""
        return super().draw(marked_row(row, self.glyphs) if row.key in self.marked else row, width)

    def show_milestone(self, milestone: Milestone, contents: Contents | None, snapshot: Snapshot) -> None:
        """Show a milestone."""
        self.contents, self.today = contents, snapshot.today
        if self.milestone is None or self.milestone.key != milestone.key:
            self.marked = set()
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
        """Add an item."""
        from milestone_tui.tui.forms import new_item_form

        row, milestone = self.current, self.milestone
        if row is None or milestone is None:
            return
        heading = str(row.line) if row.heading and row.line else ""
        if row.item is None and not heading:
            self.post_message(Said("go to an item or to a heading of items to add one there", "dim"))
            return
        form = new_item_form(milestone.path, milestone.key, row.item, heading)
        self.post_message(FormAsked(form, "text", row.key, milestone.path, row.line))

    def action_delete(self) -> None:
        """Delete the item, or those that are marked."""
        self._ask_each(lambda item, milestone: RemoveItem(milestone.path, target_of(item, milestone.key)), backwards=True)

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
        """Move the item, or those that are marked, among its neighbours."""

        def moved(item: Item, milestone: Milestone) -> Edit:
            return MoveItem(milestone.path, target_of(item, milestone.key), where)

        self._ask_each(moved, backwards=where == "down", keep=True)

    def action_indent(self, deeper: bool) -> None:
        """Nest the item, or take it out."""
        self._ask_each(lambda item, milestone: IndentItem(milestone.path, target_of(item, milestone.key), deeper), keep=True)

    def action_assign(self) -> None:
        """Give the item, or those that are marked, to somebody."""
        from milestone_tui.tui.screens.asking import AskScreen

        items = self._chosen()
        if not items:
            return

        def asked(name: str | None) -> None:
            if name is not None:
                self._ask_each(
                    lambda item, milestone: SetItem(milestone.path, target_of(item, milestone.key), "owner", name, item.text)
                )

        words = f"Who does {'this' if len(items) == 1 else f'these {len(items)}'}?"
        self.app.push_screen(AskScreen(words, "a name; empty for nobody", items[0].owner or ""), asked)

    def action_align(self) -> None:
        """Bring what the file declares in line with its boxes, after a look at the difference."""
        milestone = self.milestone
        if milestone is not None:
            edit = Align(milestone.path, milestone.key, self.today.isoformat() if self.today else "")
            self.post_message(PreviewAsked(edit, f"Bring {milestone.id} in line with its boxes?"))

    # Marks

    def action_mark(self) -> None:
        """Mark the item, or no longer."""
        row = self.current
        if row is None or row.item is None:
            self.post_message(Said("there is no box in this row", "dim"))
            return
        self.marked ^= {row.key}
        self._last_marked = row.key
        self.redraw_key(row.key)
        self.action_cursor(1)

    def action_mark_range(self) -> None:
        """Mark everything from the item that was marked last."""
        first = next((number for number, row in enumerate(self.rows) if row.key == self._last_marked), self.cursor)
        low, high = sorted((first, self.cursor))
        self.marked |= {row.key for row in self.rows[low : high + 1] if row.item is not None}
        self.redraw()
        self.post_message(Said(f"{len(self.marked)} marked; space ticks, @ assigns, J K move, d deletes them as one step", "dim"))

    def action_tick(self) -> None:
        """Tick the box, or all that are marked: open ones if there are any, else none."""
        if not self.marked:
            super().action_tick()
            return
        done = any(item.state != "done" for item in self._chosen())

        def ticked(item: Item, milestone: Milestone) -> Edit:
            return SetBox(milestone.path, done, item.line, item.text, item.key, False, milestone.key)

        self._ask_each(ticked)

    def _chosen(self) -> list[Item]:
        """The marked items in the order of the file, else the one at the cursor."""
        found = [row.item for row in self.rows if row.key in self.marked and row.item is not None]
        if found:
            return found
        one = self._item()
        return [one[0]] if one is not None else []

    def _ask_each(self, edit: Callable[[Item, Milestone], Edit], *, backwards: bool = False, keep: bool = False) -> None:
        """Ask for the edit of the chosen items, as one step when they are several."""
        milestone, items = self.milestone, self._chosen()
        if milestone is None or not items:
            return
        edits = [edit(item, milestone) for item in (reversed(items) if backwards else items)]
        if len(edits) == 1:
            self._ask(edits[0])
        else:
            self.post_message(EditsRequested(Together(tuple(edits))))
        if not keep:
            self.marked = set()
            self.redraw()

    def _item(self) -> tuple[Item, Milestone] | None:
        row = self.current
        if row is None or row.item is None or self.milestone is None:
            self.post_message(Said("there is no box in this row", "dim"))
            return None
        return row.item, self.milestone

    def _ask(self, edit: Edit) -> None:
        self.post_message(EditRequested(edit, self.current_key))

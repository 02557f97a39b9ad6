"""Lists in which boxes stand, wherever they come from: the keys that change a box, or all that are marked, over any files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple, TypeVar

from textual.binding import Binding, BindingType

from milestone_tui.model.checklist import STATES, Item
from milestone_tui.model.edit import Edit, ItemTarget, SetBox, SetItem, SetState, item_target
from milestone_tui.tui.messages import EditRequested, EditsRequested, FormAsked, Said, Together
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.pending import Pending
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.glyphs import Glyphs

RowT = TypeVar("RowT")

_NO_BOX = "there is no box in this row"


class Held(NamedTuple):
    """A box, and where it stands."""

    item: Item
    path: str
    """Of its file."""
    milestone: str
    """Key of its milestone."""

    @property
    def target(self) -> ItemTarget:
        """The box, to be found again in whatever the file holds then."""
        return item_target(self.item, self.milestone)


class ItemList(LineList[RowT]):
    """Rows some of which hold a box. `space` asks for a tick, which shows as pending until it is in the file."""

    ONE_LINE_ROWS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="edit.tick", tooltip="Tick or untick the box: one byte of the file"),
        edit_key("Edit what the row shows: item, facts, risk, checkpoint"),
        Binding("D", "due", "Due day", show=False, id="edit.due", tooltip="Say when it is due: fri, +2d, 2026-12-01"),
        Binding("at", "assign", "Assign", show=False, id="edit.assign", key_display="@", tooltip="Give it to somebody"),
        Binding("x", "cycle", "Next state", show=False, id="edit.cycle", tooltip="The next state that the file has a marker for"),
        Binding("m", "mark", "Mark", show=False, id="edit.mark", tooltip="Mark the item, to change several as one step"),
        Binding("M", "mark_range", "Mark up to here", show=False, id="edit.mark_range", tooltip="Mark all since the last"),
    ]
    MARKED_WORDS: ClassVar[str] = "space ticks, @ assigns them as one step"
    """What can be done with what is marked."""

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.marker = signs.cursor
        self.pending = Pending()
        self.marked: set[str] = set()
        """Keys of rows."""
        self._last_marked = ""

    # What a subclass says

    def held(self, row: RowT) -> Held | None:
        """The box of a row, if it holds one."""
        raise NotImplementedError

    def states_beside(self, held: Held) -> Iterable[str]:
        """The states that its file uses."""
        raise NotImplementedError

    # What others do with it

    def pend(self, row_key: str, number: int, done: bool) -> None:
        """The edit of that number is on its way."""
        self.pending.begin(row_key, number, done)
        self.redraw_key(row_key)

    def settle(self, number: int) -> None:
        """It came to its end; unless a later one is on its way, the row shows the file again."""
        for key in self.pending.end(number):
            self.redraw_key(key)

    def unmark(self) -> None:
        """Nothing is marked any more."""
        if self.marked:
            self.marked = set()
            self.redraw()

    # Keys

    def action_tick(self) -> None:
        """Ask for the box to say the opposite of what it shows; of marked ones the open ones are ticked, if there are any."""
        marked = self._held_marked()
        if marked:
            done = any(held.item.state != "done" for held in marked)
            self.ask_each(lambda held: _ticked(held, done))
            return
        held = self.held_here()
        if held is not None:
            pending = self.pending.says(self.current_key)
            shown_done = pending if pending is not None else held.item.state == "done"
            self.ask(_ticked(held, not shown_done))

    def action_edit(self) -> None:
        """Edit the box."""
        self.ask_form("text")

    def action_due(self) -> None:
        """Say when it is due."""
        self.ask_form("due")

    def ask_form(self, first: str) -> None:
        """Ask for the form of the box, beginning at the field `first`."""
        from milestone_tui.tui.forms import item_form

        held = self.held_here()
        if held is not None:
            form = item_form(held.path, held.milestone, held.item)
            self.post_message(FormAsked(form, first, self.current_key, held.path, held.item.line))

    def action_cycle(self) -> None:
        """The next state among those that the file uses."""
        held = self.held_here()
        if held is not None:
            used = {"open", "done"} | set(self.states_beside(held))
            states = [state for state in STATES if state in used]
            at = states.index(held.item.state) + 1 if held.item.state in states else 0
            self.ask(SetState(held.path, held.target, states[at % len(states)], or_next=True))

    def action_assign(self) -> None:
        """Give the box, or those that are marked, to somebody."""
        from milestone_tui.tui.screens.asking import AskScreen

        chosen = self.chosen()
        if not chosen:
            return

        def asked(name: str | None) -> None:
            if name is not None:
                self.ask_each(lambda held: SetItem(held.path, held.target, "owner", name, held.item.text))

        words = f"Who does {'this' if len(chosen) == 1 else f'these {len(chosen)}'}?"
        self.app.push_screen(AskScreen(words, "a name; empty for nobody", chosen[0].item.owner or ""), asked)

    def action_mark(self) -> None:
        """Mark the box, or no longer."""
        if self.held_here() is not None:
            key = self._last_marked = self.current_key
            self.marked ^= {key}
            self.redraw_key(key)
            self.action_cursor(1)

    def action_mark_range(self) -> None:
        """Mark everything from the box that was marked last."""
        first = next((number for number, row in enumerate(self.rows) if self.key_of(row) == self._last_marked), self.cursor)
        low, high = sorted((first, self.cursor))
        self.marked |= {self.key_of(row) for row in self.rows[low : high + 1] if self.held(row) is not None}
        self.redraw()
        self.post_message(Said(f"{len(self._held_marked())} marked; {self.MARKED_WORDS}", "dim"))

    # What keys of subclasses are made of

    def held_here(self) -> Held | None:
        """The box at the cursor; it is said when there is none."""
        row = self.current
        held = self.held(row) if row is not None else None
        if held is None:
            self.post_message(Said(_NO_BOX, "dim"))
        return held

    def chosen(self) -> list[Held]:
        """The marked boxes in the order of the list, else the one at the cursor."""
        marked = self._held_marked()
        here = self.held_here() if not marked else None
        return marked or ([here] if here is not None else [])

    def _held_marked(self) -> list[Held]:
        found = [self.held(row) for row in self.rows if self.key_of(row) in self.marked] if self.marked else []
        return [held for held in found if held is not None]

    def ask_each(self, edit: Callable[[Held], Edit], *, backwards: bool = False, keep: bool = False) -> None:
        """Ask for the edit of each chosen box, as one step when they are several; marks stay when `keep`."""
        chosen = self.chosen()
        edits = [edit(held) for held in (reversed(chosen) if backwards else chosen)]
        if len(edits) == 1:
            self.ask(edits[0])
        elif edits:
            self.post_message(EditsRequested(Together(tuple(edits))))
        if not keep:
            self.unmark()

    def ask(self, edit: Edit) -> None:
        """Ask for an edit of what the row at the cursor shows."""
        self.post_message(EditRequested(edit, self.current_key))


def _ticked(held: Held, done: bool) -> Edit:
    return SetBox(held.path, done, held.item.line, held.item.text, held.item.key, False, held.milestone)

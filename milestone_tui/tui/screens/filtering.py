"""Which milestones are shown: saved views, everything that the milestones say to choose from, and a line to type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.tui.widgets.line_view import LineView
from milestone_tui.views.choices import ChoiceGroup
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, clip, spread, width_of
from milestone_tui.views.selection import EVERYTHING, Selection, holds_term, toggled
from milestone_tui.views.selection_text import parse, words


class FilterRow(NamedTuple):
    """A heading, a saved view, or something to ask for."""

    key: str
    words: str
    number: int | None = None
    """How many milestones it holds for; None for a heading."""
    field: str = ""
    value: str = ""
    view: str = ""
    """The line of a saved view."""


class FilterList(LineList[FilterRow]):
    """The rows."""

    BINDING_GROUP_TITLE = "Filter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "open", "choose", id="filter.toggle", tooltip="Ask for it, or no longer"),
    ]

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="choices")
        self.glyphs = signs
        self.marker = signs.cursor
        self.selection = EVERYTHING

    def key_of(self, row: FilterRow) -> str:
        """Field and value."""
        return row.key

    def stops(self, row: FilterRow) -> bool:
        """At what can be chosen."""
        return bool(row.field or row.view)

    def draw(self, row: FilterRow, width: int) -> list[Drawn]:
        """A box, the words, and for how many it holds."""
        if not self.stops(row):
            return [Drawn(clip(((row.words, "heading bold"),), width, self.glyphs.ellipsis), 0)]
        chosen = holds_term(self.selection, row.field, row.value) if row.field else parse(row.view) == self.selection
        mark = self.glyphs.boxes["done"] if chosen else " "
        left: Line = ((f"[{mark}] ", "accent" if chosen else "dim"), (shown(row.words), "bold" if chosen else ""))
        right: Line = ((shown(row.view) if row.view else str(row.number), "dim"),)
        return [Drawn((*spread(left, right, width - 1, self.glyphs.ellipsis), (" ", "")), width_of(left))]

    def clicked(self, number: int, x: int, again: bool) -> None:
        """One click chooses."""
        self.action_open()


class _Said(LineView):
    """What is wrong with the typed line, or how many milestones are shown."""

    said: Line = ()

    def line(self, width: int) -> Line:
        """That."""
        return clip(self.said, width, "..." if self.app.has_class("-ascii") else "…")


class FilterScreen(ModalScreen[None]):
    """Every change is applied at once; escape goes back to the milestones."""

    AUTO_FOCUS = "#choices"

    DEFAULT_CSS = """
    FilterScreen { align: center middle; }
    FilterScreen Vertical { width: 62; max-width: 100%; height: 90%; }
    FilterScreen Vertical { background: $panel; border: round $primary; }
    FilterScreen Input { background: $panel; }
    FilterScreen FilterList { background: $panel; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="find.back", tooltip="Back to the milestones"),
        Binding("slash", "type", "type", show=False, id="filter.type", tooltip="Type a filter"),
        Binding("c", "clear", "clear", id="filter.clear", tooltip="Show all milestones again"),
    ]

    def __init__(
        self,
        groups: Sequence[ChoiceGroup],
        views: Mapping[str, str],
        selection: Selection,
        apply: Callable[[Selection], int],
        signs: Glyphs,
    ) -> None:
        super().__init__()
        self.listed = FilterList(signs)
        self.listed.selection = selection
        self.typed = Input(shown(words(selection)), placeholder="status:active owner:mira -is:late sync", compact=True)
        self.typed.cursor_blink = False
        self.said = _Said()
        self._rows = _rows(groups, views)
        self._apply = apply
        self._before = selection
        """What held before somebody began to type: it holds as long as what is typed is not understood."""

    def compose(self) -> ComposeResult:
        """The line above, the choices below it."""
        with Vertical() as box:
            box.border_title = "Show which milestones?"
            box.border_subtitle = "/ types, c shows all, esc closes"
            box.styles.max_height = len(self._rows) + 4
            yield self.typed
            yield self.said
            yield self.listed

    def on_mount(self) -> None:
        """Begin at the choices."""
        self.listed.show_rows(self._rows)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Nothing follows the cursor here."""
        event.stop()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Ask for it, or no longer."""
        event.stop()
        row = self.listed.current
        if row is None:
            return
        if row.field:
            self._show(toggled(self.listed.selection, row.field, row.value))
        else:
            self._before = self.listed.selection
            self._typed(row.view)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Somebody types."""
        event.stop()
        if self.typed.has_focus:
            self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter; what is not understood stays to be mended."""
        event.stop()
        if isinstance(parse(event.value), Selection):
            self.dismiss()

    def action_type(self) -> None:
        """Type a filter."""
        self._before = self.listed.selection
        self.typed.focus()

    def action_clear(self) -> None:
        """Show all, in the order as it is."""
        self._show(self.listed.selection._replace(terms=()))

    def action_leave(self) -> None:
        """Back; from the line to the choices first."""
        if self.typed.has_focus:
            self.listed.focus()
            self._show(self.listed.selection)
        else:
            self.dismiss()

    def _typed(self, text: str) -> None:
        found = parse(text)
        if isinstance(found, Selection):
            self._show(found, text)
            return
        if self.listed.selection != self._before:
            self._show(self._before, text)
        nearest = f"; perhaps {found[0].nearest}" if found[0].nearest else ""
        self._say(f"{found[0].text}{nearest}", "error")

    def _show(self, selection: Selection, text: str | None = None) -> None:
        number = self._apply(selection)
        self.listed.selection = selection
        self.listed.redraw()
        if text is None or not self.typed.has_focus:
            self.typed.value = shown(words(selection) if text is None else text)
        self._say(f"{number} shown", "dim")

    def _say(self, text: str, style: str) -> None:
        self.said.said = ((f" {shown(text)}", style),)
        self.said.redraw()


def _rows(groups: Sequence[ChoiceGroup], views: Mapping[str, str]) -> list[FilterRow]:
    rows = [FilterRow("heading:views", "Saved views")] if views else []
    rows += [FilterRow(f"view:{name}", name, view=line) for name, line in views.items()]
    for group in groups:
        rows.append(FilterRow(f"heading:{group.field}", group.words))
        rows += [FilterRow(each.word, each.words, each.number, each.field, each.value) for each in group.choices]
    return rows

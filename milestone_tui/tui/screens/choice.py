"""A short list over the dashboard of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.lines import Drawn, spread


class Option(NamedTuple):
    """One of those to choose from."""

    name: str
    words: str
    note: str
    """At the right."""


class ChoiceList(LineList[Option]):
    """The options."""

    def key_of(self, row: Option) -> str:
        """Its name."""
        return row.name

    def draw(self, row: Option, width: int) -> list[Drawn]:
        """One line."""
        return [Drawn((*spread(((row.words, ""),), ((row.note, "dim"),), width - 1, ""), (" ", "")), width)]


class ChoiceScreen(ModalScreen[str | None]):
    """Gives the name of what was chosen, or None."""

    DEFAULT_CSS = """
    ChoiceScreen { align: center middle; }
    ChoiceScreen ChoiceList { width: 42; max-width: 100%; height: auto; max-height: 100%; }
    ChoiceScreen ChoiceList { background: $panel; border: round $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", id="find.back", tooltip="Change nothing"),
    ]

    def __init__(self, title: str, options: Sequence[Option], current: str, preview: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._preview = preview
        self._title = title
        self.options = options
        self._current = current

    def compose(self) -> ComposeResult:
        """The list."""
        listed = ChoiceList()
        listed.border_title = Content(self._title)
        yield listed

    def on_mount(self) -> None:
        """Begin at what is in force."""
        self.query_one(ChoiceList).show_rows(self.options, self._current)

    def show_options(self, options: Sequence[Option]) -> None:
        """Others can be chosen."""
        self.options = options
        self.query_one(ChoiceList).show_rows(options)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Another one is at the cursor."""
        event.stop()
        if self._preview is not None:
            self._preview(event.key)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter."""
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Nothing is chosen."""
        self.dismiss(None)

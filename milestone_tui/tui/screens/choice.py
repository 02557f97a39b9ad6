"""A short list over the dashboard of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ChoiceScreen(ModalScreen[str | None]):
    """Gives the name of what was chosen, or None."""

    DEFAULT_CSS = """
    ChoiceScreen { align: center middle; }
    ChoiceScreen OptionList {
        width: 44; max-width: 100%; height: auto; max-height: 90%; border: round $primary; background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", id="choice.back", tooltip="Change nothing"),
        Binding("j", "move(1)", "Down", show=False, id="choice.down"),
        Binding("k", "move(-1)", "Up", show=False, id="choice.up"),
    ]

    def __init__(self, title: str, options: Sequence[tuple[str, str, str]], current: str) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._current = current

    def compose(self) -> ComposeResult:
        """The options: a name, its words, and what stands at the right."""
        width = 34
        options = [Option(Content(f" {words:<{width}}{right:>4} "), id=name) for name, words, right in self._options]
        listed = OptionList(*options)
        listed.border_title = self._title
        yield listed

    def on_mount(self) -> None:
        """Begin at what is in force."""
        names = [name for name, _, _ in self._options]
        self.query_one(OptionList).highlighted = names.index(self._current) if self._current in names else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter."""
        self.dismiss(event.option.id)

    def action_leave(self) -> None:
        """Nothing is chosen."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """As in other lists."""
        listed = self.query_one(OptionList)
        (listed.action_cursor_down if step > 0 else listed.action_cursor_up)()

"""One line to type over the dashboard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from milestone_tui.views.figures import shown


class AskScreen(ModalScreen[str | None]):
    """Gives what was typed, or None."""

    DEFAULT_CSS = """
    AskScreen { align: center middle; }
    AskScreen Vertical { width: 72; max-width: 100%; height: 3; background: $panel; border: round $primary; }
    AskScreen Input { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="find.back", tooltip="Change nothing"),
    ]

    def __init__(self, title: str, hint: str, value: str) -> None:
        super().__init__()
        self.title_words = title
        self.hint = hint
        self.typed = Input(shown(value), placeholder=hint, compact=True, select_on_focus=True)
        self.typed.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The line."""
        with Vertical() as box:
            box.border_title = Content(self.title_words)
            box.border_subtitle = Content(self.hint)
            yield self.typed

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Nothing is typed."""
        self.dismiss(None)

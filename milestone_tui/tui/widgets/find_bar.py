"""One line to type in what is looked for; the list moves while one types."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FindBar(Input):
    """Hidden until it is opened. Enter keeps the place that was found, escape goes back."""

    BINDING_GROUP_TITLE = "Find"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "back", id="find.back", tooltip="Back to where the cursor was"),
    ]

    class Typed(Message):
        """Other words are looked for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Closed(Message):
        """Somebody is done looking."""

        def __init__(self, words: str, kept: bool) -> None:
            super().__init__()
            self.words = words
            self.kept = kept

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, placeholder="find: part of a text, enter keeps, esc goes back", compact=True, select_on_focus=True
        )
        self.cursor_blink = False
        self.display = False

    def open(self) -> None:
        """Show it and type into it: at once, for the next key may be on its way already."""
        self.display = True
        self.screen.set_focus(self)

    def on_blur(self) -> None:
        """Keys go elsewhere, by whatever means: it is not left open."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Typing."""
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self._close(True)

    def action_give_up(self) -> None:
        """Escape."""
        self._close(False)

    def _close(self, kept: bool) -> None:
        self.display = False
        self.post_message(self.Closed(self.value, kept))

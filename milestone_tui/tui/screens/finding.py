"""Looking for words in the list that keys go to, while they are typed."""

from __future__ import annotations

from typing import Any

from textual import on

from milestone_tui.tui.screens.room import RoomyScreen
from milestone_tui.tui.widgets.find_bar import FindBar
from milestone_tui.tui.widgets.line_list import LineList


class FindingScreen(RoomyScreen):
    """A screen with lists, in each of which words can be found."""

    def __init__(self) -> None:
        super().__init__()
        self.find_bar = FindBar(id="find")
        self._searched: LineList[Any] | None = None
        self._words = ""
        self._began = 0

    def find_kept(self, words: str) -> None:
        """Somebody stays at what was found; subclasses may look further."""

    def say(self, text: str, style: str = "") -> None:
        """Tell something; subclasses know where."""

    def action_find(self) -> None:
        """Type what to look for."""
        searched = self._take_focused()
        if searched is not None:
            self._began = searched.cursor
            self.find_bar.open()

    def action_find_next(self, step: int) -> None:
        """From the cursor on."""
        searched = self._take_focused()
        if searched is None or not self._words:
            self.say("press / and type what to look for", "dim")
        elif not searched.find(self._words, searched.cursor + step, step):
            self.say(f"nothing here holds {self._words!r}", "dim")

    @on(FindBar.Typed)
    def _find_typed(self, event: FindBar.Typed) -> None:
        """Go to the first that holds the words, from where it began."""
        if self._searched is not None and event.words and not self._searched.find(event.words, self._began, 1):
            self.say(f"nothing here holds {event.words!r}", "dim")

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        """Stay at what was found, or go back."""
        if self._searched is None:
            return
        if event.kept:
            self._words = event.words
            if event.words:
                self.find_kept(event.words)
        else:
            self._searched.action_cursor(self._began - self._searched.cursor)
        self._searched.focus()

    def _take_focused(self) -> LineList[Any] | None:
        if isinstance(self.focused, LineList):
            self._searched = self.focused
        return self._searched

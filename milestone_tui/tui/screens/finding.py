"""Looks for words in the list that keys went to, while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milestone_tui.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from milestone_tui.tui.screens.main import MainScreen


class Finder:
    """One search of the main screen: in which list, for what, and where it began."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.list: LineList[Any] = screen.list
        self.words = ""
        self._began = 0

    def open(self) -> None:
        """Begin to type."""
        self._take_focused()
        self._began = self.list.cursor
        self.screen.find_bar.open()

    def typed(self, words: str) -> None:
        """Go to the first that holds the words, from where it began."""
        if words and not self.list.find(words, self._began, 1):
            self.screen.say(f"nothing here holds {words!r}", "dim")

    def closed(self, words: str, kept: bool) -> None:
        """Stay at what was found, or go back."""
        if kept:
            self.words = words
        else:
            self.list.action_cursor(self._began - self.list.cursor)
        self.list.focus()

    def next(self, step: int) -> None:
        """From the cursor on."""
        self._take_focused()
        if not self.words:
            self.screen.say("press / and type what to look for", "dim")
        elif not self.list.find(self.words, self.list.cursor + step, step):
            self.screen.say(f"nothing here holds {self.words!r}", "dim")

    def _take_focused(self) -> None:
        if isinstance(self.screen.focused, LineList):
            self.list = self.screen.focused

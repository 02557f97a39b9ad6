"""The command palette, which looks for nothing any more once it is left."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.worker import Worker


class SafeCommandPalette(CommandPalette):
    """Keys that were typed ahead may come to its input after the one that closes it; the search that they ask for would go on
    in a screen that is being taken apart, which ends the program.
    """

    _left = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it."""
        self._left = True
        return super().dismiss(result)

    def _gather_commands(self, search_value: str) -> Worker[None] | None:  # type: ignore[override]
        return None if self._left else super()._gather_commands(search_value)

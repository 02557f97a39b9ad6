"""The lines in which words were found, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.views.figures import counted_words
from milestone_tui.workspace.finding import Hit


class Trail(NamedTuple):
    """What was found, in the order of the milestones and their lines."""

    words: str
    hits: Sequence[Hit]

    def told(self) -> str:
        """How much it is."""
        if not self.hits:
            return f"no milestone holds {self.words!r}"
        lines = counted_words(len(self.hits), "line", "lines")
        return f"{lines} in {counted_words(len({hit.key for hit in self.hits}), 'milestone', 'milestones')}; n goes to the next"

    def after(self, order: Sequence[str], key: str, line: int, step: int) -> int | None:
        """The number of the first hit behind a line of a milestone, or before it when `step` is negative; round the end.

        `order` holds the keys of all milestones. None when there is no hit.
        """
        places = {each: number for number, each in enumerate(order)}
        here = places.get(key, -1), line
        there = [(places.get(hit.key, -1), hit.line) for hit in self.hits]
        numbers = range(len(there)) if step > 0 else range(len(there) - 1, -1, -1)
        found = next((at for at in numbers if (there[at] > here if step > 0 else there[at] < here)), None)
        return found if found is not None else next(iter(numbers), None)

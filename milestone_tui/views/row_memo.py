"""Rows kept as long as what they are made from is the same: after a tick one row of a thousand is made anew."""

from __future__ import annotations

from collections.abc import Callable

from milestone_tui.views.columns import TableRow


class RowMemo:
    """Rows by key. Unchanged milestones are the same objects from one project to the next, so comparing them costs nothing."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[object, ...], TableRow]] = {}
        self._kept: dict[str, tuple[tuple[object, ...], TableRow]] = {}

    def row(self, key: str, inputs: tuple[object, ...], make: Callable[[], TableRow]) -> TableRow:
        """The row that `make` makes of these inputs."""
        known = self._known.get(key)
        if known is None or known[0] != inputs:
            known = inputs, make()
        self._kept[key] = known
        return known[1]

    def settle(self) -> None:
        """All rows were asked for; those that were not are forgotten."""
        self._known, self._kept = self._kept, {}

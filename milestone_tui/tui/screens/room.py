"""Which room the dashboard has, as classes of its screen: known before the first layout, so that no second one is needed."""

from __future__ import annotations

HORIZONTAL = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
VERTICAL = [(0, "-short"), (11, "-tall"), (24, "-high")]
"""From how many cells on a class holds."""


def classes_at(width: int, height: int) -> dict[str, bool]:
    """All classes, and whether they hold in so many cells."""
    return {name: name in (_last(HORIZONTAL, width), _last(VERTICAL, height)) for _, name in HORIZONTAL + VERTICAL}


def _last(steps: list[tuple[int, str]], cells: int) -> str:
    return next((name for least, name in reversed(steps) if cells >= least), "")

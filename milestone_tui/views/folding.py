"""Sections of a milestone that are folded up: their heading stays and says how much is below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from milestone_tui.views.figures import counted_words
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.milestone_row import Row


def folded(rows: Sequence[Row], folds: Collection[str], glyphs: Glyphs) -> list[Row]:
    """The rows without those below the headings whose keys are in `folds`."""
    if not folds:
        return list(rows)
    out: list[Row] = []
    hidden = 0
    fold: Row | None = None
    for row in (*rows, None):
        if row is not None and not row.heading and fold is not None:
            hidden += 1
            continue
        if fold is not None:
            words = f"  {glyphs.ellipsis} {counted_words(hidden, 'row', 'rows')}"
            out.append(fold._replace(text=(*fold.text, (words, "dim"))))
        fold, hidden = (row, 0) if row is not None and row.heading and row.key in folds else (None, 0)
        if row is not None and fold is None:
            out.append(row)
    return out


def heading_of(rows: Sequence[Row], number: int) -> str:
    """Key of the heading that the row of that number is below, or which it is; empty where there is none."""
    return next((rows[at].key for at in range(min(number, len(rows) - 1), -1, -1) if rows[at].heading), "")

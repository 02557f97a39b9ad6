"""Columns make room for one another."""

from __future__ import annotations

from milestone_tui.views.columns import Column, TableRow, fitted, widest

COLUMNS = (Column("title", "title", 8, 40, 0), Column("target", "target", 10, 12, 5), Column("risk", "risk", 6, 10, 4))


def row(*cells: str) -> TableRow:
    return TableRow("k", (("  ", ""),), tuple(((cell, ""),) for cell in cells))


def test_a_column_in_which_nobody_says_anything_leaves_its_room_to_the_others() -> None:
    wanted = widest(COLUMNS, [row("A title of twenty cells", "–", "high"), row("Another", "–", "–")])
    assert wanted["target"] == 0
    assert set(fitted(COLUMNS, wanted, 60)) == {"title", "risk"}


def test_the_column_of_the_lowest_rank_drops_out_first() -> None:
    wanted = widest(COLUMNS, [row("A title of twenty cells", "12 Dec 2026", "high")])
    assert set(fitted(COLUMNS, wanted, 60)) == {"title", "target", "risk"}
    assert set(fitted(COLUMNS, wanted, 24)) == {"title", "target"}
    assert set(fitted(COLUMNS, wanted, 12)) == {"title"}

"""What the dashboard is measured against: a bare Textual `DataTable`. `python -m tests.bench.data_table ROWS.json`.

ROWS.json holds a list of rows, each a list of texts, the first of them the headings. Keys: 1 and 2 switch between two tables,
f leaves every fourth row, escape brings all of them back, space writes one cell, q quits.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ContentSwitcher, DataTable

_LEFT = 4
"""One row of so many is left by the filter."""


class BareTable(App[None]):
    """Two tables of which one is seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "show('one')", "one"),
        Binding("2", "show('two')", "two"),
        Binding("f", "filter", "filter"),
        Binding("escape", "all", "all"),
        Binding("space", "tick", "tick"),
        Binding("q", "quit", "quit"),
    ]

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Both."""
        with ContentSwitcher(initial="one"):
            yield DataTable[str](id="one", cursor_type="row")
            yield DataTable[str](id="two", cursor_type="row")

    def on_mount(self) -> None:
        """Fill the one that is seen; the other one behind the first frame."""
        self._fill("one", self._rows[1:])
        self.call_after_refresh(self._fill, "two", self._rows[1:])
        self._table("one").focus()

    def _table(self, name: str) -> DataTable[str]:
        return self.query_one(f"#{name}", DataTable)

    def _fill(self, name: str, rows: list[list[str]]) -> None:
        table = self._table(name)
        if not table.columns:
            table.add_columns(*self._rows[0])
        table.add_rows(rows)

    def action_show(self, name: str) -> None:
        """The one or the other."""
        self.query_one(ContentSwitcher).current = name
        self._table(name).focus()

    def action_filter(self) -> None:
        """Clear it and fill it with what is left, which takes less time than to remove the others one by one."""
        self._table("one").clear()
        self._fill("one", self._rows[1::_LEFT])

    def action_all(self) -> None:
        """All rows."""
        self._table("one").clear()
        self._fill("one", self._rows[1:])

    def action_tick(self) -> None:
        """Write a cell of the row at the cursor."""
        table = self._table("one")
        table.update_cell_at(table.cursor_coordinate, "ticked")


if __name__ == "__main__":
    BareTable(json.loads(Path(sys.argv[1]).read_text())).run()

"""One stop of the cursor in the Milestone panel."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.model.checklist import Item
from milestone_tui.views.lines import Line

SECTION_BAR = 6


class Row(NamedTuple):
    """One stop of the cursor. It may take several lines."""

    key: str
    lead: Line
    """Stands before the text on the first line; the lines below are indented by it."""
    text: Line
    tail: Line = ()
    """At the right end of the first line."""
    line: int = 0
    """Of the file; 0 when it comes from no single line."""
    item: Item | None = None
    heading: bool = False
    """Has an empty line above it."""

"""Tables that have no noun of their own: time, effort, budget, defects, resources, hand-over, sign-off, tasks."""

from __future__ import annotations

import re

from milestone_tui.model.contents import Ledger, LedgerRow
from milestone_tui.reading.material import Grid, Material

_BY_SECTION = {
    "time_tracking": "time",
    "team_effort": "effort",
    "budget": "budget",
    "defects": "defects",
    "resources": "resources",
    "debt": "debt",
    "handover": "handover",
    "sign_off": "sign_off",
    "phase_durations": "duration",
    "questions": "questions",
    "team": "team",
}
_BY_COLUMNS = (
    ("sign_off", r"signature"),
    ("handover", r"from team"),
    ("budget", r"budgeted"),
    ("defects", r"^found$|^outstanding$"),
    ("effort", r"planned hours"),
    ("resources", r"^capacity$"),
    ("time", r"^estimated$"),
    ("tasks", r"^(?:task|slice|id|item|story|milestone)s?$"),
)


def read_ledgers(material: Material) -> tuple[Ledger, ...]:
    """Every table that no other noun has read."""
    return tuple(_ledger(material, grid) for section in material.sections for grid in list(material.grids(section)))


def _ledger(material: Material, grid: Grid) -> Ledger:
    kind = next((_BY_SECTION[kind] for kind in grid.section.kinds if kind in _BY_SECTION), "")
    kind = kind or next(
        (name for name, pattern in _BY_COLUMNS if any(re.search(pattern, column) for column in grid.names)), "table"
    )
    material.claim(grid.block, "ledgers", f"table of kind {kind}")
    rows = tuple(
        LedgerRow(tuple(cell.text for cell in row), material.line_at(row[0].span.start) if row else grid.line)
        for row in grid.rows
    )
    return Ledger(kind, grid.section.title, grid.columns, rows, grid.line)

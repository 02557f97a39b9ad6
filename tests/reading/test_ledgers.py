"""Tables that have no noun of their own."""

from __future__ import annotations

import pytest

from tests.reading.texts import contents


@pytest.mark.parametrize(
    ("heading", "columns", "kind"),
    [
        ("Time Tracking", "Task | Estimated | Actual", "time"),
        ("Budget Analysis", "Category | Budgeted | Spent", "budget"),
        ("Defect Analysis", "Severity | Found | Fixed", "defects"),
        ("Resource Allocation", "Role | Person", "resources"),
        ("Approval & Sign-off", "Role | Signature", "sign_off"),
        ("Work", "ID | Slice | After this", "tasks"),
        ("Colours", "Line | Colour", "table"),
    ],
)
def test_the_heading_or_else_the_columns_give_the_kind(heading: str, columns: str, kind: str) -> None:
    rule = "|".join("---" for _ in columns.split("|"))
    cells = " | ".join("x" for _ in columns.split("|"))
    (ledger,) = contents(f"# M1\n\n## {heading}\n\n| {columns} |\n|{rule}|\n| {cells} |\n").ledgers
    assert (ledger.kind, ledger.columns, [row.line for row in ledger.rows]) == (kind, tuple(columns.split(" | ")), [7])


def test_a_table_that_another_noun_has_read_is_not_read_again() -> None:
    assert contents("# M1\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Ice | H |\n").ledgers == ()


def test_a_bar_within_a_cell_stays_in_the_cell() -> None:
    (ledger,) = contents("# M1\n\n| Line | Stops |\n|---|---|\n| 7 | a \\| b |\n").ledgers
    assert ledger.rows[0].cells == ("7", "a | b")

"""Percent checkpoints and reviews."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.texts import contents


@pytest.mark.parametrize(
    ("line", "day", "criteria", "reached"),
    [
        ("2026-03-03 - first slice sails", date(2026, 3, 3), "first slice sails", None),
        ("2026-03-03", date(2026, 3, 3), "", None),
        ("first slice sails", None, "first slice sails", None),
        ("✅ 2026-03-03 - first slice sails", date(2026, 3, 3), "first slice sails", True),
        ("2026-03-03 - missed", date(2026, 3, 3), "missed", False),
    ],
)
def test_a_percent_checkpoint_has_day_and_criteria(line: str, day: date | None, criteria: str, reached: bool | None) -> None:
    (found,) = contents(f"# M1\n\n## Milestone Checkpoints\n\n- **25% Checkpoint**: {line}\n").checkpoints
    assert (found.percent, found.day, found.criteria, found.reached, found.line) == (25, day, criteria, reached, 5)


def test_rows_of_a_checkpoint_table_are_checkpoints() -> None:
    table = (
        "| Checkpoint | Date | Criteria | Status |\n|---|---|---|---|\n| 50% | 2026-03-03 | half | ✅ "
        "|\n| Gate B | May | rest | |\n"
    )
    first, second = contents(f"# M1\n\n## Checkpoints\n\n{table}").checkpoints
    assert (first.percent, first.day, first.criteria, first.reached) == (50, date(2026, 3, 3), "half", True)
    assert (second.percent, second.day, second.date_raw, second.reached) == (None, None, "May", None)


def test_percentages_in_other_lines_are_no_checkpoints() -> None:
    assert contents("# M1\n\n## Goals\n\n- **80% coverage**: by March\n- 25% faster\n").checkpoints == ()


def test_entries_under_a_review_heading_are_reviews_and_the_next_review_is_one() -> None:
    text = "# M1\n\n## Milestone Reviews\n\n- **Mid-point Review**: 2026-03-03\n- None\n\n---\n\n**Next Review**: 2026-04-01\n"
    found = contents(text).reviews
    assert [(each.title, each.day) for each in found] == [
        ("Mid-point Review", date(2026, 3, 3)),
        ("Next review", date(2026, 4, 1)),
    ]


def test_a_review_was_held_when_its_entry_says_so() -> None:
    entries = "- **A**: 2026-03-03\n- **B**: 2026-03-04 ✅ held\n- **C**: 2026-03-05, postponed\n"
    found = contents(f"# M1\n\n## Milestone Reviews\n\n{entries}").reviews
    assert [(each.day, each.held) for each in found[:2]] == [(date(2026, 3, 3), None), (date(2026, 3, 4), True)]
    assert found[2].held is False

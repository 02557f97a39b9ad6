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


@pytest.mark.parametrize(
    ("value", "reached"),
    [
        ("2026-11-30 - architecture review passed", None),
        ("2026-12-05 - all acceptance tests met", None),
        ("2026-11-01 - all APIs done and documented", None),
        ("2026-11-01 - to be done", None),
        ("2026-11-01 - build (must be done)", None),
        ("2026-11-01 - ✅ to be met", None),
        ("2026-11-01 - docs show ❌ and ✅ side by side", None),
        ("2026-11-01 - build ✅", True),
        ("2026-11-01 - ✅ build", True),
        ("[x] 2026-11-01 - build", True),
        ("2026-11-01 - build (met)", True),
        ("2026-11-01 - build — met", True),
        ("2026-11-01 - build - met 2026-10-20", True),
        ("Done", True),
        ("done 2026-10-01", True),
        ("not done, 2026-12-01 - build", False),
        ("2026-12-01 ❌ nothing", False),
        ("✅ 2026-12-01 - not met", False),
        ("2026-12-01 - build (not yet met)", False),
    ],
)
def test_criteria_do_not_say_that_they_were_met(value: str, reached: bool | None) -> None:
    (found,) = contents(f"# M1\n\n## Milestone Checkpoints\n\n- **25% Checkpoint**: {value}\n").checkpoints
    assert found.reached is reached


@pytest.mark.parametrize(
    ("status", "reached"),
    [
        ("Met", True),
        ("Done", True),
        ("**Done** 2026-10-01", True),
        ("Met - see the minutes", True),
        ("Completed by Tomas", True),
        ("✅", True),
        ("❌", False),
        ("Not met", False),
        ("Missed", False),
        ("To be done", None),
        ("Will be met", None),
        ("Partially met", None),
        ("Met in part", None),
        ("Met 2 of 3", None),
        ("Done by 2026-12-01", None),
        ("Pending", None),
        ("Done → reopened", None),
        ("Done - reopened in May", None),
        ("Met ❌", None),
        ("Done early", True),
    ],
)
def test_a_status_column_says_by_its_first_words_whether_a_checkpoint_was_met(status: str, reached: bool | None) -> None:
    table = f"| Checkpoint | Date | Criteria | Status |\n|---|---|---|---|\n| 50% | 2026-03-03 | done | {status} |\n"
    assert contents(f"# M1\n\n## Checkpoints\n\n{table}").checkpoints[0].reached is reached


def test_a_column_met_is_answered_with_yes_and_no_and_metrics_are_no_such_column() -> None:
    table = "| Checkpoint | Date | Metric | Met |\n|---|---|---|---|\n| 50% | 2026-03-03 | done | yes |\n| 75% | May | x | No |\n"
    assert [each.reached for each in contents(f"# M1\n\n## Checkpoints\n\n{table}").checkpoints] == [True, False]


def test_a_checkpoint_need_not_be_bold() -> None:
    found = contents(
        "# M1\n\n## Plan\n\n- 25% Checkpoint: 2026-10-15 - design\n- 80% of it: soon\n\n50% Checkpoint: 2026-11-30\n"
    )
    assert [(each.percent, each.day, each.criteria, each.line) for each in found.checkpoints] == [
        (25, date(2026, 10, 15), "design", 5),
        (50, date(2026, 11, 30), "", 8),
    ]


def test_a_ticked_box_states_that_a_checkpoint_was_met_and_stays_a_box() -> None:
    text = "# M1\n\n## Checkpoints\n\n- [x] **50% Checkpoint**: 2026-11-01 - build\n- [ ] 75% Checkpoint: 2026-11-10 - all done\n"
    read = contents(text)
    assert [(each.percent, each.day, each.criteria, each.reached) for each in read.checkpoints] == [
        (50, date(2026, 11, 1), "build", True),
        (75, date(2026, 11, 10), "all done", None),
    ]
    assert [(section.total, section.done) for section in read.checklist] == [(2, 1)]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-11-01 to 2026-11-10 - build", date(2026, 11, 10)),
        ("2026-11-01 – 2026-11-10 - build", date(2026, 11, 10)),
        ("2026-11-01 → 2026-12-15 - build", date(2026, 12, 15)),
        ("~~2026-11-01~~ 2026-12-15 - build", date(2026, 12, 15)),
        ("2026-11-01 (moved to 2026-12-15) - build", date(2026, 12, 15)),
    ],
)
def test_the_last_day_of_a_checkpoint_counts(value: str, day: date) -> None:
    (found,) = contents(f"# M1\n\n## Checkpoints\n\n- **25%**: {value}\n").checkpoints
    assert (found.day, found.criteria) == (day, "build")


def test_a_review_that_is_to_be_completed_was_not_held() -> None:
    entries = "- **A**: 2026-10-05 - to be completed by Tomas\n- **B**: 2026-10-05 - completed by Tomas\n"
    assert [each.held for each in contents(f"# M1\n\n## Milestone Reviews\n\n{entries}").reviews] == [None, True]

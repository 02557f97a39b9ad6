"""Days in the notations of real files; what is not beyond doubt is no day."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.reading.day_words import day_of, last_day_of, range_of, stretch_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("2026-03-01T10:00:00Z", date(2026, 3, 1)),
        ("2026-03-01 05:30 UTC", date(2026, 3, 1)),
        ("2026/3/1", date(2026, 3, 1)),
        ("March 1, 2026", date(2026, 3, 1)),
        ("Mar 1st 2026", date(2026, 3, 1)),
        ("1 March 2026", date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1)),
        ("13/03/2026", date(2026, 3, 13)),
        ("03/13/2026", date(2026, 3, 13)),
        ("05-05-2026", date(2026, 5, 5)),
        ("📅 2026-03-01", date(2026, 3, 1)),
    ],
)
def test_a_day_beyond_doubt_is_read(words: str, expected: date) -> None:
    assert day_of(words) == (expected, None)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("2026-02", date(2026, 2, 28)),
        ("November 2026", date(2026, 11, 30)),
        ("Q3 2026", date(2026, 9, 30)),
        ("2026 Q4", date(2026, 12, 31)),
        ("2026年9月", date(2026, 9, 30)),
        ("late May 2026", date(2026, 5, 31)),
    ],
)
def test_a_month_or_a_quarter_has_a_last_day_and_no_day(words: str, until: date) -> None:
    assert day_of(words) == (None, until)


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2026",
        "2026-02-30",
        "YYYY-MM-DD",
        "Q3",
        "Week 4",
        "3 weeks from approval",
        "No deadline",
        "TBD",
        "Immediately",
        "v2026",
        "0.2.0",
    ],
)
def test_anything_else_names_no_day(words: str) -> None:
    assert day_of(words) == (None, None)


def test_a_range_has_two_ends() -> None:
    both = ((date(2026, 3, 3), None), (date(2026, 5, 30), None))
    assert (
        range_of("2026-03-03 → 2026-05-30") == range_of("2026-03-03 to 2026-05-30") == range_of("2026-03-03 – 2026-05-30") == both
    )
    assert range_of("2026-03-03") is None
    assert range_of("soon to 2026-05-30") is None


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("2026-11-10 to 2026-11-30", date(2026, 11, 30)),
        ("2026-11-10 - 2026-11-30", date(2026, 11, 30)),
        ("2026-11-10/2026-11-30", date(2026, 11, 30)),
        ("2026-11-10 to 30", None),
        ("2026-11-10–30", None),
        ("~~2026-10-01~~ 2026-12-15", date(2026, 12, 15)),
        ("2026-12-15 ~~2026-10-01~~", date(2026, 12, 15)),
        ("~~2026-10-01~~", None),
        ("2026-10-01 → 2026-12-15", date(2026, 12, 15)),
        ("2026-10-01 -> 2026-11-01 -> **2026-12-15**", date(2026, 12, 15)),
        ("2026-10-01 → TBD", None),
        ("2026-10-01 → see the plan", date(2026, 10, 1)),
        ("2026-11-01 (moved to 2026-12-15)", date(2026, 12, 15)),
        ("2026-11-01, now 2026-12-15", date(2026, 12, 15)),
        ("2026-11-01 (rescheduled to December 15, 2026)", date(2026, 12, 15)),
        ("2026-11-01 (may be moved to 2026-12-15)", date(2026, 11, 1)),
        ("2026-12-15 (was 2026-10-01)", date(2026, 12, 15)),
        ("2026-12-15 (moved from 2026-10-01)", date(2026, 12, 15)),
        ("2026-12-15 - 3 slices", date(2026, 12, 15)),
        ("2026-03-01T10:00:00-05:00", date(2026, 3, 1)),
        ("13/03/2026", date(2026, 3, 13)),
    ],
)
def test_the_last_day_that_stands_is_meant(words: str, last: date | None) -> None:
    assert last_day_of(words) == (last, None)


@pytest.mark.parametrize(
    "words", ["~~2026-10-01~~ 2026-12-15", " 2026-11-01 (moved to 2026-12-15)", "2026-10-01 → **2026-12-15**"]
)
def test_the_day_that_counts_is_the_one_that_is_written_over(words: str) -> None:
    place = stretch_of(words)
    assert place is not None
    assert words[slice(*place)] == "2026-12-15"

"""Days and numbers as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.editing.meant import day_meant, number_meant

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "seen", "day"),
    [
        ("2026-12-04", None, "2026-12-04"),
        ("today", None, "2026-11-21"),
        ("tomorrow", None, "2026-11-22"),
        ("fri", None, "2026-11-27"),
        ("Sat", None, "2026-11-28"),
        ("monday", date(2020, 1, 1), "2026-11-23"),
        ("+1d", None, "2026-11-22"),
        ("+1d", date(2026, 3, 1), "2026-03-02"),
        ("+2w", date(2026, 3, 1), "2026-03-15"),
        ("-1w", date(2026, 3, 8), "2026-03-01"),
        ("+1m", date(2026, 1, 31), "2026-02-28"),
        ("+1y", date(2028, 2, 29), "2029-02-28"),
        ("December 4, 2026", None, "2026-12-04"),
    ],
)
def test_a_day(said: str, seen: date | None, day: str) -> None:
    assert day_meant(said, seen, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("said", ["", "soon", "+", "+9999y", "2026-02-30", "x"])
def test_no_day(said: str) -> None:
    assert day_meant(said, None, SATURDAY) is None


@pytest.mark.parametrize(
    ("said", "seen", "text"),
    [
        ("+10", "33%", "43%"),
        ("-3", "~33 % done", "~30 % done"),
        ("+8", "40 hours", "48 hours"),
        ("-50", "33%", "0%"),
        ("+1", "", "1"),
    ],
)
def test_a_step_of_a_number(said: str, seen: str, text: str) -> None:
    assert number_meant(said, seen) == text


def test_what_is_no_step_is_left_alone() -> None:
    assert number_meant("50", "33%") is None

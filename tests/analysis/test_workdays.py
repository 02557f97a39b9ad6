"""Working days as numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.analysis.workdays import day_of_number, number_after, number_of, working_days


@given(st.dates())
def test_a_number_names_the_day_itself_or_the_monday_after_a_weekend(day: date) -> None:
    found = day_of_number(number_of(day))
    assert found.weekday() < 5 or found == date.max
    assert 0 <= (found - day).days <= 2


@given(st.dates())
def test_after_the_last_day_of_the_calendar_numbers_go_on(day: date) -> None:
    assert number_after(day) - number_of(day) == (day.weekday() < 5)


@pytest.mark.parametrize("number", [-(10**12), 10**12])
def test_what_is_beyond_the_calendar_is_told_as_its_end(number: int) -> None:
    assert day_of_number(number) in (date.min, date.max)


def test_both_ends_count() -> None:
    monday = date(2026, 11, 23)
    assert working_days(monday, monday + timedelta(days=4)) == 5
    assert working_days(monday, monday + timedelta(days=6)) == 5
    assert working_days(monday, monday - timedelta(days=7)) == 0
    assert working_days(date.min, date.max) > 2_000_000

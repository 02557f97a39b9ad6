"""Percentages and amounts of work."""

from __future__ import annotations

import pytest

from milestone_tui.reading.amounts import amount_of, percent_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("4-6 hours", (4, 6, "hours")),
        ("3 days", (3, 3, "days")),
        ("1.5 weeks", (1.5, 1.5, "weeks")),
        ("2 to 3 months", (2, 3, "months")),
        ("~8h", (8, 8, "hours")),
        ("+1 hour (buffer)", (1, 1, "hours")),
        ("5 人日", (5, 5, "person_days")),
        ("13 points", (13, 13, "points")),
    ],
)
def test_a_number_with_a_unit_is_an_amount(words: str, expected: tuple[float, float, str]) -> None:
    assert amount_of(words) == expected


@pytest.mark.parametrize(
    "words", ["about 500 LOC", "two weeks", "⭐⭐⭐☆☆", "3 plans", "3 phases - MVP in 3-4 days", "N/A", "9" * 400 + " days"]
)
def test_prose_and_lines_of_code_are_no_amount(words: str) -> None:
    assert amount_of(words) == (None, None, "")


def test_a_bare_number_takes_the_unit_of_its_field() -> None:
    assert amount_of("12", "hours") == (12, 12, "hours")
    assert amount_of("12") == (None, None, "")


def test_percentages_lie_between_nought_and_a_hundred() -> None:
    assert (percent_of("33%"), percent_of("75.5 % done"), percent_of("0"), percent_of("250%")) == (33, 75.5, 0, None)
    assert percent_of("12", bare=False) is None


def test_letters_that_only_count_as_others_name_no_unit() -> None:
    assert amount_of("3 month\u017f") == (None, None, "")

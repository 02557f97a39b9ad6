"""Levels of priority, risk, probability and impact."""

from __future__ import annotations

import pytest

from milestone_tui.reading.level_words import complexity_of, level_of, numeric_rating


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("low", "low"), ("H", "high"), ("M", "medium"), ("L", "low"), ("Med", "medium"),
        ("CRITICAL", "critical"), ("normal", "medium"),
        ("P0", "critical"), ("P1 - soon", "high"), ("P3", "low"), ("高", "high"), ("中", "medium"),
        ("中等 - 可能", "medium"), ("低", "low"),
        ("🔴 Critical - it blocks the pilot", "critical"), ("🟡", "medium"), ("🟢 Low", "low"), ("Medium-High", "high"),
        ("Low-Medium", "medium"),
        ("High - because of the deadline", "high"), ("**High**", "high"), ("very high", "high"), ("catastrophic", "critical"),
    ],
)  # fmt: skip
def test_words_and_signs_mean_their_level(words: str, expected: str) -> None:
    assert level_of(words) == expected


@pytest.mark.parametrize(
    "words", ["", "4", "[High/Med/Low]", "{PRIORITY}", "[PRIORITY_LEVEL]", "High | Medium | Low", "blocks the exporter", "TBD"]
)
def test_numbers_menus_slots_and_prose_are_no_level(words: str) -> None:
    assert level_of(words) is None


def test_complexity_has_words_of_its_own() -> None:
    assert (complexity_of("Very Complex"), complexity_of("simple"), complexity_of("hairy")) == ("very_complex", "simple", None)


def test_a_rating_on_a_scale_is_a_number() -> None:
    assert (numeric_rating("4"), numeric_rating("3/5"), numeric_rating("high"), numeric_rating("9" * 400)) == (4, 3, None, None)

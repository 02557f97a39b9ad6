"""Words for moments, on a Saturday."""

from __future__ import annotations

from datetime import datetime

import pytest

from milestone_tui.workspace.moments import Moment, NoMoment, moment_of

NOW = datetime(2026, 11, 21, 15, 30)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("today", "2026-11-21 00:00"),
        ("Yesterday", "2026-11-20 00:00"),
        ("monday", "2026-11-16 00:00"),
        ("mon", "2026-11-16 00:00"),
        ("saturday", "2026-11-21 00:00"),
        ("last saturday", "2026-11-14 00:00"),
        ("last  Monday", "2026-11-16 00:00"),
        ("3 days ago", "2026-11-18 00:00"),
        ("3d", "2026-11-18 00:00"),
        ("2w", "2026-11-07 00:00"),
        ("a week ago", "2026-11-14 00:00"),
        ("last week", "2026-11-14 00:00"),
        ("24h", "2026-11-20 15:30"),
        ("90 min", "2026-11-21 14:00"),
        ("1 month ago", "2026-10-21 00:00"),
        ("9 months", "2026-02-21 00:00"),
        ("1 year", "2025-11-21 00:00"),
        ("2026-11-14", "2026-11-14 00:00"),
        ("2026-11-14 9:05", "2026-11-14 09:05"),
        ("2026-11-14T09:05:30", "2026-11-14 09:05:30"),
    ],
)
def test_a_time_is_understood(words: str, time: str) -> None:
    found = moment_of(words, NOW)
    assert isinstance(found, Moment)
    assert (found.time, found.revision) == (datetime.fromisoformat(time), "")


def test_a_month_before_its_last_day_is_the_last_day_it_has() -> None:
    found = moment_of("1 month", datetime(2026, 3, 31, 8))
    assert isinstance(found, Moment)
    assert found.time == datetime(2026, 2, 28)


@pytest.mark.parametrize(
    "words", ["HEAD", "HEAD~3", "v1.2", "feature/some-thing", "abc1234", "main@{1}", "branché", "refs/heads/-x"]
)
def test_anything_else_is_a_revision(words: str) -> None:
    assert moment_of(words, NOW) == Moment(words, None, words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "--upload-pack=x",
        "-x",
        "^main",
        "a..b",
        "HEAD:file",
        ":/fix",
        "a b c",
        "x\0y",
        "x\x1b[31m",
        "*",
        "a\\b",
        "x" * 300,
    ],
)
def test_what_could_be_an_option_a_range_or_a_file_is_refused(words: str) -> None:
    assert isinstance(moment_of(words, NOW), NoMoment)


@pytest.mark.parametrize("words", ["2026-02-30", "2026-11-22", "9999 years", "2026-11-14 25:00"])
def test_a_day_that_is_none_or_is_still_to_come_is_refused(words: str) -> None:
    found = moment_of(words, NOW)
    assert isinstance(found, NoMoment)
    assert "yesterday" in found.advice

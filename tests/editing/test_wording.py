"""A new value in the manner of the old one."""

from __future__ import annotations

from datetime import date

import pytest

from milestone_tui.editing.wording import cased, day_text, level_text, percent_text, status_text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("In Progress", "Complete"),
        ("IN PROGRESS", "COMPLETE"),
        ("in progress", "done"),
        ("in-progress", "completed"),
        ("open", "closed"),
        ("**In Progress**", "**Complete**"),
        ("🔄 In Progress", "✅ Complete"),
        ("🔄 In Progress (since May)", "✅ Complete (since May)"),
        ("In Progress - the hull is wet", "Complete - the hull is wet"),
        ("🔄", "✅"),
        ("{STATUS}", "Complete"),
        ("", "Complete"),
        ("Planned | In Progress | Complete", "Complete"),
        ("[ ] Planned | [x] In Progress | [ ] Complete", "[ ] Planned | [ ] In Progress | [x] Complete"),
    ],
)
def test_a_status_keeps_case_emoji_emphasis_and_comment_of_the_old_one(old: str, new: str) -> None:
    assert status_text("completed", old, "component") == new


@pytest.mark.parametrize(
    ("words", "like", "result"),
    [
        ("in_progress", "IN PROGRESS", "IN PROGRESS"),
        ("In Progress", "not_started", "in_progress"),
        ("In Progress", "not-started", "in-progress"),
        ("in progress", "Not Started", "In Progress"),
        ("in progress", "Planned", "In Progress"),
    ],
)
def test_capitals_and_word_breaks_follow_the_old_words(words: str, like: str, result: str) -> None:
    assert cased(words, like) == result


@pytest.mark.parametrize(
    ("dialect", "old", "new"),
    [
        ("manifest", "active", "completed"),
        ("track", "pending", "completed"),
        ("report", "🔄 In Progress", "✅ Complete"),
        ("none", "Planned", "Complete"),
    ],
)
def test_each_dialect_has_its_own_word(dialect: str, old: str, new: str) -> None:
    assert status_text("completed", old, dialect) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Low", "High"),
        ("LOW", "HIGH"),
        ("low", "high"),
        ("L", "H"),
        ("🟢 Low", "🔴 High"),
        ("Low - it seldom freezes", "High - it seldom freezes"),
        ("{PRIORITY}", "high"),
        ("", "high"),
    ],
)
def test_a_level_keeps_the_manner_of_the_old_one(old: str, new: str) -> None:
    assert level_text("high", old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-03-01", "2026-05-09"),
        ("2026-03-01 (moved)", "2026-05-09 (moved)"),
        ("2026/03/01", "2026/05/09"),
        ("March 1, 2026", "May 9, 2026"),
        ("Mar 1, 2026", "May 9, 2026"),
        ("2026年3月1日", "2026年5月9日"),
        ("No deadline", "2026-05-09"),
        ("", "2026-05-09"),
    ],
)
def test_a_date_keeps_its_notation_and_its_comment(old: str, new: str) -> None:
    assert day_text(date(2026, 5, 9), old) == new


@pytest.mark.parametrize(
    ("old", "new"), [("33%", "50%"), ("33", "50"), ("~33 % done", "~50 % done"), ("33.5%", "50%"), ("", "50")]
)
def test_only_the_number_of_a_percentage_changes(old: str, new: str) -> None:
    assert percent_text(50, old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5 May 2026 (moved twice)", "2026-12-04 (moved twice)"),
        ("13/05/2026 - see the notes", "2026-12-04 - see the notes"),
        ("Q3 2026, after the launch", "2026-12-04, after the launch"),
        ("12/25/2026 (was 2026-12-20)", "2026-12-04 (was 2026-12-20)"),
        ("Tuesday, May 5, 2026", "Friday, December 4, 2026"),
        ("2026-05-05 (Tue)", "2026-12-04 (Fri)"),
        ("2026-05-05, tuesday; late", "2026-12-04, friday; late"),
        ("2026-05-05 (Monday planning)", "2026-12-04 (Monday planning)"),
    ],
)
def test_a_day_takes_its_weekday_along_and_leaves_all_other_words(old: str, new: str) -> None:
    assert day_text(date(2026, 12, 4), old) == new

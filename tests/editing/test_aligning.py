"""Percentage, counts and the day of the last update follow the boxes when somebody asks for it."""

from __future__ import annotations

import pytest

from milestone_tui.editing.planning import Change
from milestone_tui.model.edit import Align
from tests.editing.plans import PATH, made, outcome, refused

TEXT = """---
completion_percentage: 10
updated: 2026-01-01 # by hand
---
# M1 Keel

**Status**: 🟡 IN PROGRESS (10% Complete) | **Completion**: 10%

## Tasks (0/3)

- [x] a
- [x] b
- [ ] c

## Notes (2 of them)

---

**Last Updated**: 2026-01-01
"""


def test_all_figures_follow_at_once() -> None:
    after = made(TEXT, Align(PATH, PATH, "2026-05-05"))
    expected = TEXT.replace("2026-01-01", "2026-05-05").replace("percentage: 10", "percentage: 67").replace("10%", "67%")
    assert after == expected.replace("(0/3)", "(2/3)")


def test_without_a_day_the_last_update_stays() -> None:
    assert "updated: 2026-01-01 # by hand" in made(TEXT, Align(PATH, PATH, ""))


def test_what_is_so_already_changes_nothing() -> None:
    again = outcome(made(TEXT, Align(PATH, PATH, "2026-05-05")), Align(PATH, PATH, "2026-05-05"))
    assert isinstance(again, Change)
    assert again.patches == ()


def test_nothing_is_added_and_nothing_is_aligned_with_no_boxes() -> None:
    assert made("# M1\n\n- [ ] a\n", Align(PATH, PATH, "2026-05-05")) == "# M1\n\n- [ ] a\n"
    refused(outcome("# M1\n\n**Progress**: 10%\n", Align(PATH, PATH, "2026-05-05")))


def test_counts_in_words_follow_too() -> None:
    text = "# M1\n\n**Progress**: 1 of 4 tasks (25%)\n\n- [x] a\n- [ ] b\n"
    assert made(text, Align(PATH, PATH, "")) == text.replace("1 of 4 tasks (25%)", "1 of 2 tasks (50%)")


def test_figures_that_count_something_else_are_left_alone() -> None:
    boxes = "\n- [x] a\n- [ ] b\n"
    for line in ("**Progress**: 3/5 phases (60%)", "**Status**: Active - 80% of the budget used"):
        text = f"# M1\n\n{line}\n\n## Coverage over 90% (see 4/5)\n{boxes}"
        assert line in made(text, Align(PATH, PATH, ""))
    assert "## Coverage over 90% (1/2)" in made(f"# M1\n\n## Coverage over 90% (0/2)\n{boxes}", Align(PATH, PATH, ""))


def test_a_hundred_per_cent_is_only_said_when_all_is_done() -> None:
    boxes = "- [x] a\n" * 299 + "- [ ] b\n"
    assert "**Progress**: 99%" in made(f"# M1\n\n**Progress**: 10%\n\n{boxes}", Align(PATH, PATH, ""))
    assert "**Progress**: 100%" in made(f"# M1\n\n**Progress**: 10%\n\n{boxes.replace('[ ]', '[x]')}", Align(PATH, PATH, ""))


DAY = "2026-05-05"
BOXES = "\n- [x] a\n- [ ] b\n"
WRONG = "# M1\n\n**Progress**: 10%\n"


@pytest.mark.parametrize(
    "old",
    [
        "2025-12-08T07:36:55Z",
        "2026-11-20 23:55 UTC",
        "2026-11-20 at 5 pm",
        "November 20, 2026, 7:05",
        "2025年9月1日 14时",
    ],
)
def test_a_last_update_with_a_time_of_day_is_left_and_the_summary_says_so(old: str) -> None:
    text = f"{WRONG}**Last Updated**: {old}\n{BOXES}"
    planned = outcome(text, Align(PATH, PATH, DAY))
    assert isinstance(planned, Change)
    assert planned.after.decode() == text.replace("10%", "50%")
    assert planned.summary == "aligned with 1 of 2 boxes; the last update states a time of day and is left"


@pytest.mark.parametrize("old", ["2026-01-01 by Noor", "2026-01-01 (after the review)"])
def test_words_beside_the_day_are_not_said_of_another_day(old: str) -> None:
    text = f"{WRONG}**Last Updated**: {old}\n{BOXES}"
    planned = outcome(text, Align(PATH, PATH, DAY))
    assert isinstance(planned, Change)
    assert planned.after.decode() == text.replace("10%", "50%")
    assert "says more than a day and is left" in planned.summary


@pytest.mark.parametrize(
    "old", ["Current optimization sprint", "[Current date]", "[Date]", "YYYY-MM-DD", "TBD", "", "November 2026", "2026-02-30"]
)
@pytest.mark.parametrize("ticked", [True, False])
def test_where_no_day_stands_none_is_written(old: str, ticked: bool) -> None:
    text = f"{WRONG}**Last Updated**: {old}\n{BOXES}"
    assert made(text, Align(PATH, PATH, DAY, ticked)) == text.replace("10%", "50%")


def test_the_day_stays_when_no_figure_changes_but_follows_a_tick() -> None:
    text = f"# M1\n\n**Progress**: 50%\n**Last Updated**: 2026-01-01\n{BOXES}"
    assert made(text, Align(PATH, PATH, DAY)) == text
    assert made(text, Align(PATH, PATH, DAY, ticked=True)) == text.replace("2026-01-01", DAY)


def test_the_weekday_of_the_last_update_goes_with_its_day() -> None:
    text = f"{WRONG}**Last Updated**: Thursday, January 1, 2026\n{BOXES}"
    assert "**Last Updated**: Tuesday, May 5, 2026\n" in made(text, Align(PATH, PATH, DAY))

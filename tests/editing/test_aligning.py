"""Percentage, counts and the day of the last update follow the boxes when somebody asks for it."""

from __future__ import annotations

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

"""Slots that nobody filled, and words for nothing."""

from __future__ import annotations

import pytest

from milestone_tui.reading.placeholders import is_none, is_placeholder
from tests.reading.texts import milestone, status


@pytest.mark.parametrize(
    "raw",
    ["{STATUS}", "{X}%", "{{ name }}", "<title>", "[DATE]", "[Milestone Name]", "YYYY-MM-DD", "X hours", "TBD", "XX%"],
)
def test_slots_are_known(raw: str) -> None:
    assert is_placeholder(raw)


@pytest.mark.parametrize("raw", ["", "done", "[x] done", "[link](a.md)", "Xavier", "2026-01-01", "{a} and more", "12%"])
def test_statements_are_no_slots(raw: str) -> None:
    assert not is_placeholder(raw)


@pytest.mark.parametrize(
    "words",
    [
        "none",
        "n/a",
        "—",
        "-",
        "",
        "none (first milestone)",
        "nothing; start at once",
        "なし",
        "无",
        "no blockers",
        "no further dependencies",
        "null",
        "___",
        "none at this time",
        "currently none",
        "none known",
        "none at the moment",
        "nothing at present",
        "✅ none",
        "none required (yet)",
        "derzeit keine",
        "暂无",
        "0 blockers",
        "no known blockers at this time",
        "no approval needed",
    ],
)
def test_words_for_nothing_are_known(words: str) -> None:
    assert is_none(words)


@pytest.mark.parametrize(
    "words",
    [
        "m1",
        "north bridge",
        "nonesuch",
        "no longer than a day",
        "none of the apis are ready",
        "no access to the api",
        "no external review yet",
        "none (except m4)",
        "no dependencies other than m1",
        "no blockers but the permit",
        "✅",
        "not started",
        "0",
    ],
)
def test_words_that_only_begin_like_nothing_say_something(words: str) -> None:
    assert not is_none(words)


def test_a_template_line_of_three_slots_states_nothing() -> None:
    read = milestone("# M1 Pilot\n\n**Status**: {STATUS} | **Priority**: {PRIORITY} | **Completion**: {PERCENT}%\n")
    assert (read.status and read.status.value, read.priority and read.priority.value) == (None, None)
    assert read.declared is None


def test_a_menu_is_no_status_and_an_unticked_radio_line_is_none_either() -> None:
    assert status("# M1\n\n**Status**: ✅ Complete | 🔄 In Progress | ⏸️ On Hold\n") is None
    assert status("# M1\n\n- **State**: [ ] Not Started | [ ] In Progress | [ ] Done\n") is None


def test_a_slot_before_the_statement_does_not_hide_it() -> None:
    assert status("---\nstatus: '{STATUS}'\n---\n# M1\n\n**Status**: Active\n") == "active"

"""By which marks a dialect is known, and what each writes."""

from __future__ import annotations

import pytest

from milestone_tui.reading.dialects.profiles import PROFILES, dialect_of
from milestone_tui.reading.status_words import status_of
from tests.reading.texts import milestone


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("---\nmilestone_id: M1\ncompletion_percentage: 10\n---\n# M1\n", "manifest"),
        ("# M1\n\n**Component**: Dock\n**Assigned Agent**: Noor\n", "component"),
        ("# Milestone: M1 Dock\n\n- **Parallel Track**: Quay\n- **Can Run In Parallel With**: M2\n", "track"),
        ("# Milestone Report: Dock\n\n**Milestone ID**: M1\n**Completion Date**: 2026-01-01\n", "report"),
        ("---\ntype: milestone\naudience: crew\nscope: dock\n---\n# Dock\n", "initiative"),
        ("# M1 Dock\n\n**Status**: Active\n", "none"),
    ],
)
def test_two_or_three_marks_make_a_dialect(text: str, dialect: str) -> None:
    assert milestone(text).dialect == dialect


def test_the_marks_of_two_dialects_make_a_mixed_file() -> None:
    text = "# M1\n\n**Component**: Dock\n**Assigned Agent**: Noor\n- **Parallel Track**: Quay\n- **Token Budget**: 9k\n"
    assert milestone(text).dialect == "mixed"


def test_a_mark_that_stands_twice_counts_once() -> None:
    assert dialect_of((), [b"component", b"component"], ()) == "none"


@pytest.mark.parametrize(("profile", "status"), [(profile, status) for profile in PROFILES for status in profile.status_words])
def test_what_a_dialect_writes_is_read_back_as_the_same_status(profile: object, status: str) -> None:
    words = next(each.status_words[status] for each in PROFILES if each is profile)
    assert status_of(words) == status

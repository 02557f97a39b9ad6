"""A rating goes up and down by steps, in the words or numbers of the file."""

from __future__ import annotations

import pytest

from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.steps import stepped


@pytest.mark.parametrize(
    ("old", "step", "new"),
    [
        ("Low", 1, "Medium"), ("HIGH", 1, "CRITICAL"), ("M", -1, "L"), ("H", 1, "Critical"), ("🔴 High", -1, "🟡 Medium"),
        ("medium (guess)", 1, "high (guess)"), ("2", 1, "3"), ("3/5", -1, "2/5"), ("**4/10**", 1, "**5/10**"), ("2.5", 1, "3"),
        ("2.5", -1, "2"), ("7", 1, "8"), ("60", 1, "61"),
    ],
)  # fmt: skip
def test_it_stays_in_the_manner_of_the_old_one(old: str, step: int, new: str) -> None:
    assert stepped("impact", old, step) == new


@pytest.mark.parametrize(
    ("like", "new"), [("", "Low"), ("H", "L"), ("HIGH", "LOW"), ("🔴 High", "🟢 Low"), ("4", "1"), ("2/5", "1/5")]
)
def test_the_first_step_up_from_nothing_is_the_lowest_there_is(like: str, new: str) -> None:
    assert stepped("impact", "", 1, like) == new


@pytest.mark.parametrize(
    ("old", "step", "why"),
    [("Low", -1, "Low already"), ("5/5", 1, "5/5 already"), ("1", -1, "1 already"), ("5", 1, "5 already"), ("", -1, "no impact"),
     ("purple", 1, 'is "purple"')],
)  # fmt: skip
def test_where_no_step_leads_it_is_said_why(old: str, step: int, why: str) -> None:
    refusal = stepped("impact", old, step)
    assert isinstance(refusal, Refusal)
    assert why in refusal.text

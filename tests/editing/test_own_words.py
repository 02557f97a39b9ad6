"""A team's own words are written where a file speaks so."""

from __future__ import annotations

import pytest

from milestone_tui.editing.own_words import spelled
from milestone_tui.editing.wording import level_text, status_text
from milestone_tui.reading.teaching import Taught, lexicon_of

KITCHEN = lexicon_of(
    Taught(
        statuses={
            "cooking": "active",
            "am köcheln": "active",
            "served": "completed",
            "on the low flame": "on_hold",
            "🍳": "active",
        },
        levels={"spicy": "high", "mild": "low"},
    )
)


@pytest.mark.parametrize(
    ("old", "canonical", "said", "new"),
    [
        ("cooking", "completed", "completed", "served"),
        ("🔄 **Cooking** (since May)", "completed", "done", "✅ **Served** (since May)"),
        ("Planned", "active", "active", "Cooking"),
        ("planned", "active", "Am Köcheln", "am köcheln"),
        ("COOKING - lid on", "completed", "", "SERVED - lid on"),
        ("In Progress", "completed", "completed", "Complete"),
        ("In Progress", "completed", "served", "Served"),
        ("on the low flame, since May", "active", "active", "cooking, since May"),
        ("On the low flame", "blocked", "blocked", "Blocked"),
        ("{STATUS}", "active", "active", "cooking"),
        ("", "completed", "", "served"),
        ("✅", "active", "active", "🍳"),
        ("[x] Cooking | [ ] Served", "completed", "", "[ ] Cooking | [x] Served"),
    ],
)
def test_a_status_in_the_teams_words(old: str, canonical: str, said: str, new: str) -> None:
    assert status_text(canonical, old, "component", said, KITCHEN) == new


@pytest.mark.parametrize(
    ("old", "canonical", "said", "new"),
    [
        ("Spicy", "low", "low", "Mild"),
        ("🔴 Spicy - why", "low", "low", "🟢 Mild - why"),
        ("High", "low", "low", "Low"),
        ("High", "low", "mild", "Mild"),
        ("medium", "high", "high", "spicy"),
        ("spicy", "critical", "critical", "critical"),
    ],
)
def test_a_level_in_the_teams_words(old: str, canonical: str, said: str, new: str) -> None:
    assert level_text(canonical, old, said, KITCHEN) == new


def test_capitals_that_the_configuration_gives_stay() -> None:
    assert [spelled("in QA", "COOKING"), spelled("in qa", "Cooking"), spelled("in qa", "cooking")] == ["in QA", "In qa", "in qa"]

"""Words that a team adds are met wherever ours are."""

from __future__ import annotations

import pytest

from milestone_tui.reading.dependencies import has_id, split_names
from milestone_tui.reading.identity import id_of_file, is_id, name_in
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.reader import read
from milestone_tui.reading.status_words import emoji_status, status_of
from milestone_tui.reading.teaching import Taught, lexicon_of
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, field_named

KITCHEN = lexicon_of(
    Taught(
        statuses={"cooking": "active", "on the low flame": "on_hold", "delayed": "blocked", "5": "testing", "🍳": "active"},
        levels={"spicy": "high", "fire-hot": "critical", "7": "medium"},
        fields={"head_chef": "owner", "状況": "status"},
        markers={"w": "active", "WIP": "active"},
        ids=(r"Pot/[a-z]+", r"Quest \d+"),
    )
)


def test_nothing_taught_is_what_we_know_by_ourselves() -> None:
    assert lexicon_of(Taught()) is BUILT_IN


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ("cooking", "active"),
        ("🍳 **Cooking** (since May)", "active"),
        ("COOKING - the lid is on", "active"),
        ("On the low flame, since 2026-01-01", "on_hold"),
        ("on-the-low-flame", "on_hold"),
        ("on_the_low_flame", "on_hold"),
        ("🍳", "active"),
        ("delayed", "blocked"),
        ("[ ] Planned | [x] Cooking", "active"),
        ("Planned | Cooking | Done", None),
        ("cooking school is out today", None),
        ("done", "completed"),
    ],
)
def test_a_status(raw: str, status: str | None) -> None:
    assert status_of(raw, KITCHEN) == status


def test_marks_of_headings_and_entries() -> None:
    assert emoji_status("Soup (cooking)", KITCHEN) == emoji_status("Soup 🍳", KITCHEN) == "active"
    assert emoji_status("Soup (cooking)") is emoji_status("Soup 🍳") is None
    assert name_in("Pot/soup: Soup (cooking)", KITCHEN).title == "Soup"


@pytest.mark.parametrize(
    ("raw", "level"),
    [("Spicy", "high"), ("fire hot", "critical"), ("spicy (very)", "high"), ("7", "medium"), ("spicy/low", None)],
)
def test_a_level(raw: str, level: str | None) -> None:
    assert level_of(raw, KITCHEN) == level


def test_a_field() -> None:
    assert [field_named(key, KITCHEN) for key in ("Head chef", "head-chef", "HEAD_CHEF", "状況", "chef")] == [
        *("owner", "owner", "owner", "status", "")
    ]


@pytest.mark.parametrize(
    ("heading", "identity", "title"),
    [
        ("Pot/soup — The soup", "Pot/soup", "The soup"),
        ("Milestone: Quest 12: Dragons", "Quest 12", "Dragons"),
        ("🍳 quest 7 Salt", "quest 7", "Salt"),
        ("Quest 12b", "", "Quest 12b"),
        ("M1: Ours", "M1", "Ours"),
    ],
)
def test_an_id_in_a_title(heading: str, identity: str, title: str) -> None:
    assert name_in(heading, KITCHEN)[:2] == (identity, title)


def test_an_id_in_a_file_name_and_alone() -> None:
    assert id_of_file("quests/quest 4-salt.md", KITCHEN) == "quest 4"
    assert is_id("Pot/soup", KITCHEN)
    assert not is_id("Pot/soup")
    assert has_id("Pot/soup (done)", KITCHEN)
    assert split_names("Pot/soup and Quest 3", KITCHEN) == ["Pot/soup", "Quest 3"]
    assert split_names("Pot/soup and Quest 3") == ["Pot/soup and Quest 3"]


def test_a_box_with_a_taught_marker_counts_and_one_with_ours_alone_does_not() -> None:
    text = b"# T\n\n- [w] a\n- [wip] b\n- [~] c\n- [x] d\n- [q] e\n"
    reading = read(text, "M1.md", KITCHEN)
    assert reading.milestones[0].boxes == (3, 1)
    assert [(item.state, item.counted) for section in reading.contents(0).checklist for item in section.items] == [
        *(("active", True), ("active", True), ("active", False), ("done", True))
    ]
    assert read(text, "M1.md").milestones[0].boxes == (1, 1)

"""Lines that state a key and a value, in all the forms that people use."""

from __future__ import annotations

import pytest

from milestone_tui.reading.key_lines import pairs
from tests.reading.texts import milestone, reading


def found(line: str) -> list[tuple[str, str, str]]:
    """Our name, key and value of each pair on a line."""
    text = line.encode()
    return [(each.name, text[slice(*each.key)].decode(), text[slice(*each.value)].decode()) for each in pairs(text, 0, len(text))]


@pytest.mark.parametrize(
    "line",
    [
        "**Status**: Active",
        "**Status:** Active",
        "**Status** : Active",
        "__Status__: Active",
        "🎯 **Status**: Active",
        "Status: Active",
        "**Status**：Active",
    ],
)
def test_every_form_of_a_key_line_is_read(line: str) -> None:
    assert found(line) == [("status", "Status", "Active")]


@pytest.mark.parametrize(
    "text",
    [
        "- **Status**: Active\n",
        "> **Status:** Active  \n",
        "* Status: Active\n",
        "1. **Status**: Active\n",
        "> - **Status**: Active\n",
    ],
)
def test_bullets_and_quotes_hold_key_lines(text: str) -> None:
    read = milestone(f"# M1\n\n{text}")
    assert read.status is not None
    assert (read.status.value, read.status.raw) == ("active", "Active")


@pytest.mark.parametrize("gap", [" | ", " · ", " — ", "; ", " → "])
def test_several_pairs_stand_on_one_line(gap: str) -> None:
    assert found(f"**Status**: Active{gap}**Owner**: Noor{gap}**Priority:** P1") == [
        ("status", "Status", "Active"),
        ("owner", "Owner", "Noor"),
        ("priority", "Priority", "P1"),
    ]


def test_a_bar_that_no_bold_key_follows_belongs_to_the_value() -> None:
    assert found("**Owner**: Noor | Ana") == [("owner", "Owner", "Noor | Ana")]


@pytest.mark.parametrize("line", ["**Owner**: Noor\\", "**Owner**: Noor<br>", "**Owner**: Noor  "])
def test_marks_of_a_line_break_are_no_part_of_the_value(line: str) -> None:
    assert found(line)[0][2] == "Noor"


def test_a_plain_key_counts_only_when_it_is_known() -> None:
    assert found("Remember: bring the keys") == []
    assert found("Deadline: 2026-03-01") == [("target", "Deadline", "2026-03-01")]


def test_a_bold_key_that_is_not_known_is_still_a_key_line() -> None:
    assert found("**Colour**: red") == [("", "Colour", "red")]


def test_an_address_or_a_time_is_no_key_line() -> None:
    assert found("https://example.org") == []
    assert found("Start:now") == []


def test_an_empty_value_is_read_as_empty() -> None:
    assert found("**Owner**:") == [("owner", "Owner", "")]


def test_a_box_is_no_key_line_and_code_is_none_either() -> None:
    text = "# M1\n\n- [ ] **Status**: Active\n\n```\nStatus: done\n```\n"
    assert milestone(text).status is None
    assert reading(text).lines == []


@pytest.mark.parametrize("key", ["状态", "ステータス", "Статус", "Current Status", "Estado"])
def test_keys_of_several_languages_mean_the_same_field(key: str) -> None:
    assert found(f"**{key}**: x")[0][0] == "status"

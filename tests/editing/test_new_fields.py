"""A field that the file does not state is added where its kind of file has it, and spelled so."""

from __future__ import annotations

import pytest

from milestone_tui.model.edit import SetField
from tests.editing.plans import PATH, made, outcome, refused


def added(text: str, name: str, value: str) -> str:
    return made(text, SetField(PATH, PATH, name, value))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nid: M1\nstatus: planned\ntarget_date: 2026-01-01\n---\n# M1\n", "owner: Noor\n"),
        ("---\nid: 'M1'\nstatus: 'planned' # x\n---\n# M1\n", "owner: 'Noor'\n"),
        ("---\r\nid: M1\r\nstatus: planned\r\n---\r\n# M1\r\n", "owner: Noor\r\n"),
        ("# M1\n\n**Status**: Active  \n**Target**: 2026-01-01  \n", "**Owner**: Noor  \n"),
        ("# M1\n\n- **Status:** Active\n", "- **Owner:** Noor\n"),
        ("# M1\n\n> **Status**: Active\n", "> **Owner**: Noor\n"),
        ("# M1\n\nStatus: active\n", "Owner: Noor\n"),
        ("# M1\n\n| Field | Value |\n|---|---|\n| Status   | Active |\n| Priority | High   |\n", "| Owner    | Noor   |\n"),
    ],
)
def test_it_stands_beside_those_that_are_there_in_their_manner(text: str, line: str) -> None:
    after = added(text, "owner", "Noor")
    assert after.replace(line, "", 1) == text
    assert line in after


def test_several_on_a_line_take_in_one_more() -> None:
    assert added("# M1\n\n**Status**: Active | **Priority**: High\n", "owner", "Noor") == (
        "# M1\n\n**Status**: Active | **Priority**: High | **Owner**: Noor\n"
    )


def test_a_file_that_states_nothing_gets_a_line_below_its_title() -> None:
    assert added("# M1\n\nText.\n", "status", "active") == "# M1\n\n**Status**: In Progress\n\nText.\n"
    assert added("# M1", "priority", "high") == "# M1\n\n**Priority**: High"


def test_the_order_of_the_fields_is_kept() -> None:
    text = "# M1\n\n**Status**: Active\n**Target Date**: 2026-01-01\n"
    assert added(text, "priority", "high") == text.replace("**Target", "**Priority**: High\n**Target")


def test_a_dialect_spells_its_own_keys() -> None:
    text = "# M1\n\n**Component**: Hull\n**Assigned Agent**: Noor\n**Current Progress**: 10%\n"
    assert "**Target Completion**: 2026-05-01\n" in added(text, "target", "2026-05-01")
    matter = "---\nmilestone_id: M1\nmilestone_name: Keel\n---\n# M1\n"
    assert "\ncompletion_percentage: 40\n" in added(matter, "progress", "40%")
    assert "\nmilestone_lead: Noor\n" in added(matter, "owner", "Noor")


def test_a_value_that_yaml_would_read_otherwise_is_quoted() -> None:
    assert '\nowner: "Noor: and Ana"\n' in added("---\nid: M1\n---\n# M1\n", "owner", "Noor: and Ana")


@pytest.mark.parametrize(
    ("name", "value"), [("status", "purple"), ("target", "in spring"), ("owner", ""), ("owner", "a\nb"), ("progress", "300")]
)
def test_what_the_field_cannot_hold_is_refused(name: str, value: str) -> None:
    refused(outcome("# M1\n\n**Version**: 1\n", SetField(PATH, PATH, name, value)))


def test_one_of_several_milestones_gets_it_alone() -> None:
    text = "# P\n\n## M1 a\n\n**Status**: Active\n\n## M2 b\n\n**Status**: Active\n"
    assert made(text, SetField(PATH, f"{PATH}#M1", "owner", "Noor")) == text.replace("Active\n", "Active\n**Owner**: Noor\n", 1)


def test_a_field_that_is_stated_as_a_list_is_set_as_one_and_never_stated_twice() -> None:
    text = "---\nid: M1\nassignee: [mira, noor]\n---\n# M1\n"
    assert added(text, "owner", "ana, mira") == text.replace("[mira, noor]", "[mira, ana]")
    assert added("---\ndependencies: [M0]\n---\n# M1\n", "dependencies", "M0, M2") == "---\ndependencies: [M0, M2]\n---\n# M1\n"


@pytest.mark.parametrize("value", ["{done: 1, total: 2}", "\n  done: 1"])
def test_a_field_that_is_stated_in_a_way_of_its_own_is_refused(value: str) -> None:
    text = f"---\nid: M1\nprogress: {value}\n---\n# M1\n"
    assert "in place" in refused(outcome(text, SetField(PATH, PATH, "progress", "50"))).text


def test_a_field_that_was_seen_and_is_gone_is_not_added_again() -> None:
    refused(outcome("# M1\n\n**Status**: Active\n", SetField(PATH, PATH, "owner", "Noor", expect="Mira")))

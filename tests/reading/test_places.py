"""Which place of a file is believed: front matter, header, first section, key table, other sections, footer."""

from __future__ import annotations

import pytest

from tests.reading.texts import milestone, status


def test_front_matter_is_believed_before_the_header_and_the_header_before_the_footer() -> None:
    text = "---\nstatus: active\n---\n# M1\n\n**Status**: Planned\n\n## Notes\n\nx\n\n---\n\n**Status**: Done\n"
    read = milestone(text)
    assert read.status is not None
    assert (read.status.value, read.status.line) == ("active", 2)
    assert [(field.raw, field.place) for field in read.repeats] == [("Planned", "header"), ("Done", "footer")]


def test_a_later_place_that_agrees_is_no_disagreement() -> None:
    read = milestone("---\nstatus: completed\n---\n# M1\n\n**Status**: ✅ Complete\n")
    assert read.repeats == ()


@pytest.mark.parametrize(
    "title",
    [
        "Overview",
        "Status",
        "📊 Milestone Overview",
        "Metadata",
        "基本信息",
        "Executive Summary",
        "Quick Reference",
        "Project Overview",
        "Sprint Summary",
    ],
)
def test_the_first_section_is_read_like_the_header_when_it_is_called_so(title: str) -> None:
    assert status(f"# M1\n\nWords.\n\n## {title}\n\n**Status**: In Progress\n") == "active"


@pytest.mark.parametrize(
    "title", ["Tasks", "Status of the pilot plant", "Background", "Phase 1: Foundation", "Next Milestone", "Risks"]
)
def test_a_status_in_another_section_is_not_the_milestones_own(title: str) -> None:
    assert status(f"# M1\n\nWords.\n\n## Intro\n\n## {title}\n\n**Status**: Done\n\n## Last\n") is None


@pytest.mark.parametrize("title", ["Architecture Overview", "Risk Summary", "Overview of the parts"])
def test_an_overview_of_something_else_is_no_first_section(title: str) -> None:
    assert status(f"# M1\n\nWords.\n\n## {title}\n\n**Status**: Done\n") is None


def test_the_line_under_a_heading_status_may_be_the_status_itself() -> None:
    read = milestone("# M1\n\n## Status\nPLANNED, needed for the parser of the next one.\n\n## Goal\n\nx\n")
    assert read.status is not None
    assert (read.status.value, read.status.line) == ("planned", 4)


def test_prose_under_a_heading_status_is_no_status() -> None:
    assert status("# M1\n\n## Status\n\nThe team has completed the first half of the work.\n\n## Goal\n") is None


def test_a_heading_may_state_a_status_or_a_risk_level() -> None:
    read = milestone("# M1\n\n## Status: In Progress\n\n## Risk Assessment: high\n\nx\n")
    assert read.status is not None
    assert read.risk_level is not None
    assert (read.status.value, read.risk_level.value) == ("active", "high")


def test_a_table_of_keys_and_values_states_facts() -> None:
    read = milestone("# M1\n\n| Field | Value |\n|---|---|\n| Status | Done |\n| Owner | Noor |\n| Target | 2026-03-01 |\n")
    assert (read.status and read.status.value, read.owner and read.owner.value) == ("completed", "Noor")
    target = read.date("target")
    assert target is not None
    assert str(target.day) == "2026-03-01"


def test_a_table_of_other_rows_states_none() -> None:
    assert status("# M1\n\n| Task | Status |\n|---|---|\n| Paint | Done |\n| Sand | Planned |\n") is None


def test_a_yaml_fence_straight_under_the_title_states_facts() -> None:
    assert status("# M1\n\n```yaml\nstatus: active\nowner: Noor\n```\n") == "active"
    assert status("# M1\n\nText.\n\n```yaml\nstatus: active\n```\n") is None


def test_a_sentence_behind_target_is_a_goal_and_no_date() -> None:
    assert milestone("# M1\n\n**Target:** Introduce edge metrics for all night lines\n").date("target") is None


def test_a_target_that_is_no_day_keeps_its_words() -> None:
    target = milestone("# M1\n\n**Target**: No deadline\n").date("target")
    assert target is not None
    assert (target.day, target.raw) == (None, "No deadline")


def test_dates_out_of_a_timeline_and_out_of_a_status_line_are_read() -> None:
    read = milestone("# M1\n\n**Timeline**: 2026-03-03 → 2026-05-30\n**Status**: COMPLETED (2026-05-28)\n")
    assert {dated.name: str(dated.day) for dated in read.dates} == {
        "start": "2026-03-03",
        "target": "2026-05-30",
        "completed": "2026-05-28",
    }


@pytest.mark.parametrize("value", ["null", "~", "", "-"])
def test_an_empty_key_states_no_date_and_no_effort(value: str) -> None:
    read = milestone(f"---\ndue_date: {value}\nestimated_hours: {value}\nstatus: todo\n---\n# M1\n")
    assert (read.dates, read.effort) == ((), ())


def test_a_declared_percentage_comes_from_its_field_and_else_from_the_status_line() -> None:
    declared = milestone("# M1\n\n**Status**: In Progress (33% complete)\n").declared
    assert declared is not None
    assert declared.value == 33
    declared = milestone("# M1\n\n**Status**: In Progress (33% complete)\n**Progress**: 40%\n").declared
    assert declared is not None
    assert declared.value == 40


def test_percentages_elsewhere_are_not_declared() -> None:
    assert milestone("# M1\n\n**Status**: Active\n**Goal**: 95% coverage\n\n## Tests\n\n- 80% of lines\n").declared is None


def test_owners_are_named_by_several_keys_and_slots_name_nobody() -> None:
    assert milestone("# M1\n\n**Assigned Agent**: Noor\n").owner is not None
    assert milestone("# M1\n\n**Owner**: [AGENT_NAME]\n").owner is None
    assert milestone("# M1\n\n**Owner**: TBD\n").owner is None


def test_broken_front_matter_is_read_key_by_key() -> None:
    assert status("---\nstatus: active\ntitle: a: b: [c\n---\n# M1\n") == "active"

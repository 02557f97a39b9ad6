"""Which files a scan of a folder takes for milestones."""

from __future__ import annotations

import pytest

from tests.reading.texts import reading


def reason(text: str, path: str = "plans/a.md") -> str:
    return reading(text, path).skip_reason


@pytest.mark.parametrize(
    "text",
    [
        "# Pilot\n\n**Status**: Active\n",
        "# Pilot\n\n- [ ] a\n",
        "---\nstatus: todo\n---\nText.\n",
        "# Milestone 3: Roof\n\nText.\n",
        "# M3 Roof\n\nText.\n",
        "# A\n\n## M1 a\n\n## M2 b\n",
    ],
)
def test_a_status_boxes_a_name_or_several_milestones_speak_for_a_file(text: str) -> None:
    assert reason(text) == ""


@pytest.mark.parametrize("text", ["# Notes\n\nText.\n", "", "# How we work\n\n- one\n- two\n"])
def test_a_file_that_states_nothing_is_passed_over(text: str) -> None:
    assert reason(text).startswith("not a milestone")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# {TITLE}\n\n- [ ] a\n", "plans/a.md"),
        ("# Milestone: [NAME]\n\n- [ ] a\n", "plans/a.md"),
        ("# M1\n\n**Status**: {STATUS}\n**Owner**: {OWNER}\n**Priority**: [PRIORITY]\n", "plans/a.md"),
        ("# M1\n\n**Status**: {STATUS}\n", "templates/milestone.md"),
        ("# Tasks\n\n- **Name**: [PROJECT_NAME]\n\n## M0: Plan\n\n- [ ] a\n\n## M1: Build\n\n- [ ] b\n", "templates/m0-tasks.md"),
        ("# Шаблон вехи\n\n- [ ] `...`\n", "plans/TEMPLATE.md"),
    ],
)
def test_templates_are_passed_over(text: str, path: str) -> None:
    assert reason(text, path).startswith("a template")


def test_a_milestone_about_templates_is_none() -> None:
    assert reason("# M3 Mail templates\n\n**Status**: Active\n", "plans/M3-templates.md") == ""


def test_a_read_me_is_an_index_unless_it_states_a_status() -> None:
    assert reason("# Plans\n\n- [ ] a\n", "plans/README.md").startswith("an index")
    assert reason("# M1 Keel\n\n**Status**: Active\n", "plans/m1/README.md") == ""

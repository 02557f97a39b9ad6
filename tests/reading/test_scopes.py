"""Several milestones in one file."""

from __future__ import annotations

import pytest

from tests.reading.texts import reading

PLAN = (
    "# Plan\n\nStatus: Active\n\n## Milestone 1: Keel ✅\n\n- [x] a\n\n### Notes\n\n- [ ] b\n\n"
    "## Milestone 2: Roof (in progress)\n\n- [ ] c\n\n## Appendix\n\n- [ ] d\n"
)


def test_each_milestone_heading_of_a_level_is_a_milestone_with_its_own_boxes() -> None:
    found = reading(PLAN, "PLAN.md").milestones
    assert [(each.id, each.title, each.line, each.boxes) for each in found] == [
        ("1", "Keel", 5, (2, 1)),
        ("2", "Roof", 13, (1, 0)),
    ]


def test_the_mark_of_the_heading_is_its_status_and_the_files_own_status_is_not() -> None:
    assert [each.status and each.status.value for each in reading(PLAN).milestones] == ["completed", "active"]


def test_every_milestone_of_a_file_has_a_key_of_its_own() -> None:
    text = "## Backend\n\n### Milestone 11: a\n\n### Milestone F11: b\n\n## Again\n\n### Milestone 11: c\n"
    keys = [each.key for each in reading(text, "P.md").milestones]
    assert keys == ["P.md#11", "P.md#F11", "P.md#11~2"]


@pytest.mark.parametrize("headings", [("M1: Keel", "M2: Roof"), ("v0.3 Keel", "v0.4 Roof"), ("里程碑 1：龙骨", "里程碑 2：屋顶")])
def test_ids_and_versions_head_milestones_too(headings: tuple[str, str]) -> None:
    assert len(reading("# Plan\n\n" + "".join(f"## {heading}\n\nx\n\n" for heading in headings)).milestones) == 2


@pytest.mark.parametrize(
    "text",
    [
        "# M1\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n",
        "# M1\n\n## Milestone 2\n\nThe only other one.\n",
        "# M1\n\n## M1 Goals\n\nx\n\n## M1 Tasks\n\ny\n",
        "# M1\n\n## M0-T1: Draft\n\n## M0-T2: Print\n",
        "# M1\n\n## Must-Haves\n\n## More\n",
    ],
)
def test_phases_a_single_heading_repeats_and_tasks_make_no_second_milestone(text: str) -> None:
    assert len(reading(text).milestones) == 1


def test_what_a_milestone_says_of_its_successors_is_an_outlook() -> None:
    text = "# Requirements: v2.1 Doors\n\n**Status**: SHIPPED\n\n## Future\n\n### v2.2 — Roof\n\n### v2.3 — Paint\n"
    (found,) = reading(text, "v2.1-REQUIREMENTS.md").milestones
    assert (found.id, found.status and found.status.value) == ("v2.1", "completed")


def test_a_version_is_split_into_the_versions_below_it() -> None:
    assert [each.id for each in reading("# v2 Plan\n\n## v2.1 Roof\n\n## v2.2 Paint\n", "v2.md").milestones] == ["v2.1", "v2.2"]

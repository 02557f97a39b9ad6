"""Phases, sprints, weeks and their like within a milestone."""

from __future__ import annotations

import pytest

from milestone_tui.model.plan import Part
from tests.reading.texts import contents


def parts(text: str) -> tuple[Part, ...]:
    return contents(f"# M1\n\n{text}").parts


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Phase 1: Foundation", "phase"), ("Phase 1 Foundation", "phase"), ("Phase 1 - Requirements", "phase"),
        ("Sprint 2", "sprint"),
        ("Week 3 Tasks", "week"), ("Day 1: Keel", "day"), ("Stage A", "stage"), ("Step IV: Sail", "step"), ("Slice 2.1", "slice"),
        ("阶段1: 基础", "phase"), ("Этап 2", "stage"), ("🔥 Phase 1: Foundation", "phase"), ("Milestone 2: Roof", "milestone"),
    ],
)  # fmt: skip
def test_headings_of_many_kinds_open_a_part(heading: str, kind: str) -> None:
    (part,) = parts(f"## {heading}\n\n- [x] a\n- [ ] b\n")
    assert (part.kind, part.title, part.done, part.total) == (kind, heading, 1, 2)


@pytest.mark.parametrize(
    "heading",
    [
        "Phase 1 Validation",
        "Phase 1 Exit Gate",
        "Sprint 2 Retrospective",
        "Stage 3 Requirements",
        "📋 Phase 2 准备就绪",
        "Phases",
        "Must-Haves",
        "Weekly notes",
    ],
)
def test_headings_about_a_part_open_none(heading: str) -> None:
    assert parts(f"## {heading}\n\n- [x] a\n") == ()


def test_a_heading_that_names_the_milestone_itself_is_no_part_of_it() -> None:
    assert parts("## M1: Keel and hull\n\n- [x] a\n") == ()
    assert len(parts("## M2: Roof\n\n- [x] a\n")) == 1


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Phase 1: Keel ✅", "completed"), ("Phase 1: Keel (COMPLETED)", "completed"),
        ("Phase 1: Keel (IN PROGRESS - 70%)", "active"),
        ("Phase 1: Keel (Next two weeks)", None), ("📋 Phase 1: Keel", None), ("Phase 1: Keel (2 weeks)", None),
    ],
)  # fmt: skip
def test_the_status_of_a_part_is_the_mark_of_its_heading(heading: str, status: str | None) -> None:
    (part,) = parts(f"## {heading}\n")
    assert (part.status.value if part.status else None) == status


@pytest.mark.parametrize(
    ("heading", "duration"),
    [
        ("Phase 1: Keel (2 weeks)", "2 weeks"), ("Phase 1: Keel (Week 1-2)", "Week 1-2"),
        ("Phase 1: Keel (2.5h)", "2.5h"), ("Phase 1 (4-6天)", "4-6天"),
        ("Phase 1: Keel (RED -> GREEN)", ""), ("Phase 1: Keel (Last)", ""), ("Phase 1: Mail (Jinja2)", ""),
        ("Phase 1: Keel (11/11)", ""),
    ],
)  # fmt: skip
def test_a_bracket_is_a_duration_only_when_it_counts_time(heading: str, duration: str) -> None:
    assert parts(f"## {heading}\n")[0].duration == duration


def test_key_lines_below_a_part_are_its_own() -> None:
    text = "## Phase 1: Keel\n\n**Duration**: 2 weeks\n**Status**: Done\n**Focus**: the hull\n"
    read = contents(f"# M1\n\n{text}")
    (part,) = read.parts
    assert (part.duration, part.status and part.status.value, part.focus) == ("2 weeks", "completed", "the hull")


def test_the_title_of_a_part_announces_no_noun() -> None:
    read = contents("# M1\n\n## Phase 3: Metrics and risks\n\n- Split the counter\n")
    assert (read.metrics, read.risks) == ((), ())


def test_a_table_of_phases_gives_durations_and_no_total() -> None:
    table = (
        "| Phase | Planned Duration | Actual Duration | Variance |\n|---|---|---|---|\n| Keel | 2 w "
        "| 3 w | +1 |\n| **Total** | 9 w | 9 w | 0 |\n"
    )
    (part,) = parts(f"## Phase Breakdown\n\n{table}")
    assert (part.title, part.planned, part.duration, part.variance) == ("Keel", "2 w", "3 w", "+1")

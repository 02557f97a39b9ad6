"""Late, blocked, ready, and what contradicts what: the definitions, one at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Field
from tests.factories import TODAY, blocker, dated, depends, milestone, project, stated

YESTERDAY = TODAY - timedelta(days=1)


def standing(first: Milestone, *others: Milestone) -> Standing:
    return standings(project(first, *others), TODAY)[first.key]


def test_a_target_before_today_is_late_by_days() -> None:
    assert standing(milestone(status="active", target=date(2026, 11, 14))).late_days == 7


def test_a_target_of_today_is_not_late() -> None:
    result = standing(milestone(status="active", target=TODAY))
    assert (result.late_days, result.due_days) == (0, 0)


@pytest.mark.parametrize("status", ["completed", "cancelled"])
def test_what_is_over_is_never_late(status: str) -> None:
    result = standing(milestone(status=status, target=YESTERDAY))
    assert (result.late_days, result.due_days) == (0, None)


def test_an_unknown_status_can_be_late() -> None:
    assert standing(milestone(target=YESTERDAY)).late_days == 1


def test_a_month_is_late_after_its_last_day() -> None:
    november = dated("target", None, "November 2026", until=date(2026, 11, 30))
    assert standing(milestone(status="active", dates=(november,))).due_days == 9


def test_blocked_because_it_says_so() -> None:
    result = standing(milestone(status="blocked"))
    assert result.blocked
    assert result.blocked_by == ()


def test_blocked_by_an_open_blocker_and_not_by_a_resolved_one() -> None:
    result = standing(milestone(status="active", blockers=(blocker("customs"), blocker("rain", resolved=True))))
    assert result.blocked_by == ("customs",)


def test_blocked_by_an_upstream_that_is_not_completed() -> None:
    result = standing(milestone("M02", status="planned", dependencies=(depends("M01"),)), milestone("M01", status="active"))
    assert result.blocked_by == ("M01",)
    assert not result.ready


def test_a_dependency_that_is_named_twice_blocks_once() -> None:
    waiting = milestone("M02", status="planned", dependencies=(depends("M01"), depends("m01", "internal")))
    assert standing(waiting, milestone("M01", status="active")).blocked_by == ("M01",)


@pytest.mark.parametrize("kind", ["downstream", "parallel", "external"])
def test_other_kinds_of_dependency_block_nothing(kind: str) -> None:
    waiting = milestone("M02", status="planned", dependencies=(depends("M01", kind),))
    assert not standing(waiting, milestone("M01", status="active")).blocked


def test_a_blocker_that_is_a_milestone_blocks_until_that_is_completed() -> None:
    def of(status: str | None, text: str) -> Standing:
        return standing(milestone("M02", status="planned", blockers=(blocker(text),)), milestone("M01", status=status))

    assert of("active", "M01").blocked_by == of("active", "Title of M01").blocked_by == of(None, "M01").blocked_by == ("M01",)
    assert not of("completed", "M01").blocked
    assert of("completed", "M01").ready
    assert of("completed", "M01 has no owner").blocked_by == ("M01 has no owner",)


def test_what_is_completed_waits_for_nothing() -> None:
    over = milestone("M02", status="completed", dependencies=(depends("M01"),), blockers=(blocker("customs"),))
    assert not standing(over, milestone("M01", status="active")).blocked


def test_a_name_of_no_milestone_here_does_not_block() -> None:
    result = standing(milestone(status="planned", dependencies=(depends("M99"),)))
    assert not result.blocked
    assert not result.ready  # nobody says that it is done
    assert standing(milestone(status="planned", dependencies=(depends("M99", state="completed"),))).ready


def test_an_upstream_without_a_status_blocks_only_when_its_boxes_are_open() -> None:
    waiting = milestone("M02", status="planned", dependencies=(depends("M01"),))
    assert standing(waiting, milestone("M01", boxes=(1, 3))).blocked
    assert not standing(waiting, milestone("M01")).blocked
    assert not standing(waiting, milestone("M01")).ready


def test_the_word_beside_the_name_speaks_for_an_upstream_without_a_status() -> None:
    waiting = milestone("M02", status="planned", dependencies=(depends("M01", state="completed"),))
    assert standing(waiting, milestone("M01", boxes=(1, 3))).ready


def test_planned_with_everything_completed_is_ready() -> None:
    waiting = milestone("M02", status="planned", dependencies=(depends("M01"),))
    assert standing(waiting, milestone("M01", status="completed")).ready


def test_only_planned_is_ready() -> None:
    assert not standing(milestone(status="active")).ready
    assert not standing(milestone()).ready


def test_a_milestone_never_waits_for_itself() -> None:
    assert not standing(milestone("M01", status="planned", dependencies=(depends("M01"),))).blocked


def test_nothing_to_count_is_no_percentage() -> None:
    assert standing(milestone(status="active")).percent is None
    assert standing(milestone(status="active", boxes=(0, 3))).percent == 0


def test_completed_with_open_boxes_disagrees() -> None:
    assert standing(milestone(status="completed", boxes=(1, 25))).disagreements == (
        "says completed, but 24 of 25 boxes are open",
    )


def test_open_boxes_of_closing_sections_never_disagree() -> None:
    assert standing(milestone(status="completed", declared=100, boxes=(10, 14), closing=(0, 4))).disagreements == ()


def test_all_ticked_but_not_completed_disagrees() -> None:
    assert standing(milestone(status="on_hold", boxes=(3, 3))).disagreements == ("all 3 boxes are ticked, but it says on hold",)


def test_an_unknown_status_contradicts_no_boxes() -> None:
    assert standing(milestone(boxes=(3, 3))).disagreements == ()


@pytest.mark.parametrize(("declared", "disagrees"), [(64.0, False), (69.0, False), (70.0, True), (80.0, True), (58.9, True)])
def test_declared_and_counted_may_be_five_points_apart(declared: float, disagrees: bool) -> None:
    assert bool(standing(milestone(status="active", declared=declared, boxes=(64, 100))).disagreements) is disagrees


def test_a_declared_percentage_without_boxes_contradicts_nothing() -> None:
    assert standing(milestone(status="active", declared=80)).disagreements == ()


@pytest.mark.parametrize(
    ("status", "declared", "boxes", "told"),
    [
        ("completed", 40, (0, 0), ("says completed, and 40 %",)),
        ("completed", 96, (0, 0), ()),
        ("completed", 40, (1, 4), ("says completed, but 3 of 4 boxes are open", "says 40 %, its boxes say 25 %")),
        ("planned", 100, (0, 0), ("says planned, and 100 %",)),
        ("cancelled", 40, (0, 0), ()),
    ],
)
def test_a_percentage_that_the_status_does_not_go_with_disagrees(
    status: str, declared: float, boxes: tuple[int, int], told: tuple[str, ...]
) -> None:
    assert standing(milestone(status=status, declared=declared, boxes=boxes)).disagreements == told


def test_a_day_of_completion_that_the_status_does_not_go_with_disagrees_once_it_is_there() -> None:
    def said(status: str, day: date) -> tuple[str, ...]:
        return standing(milestone(status=status, dates=(dated("completed", day),))).disagreements

    assert said("active", YESTERDAY) == (f"says active, but was completed on {YESTERDAY}",)
    assert said("active", TODAY + timedelta(days=1)) == ()
    assert said("completed", YESTERDAY) == said("cancelled", YESTERDAY) == ()


def test_a_repeated_value_that_differs_disagrees_and_says_where() -> None:
    first = Field("status", "status", "active", 10, "front matter", "")
    later = Field("status", "Status", "Planned", 98, "footer", "")
    sentences = standing(milestone(status="active", fields=(first,), repeats=(later,))).disagreements
    assert sentences == ('status is "active" in line 10 and "Planned" in line 98',)


def test_a_stated_completion_day_stands_for_a_status_that_is_not_stated() -> None:
    finished = milestone(dates=(dated("target", date(2026, 5, 1)), dated("completed", date(2026, 5, 20))))
    after = standings(project(finished), date(2026, 6, 1))[finished.key]
    assert (after.state, after.late_days) == ("completed", 0)
    before = standings(project(finished), date(2026, 5, 10))[finished.key]
    assert (before.state, before.late_days) == ("unknown", 9)


def test_a_stated_status_is_never_overruled_by_a_completion_day() -> None:
    reopened = milestone(status="active", dates=(dated("completed", date(2026, 5, 20)),))
    assert standing(reopened).state == "active"


def test_a_milestone_waits_for_one_that_says_it_holds_it_up() -> None:
    first = milestone("M1", status="active", dependencies=(depends("M2", "downstream"),))
    second = milestone("M2", status="planned")
    assert standing(second, first).blocked_by == ("M1",)
    finished = first._replace(status=stated("completed"))
    assert standing(second, finished).ready


def test_a_range_names_every_milestone_in_it() -> None:
    third = milestone("M3", status="planned", dependencies=(depends("M1-M2"),))
    assert standing(third, milestone("M1", status="active"), milestone("M2", status="completed")).blocked_by == ("M1",)

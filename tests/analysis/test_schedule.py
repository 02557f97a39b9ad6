"""The critical-path method against examples worked out by hand. Days are numbered from the Monday of TODAY, which is 1."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from milestone_tui.analysis.durations import buffer_days, stated_duration
from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.schedule import BACKWARDS, IN_A_CYCLE, NO_LENGTH, NOTHING_KNOWN, Plan, Schedule, schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.workdays import day_of_number, number_after, number_of, working_days
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Dated, Effort, Field
from milestone_tui.workspace.workspace import Workspace
from tests.factories import dated, depends, milestone, project

TODAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[2] / "sample_project"


def amount(high: float, unit: str, name: str = "duration") -> Effort:
    return Effort(name, high, high, unit, f"{high:g} {unit}", 7)


def task(id: str, days: float | None, *needs: str, **others: Any) -> Milestone:  # noqa: ANN401 -- any field of Milestone
    effort = (amount(days, "days"),) if days is not None else ()
    return milestone(id, status="planned", effort=effort, dependencies=tuple(depends(need) for need in needs), **others)


def dates(start: date | None = None, target: date | None = None) -> tuple[Dated, ...]:
    return tuple(dated(name, day) for name, day in (("start", start), ("target", target)) if day)


def of(*milestones: Milestone, today: date = TODAY) -> Schedule:
    whole = project(*milestones)
    return schedule(whole, graph(whole, standings(whole, today)), today)


def early(plan: Plan) -> tuple[int, int]:
    """Days 1, 2, 3, … from the Monday of TODAY, first and last."""
    assert plan.start
    assert plan.finish
    return number_of(plan.start) - number_of(TODAY) + 1, number_after(plan.finish) - number_of(TODAY)


def late(plan: Plan) -> tuple[int, int]:
    assert plan.late_start
    assert plan.late_finish
    return number_of(plan.late_start) - number_of(TODAY) + 1, number_after(plan.late_finish) - number_of(TODAY)


def test_a_paper_mill_fits_filters() -> None:
    """Eight activities as textbooks have them, in days instead of weeks.

    activity   A  B  C  D    E  F  G    H
    days       2  3  2  4    4  3  5    2
    needs            A  A,B  C  C  D,E  F,G

    forward    A 1–2, B 1–3, C 3–4, D 4–7 (after B), E 5–8, F 5–7, G 9–13 (after E), H 14–15 (after G): 15 days
    backward   H 14–15, G 9–13, F 11–13, E 5–8, D 5–8, C 3–4, B 2–4, A 1–2
    slack      B 1, D 1, F 6, the others 0: A C E G H is the critical path
    """
    found = of(
        task("A", 2), task("B", 3), task("C", 2, "A"), task("D", 4, "A", "B"),
        task("E", 4, "C"), task("F", 3, "C"), task("G", 5, "D", "E"), task("H", 2, "F", "G"),
    )  # fmt: skip
    plans = {key.removesuffix(".md"): plan for key, plan in found.plans.items()}
    assert {id: early(plan) for id, plan in plans.items()} == {
        "A": (1, 2), "B": (1, 3), "C": (3, 4), "D": (4, 7), "E": (5, 8), "F": (5, 7), "G": (9, 13), "H": (14, 15),
    }  # fmt: skip
    assert {id: late(plan) for id, plan in plans.items()} == {
        "A": (1, 2), "B": (2, 4), "C": (3, 4), "D": (5, 8), "E": (5, 8), "F": (11, 13), "G": (9, 13), "H": (14, 15),
    }  # fmt: skip
    assert {id: plan.slack for id, plan in plans.items() if plan.slack} == {"B": 1, "D": 1, "F": 6}
    assert found.critical_path == ("A.md", "C.md", "E.md", "G.md", "H.md")
    assert {id for id, plan in plans.items() if plan.critical} == set("ACEGH")
    assert found.finish == date(2026, 12, 11)  # three weeks of five days
    assert all(plan.computed and not plan.start_stated and not plan.finish_stated for plan in plans.values())


def test_two_chains_of_one_length_are_both_critical() -> None:
    """A 2, then B 3 and C 3 beside each other, then D 1: 6 days by either way; E 5 beside them has 1 day of slack."""
    found = of(task("A", 2), task("B", 3, "A"), task("C", 3, "A"), task("D", 1, "B", "C"), task("E", 5))
    assert {key for key, plan in found.plans.items() if plan.critical} == {"A.md", "B.md", "C.md", "D.md"}
    assert found.critical_path == ("A.md", "B.md", "D.md")
    assert len(found.critical_edges) == 4
    assert found.plans["E.md"].slack == 1


def test_weekends_are_passed_over() -> None:
    """Three days from Thursday 26 November: Thursday, Friday, Monday. What follows begins on Tuesday, 1 December."""
    found = of(task("A", 3), task("B", 1, "A"), today=date(2026, 11, 26))
    assert found.plans["A.md"].finish == date(2026, 11, 30)
    assert found.plans["B.md"].start == date(2026, 12, 1)


def test_on_a_saturday_everything_begins_on_monday() -> None:
    assert of(task("A", 1), today=date(2026, 11, 21)).plans["A.md"].start == TODAY


def test_stated_dates_stay_and_what_follows_is_computed_from_them() -> None:
    """A is dated 7 to 18 December; B, 2 days, comes after it: Monday 21 and Tuesday 22."""
    found = of(task("A", None, dates=dates(date(2026, 12, 7), date(2026, 12, 18))), task("B", 2, "A"))
    first, second = found.plans["A.md"], found.plans["B.md"]
    assert (first.start, first.finish, first.days, first.computed) == (date(2026, 12, 7), date(2026, 12, 18), 10, False)
    assert (second.start, second.finish, second.computed) == (date(2026, 12, 21), date(2026, 12, 22), True)
    assert (second.slack, first.slack) == (0, 0)


def test_a_gap_before_a_stated_start_is_slack_and_the_chain_goes_on_beyond_it() -> None:
    """A ends on Friday of the first week, B starts on Monday of the third: 5 days between them."""
    found = of(task("A", 5), task("B", None, "A", dates=dates(date(2026, 12, 7), date(2026, 12, 11))))
    assert found.plans["A.md"].slack == 5
    assert found.critical_path == ("A.md", "B.md")


def test_a_stated_start_before_its_need_ends_leaves_less_than_no_slack() -> None:
    """A ends on day 10, B is dated day 6 to 10: A would have to end on day 5."""
    found = of(task("A", 10), task("B", None, "A", dates=dates(date(2026, 11, 30), date(2026, 12, 4))))
    assert found.plans["A.md"].slack == -5
    assert found.plans["B.md"].start == date(2026, 11, 30)


def test_one_end_and_an_estimate_give_the_other_end() -> None:
    found = of(
        task("A", 5, dates=dates(start=date(2026, 12, 7))),
        task("B", 5, dates=dates(target=date(2026, 12, 11))),
    )
    assert found.plans["A.md"].finish == date(2026, 12, 11)
    assert (found.plans["A.md"].start_stated, found.plans["A.md"].finish_stated) == (True, False)
    assert found.plans["B.md"].start == date(2026, 12, 7)
    assert (found.plans["B.md"].start_stated, found.plans["B.md"].finish_stated) == (False, True)


def test_what_states_nothing_has_no_bar_and_says_so() -> None:
    """C follows B, of which nobody knows how long it takes: it begins at the earliest after A, which is not for sure."""
    found = of(task("A", 4), task("B", None, "A"), task("C", 2, "B"))
    assert (found.plans["B.md"].barred, found.plans["B.md"].note) == (False, NOTHING_KNOWN)
    assert early(found.plans["C.md"]) == (5, 6)
    assert (found.plans["C.md"].uncertain, found.plans["A.md"].uncertain) == (True, False)


def test_a_target_alone_is_no_length_and_backward_dates_are_none() -> None:
    found = of(
        task("A", None, dates=dates(target=date(2027, 12, 1))),
        task("B", 1),
        task("C", None, dates=dates(date(2026, 12, 9), date(2026, 12, 1))),
    )
    assert (found.plans["A.md"].note, found.plans["C.md"].note) == (NO_LENGTH, BACKWARDS)
    assert found.plans["A.md"].finish == date(2027, 12, 1)
    assert found.finish == TODAY  # of those whose length is known


def test_a_late_one_ends_today_at_the_earliest_and_what_waits_for_it_begins_the_day_after() -> None:
    found = of(task("A", None, dates=dates(date(2026, 11, 2), date(2026, 11, 6))), task("B", 3, "A"))
    assert found.plans["A.md"].finish == date(2026, 11, 6)
    assert early(found.plans["B.md"]) == (2, 4)
    assert found.finish == date(2026, 11, 26)
    assert of(task("A", None, dates=dates(date(2026, 11, 2), date(2026, 11, 6)))).finish == TODAY


def test_a_target_that_what_comes_before_leaves_no_time_for_moves_the_end_and_has_no_slack() -> None:
    """A takes the days 1 to 20; B, to end on day 15 and ten days long, can end on day 30. C begins then."""
    found = of(
        task("A", 20),
        task("B", 10, "A", dates=dates(target=day_of_number(number_of(TODAY) + 14))),
        task("C", 5, "B"),
    )
    assert early(found.plans["B.md"]) == (6, 15)
    assert early(found.plans["C.md"]) == (31, 35)
    assert found.critical_path == ("A.md", "B.md", "C.md")
    assert found.plans["B.md"].slack == 0


def test_what_is_done_holds_nothing_up_and_keeps_its_own_dates() -> None:
    done = milestone(
        "A", status="completed", dates=(*dates(date(2026, 11, 2), date(2027, 3, 1)), dated("completed", date(2026, 11, 20)))
    )
    found = of(done, task("B", 1, "A"))
    assert found.plans["A.md"].finish == date(2026, 11, 20)
    assert found.plans["A.md"].slack is None
    assert early(found.plans["B.md"]) == (1, 1)


def test_members_of_a_circle_are_left_out_with_a_note() -> None:
    found = of(task("A", 1, "B"), task("B", 1, "A"), task("C", 2, "B"))
    assert {found.plans[key].note for key in ("A.md", "B.md")} == {IN_A_CYCLE}
    assert found.plans["C.md"].uncertain


@pytest.mark.parametrize(
    ("effort", "team", "days"),
    [
        (amount(3, "weeks"), "", 15),
        (amount(20, "hours"), "", 3),
        (amount(2, "months"), "", 42),
        (amount(0.5, "days"), "", 1),
        (Effort("duration", 4.0, 6.0, "days", "4-6 days", 7), "", 6),
        (amount(9, "person_weeks", "estimated"), "3", 15),
        (amount(9, "person_weeks", "estimated"), "2 people", 23),
        (amount(9, "person_weeks", "estimated"), "", None),
        (amount(8, "points", "estimated"), "3", None),
        (amount(0, "days"), "", None),
        (amount(5, "days", "actual"), "", None),
    ],
)
def test_amounts_as_working_days(effort: Effort, team: str, days: int | None) -> None:
    fields = (Field("team_size", "team_size", team, 3, "front matter", ""),) if team else ()
    found = stated_duration(milestone("A", effort=(effort,), fields=fields))
    assert (found.days if found else None) == days


def test_buffers_are_amounts_or_shares() -> None:
    share = Effort("buffer", None, None, "", "20%", 8)
    assert buffer_days(milestone("A", effort=(share,)), 34) == 7  # 6.8
    assert buffer_days(milestone("A", effort=(amount(1, "weeks", "buffer"),)), 34) == 5
    assert buffer_days(milestone("A", effort=(share,)), None) == 0


def test_working_days_count_forth_and_back() -> None:
    for number in range(30):
        day = date(2026, 11, 1) + timedelta(days=number)
        assert day_of_number(number_of(day)) >= day
        assert day_of_number(number_of(day)).weekday() < 5
        assert working_days(day, day) == (day.weekday() < 5)
    assert working_days(date(2026, 11, 20), date(2026, 11, 23)) == 2
    assert working_days(date(2026, 11, 24), date(2026, 11, 23)) == 0


def test_the_sample_project() -> None:
    """By hand: M11, dated 1 February to 19 March 2027, ends last of those whose length is known, and needs M04, which needs M02.

    M04 ends on 15 January and could end on 29 January: 10 days. So it could start on 15 December instead of 1 December, and
    M02 could end on the 14th instead of 27 November: 5 + 5 + 1 = 11 days. M06 ends on 4 December: 8 weeks, 40 days.
    M07 ends on 18 December: 6 weeks, 30 days, and takes 25 days, so that it could start on 28 December, and M05 could end
    on the 25th instead of the 11th: 10 days. M03 is late; if it ended on the
    next working day, 23 November, it would have from the 24th to 14 December: 15 days.
    """
    whole = Workspace(SAMPLE).load()
    today = date(2026, 11, 21)
    found = schedule(whole, graph(whole, standings(whole, today)), today)
    ids = {each.key: each.id for each in whole.milestones}
    slack = {ids[key]: plan.slack for key, plan in found.plans.items() if plan.slack is not None}
    assert slack == {"M02": 11, "M03": 15, "M04": 10, "M05": 10, "M06": 40, "M07": 30, "M11": 0, "M12": 35}
    assert [ids[key] for key in found.critical_path] == ["M02", "M04", "M11"]
    assert found.finish == date(2027, 3, 19)
    days = {ids[key]: plan.days for key, plan in found.plans.items() if plan.days is not None}
    assert (days["M02"], days["M04"], days["M11"]) == (40, 34, 35)
    assert {ids[key] for key, plan in found.plans.items() if plan.note == NOTHING_KNOWN} == {"M08", "M13"}


def test_a_stated_weekend_is_shown_as_stated_and_counted_in_working_days() -> None:
    """From Saturday 28 November to Saturday 12 December there are ten working days; what waits begins on the Monday after."""
    found = of(
        milestone("A", status="planned", dates=dates(date(2026, 11, 28), date(2026, 12, 12))),
        task("B", 5, "A"),
        milestone("C", status="planned", dates=dates(date(2026, 12, 5), date(2026, 12, 6))),
    )
    first, then, weekend = (found.plans[key] for key in ("A.md", "B.md", "C.md"))
    assert (first.start, first.finish, first.days) == (date(2026, 11, 28), date(2026, 12, 12), 10)
    assert (first.late_start, first.late_finish, first.slack) == (first.start, first.finish, 0)
    assert (then.start, then.finish) == (date(2026, 12, 14), date(2026, 12, 18))
    assert (weekend.start, weekend.finish, weekend.days) == (date(2026, 12, 5), date(2026, 12, 6), None)
    assert of(milestone("D", status="planned", dates=dates(TODAY, date(2026, 12, 12)))).finish == date(2026, 12, 12)

"""Statements about time that cannot all hold are told as sentences, with both places."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from milestone_tui.analysis.conflicts import Conflict, conflicts
from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.tracks import Lane, lanes
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Dated, Effort, Person
from milestone_tui.workspace.workspace import Workspace
from tests.factories import dated, depends, milestone, project, stated

TODAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[2] / "sample_project"


def days(first: int, last: int) -> tuple[Dated, ...]:
    """In December 2026."""
    return dated("start", date(2026, 12, first), line=4), dated("target", date(2026, 12, last), line=5)


def found(whole: Project, today: date = TODAY) -> tuple[Conflict, ...]:
    graphed = graph(whole, standings(whole, today))
    return conflicts(whole, graphed, schedule(whole, graphed, today))


def of(*milestones: Milestone) -> list[str]:
    return [conflict.sentence for conflict in found(project(*milestones))]


def laned(*milestones: Milestone) -> tuple[Lane, ...]:
    whole = project(*milestones)
    graphed = graph(whole, standings(whole, TODAY))
    return lanes(whole, graphed, schedule(whole, graphed, TODAY))


def owned(*names: str) -> dict[str, Any]:
    """The fields of a milestone with these owners."""
    return {"owner": stated(names[0]), "people": tuple(Person("owner", name, 3) for name in names)}


def test_starts_before_what_it_needs_ends() -> None:
    assert of(milestone("A", dates=days(1, 10)), milestone("B", dates=days(10, 20), dependencies=(depends("A"),))) == [
        "B starts on 2026-12-10, before A, which it needs, ends on 2026-12-10 (B.md:4; A.md:5)"
    ]
    assert not of(milestone("A", dates=days(1, 10)), milestone("B", dates=days(11, 20), dependencies=(depends("A"),)))


def test_a_computed_end_is_said_to_be_computed() -> None:
    weeks = (Effort("duration", 3.0, 3.0, "weeks", "3 weeks", 6),)
    assert of(milestone("A", effort=weeks), milestone("B", dates=days(1, 20), dependencies=(depends("A"),))) == [
        "B starts on 2026-12-01, before A, which it needs, can end on 2026-12-11 (computed) (B.md:4; A.md:6)"
    ]


def test_a_target_that_leaves_no_time_for_what_comes_before_is_a_conflict() -> None:
    week = (Effort("duration", 1.0, 1.0, "weeks", "1 week", 6),)
    weeks = (Effort("duration", 3.0, 3.0, "weeks", "3 weeks", 6),)
    target = (dated("target", date(2026, 12, 11), line=5),)
    assert of(milestone("A", effort=weeks), milestone("B", effort=week, dates=target, dependencies=(depends("A"),))) == [
        "B has to start on 2026-12-07 to end on 2026-12-11, before A, which it needs, can end on 2026-12-11 (computed) "
        "(B.md:5; A.md:6)"
    ]


def test_each_of_several_owners_counts_and_nobody_owns_nothing() -> None:
    assert of(
        milestone("A", dates=days(1, 10), **owned("Mira", "Tomas")), milestone("B", dates=days(5, 20), **owned("Tomas"))
    ) == ["Tomas owns A and B, which overlap from 2026-12-05 to 2026-12-10 (A.md:3; B.md:3)"]
    for words in ("Unassigned", "To be decided", "nobody"):
        assert of(milestone("A", dates=days(1, 10), **owned(words)), milestone("B", dates=days(5, 20), **owned(words))) == []


def test_said_to_run_in_parallel_but_one_needs_the_other() -> None:
    assert of(milestone("A", dependencies=(depends("B", "parallel"),)), milestone("B", dependencies=(depends("A"),))) == [
        "A is said to run in parallel with B, but B needs A (A.md:9; B.md:9)"
    ]


def test_the_same_through_a_third_one() -> None:
    assert of(
        milestone("A"),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("B"), depends("A", "parallel"))),
    ) == ["C is said to run in parallel with A, but C needs A through B (C.md:9; C.md:9)"]


def test_one_owner_at_the_same_time() -> None:
    """B overlaps A; C begins when B is over, but A, the longest, still runs. D is somebody else's."""
    sentences = of(
        milestone("A", dates=days(1, 30), **owned("Mira")),
        milestone("B", dates=days(7, 11), **owned("@mira")),
        milestone("C", dates=days(14, 18), **owned("Mira")),
        milestone("D", dates=days(1, 30), **owned("Bao")),
    )
    assert sentences == [
        "@mira owns A and B, which overlap from 2026-12-07 to 2026-12-11 (A.md:3; B.md:3)",
        "Mira owns A and C, which overlap from 2026-12-14 to 2026-12-18 (A.md:3; C.md:3)",
    ]


def test_what_is_done_is_in_nobodys_way() -> None:
    assert not of(
        milestone("A", status="completed", dates=days(1, 10), **owned("Mira")),
        milestone("B", dates=days(5, 20), **owned("Mira"), dependencies=(depends("A"),)),
    )


def test_the_sample_project() -> None:
    """M07 starts on 16 November though it needs M05, which ends on 11 December; Sami Koskela owns M05, M07 and M12 in turn."""
    told = [conflict.text for conflict in found(Workspace(SAMPLE).load(), date(2026, 11, 21))]
    assert told == [
        "M07 starts on 2026-11-16, before M05, which it needs, ends on 2026-12-11",
        "Sami Koskela owns M05 and M07, which overlap from 2026-11-16 to 2026-12-11",
        "Sami Koskela owns M07 and M12, which overlap from 2026-12-14 to 2026-12-18",
    ]


def test_lanes_are_the_tracks_that_the_files_name() -> None:
    ways = laned(
        milestone("A", track=stated("Front end"), dates=days(8, 9)),
        milestone("B"),
        milestone("C", track=stated("front  END"), dates=days(1, 2)),
        milestone("D", track=stated("Back end")),
    )
    assert [(lane.name, lane.proposed, lane.keys) for lane in ways] == [
        ("Front end", False, ("C.md", "A.md")),
        ("Back end", False, ("D.md",)),
        ("", False, ("B.md",)),
    ]


def test_without_tracks_chains_are_proposed() -> None:
    """A B D is the longest chain; C stands beside it; E has no dependencies."""
    ways = laned(
        milestone("A"),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("A"),)),
        milestone("D", dependencies=(depends("B"),)),
        milestone("E"),
    )
    assert [(lane.name, lane.proposed, set(lane.keys)) for lane in ways] == [
        ("A – D", True, {"A.md", "B.md", "D.md"}),
        ("C", True, {"C.md"}),
        ("", True, {"E.md"}),
    ]


def test_every_milestone_is_in_one_lane_even_in_a_circle() -> None:
    ways = laned(milestone("A", dependencies=(depends("B"),)), milestone("B", dependencies=(depends("A"),)), milestone("C"))
    assert sorted(key for lane in ways for key in lane.keys) == ["A.md", "B.md", "C.md"]


def test_buffers_add_up_and_the_least_slack_counts() -> None:
    buffered = (Effort("duration", 10.0, 10.0, "days", "10 days", 6), Effort("buffer", None, None, "", "20%", 7))
    short = (Effort("duration", 4.0, 4.0, "days", "4 days", 6), Effort("buffer", 1.0, 1.0, "days", "1 day", 7))
    (lane,) = laned(milestone("A", track=stated("T"), effort=buffered), milestone("B", track=stated("T"), effort=short))
    assert (lane.buffer, lane.slack) == (3, 0)

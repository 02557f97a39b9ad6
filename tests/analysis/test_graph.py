"""Edges with the lines that state them, circles, names that name nothing, and what finishing a milestone frees."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from milestone_tui.analysis.cycles import circles, shortest_loop, sorted_by_need
from milestone_tui.analysis.graph import Graph, Missing, Place, Release, graph
from milestone_tui.analysis.standing import standings
from milestone_tui.model.milestone import Milestone
from milestone_tui.workspace.workspace import Workspace
from tests.factories import TODAY, blocker, depends, milestone, project

SAMPLE = Path(__file__).parents[2] / "sample_project"


def of(*milestones: Milestone) -> Graph:
    whole = project(*milestones)
    return graph(whole, standings(whole, TODAY))


def pairs(found: Graph) -> set[tuple[str, str]]:
    return {(found.nodes[edge.source].id, found.nodes[edge.target].id) for edge in found.edges}


def test_an_edge_stated_at_both_ends_is_one_edge_with_two_places() -> None:
    found = of(milestone("A", dependencies=(depends("B", "downstream"),)), milestone("B", dependencies=(depends("A"),)))
    assert pairs(found) == {("A", "B")}
    assert found.edges[0].places == (Place("A.md", 9), Place("B.md", 9))
    assert str(found.edges[0].places[0]) == "A.md:9"


def test_parallel_is_no_edge() -> None:
    found = of(milestone("A", dependencies=(depends("B", "parallel"),)), milestone("B"))
    assert not found.edges
    assert [(each.key, each.other) for each in found.parallels] == [("A.md", "B.md")]


def test_internal_counts_where_it_names_a_milestone() -> None:
    found = of(milestone("A", dependencies=(depends("B", "internal"), depends("Login service", "internal"))), milestone("B"))
    assert pairs(found) == {("B", "A")}
    assert set(found.nodes) == {"A.md", "B.md"}


def test_a_blocker_that_is_a_milestone_is_an_edge_and_no_words() -> None:
    waiting = milestone("B", status="planned", blockers=(blocker("A"), blocker("customs"), blocker("C", resolved=True)))
    whole = project(milestone("A", status="completed"), waiting, milestone("C"))
    found = graph(whole, standings(whole, TODAY))
    assert [(edge.source, edge.target, edge.fulfilled) for edge in found.edges] == [("A.md", "B.md", True)]
    assert found.blockers == {"B.md": ("customs",)}


def test_a_name_of_nobody_dangles_and_one_outside_is_external() -> None:
    found = of(milestone("A", dependencies=(depends("M99"), depends("Payment provider", "external", "completed"))))
    assert pairs(found) == {("M99", "A"), ("Payment provider", "A")}
    assert {node.id: (node.kind, node.state) for node in found.nodes.values()} == {
        "A": ("milestone", "unknown"),
        "M99": ("dangling", "unknown"),
        "Payment provider": ("external", "completed"),
    }
    assert found.missing == (Missing("M99", "A.md", Place("A.md", 9)),)


def test_a_title_holds_up_like_an_id_and_an_id_among_things_outside_does_not() -> None:
    """`Depends on: Foundation` reads as words; `External dependencies: M02` is said to be outside."""
    found = of(
        milestone("M01", title="Foundation", status="active"),
        milestone("M02", status="active"),
        milestone("M03", dependencies=(depends("Foundation", "external"), depends("M02", "external"))),
    )
    assert pairs(found) == {("M01", "M03"), ("M02", "M03")}
    assert found.waits_for("M03.md") == ["M01.md"]


def test_a_range_that_spans_the_one_that_states_it_leaves_it_out() -> None:
    found = of(milestone("M1", dependencies=(depends("M1-M3", "downstream"),)), milestone("M2"), milestone("M3"))
    assert pairs(found) == {("M1", "M2"), ("M1", "M3")}
    assert not found.cycles


def test_closures() -> None:
    found = of(
        milestone("A"),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("B"),)),
        milestone("D"),
    )
    assert found.upstream("C.md") == {"A.md", "B.md"}
    assert found.downstream("A.md") == {"B.md", "C.md"}
    assert not found.upstream("D.md")


def test_a_circle_is_named_with_its_edges_and_their_lines() -> None:
    found = of(
        milestone("A", dependencies=(depends("C"),)),
        milestone("B", dependencies=(depends("A"),)),
        milestone("C", dependencies=(depends("B"),)),
        milestone("D", dependencies=(depends("C"),)),
    )
    (cycle,) = found.cycles
    assert cycle.members == ("A.md", "B.md", "C.md")
    assert cycle.loop == ("A.md", "B.md", "C.md")
    assert {str(place) for edge in cycle.edges for place in edge.places} == {"A.md:9", "B.md:9", "C.md:9"}


def test_one_that_needs_itself_is_a_circle_of_one() -> None:
    found = of(milestone("A", dependencies=(depends("A"),)))
    assert [cycle.members for cycle in found.cycles] == [("A.md",)]
    assert not found.edges


def test_what_finishing_one_frees() -> None:
    """C waits for A and B, D for A alone; E waits for A but is done; F waits for B, which is done already."""
    found = of(
        milestone("A", status="active"),
        milestone("B", status="active"),
        milestone("C", status="planned", dependencies=(depends("A"), depends("B"))),
        milestone("D", status="planned", dependencies=(depends("A"),)),
        milestone("E", status="completed", dependencies=(depends("A"),)),
    )
    assert found.releases("A.md") == [Release("C.md", ("B.md",)), Release("D.md", ())]
    assert found.releases("E.md") == []


def test_ready_and_blocked_are_those_of_the_standings() -> None:
    found = of(
        milestone("A", status="completed"),
        milestone("B", status="planned", dependencies=(depends("A"),)),
        milestone("C", status="planned", dependencies=(depends("B"),)),
        milestone("D", status="active", blockers=(blocker("no parts"),)),
    )
    assert found.ready() == ["B.md"]
    assert found.blocked() == ["C.md", "D.md"]


def test_the_sample_project() -> None:
    """Counted by hand in its files: 18 edges between milestones, 3 to names outside."""
    whole = Workspace(SAMPLE).load()
    found = graph(whole, standings(whole, date(2026, 11, 21)))
    inside = {(one, other) for one, other in pairs(found) if one[0] in "ML" and one[1:].isdigit()}
    assert inside == {
        *(("M01", other) for other in ("M02", "M03", "M05", "M06", "M09", "M10")),
        *(("M02", other) for other in ("M04", "M11", "M13")),
        ("M03", "M04"),
        ("M04", "M11"),
        *(("M05", other) for other in ("M07", "M09", "M12")),
        ("M06", "M11"),
        ("M07", "M11"),
        ("M10", "L2"),
        ("M11", "L1"),
    }
    assert pairs(found) - inside == {
        ("Payment provider", "M02"),
        ("Depot North's second screen", "M03"),
        ("Scanner supplier", "M07"),
    }
    assert not found.cycles
    assert not found.missing
    key = {node.id: node.key for node in found.nodes.values()}
    assert found.releases(key["M05"]) == [
        Release(key["M07"], (), ("40 ring scanners are held at customs; the supplier promises the first week of December",)),
        Release(key["M12"], ()),
    ]
    assert [release.free for release in found.releases(key["M05"])] == [False, True]


@pytest.mark.parametrize("seed", range(20))
def test_circles_are_the_sets_in_which_each_reaches_each(seed: int) -> None:
    chance = random.Random(seed)
    keys = [str(number) for number in range(12)]
    links = {key: [other for other in keys if chance.random() < 0.12 and other != key] for key in keys}
    reach = {key: set(links[key]) for key in keys}
    for _ in keys:
        reach = {key: reach[key].union(*(reach[other] for other in reach[key])) for key in keys}
    expected = {frozenset({key, *(other for other in reach[key] if key in reach[other])}) for key in keys if key in reach[key]}
    found = circles(keys, links)
    assert {frozenset(members) for members in found} == expected
    for members in found:
        loop = shortest_loop(members, links)
        assert all(after in links[before] for before, after in zip(loop, (*loop[1:], loop[0]), strict=True))
    order = sorted_by_need(keys, links)
    assert set(order) == set(keys) - {key for members in found for key in members}
    place = {key: number for number, key in enumerate(order)}
    assert all(place[need] < place[key] for key in order for need in links[key] if need in place)


def test_a_chain_of_ten_thousand_is_no_recursion() -> None:
    keys = [str(number) for number in range(10_000)]
    links = {key: [after] for key, after in pairwise(keys)}
    assert circles(keys, links) == []
    assert sorted_by_need(keys, links) == keys[::-1]

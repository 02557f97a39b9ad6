"""Filter, order and groups as one value."""

from __future__ import annotations

from datetime import timedelta

import pytest

from milestone_tui.analysis.standing import standings
from milestone_tui.model.values import Person
from milestone_tui.views.choices import choices
from milestone_tui.views.grouping import grouped
from milestone_tui.views.ordering import ORDERS, order_words, ordered
from milestone_tui.views.selection import Selection, Term, described, holds_term, passes, selected, toggled
from milestone_tui.views.selection_text import parse
from tests.factories import TODAY, depends, milestone, project, stated

LATE = milestone(
    "M02",
    title="Sync engine",
    status="active",
    target=TODAY - timedelta(days=3),
    boxes=(1, 4),
    owner=stated("Mira Okafor"),
    track=stated("Backend"),
    risk_level=stated("high"),
)
BLOCKED = milestone(
    "M03", status="planned", dependencies=(depends("M02"),), boxes=(0, 2), owner=stated("@bao"), track=stated("backend")
)
DONE = milestone("M05", status="completed", boxes=(3, 3), target=TODAY, risk_level=stated("low"))
DROPPED = milestone("M06", status="cancelled", boxes=(0, 9), people=(Person("technical_lead", "Mira Okafor", 7),))
BARE = milestone("M10")
ALL = project(LATE, BLOCKED, DONE, DROPPED, BARE)
STANDINGS = standings(ALL, TODAY)


def line(text: str) -> Selection:
    found = parse(text)
    assert isinstance(found, Selection), found
    return found


def ids(text: str) -> list[str]:
    return [each.id for each in ALL.milestones if passes(line(text), each, STANDINGS[each.key])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["M02", "M03", "M05", "M06", "M10"]),
        ("is:late", ["M02"]),
        ("is:blocked", ["M03"]),
        ("is:open", ["M02", "M03", "M10"]),
        ("is:closed -is:uncounted", ["M05", "M06"]),
        ("is:late,blocked", ["M02", "M03"]),
        ("is:late is:blocked", []),
        ("status:active,done", ["M02", "M05"]),
        ("-status:cancelled !status:unknown", ["M02", "M03", "M05"]),
        ("owner:mira", ["M02", "M06"]),
        ("owner:@BAO", ["M03"]),
        ("owner:none", ["M05", "M06", "M10"]),
        ("track:BACK", ["M02", "M03"]),
        ("risk:high,low", ["M02", "M05"]),
        ("risk:none", ["M03", "M06", "M10"]),
        ("sync", ["M02"]),
        ('"sync engine" is:late', ["M02"]),
        ("text:m0 -sync", ["M03", "M05", "M06"]),
        ("m10.md", ["M10"]),
        ("okafor", ["M02"]),
    ],
)
def test_a_selection_takes_those_for_which_all_its_terms_hold(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("target", ["M02", "M03", "M10", "M05", "M06"]),
        ("-id", ["M10", "M06", "M05", "M03", "M02"]),
        ("progress", ["M03", "M06", "M02", "M05", "M10"]),
        ("-progress", ["M05", "M02", "M03", "M06", "M10"]),
        ("risk", ["M02", "M05", "M03", "M06", "M10"]),
        ("-risk", ["M05", "M02", "M03", "M06", "M10"]),
    ],
)
def test_what_has_no_value_for_an_order_comes_last_in_both_directions(order: str, found: list[str]) -> None:
    assert [each.id for each in ordered(ALL.milestones, STANDINGS, order)] == found


@pytest.mark.parametrize("order", [*ORDERS, *(f"-{order}" for order in ORDERS)])
def test_every_order_shows_every_milestone_once_and_has_words(order: str) -> None:
    assert sorted(each.id for each in ordered(ALL.milestones, STANDINGS, order)) == ["M02", "M03", "M05", "M06", "M10"]
    assert order_words(order)


def test_filter_and_order_go_together() -> None:
    assert [each.id for each in selected(ALL.milestones, STANDINGS, line("-is:closed sort:-id"))] == ["M10", "M03", "M02"]


def test_a_selection_is_described_for_the_border() -> None:
    assert described(line("is:late owner:mira sort:target")) == "late · owner mira · by target"
    assert described(line("status:on-hold,review -risk:high x group:track sort:-target"), " | ") == (
        'on hold or review | not high risk | "x" | by target, latest first | grouped by track'
    )
    assert described(line("owner:none track:none risk:none status:none")) == (
        "without an owner · without a track · risk not rated · without a status"
    )
    assert described(Selection()) == ""


def test_groups_have_a_heading_and_totals_of_their_own() -> None:
    """Backend: 1 of 6 boxes. Without a track: M05 3 of 3; M06 is cancelled and counts as nothing, M10 has no boxes."""
    groups = grouped(ALL.milestones, STANDINGS, line("group:track sort:id"))
    assert [(group.words, [each.id for each in group.milestones]) for group in groups] == [
        ("Backend", ["M02", "M03"]),
        ("without a track", ["M05", "M06", "M10"]),
    ]
    assert [(group.totals.milestones, tuple(group.totals.boxes), group.totals.percent) for group in groups] == [
        (2, (6, 1), pytest.approx(100 / 6)),
        (3, (3, 3), 100.0),
    ]
    assert groups[1].totals.uncounted == 1


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ("status", ["active", "planned", "without a status", "completed", "cancelled"]),
        ("owner", ["bao", "Mira Okafor", "without an owner"]),
        ("risk", ["high risk", "low risk", "risk not rated"]),
        ("none", [""]),
    ],
)
def test_groups_stand_in_an_order_of_their_own(group: str, found: list[str]) -> None:
    assert [each.words for each in grouped(ALL.milestones, STANDINGS, line(f"group:{group}"))] == found


def test_groups_hold_only_what_the_filter_lets_through() -> None:
    groups = grouped(ALL.milestones, STANDINGS, line("is:open group:owner"))
    assert [len(group.milestones) for group in groups] == [1, 1, 1]


def test_choices_are_what_the_project_says_with_counts() -> None:
    found = {group.field: [(each.word, each.words, each.number) for each in group.choices] for group in choices(ALL, STANDINGS)}
    assert found["is"] == [
        ("is:late", "late", 1),
        ("is:blocked", "blocked", 1),
        ("is:open", "not completed or cancelled", 3),
        ("is:closed", "completed or cancelled", 2),
        ("is:uncounted", "without boxes", 1),
    ]
    assert found["owner"] == [
        ("owner:bao", "bao", 1),
        ('owner:"Mira Okafor"', "Mira Okafor", 1),
        ("owner:none", "without an owner", 3),
    ]
    assert found["track"] == [("track:Backend", "Backend", 2), ("track:none", "without a track", 3)]
    assert found["risk"] == [
        ("risk:high", "high risk", 1),
        ("risk:low", "low risk", 1),
        ("risk:none", "risk not rated", 3),
    ]
    assert [each[0] for each in found["status"]][-1] == "status:cancelled"


def test_the_word_of_a_choice_selects_it() -> None:
    for group in choices(ALL, STANDINGS):
        for each in group.choices:
            assert len(ids(each.word)) >= each.number
            assert line(each.word).terms == (Term(each.field, (each.value,)),)


def test_a_project_without_tracks_offers_none() -> None:
    alone = project(milestone("M1", status="active"))
    assert [group.field for group in choices(alone, standings(alone, TODAY))] == ["is", "status"]


def test_toggling_adds_an_alternative_and_takes_it_back() -> None:
    once = toggled(Selection(), "status", "active")
    twice = toggled(once, "status", "review")
    assert twice.terms == (Term("status", ("active", "review")),)
    assert holds_term(twice, "status", "review")
    assert toggled(twice, "status", "active").terms == (Term("status", ("review",)),)
    assert toggled(toggled(twice, "status", "active"), "status", "review").terms == ()


def test_toggling_a_second_property_narrows_further() -> None:
    both = toggled(toggled(Selection(), "is", "late"), "is", "blocked")
    assert both.terms == (Term("is", ("late",)), Term("is", ("blocked",)))
    assert toggled(both, "is", "late").terms == (Term("is", ("blocked",)),)

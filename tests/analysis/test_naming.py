"""A dependency names whole ids, titles, links and ranges; what it does not name for sure it does not name."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.naming import Found, Names
from milestone_tui.model.plan import Dependency
from tests.factories import depends, milestone, project


def names(*ids: str) -> Names:
    return Names(project(*(milestone(id) for id in ids)))


@pytest.mark.parametrize(
    ("ids", "ref", "found"),
    [
        (("M4.1", "M4.2", "M4.3", "M4.4", "M4.5"), "M4.1-M4.4", ("M4.1", "M4.2", "M4.3", "M4.4")),
        (("M4.1", "M4.2", "M4.2.1"), "M4.1–M4.2", ("M4.1", "M4.2")),
        (("M1", "M2", "M3"), "M1-3", ("M1", "M2", "M3")),
        (("M1", "M2", "M3"), "M1 to M3", ("M1", "M2", "M3")),
        (("M1", "M2", "M3"), "M1 through M3", ("M1", "M2", "M3")),
        (("M1", "M2", "M3"), "M1…M3", ("M1", "M2", "M3")),
        (("Milestone 1", "Milestone 2"), "Milestone 1 to Milestone 2", ("Milestone 1", "Milestone 2")),
        (("Phase 1", "Phase 2", "Phase 5", "Phase 6"), "Phases 1-5", ("Phase 1", "Phase 2", "Phase 5")),
        (("#892", "#893", "#895", "#896"), "#892–#895", ("#892", "#893", "#895")),
        (("M08", "M09", "M10", "M11"), "M08-M10", ("M08", "M09", "M10")),
        (("M1", "M2"), "Milestones 1-2", ()),
        (("1", "2", "3"), "Milestones 1-2", ("1", "2")),
        (("M1", "M3", "M2", "M10", "X5"), "M3+", ("M3", "M10")),
        (("M3", "M3.1", "M4"), "M3+", ("M3", "M4")),
    ],
)
def test_ranges(ids: tuple[str, ...], ref: str, found: tuple[str, ...]) -> None:
    assert names(*ids).find(depends(ref)).keys == tuple(f"{id}.md" for id in found)


@pytest.mark.parametrize(
    ("ids", "ref", "found"),
    [
        (("M1", "M2"), "Milestone 2", "M2"),
        (("M1", "M02"), "milestone two", "M02"),
        (("UI-M-2", "X1"), "Milestones 2", "UI-M-2"),
        (("1", "2"), "milestones 2", "2"),
        (("Phase 2",), "phases 2", "Phase 2"),
        (("M2", "2"), "Milestone 2", "2"),
    ],
)
def test_a_milestone_is_named_by_its_number(ids: tuple[str, ...], ref: str, found: str) -> None:
    assert names(*ids).find(depends(ref)).keys == (f"{found}.md",)


@pytest.mark.parametrize(
    "ids", [("M2", "F2"), ("M2", "UI-M-2"), ("M2", "Phase 2"), ("F2",), ("v2",), ("Phase 2",), ("M2.1",), ("M1", "M3")]
)
def test_a_number_of_several_series_or_of_another_kind_names_none(ids: tuple[str, ...]) -> None:
    assert names(*ids).find(depends("Milestone 2")) == Found((), ("Milestone 2",))


@pytest.mark.parametrize("ref", ["UI-M-03.22", "M-2025-Q1-002", "SP-002-001", "v0-2-0", "2025-09-09", "M-E1-05"])
def test_an_id_with_hyphens_is_no_range(ref: str) -> None:
    assert names("UI-M-03.1", "M-2", "SP-1", "v0", "M-E1", "M-E3").find(depends(ref)) == Found((), (ref,))


def test_a_whole_id_outranks_a_range() -> None:
    assert names("M1", "M2", "M1-2").find(depends("M1-2")).keys == ("M1-2.md",)


def test_an_end_that_is_missing_is_said_and_a_gap_is_not() -> None:
    assert names("M1", "M3").find(depends("M1-M4")) == Found(("M1.md", "M3.md"), ("m4",))


def test_a_range_without_any_end_is_a_name_like_any_other() -> None:
    assert names("M2").find(depends("M1-M4")) == Found((), ("M1-M4",))


def test_a_title_names_its_milestone_only_as_a_whole() -> None:
    found = Names(project(milestone("M1", title="Courier app"), milestone("M2", title="Courier")))
    assert found.find(depends("courier  APP")).keys == ("M1.md",)
    assert found.find(depends("Courier service")).keys == ()


def test_a_title_of_two_milestones_names_neither() -> None:
    found = Names(project(milestone("M1", title="Polish"), milestone("M2", title="Polish")))
    assert found.find(depends("Polish")) == Found((), ("Polish",))


def test_a_link_leads_to_its_file() -> None:
    found = Names(project(milestone("M1", aliases=("m1-foundation",))))
    link = Dependency("the ground under it", "external", None, "[the ground under it](../m1-foundation.md#scope)", 4, "")
    assert found.find(link) == Found(("M1.md",), (), True)
    assert found.find(link._replace(raw="**[the ground](m1-foundation.md)**")).keys == ("M1.md",)
    assert found.find(link._replace(raw="[[m1-foundation|ground]]")).keys == ("M1.md",)
    aside = link._replace(raw="A provider, as told in [the plan](m1-foundation.md)")
    assert found.find(aside).keys == ()

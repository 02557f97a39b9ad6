"""A dependency finds the milestone that it names, and never one that is merely called alike."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.naming import Names
from milestone_tui.analysis.references import index, resolve
from tests.factories import depends, milestone, project


@pytest.mark.parametrize(
    "ref", ["M01", "m01", "Milestone M01", "milestone: M01", "M01: the first", "M01 Foundation", "docs/m01-foundation.md"]
)
def test_an_id_is_found_however_it_is_written(ref: str) -> None:
    names = index(project(milestone("M01", aliases=("m01-foundation", "1"))))
    assert resolve(ref, names) == "M01.md"


def test_an_alias_is_found() -> None:
    names = index(project(milestone("M0", aliases=("M0-Docker_Environment_Setup",))))
    assert resolve("M0-Docker_Environment_Setup", names) == "M0.md"


def test_only_whole_ids_count() -> None:
    names = index(project(milestone("UI-M-03.22.1")))
    assert resolve("UI-M-03.22", names) is None
    assert resolve("UI-M-03.22.1", names) == "UI-M-03.22.1.md"


def test_hyphens_of_every_kind_are_one() -> None:
    assert resolve("UI\u2011M\u201103.22", index(project(milestone("UI-M-03.22")))) == "UI-M-03.22.md"


def test_an_id_outranks_an_alias() -> None:
    names = index(project(milestone("M01", aliases=("M02",)), milestone("M02")))
    assert resolve("M02", names) == "M02.md"


def test_an_alias_of_two_milestones_names_neither() -> None:
    names = index(project(milestone("F1", aliases=("1",)), milestone("B1", aliases=("1",))))
    assert resolve("1", names) is None


def test_an_id_of_two_milestones_names_neither_but_in_a_file_of_one_of_them() -> None:
    """As in a project with milestones of its own in each part."""
    back, front = milestone("M1", key="back.md#M1", path="back.md"), milestone("M1", key="front.md#M1", path="front.md")
    whole = project(back, front, milestone("M2", path="front.md"))
    names = index(whole)
    assert resolve("M1", names) is None
    assert resolve("M2", names) == "M2.md"
    known = Names(whole)
    assert known.find(depends("M1"), "front.md").keys == ("front.md#M1",)
    assert known.find(depends("M1"), "elsewhere.md") == ((), ("M1",), False)


@pytest.mark.parametrize("ref", ["", "  ", "torch", "M09"])
def test_what_names_nothing_is_nothing(ref: str) -> None:
    assert resolve(ref, index(project(milestone("M01")))) is None

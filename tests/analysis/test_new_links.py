"""A milestone can come to wait for one that is known, and not for one that waits for it."""

from __future__ import annotations

from milestone_tui.analysis.new_links import choices, refused_link
from tests.factories import depends, milestone, project

PLAN = project(
    milestone("M1"),
    milestone("M2", dependencies=(depends("M1"),)),
    milestone("M3", dependencies=(depends("M2"),)),
    milestone("M4", dependencies=(depends("M1", "downstream"),)),
)


def test_what_is_known_and_closes_no_circle_is_taken() -> None:
    assert refused_link(PLAN, "M3.md", ["M1", "m4"]) is None
    assert refused_link(PLAN, "M2.md", ["M3"], upstream=False) is None


def test_a_circle_is_refused_with_the_way_round() -> None:
    found = refused_link(PLAN, "M1.md", ["M3"])
    assert found is not None
    assert found.text == "that would be a circle: M1 waits for M3 waits for M2 waits for M1"
    assert refused_link(PLAN, "M1.md", ["M1"]) is not None
    assert refused_link(PLAN, "M3.md", ["M1"], upstream=False) is not None
    assert refused_link(PLAN, "M4.md", ["M3"]) is not None


def test_a_name_that_nobody_has_is_refused_with_those_there_are() -> None:
    found = refused_link(PLAN, "M1.md", ["M9"])
    assert found is not None
    assert found.advice == "there are: M1, M2, M3, M4"


def test_the_choices_are_those_that_would_be_taken() -> None:
    assert choices(PLAN, "M1.md") == ("M4",)
    assert choices(PLAN, "M3.md") == ("M1", "M2", "M4")

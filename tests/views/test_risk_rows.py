"""The risk grid and register, checked by hand."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.exposure import heat, matrix, register
from milestone_tui.model.plan import Risk
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from milestone_tui.views.risk_rows import risk_rows
from tests.factories import milestone, stated


def risk(text: str, probability: str | None, impact: str | None, status: str | None = None, raw: str | None = None) -> Risk:
    rated = [stated(word, raw) if word else None for word in (probability, impact)]
    return Risk(text, rated[0], rated[1], None, "", "salt", "", "Mira", status, "", "", 7)


FOUND = register(
    [
        (milestone("M1"), [risk("ice", "high", "medium"), risk("fog", "low", "low"), risk("gone", "high", "high", "closed")]),
        (milestone("M2"), [risk("storm", "high", "critical"), risk("half", None, "high")]),
    ]
)


def test_exposure_is_probability_times_impact_and_the_highest_comes_first() -> None:
    assert [(each.risk.text, each.exposure) for each in FOUND] == [
        ("storm", 12.0),
        ("ice", 6.0),
        ("fog", 1.0),
        ("half", None),
        ("gone", 9.0),
    ]


def test_the_grid_grows_a_fourth_step_when_something_is_critical() -> None:
    grid = matrix(FOUND)
    assert grid.scale == (1.0, 2.0, 3.0, 4.0)
    assert {place: [each.risk.text for each in risks] for place, risks in grid.cells.items()} == {
        (3.0, 4.0): ["storm"],
        (3.0, 2.0): ["ice"],
        (1.0, 1.0): ["fog"],
    }
    assert [each.risk.text for each in grid.unrated] == ["half"]
    assert [each.risk.text for each in grid.over] == ["gone"]


def test_three_steps_are_enough_for_low_to_high() -> None:
    assert matrix(register([(milestone(), [risk("a", "high", "low")])])).scale == (1.0, 2.0, 3.0)


def test_numbers_on_a_scale_of_five_stay_as_they_are() -> None:
    numbered = risk("a", None, None)._replace(probability=stated(None, "4/5"), impact=stated(None, "5"))
    grid = matrix(register([(milestone(), [numbered])]))
    assert len(grid.scale) == 5
    assert list(grid.cells) == [(4.0, 5.0)]


@pytest.mark.parametrize(("cell", "level"), [((1, 1), "low"), ((2, 2), "medium"), ((3, 2), "high"), ((3, 3), "critical")])
def test_heat_is_the_share_of_the_worst_exposure(cell: tuple[int, int], level: str) -> None:
    assert heat(*cell, (1.0, 2.0, 3.0)) == level


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_row_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    rows = risk_rows(matrix(FOUND), width, glyphs(ascii_only))
    assert max(cell_width(plain(row.line)) for row in rows) <= width
    assert any("storm"[:4] in plain(row.line) for row in rows)


def test_a_chosen_cell_leaves_only_its_risks_in_the_register() -> None:
    rows = risk_rows(matrix(FOUND), 100, glyphs(False), cell=(3.0, 2.0))
    assert [plain(row.line).split()[-1] for row in rows if row.kind == "register"] == ["ice"]


def test_a_project_without_risks_says_so() -> None:
    assert [plain(row.line) for row in risk_rows(matrix(()), 80, glyphs(False))] == ["no milestone lists a risk"]

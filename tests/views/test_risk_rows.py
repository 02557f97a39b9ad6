"""The risk grid and register, checked by hand."""

from __future__ import annotations

import pytest

from milestone_tui.analysis.exposure import heat, matrix, only, register
from milestone_tui.model.plan import Risk
from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain
from milestone_tui.views.risk_rows import drawn_register, drawn_risk, panel_lines, register_rows
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


def test_numbers_off_the_scale_stand_at_its_end_and_halves_go_up() -> None:
    found = [
        risk(raw, None, None)._replace(probability=stated(None, raw), impact=stated(None, "2")) for raw in ("80", "2.5", "0")
    ]
    grid = matrix(register([(milestone(), found)]))
    assert {place: [each.risk.text for each in risks] for place, risks in grid.cells.items()} == {
        (10.0, 2.0): ["80"],
        (3.0, 2.0): ["2.5"],
        (1.0, 2.0): ["0"],
    }


def test_the_risks_of_one_milestone_stay_on_the_grid_of_all() -> None:
    grid = only(matrix(FOUND), "M1.md")
    assert grid.scale == (1.0, 2.0, 3.0, 4.0)
    assert set(grid.cells) == {(3.0, 2.0), (1.0, 1.0)}
    assert [each.risk.text for each in (*grid.unrated, *grid.over)] == ["gone"]


@pytest.mark.parametrize("width", [20, 40, 58, 80, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_asked(width: int, ascii_only: bool) -> None:
    lines = panel_lines(matrix(FOUND), width, glyphs(ascii_only))
    assert max(cell_width(plain(line)) for line in lines) <= width
    assert any("storm"[:4] in plain(line) for line in lines)


def test_the_register_has_a_row_a_risk_under_the_heading_of_its_section() -> None:
    rows = register_rows(matrix(FOUND))
    assert [(row.title, row.risks) if row.risk is None else row.risk.risk.text for row in rows] == [
        ("Register", 3),
        "storm",
        "ice",
        "fog",
        ("Not rated", 1),
        "half",
        ("Over", 1),
        "gone",
    ]
    assert len({row.key for row in rows}) == len(rows)
    assert (rows[1].milestone, rows[1].path, rows[1].line, rows[1].level) == ("M2.md", "M2.md", 7, "critical")


def test_a_chosen_cell_leaves_only_its_risks_in_the_register() -> None:
    rows = register_rows(matrix(FOUND), (3.0, 2.0))
    assert [row.risk.risk.text if row.risk else row.title for row in rows] == ["probability high, impact medium", "ice"]


def test_an_empty_cell_says_that_it_is_empty() -> None:
    (row,) = register_rows(matrix(FOUND), (2.0, 2.0))
    assert [plain(line) for line in drawn_register(row, 60, glyphs())] == [
        "Probability medium, impact medium  0",
        "  no risk here",
    ]


def test_a_risk_is_told_with_its_ratings_its_answers_and_its_place() -> None:
    found = risk("storm", "high", "critical")._replace(contingency="stay in port", status="realized")
    (each,) = register([(milestone("M2", path="plans/m2.md"), [found])])
    assert [plain(line) for line in drawn_risk(each, 60, glyphs(), "critical")] == [
        "  12 M2  storm",
        "     high × critical · owner Mira · realized · m2.md:7",
        "     mitigation: salt",
        "     contingency: stay in port",
    ]
    assert [plain(line) for line in drawn_risk(each, 60, glyphs(), "critical", compact=True)] == ["  12 M2  storm"]


def test_the_texts_of_a_register_begin_below_each_other_as_far_as_the_ids_allow() -> None:
    ids = ["M1", "M-03.02.01", "E-23-model-validation"]

    def begins(found: list[str]) -> set[int]:
        risks = register([(milestone(each), [risk("storm", "high", "low")]) for each in found])
        rows = [row for row in register_rows(matrix(risks)) if row.risk]
        lines = [plain(drawn_register(row, 60, glyphs(), compact)[0]) for row in rows for compact in (False, True)]
        return {line.index("storm") for line in lines}

    assert begins(ids[:1]) == {9}
    assert begins(ids[:2]) == {17}
    assert begins(ids) == {21}


def test_a_project_without_risks_says_so() -> None:
    assert [plain(line) for line in panel_lines(matrix(()), 80, glyphs(False))] == ["no milestone lists a risk"]

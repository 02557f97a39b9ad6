"""The grid of risks at all sizes: aligned, marked, walked and clicked."""

from __future__ import annotations

from itertools import product

import pytest

from milestone_tui.analysis.exposure import RiskMatrix, matrix, register
from milestone_tui.model.plan import Risk
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.lines import plain, width_of
from milestone_tui.views.risk_grid import cell_at, first_cell, grid_lines, step
from tests.factories import milestone, stated

SCALES = {"words": ("low", "medium", "high"), "critical": ("low", "high", "critical"), "five": ("1", "3", "5"), "ten": ("1", "9")}
WIDTHS = (40, 58, 100)


def grid(number: int, scale: str) -> RiskMatrix:
    """So many risks, spread over the cells of a scale."""
    ratings = list(product(SCALES[scale], repeat=2))
    found = []
    for at in range(number):
        probability, impact = (stated(rating if rating.isalpha() else None, rating) for rating in ratings[at * 5 % len(ratings)])
        risk = Risk(f"risk {at}", probability, impact, None, "", "", "", "", None, "", "", at + 1)
        found.append((milestone(f"M{at % 60:02}"), [risk]))
    return matrix(register(found))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("number", [0, 3, 400])
@pytest.mark.parametrize(("height", "ascii_only"), [(0, False), (8, True)])
def test_every_cell_is_drawn_aligned_and_found_under_the_mouse(scale: str, number: int, height: int, ascii_only: bool) -> None:
    risks, signs = grid(number, scale), glyphs(ascii_only)
    for width in WIDTHS:
        chosen = first_cell(risks)
        lines = grid_lines(risks, width, signs, chosen, height)
        assert max(map(width_of, lines)) <= width
        places = {(x, y): cell_at(risks, width, x, y, height) for x in range(width) for y in range(len(lines))}
        assert {place for place in places.values() if place} == set(product(risks.scale, repeat=2))
        marked = [place for (x, y), place in places.items() if place and plain(lines[y])[x : x + 1] == signs.cursor]
        assert chosen in marked
        for place in risks.cells:
            x, y = min((at for at, found in places.items() if found == place), key=lambda at: (at[1], at[0]))
            end = max(at[0] for at, found in places.items() if found == place and at[1] == y)
            assert any(character.isdigit() or character in "…+" for character in plain(lines[y])[x : end + 1])


@pytest.mark.parametrize(("width", "height"), [(58, 12), (58, 7), (40, 7)])
def test_a_grid_keeps_to_its_height(width: int, height: int) -> None:
    assert len(grid_lines(grid(40, "critical"), width, glyphs(), None, height)) <= height


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = [plain(line) for line in grid_lines(grid(400, "words"), 58, glyphs(), None, 5)]
    assert [line.count("…") for line in lines] == [0, 3, 3, 3, 0]


def test_a_line_of_a_cell_that_is_full_to_its_end_is_shown() -> None:
    names = [f"M{number:02}" for number in range(1, 9)]
    rated = Risk("ice", stated("low"), stated("low"), None, "", "", "", "", None, "", "", 7)
    risks = matrix(register([(milestone(name), [rated]) for name in names]))
    for width in range(40, 100):
        text = " ".join(plain(line) for line in grid_lines(risks, width, glyphs()))
        assert "▁8 M01 " in text


def test_the_chosen_cell_is_marked_with_signs_and_a_style() -> None:
    lines = grid_lines(grid(1, "words"), 60, glyphs(), (1.0, 1.0))
    (line,) = [line for line in lines if "M00" in plain(line)]
    assert "›▁1 M00" in plain(line)
    assert any("chosen" in style for text, style in line if "M00" in text)
    assert plain(line).count("‹") == 1


def test_arrows_walk_all_cells_and_stop_at_the_edges() -> None:
    risks = grid(1, "words")
    assert step(risks, (1.0, 1.0), 1, 0) == (2.0, 1.0)
    assert step(risks, (1.0, 1.0), 0, -1) == (1.0, 2.0)
    assert step(risks, (1.0, 1.0), -1, 1) == (1.0, 1.0)
    assert step(risks, (3.0, 3.0), 1, -1) == (3.0, 3.0)


def test_a_cell_of_a_larger_grid_that_is_gone_moves_to_the_nearest() -> None:
    assert step(grid(1, "words"), (5.0, 4.0), 0, 0) == (3.0, 3.0)


def test_the_first_cell_is_the_hottest_that_holds_a_risk() -> None:
    assert first_cell(grid(0, "words")) == (3.0, 3.0)
    assert first_cell(grid(1, "words")) == (1.0, 1.0)
    assert first_cell(grid(9, "critical")) == (4.0, 4.0)


def test_where_no_grid_has_room_its_cells_are_told_in_words() -> None:
    risks = grid(3, "ten")
    lines = grid_lines(risks, 30, glyphs(), (2.0, 2.0))
    assert [plain(line) for line in lines] == [
        "  1  probability 1, impact 9",
        "  1  probability 9, impact 1",
        "  1  probability 1, impact 1",
        "› 0  probability 2, impact 2",
    ]

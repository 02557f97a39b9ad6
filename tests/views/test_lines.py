"""Lines to a width: nothing is ever wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.lines import Line, begun, clip, fill, joined, plain, spread, width_of, wrapped

WORDS = st.text(alphabet="ab -日本é…·x", max_size=24)
LINES = st.lists(st.tuples(WORDS, st.sampled_from(["", "dim", "late bold"])), max_size=5).map(tuple)


@given(LINES, st.integers(0, 40))
def test_a_clipped_line_fits(line: Line, width: int) -> None:
    cut = clip(line, width, "…")
    assert width_of(cut) <= width
    if width_of(line) <= width:
        assert cut == line


@given(LINES, LINES, st.integers(0, 60))
def test_a_spread_line_fits_and_its_right_end_is_at_the_right(left: Line, right: Line, width: int) -> None:
    line = spread(left, right, width, "…")
    assert width_of(line) <= width
    if width_of(right) > 0 and width_of(right) + 2 <= width:
        assert plain(line).endswith(plain(right))
        assert width_of(line) == width


@given(LINES, st.integers(2, 30))
def test_wrapping_loses_no_word_and_fits(line: Line, width: int) -> None:
    lines = wrapped(line, width)
    assert all(cell_width(plain(each).rstrip(" ")) <= width for each in lines)
    assert "".join(plain(each) for each in lines).replace(" ", "") == plain(line).replace(" ", "")


def test_wrapping_breaks_between_words_and_keeps_no_break_spaces_together() -> None:
    assert [plain(each) for each in wrapped((("one two three", ""),), 8)] == ["one two", "three"]
    assert [plain(each) for each in wrapped((("size\xa04 and more", ""),), 7)] == ["size 4", "and", "more"]


def test_what_holds_together_but_is_wider_than_a_line_is_broken_between_its_words_too() -> None:
    name = "▷ M1 Service\xa0Time\xa0Derivation\xa0and\xa0more".replace(" ", "\xa0")
    assert [plain(each) for each in wrapped(((name, ""),), 16)] == ["▷ M1 Service", "Time Derivation", "and more"]
    assert [plain(each) for each in wrapped((("on ", ""), ("abc\xa0defghijklmno", "")), 6)] == ["on abc", "defghi", "jklmno"]


def test_lines_that_have_no_room_are_marked_at_the_end_of_the_last() -> None:
    lines: list[Line] = [(("one", ""),), (("two", ""),), (("three", ""),)]
    assert begun(lines, 3, 9, "…") == lines
    assert [plain(each) for each in begun(lines, 2, 9, "…")] == ["one", "two …"]
    assert [plain(each) for each in begun(lines, 2, 3, "…")] == ["one", "tw…"]
    assert begun(lines, 0, 3, "…") == []


def test_a_text_that_takes_too_many_lines_is_cut_and_says_so() -> None:
    lines = wrapped((("one two three four five", ""),), 5, most=2)
    assert len(lines) == 2
    assert plain(lines[1]).endswith("…")


@pytest.mark.parametrize(("line", "expected"), [((), "    "), ((("ab", ""),), "ab  "), ((("日", ""),), "日  ")])
def test_filling(line: Line, expected: str) -> None:
    assert plain(fill(line, 4)) == expected


def test_joining_skips_what_is_empty() -> None:
    assert plain(joined([(("a", ""),), (), (("b", ""),)], (" · ", "dim"))) == "a · b"

"""The stretches in which two lines differ are found, and sent as few pieces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from milestone_tui.tui.widgets.strips import changed_stretches

PIECES = st.lists(st.tuples(st.text("ab─", min_size=1, max_size=6), st.sampled_from(["", "red", "bold"])), max_size=12)
WIDTH = 40


def line(pieces: list[tuple[str, str]]) -> Strip:
    return Strip([Segment(text, Style.parse(style)) for text, style in pieces]).adjust_cell_length(WIDTH)


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(character, segment.style) for segment in strip for character in segment.text]


@given(PIECES, PIECES)
def test_what_is_outside_the_stretches_is_the_same_and_near_ones_are_one(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    before, after = cells(line(one)), cells(line(other))
    found = changed_stretches(line(one), line(other))
    sent = {x for start, end in found for x in range(start, end)}
    assert all(before[x] == after[x] for x in range(WIDTH) if x not in sent)
    assert all(right[0] - left[1] > 12 for left, right in pairwise(found))


@given(PIECES)
def test_a_line_that_is_the_same_sends_nothing(pieces: list[tuple[str, str]]) -> None:
    assert changed_stretches(line(pieces), line(pieces)) == []


def test_only_the_changed_words_are_sent() -> None:
    old = line([("aaaa", ""), ("b" * 20, ""), ("aaaa", "")])
    new = line([("aaab", ""), ("b" * 20, ""), ("abaa", "")])
    assert changed_stretches(old, new) == [(0, 4), (24, 28)]


def test_a_line_with_wide_characters_is_sent_whole() -> None:
    assert changed_stretches(line([("aa漢字", "")]), line([("aa漢學", "")])) == [(0, WIDTH)]

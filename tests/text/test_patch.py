"""Edits that name what they replace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.patch import Patch, PatchRefused, apply, invert


@st.composite
def text_and_patches(draw: st.DrawFn) -> tuple[bytes, list[Patch]]:
    data = draw(st.binary(max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(data)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return data, [Patch(start, data[start:end], draw(st.binary(max_size=5))) for start, end in pairs]


@given(text_and_patches())
def test_a_change_taken_back_gives_the_same_bytes(case: tuple[bytes, list[Patch]]) -> None:
    data, patches = case
    after = apply(data, patches)
    assert apply(after, invert(patches)) == data
    assert apply(apply(after, invert(patches)), invert(invert(patches))) == after


@given(text_and_patches())
def test_the_order_in_which_patches_are_given_does_not_matter(case: tuple[bytes, list[Patch]]) -> None:
    data, patches = case
    distinct = list({patch.start: patch for patch in patches}.values())
    assert apply(data, distinct) == apply(data, distinct[::-1])


def test_bytes_outside_a_patch_stay_as_they_are() -> None:
    assert apply(b"\xff- [ ] a\r\n", [Patch(4, b" ", b"x")]) == b"\xff- [x] a\r\n"


def test_a_patch_for_another_text_is_refused_and_says_what_it_found() -> None:
    with pytest.raises(PatchRefused, match="byte 3 holds b'x', not b' '"):
        apply(b"- [x] a", [Patch(3, b" ", b"x")])


def test_a_patch_beyond_the_end_is_refused() -> None:
    with pytest.raises(PatchRefused):
        apply(b"abc", [Patch(3, b"d", b"")])


def test_patches_that_overlap_are_refused() -> None:
    with pytest.raises(PatchRefused, match="overlap at byte 1"):
        apply(b"abcd", [Patch(0, b"ab", b"x"), Patch(1, b"bc", b"y")])


def test_two_insertions_at_one_place_both_happen() -> None:
    assert apply(b"ad", [Patch(1, b"", b"b"), Patch(1, b"", b"c")]) == b"abcd"

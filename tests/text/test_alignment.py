"""Which line of one text stands for which line of another."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milestone_tui.text.alignment import aligned, patches_between
from milestone_tui.text.patch import apply

LINES = st.lists(st.sampled_from([b"a", b"b", b"c", b"- [ ] t", b"- [x] t", b""]), max_size=14)
TEXTS = st.lists(st.sampled_from([b"a\n", b"b\r\n", b"c\r", b"\n", b"d"]), max_size=12).map(b"".join)


@pytest.mark.parametrize(
    ("old", "new", "stands"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "aXbc", [0, 2, 3]),
        ("abc", "ac", [0, -1, 1]),
        ("", "abc", []),
        ("abc", "", [-1, -1, -1]),
        ("abcd", "acbd", [0, -1, 1, 3]),
        ("pxq", "pyq", [0, -1, 2]),
        ("1ooz2", "3ozz4", [-1, 1, -1, 3, -1]),
    ],
)
def test_lines_that_stayed_are_found(old: str, new: str, stands: list[int]) -> None:
    assert aligned([each.encode() for each in old], [each.encode() for each in new]) == stands


def test_of_equal_lines_the_one_in_the_same_place_is_the_same() -> None:
    old = [b"top", b"- [ ] t", b"- [ ] t", b"end"]
    new = [b"TOP", b"- [x] t", b"- [ ] t", b"END"]
    assert aligned(old, new) == [-1, -1, 2, -1]


@given(LINES, LINES)
def test_only_equal_lines_are_the_same_and_none_crosses_another(old: list[bytes], new: list[bytes]) -> None:
    found = aligned(old, new)
    pairs = [(at, there) for at, there in enumerate(found) if there >= 0]
    assert all(old[at] == new[there] for at, there in pairs)
    assert [there for _, there in pairs] == sorted({there for _, there in pairs})


@given(TEXTS, TEXTS)
def test_the_patches_make_the_one_of_the_other(before: bytes, after: bytes) -> None:
    patches = patches_between(before, after)
    assert apply(before, patches) == after
    assert all(patch.old != patch.new for patch in patches)


def test_a_file_of_nothing_but_equal_lines_takes_no_time() -> None:
    started = time.perf_counter()
    found = aligned([b"- [ ] a"] * 40_000 + [b"x"] + [b"- [ ] a"] * 40_000, [b"- [x] a", *[b"- [ ] a"] * 70_000, b"y"])
    assert len(found) == 80_001
    assert time.perf_counter() - started < 3

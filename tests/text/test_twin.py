"""What changes in one version of a text is made in another one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from milestone_tui.text.alignment import patches_between
from milestone_tui.text.twin import Twin, step_before


def followed(before: bytes, after: bytes, version: bytes) -> bytes | None:
    """`version` with what made `after` of `before`."""
    base, step = step_before(after, patches_between(after, before))
    assert base == before
    twin = Twin(before, version)
    return twin.data if twin.follow(step) else None


@pytest.mark.parametrize(
    ("before", "after", "version", "expected"),
    [
        (b"a\nb\nc\n", b"a\nB\nc\n", b"a\nb\nc\nd\n", b"a\nB\nc\nd\n"),
        (b"a\nb\nc\n", b"a\nB\nc\n", b"X\nb\nY\n", b"X\nB\nY\n"),
        (b"a\nb\nc\n", b"a\nB\nc\n", b"a\nB\nc\nd\n", b"a\nB\nc\nd\n"),
        (b"a\nb\nc\n", b"a\nB\nc\n", b"a\nother\nc\n", None),
        (b"a\nc\n", b"a\nb\nc\n", b"a\nc\nd\n", b"a\nb\nc\nd\n"),
        (b"a\nc\n", b"a\nb\nc\n", b"a\nx\nc\n", b"a\nb\nx\nc\n"),
        (b"a\nc\n", b"a\nb\nc\n", b"a\nb\nc\nd\n", b"a\nb\nc\nd\n"),
        (b"f\nc\n", b"f\nb\nc\n", b"c\n", b"b\nc\n"),
        (b"a\nf\ng\nc\n", b"a\nf\nb\ng\nc\n", b"a\nc\n", None),
        (b"a\nb\nc\n", b"a\nc\n", b"a\nb\nc\nd\n", b"a\nc\nd\n"),
        (b"a\nb\nc\n", b"a\nc\n", b"a\nc\nd\n", b"a\nc\nd\n"),
        (b"a\nb\nc\nd\n", b"a\nd\n", b"a\nb\nx\nc\nd\n", None),
        (b"c\n", b"b\nc\n", b"c\nd\n", b"b\nc\nd\n"),
        (b"a\n", b"a\nb\n", b"x\na\n", b"x\na\nb\n"),
        (b"", b"a\n", b"", b"a\n"),
    ],
)
def test_a_step_is_made_where_the_same_lines_stand_and_nowhere_else(
    before: bytes, after: bytes, version: bytes, expected: bytes | None
) -> None:
    assert followed(before, after, version) == expected


@pytest.mark.parametrize(
    ("before", "after", "version", "expected"),
    [
        (b"a\r\nb\r\n", b"a\r\nB\r\n", b"a\nb\n", b"a\nB\n"),
        (b"a\nb\n", b"a\nB\nC\n", b"a\r\nb\r\n", b"a\r\nB\r\nC\r\n"),
        (b"a\nb", b"a\nb\nc", b"a\nb", b"a\nb\nc"),
        (b"a\nb", b"a\nb\nc", b"x\na\nb\n", b"x\na\nb\nc\n"),
        (b"a\nb\n", b"a\nb\nc\n", b"x\na\nb", b"x\na\nb\nc"),
        (b"a\nb", b"a", b"x\na\nb\n", b"x\na\n"),
        (
            b"\xef\xbb\xbfa\r\n\xff\r\nb\n",
            b"\xef\xbb\xbfa\r\n\xfe\r\nb\n",
            b"\xef\xbb\xbfa\r\n\xff\r\nc\n",
            b"\xef\xbb\xbfa\r\n\xfe\r\nc\n",
        ),
    ],
)
def test_each_version_keeps_its_own_ends_of_lines(before: bytes, after: bytes, version: bytes, expected: bytes) -> None:
    assert followed(before, after, version) == expected


def test_steps_that_go_on_from_each_other_are_made_one_after_the_other() -> None:
    states = [b"a\nb\nc\n", b"a\nb\nn\nc\n", b"a\nb\nN\nc\n", b"a\nN\nc\n", b"A\nN\nc\n"]
    twin = Twin(states[0], b"f\na\nb\nc\ng\n")
    for old, new in pairwise(states):
        assert twin.follow(step_before(new, patches_between(new, old))[1])
    assert twin.data == b"f\nA\nN\nc\ng\n"

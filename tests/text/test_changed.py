"""Which lines patches change."""

from __future__ import annotations

import pytest

from milestone_tui.text.changed import changed_lines
from milestone_tui.text.patch import Patch, apply

TEXT = b"a\nb\nc"


@pytest.mark.parametrize(
    ("patches", "old", "new"),
    [
        ([Patch(2, b"", b"x\n")], [], [2]),
        ([Patch(5, b"", b"\nx")], [], [4]),
        ([Patch(0, b"", b"x\n")], [], [1]),
        ([Patch(2, b"b\n", b"")], [2], []),
        ([Patch(3, b"\nc", b"")], [3], []),
        ([Patch(2, b"b", b"B")], [2], [2]),
        ([Patch(2, b"b\n", b""), Patch(5, b"", b"\nb")], [2, 3], [2, 3]),
        ([Patch(0, b"a", b"A"), Patch(4, b"c", b"C")], [1, 3], [1, 3]),
        ([Patch(1, b"\n", b" ")], [1, 2], [1]),
    ],
)
def test_only_lines_that_differ(patches: list[Patch], old: list[int], new: list[int]) -> None:
    found = changed_lines(TEXT, apply(TEXT, patches), patches)
    assert [line for each in found for line in each.old] == old
    assert [line for each in found for line in each.new] == new

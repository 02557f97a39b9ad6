"""A difference shows the lines that changed, and no others."""

from __future__ import annotations

import pytest

from milestone_tui.text.alignment import patches_between
from milestone_tui.workspace.difference import unified

OLD = b"a\nb\nc\nd\ne\n"


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        (b"a\nB\nc\nD\ne\n", ["@@ -2,1 +2,1 @@", "-b", "+B", "@@ -4,1 +4,1 @@", "-d", "+D"]),
        (b"a\nB\nC\nd\ne\n", ["@@ -2,2 +2,2 @@", "-b", "-c", "+B", "+C"]),
        (b"a\nb\nx\nc\nd\ne\n", ["@@ -2,0 +3,1 @@", "+x"]),
        (b"a\nc\nd\ne\n", ["@@ -2,1 +1,0 @@", "-b"]),
    ],
)
def test_only_what_changed_is_shown(new: bytes, lines: list[str]) -> None:
    assert unified("M1.md", OLD, new, patches_between(OLD, new)).splitlines() == ["--- M1.md", "+++ M1.md", *lines]

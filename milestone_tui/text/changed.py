"""Which lines patches change: what a diff shows, and what a proof may find different."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.text.lines import LineIndex
from milestone_tui.text.patch import Patch


class Stretch(NamedTuple):
    """Lines of the old text and the lines of the new text in their place; either may be empty."""

    old: range
    new: range


def changed_lines(before: bytes, after: bytes, patches: Sequence[Patch]) -> list[Stretch]:
    """The lines, from 1, that differ; lines that a patch merely touches at their ends are left out."""
    old, new = LineIndex(before), LineIndex(after)
    found: list[Stretch] = []
    shift = 0
    for patch in sorted(patches, key=lambda each: each.start):
        start = patch.start + shift
        one, other = _covered(old, before, patch.start, patch.end), _covered(new, after, start, start + len(patch.new))
        shift += len(patch.new) - len(patch.old)
        if found and (one.start < found[-1].old.stop or other.start < found[-1].new.stop):
            one, other = range(found[-1].old.start, one.stop), range(found[-1].new.start, other.stop)
            found.pop()
        found.append(Stretch(one, other))
    return [_narrowed(each, old, before, new, after) for each in found]


def _covered(index: LineIndex, data: bytes, start: int, end: int) -> range:
    """The lines that hold a stretch of bytes and the bytes at its ends."""
    if not data:
        return range(1, 1)
    return range(index.line_at(max(0, min(start - 1, len(data) - 1))), index.line_at(min(end, len(data) - 1)) + 1)


def _narrowed(stretch: Stretch, old: LineIndex, before: bytes, new: LineIndex, after: bytes) -> Stretch:
    """Without the lines at both ends that read the same."""
    one, other = stretch
    while one and other and line_text(old, before, one.start) == line_text(new, after, other.start):
        one, other = one[1:], other[1:]
    while one and other and line_text(old, before, one[-1]) == line_text(new, after, other[-1]):
        one, other = one[:-1], other[:-1]
    return Stretch(one, other)


def line_text(index: LineIndex, data: bytes, number: int) -> bytes:
    """A line without its break."""
    span = index.span_of(number)
    return data[span.start : span.end].rstrip(b"\r\n")

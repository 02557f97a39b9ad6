"""Two texts set line against line: which line of the one stands for which line of the other, and the patches between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from milestone_tui.text.patch import Patch

_MOST_COMPARED = 250_000
"""Pairs of lines that are compared with each other where no line is the only one of its kind; more would take too long."""

_Range = tuple[int, int, int, int]
"""From and to in the one text, from and to in the other."""


def aligned(old: Sequence[bytes], new: Sequence[bytes]) -> list[int]:
    """For each line of `old` the number, from 0, of the same line in `new`; -1 for one that is not there. The numbers rise.

    Of lines that read alike, those count as the same that stand between the same neighbours or in the same place.
    """
    found = [-1] * len(old)
    left: list[_Range] = [(0, len(old), 0, len(new))]
    while left:
        start, end, other, stop = _trimmed(old, new, left.pop(), found)
        if start == end or other == stop:
            continue
        anchors = _only_ones(old, new, (start, end, other, stop))
        if not anchors:
            for at, there in _compared(old[start:end], new[other:stop]):
                found[start + at] = other + there
            continue
        for at, there in anchors:
            found[at] = there
            left.append((start, at, other, there))
            start, other = at + 1, there + 1
        left.append((start, end, other, stop))
    return found


def patches_between(before: bytes, after: bytes) -> tuple[Patch, ...]:
    """The patches, each of whole lines, that make `after` of `before`."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    patches = []
    at = there = start = 0
    for line, stands in enumerate([*aligned(old, new), len(new)]):
        if stands < 0:
            continue
        gone, come = b"".join(old[at:line]), b"".join(new[there:stands])
        if gone or come:
            patches.append(Patch(start, gone, come))
        start += len(gone) + (len(old[line]) if line < len(old) else 0)
        at, there = line + 1, stands + 1
    return tuple(patches)


def _trimmed(old: Sequence[bytes], new: Sequence[bytes], place: _Range, found: list[int]) -> _Range:
    """The range without what is the same at its beginning and its end."""
    start, end, other, stop = place
    while start < end and other < stop and old[start] == new[other]:
        found[start] = other
        start, other = start + 1, other + 1
    while start < end and other < stop and old[end - 1] == new[stop - 1]:
        end, stop = end - 1, stop - 1
        found[end] = stop
    return start, end, other, stop


def _only_ones(old: Sequence[bytes], new: Sequence[bytes], place: _Range) -> list[tuple[int, int]]:
    """The lines that stand once in each of the two texts, as many as are in the same order in both."""
    start, end, other, stop = place
    once = _once(old, start, end)
    there = _once(new, other, stop)
    pairs = [(at, there[line]) for line, at in once.items() if at >= 0 and there.get(line, -1) >= 0]
    return list(_rising(sorted(pairs)))


def _once(lines: Sequence[bytes], start: int, end: int) -> dict[bytes, int]:
    """Line → where it stands; -1 for one that stands there several times."""
    places: dict[bytes, int] = {}
    for at in range(start, end):
        places[lines[at]] = -1 if lines[at] in places else at
    return places


def _rising(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The longest chain of pairs whose second numbers rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(ends, there)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [there]
        last[at : at + 1] = [number]
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return reversed(chain)


def _compared(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Which lines are the same where all of them stand several times: those in the same place, unless more are so otherwise."""
    placed = [(at, at) for at, (one, other) in enumerate(zip(old, new, strict=False)) if one == other]
    if len(old) != len(new):
        placed = []
    if len(old) * len(new) > _MOST_COMPARED:
        return placed
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    ordered = [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]
    return placed if len(placed) >= len(ordered) else ordered

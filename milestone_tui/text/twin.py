"""Two versions of a text side by side: what changes in the one is made in the other as well, where that has the same lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.text.alignment import aligned
from milestone_tui.text.changed import Stretch, changed_lines
from milestone_tui.text.patch import Patch, invert
from milestone_tui.text.patch import apply as patched

_BREAKS = b"\r\n"


class Step(NamedTuple):
    """What a text became, and in which of its lines."""

    after: bytes
    stretches: tuple[Stretch, ...]


def step_before(after: bytes, back: Sequence[Patch]) -> tuple[bytes, Step]:
    """The text that the patches make of `after`, and the step from there to `after`."""
    before = patched(after, back)
    return before, Step(after, tuple(changed_lines(before, after, invert(back))))


class Twin:
    """A `version` of a text beside its `leader`. How lines end is no part of what they say: each version keeps its own ends."""

    def __init__(self, leader: bytes, version: bytes) -> None:
        self._led = leader.splitlines(keepends=True)
        self._own = version.splitlines(keepends=True)
        self._last = _end(self._own[-1]) if self._own else None
        self._stands: list[int] = aligned(_bare(self._led), _bare(self._own))

    @property
    def data(self) -> bytes:
        """The version as it is by now."""
        lines = list(self._own)
        for at, line in enumerate(lines[:-1]):
            if not _end(line):
                lines[at] += _near(lines, at, at + 1) or b"\n"
        if lines and self._last is not None:
            lines[-1] = lines[-1].rstrip(_BREAKS) + ((_end(lines[-1]) or self._last) if self._last else b"")
        return b"".join(lines)

    def has(self, lines: range, instead_of: Sequence[bytes] = ()) -> bool:
        """Whether these lines of the leader, from 1, stand in the version just so.

        For none: whether those that they are `instead_of` do not stand there.
        """
        if lines:
            return _run_of(self._stands, lines, len(self._own)) is not None
        return self._lacks(self._stands, self._own, lines, instead_of)

    def follow(self, step: Step) -> bool:
        """Make the step. False when its lines are others here, or none; then this is of no use any more.

        What the version says already is left as it is.
        """
        led = step.after.splitlines(keepends=True)
        later: list[int] | None = None
        lowest = len(self._own)
        own = list(self._own)
        for old, new in reversed(step.stretches):
            run = _run_of(self._stands, old, len(self._own))
            if run is None:
                later = aligned(_bare(led), _bare(own)) if later is None else later
                there = _run_of(later, new, len(own)) if new else None
                if there is not None and there.stop <= lowest:
                    lowest = there.start
                    self._stands[old.start - 1 : old.stop - 1] = there
                    continue
                if not new and self._lacks(later, own, new, self._led[old.start - 1 : old.stop - 1]):
                    del self._stands[old.start - 1 : old.stop - 1]
                    continue
                run = self._beside(old)
            if run is None:
                return False
            lowest = run.start
            self._exchange(old, run, led[new.start - 1 : new.stop - 1])
        self._led = led
        return True

    @staticmethod
    def _lacks(stands: Sequence[int], own: Sequence[bytes], place: range, lines: Sequence[bytes]) -> bool:
        """Whether none of the lines stands in the version between the neighbours of an empty place of the leader."""
        at = place.start - 1
        above = next((stands[number] for number in range(at - 1, -1, -1) if stands[number] >= 0), -1)
        below = next((stands[number] for number in range(at, len(stands)) if stands[number] >= 0), len(own))
        return not set(_bare(lines)) & set(_bare(own[above + 1 : below]))

    def _beside(self, lines: range) -> range | None:
        """For new lines between two that are not neighbours here: behind the upper one, else before the lower one."""
        if lines:
            return None
        at = lines.start - 1
        if at == 0 or self._stands[at - 1] >= 0:
            place = self._stands[at - 1] + 1 if at else 0
        elif at == len(self._stands) or self._stands[at] >= 0:
            place = self._stands[at] if at < len(self._stands) else len(self._own)
        else:
            return None
        return range(place, place)

    def _exchange(self, old: range, run: range, lines: Sequence[bytes]) -> None:
        start, end = old.start - 1, old.stop - 1
        mine, theirs = _near(self._own, run.start, run.stop), _near(self._led, start, end)
        dressed = lines if mine in (b"", theirs) else [line.rstrip(_BREAKS) + mine for line in lines]
        self._own[run.start : run.stop] = dressed
        more = len(lines) - len(run)
        rest = [at + more if at >= 0 else at for at in self._stands[end:]]
        self._stands[start:] = [*range(run.start, run.start + len(lines)), *rest]


def _run_of(stands: Sequence[int], lines: range, total: int) -> range | None:
    """Where the lines, from 1, stand one behind the other; for none the place between two neighbours. From 0."""
    start, end = lines.start - 1, lines.stop - 1
    if lines:
        first = stands[start]
        return range(first, first + len(lines)) if first >= 0 and list(stands[start:end]) == [
            *range(first, first + len(lines))
        ] else None  # fmt: skip
    above = stands[start - 1] if start else -1
    below = stands[start] if start < len(stands) else total
    if (start and above < 0) or below != above + 1:
        return None
    return range(below, below)


def _bare(lines: Sequence[bytes]) -> list[bytes]:
    return [line.rstrip(_BREAKS) for line in lines]


def _end(line: bytes) -> bytes:
    """The break at the end of a line."""
    return line[len(line.rstrip(_BREAKS)) :]


def _near(lines: Sequence[bytes], start: int, end: int) -> bytes:
    """The break that lines have here; empty where no line has one."""
    for line in (*lines[start:end], *lines[max(start - 1, 0) : start], *lines[end : end + 1], *lines):
        if _end(line):
            return _end(line)
    return b""

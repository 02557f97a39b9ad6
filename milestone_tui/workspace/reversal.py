"""A patch with the lines around it, as the journal keeps it: how it is found again, to take it back or to make it anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.text.patch import Patch

_CONTEXT_LINES = 2
_BREAKS = b"\r\n"


class Hunk(NamedTuple):
    """One change of a file, between the bytes of its own lines that stay."""

    before_at: int
    """Where `old` stood, in the file before the edit."""
    after_at: int
    """Where `new` stood, in the file after it."""
    old: bytes
    new: bytes
    lead: bytes
    """From the beginning of the line to the change."""
    trail: bytes
    """From the change to the end of the line."""
    above: bytes
    """The lines before, which tell equal lines apart."""
    below: bytes


class NotFound(NamedTuple):
    """Why a change cannot be found again."""

    expected: str
    """What the lines read when the edit was made."""
    present: str
    """What stands in their place now; empty when there is no such place."""
    many: bool
    """Whether several places look the same."""


def hunks_of(before: bytes, patches: Sequence[Patch]) -> tuple[Hunk, ...]:
    """The patches with their surroundings; patches closer than a few lines to each other become one."""
    out = []
    shift = 0
    for start, end, new in _merged(before, sorted(patches, key=lambda patch: patch.start)):
        old = before[start:end]
        left = _line_start(before, start)
        right = _line_end(before, end) if not (new.endswith(b"\n") and (end == start or old.endswith(b"\n"))) else end
        above = _line_start(before, left, _CONTEXT_LINES)
        below = _line_end(before, right, _CONTEXT_LINES)
        lead, trail = before[left:start], before[end:right]
        if not (lead + old + trail).strip() or not (lead + new + trail).strip():
            left, right = above, below
            lead, trail = before[left:start], before[end:right]
        out.append(Hunk(start, start + shift, old, new, lead, trail, before[above:left], before[right:below]))
        shift += len(new) - len(old)
    return tuple(out)


def found_again(data: bytes, hunks: Sequence[Hunk], *, undo: bool, untouched: bool) -> tuple[Patch, ...] | NotFound:
    """The patches that take the hunks back (or make them anew) in `data`, which may have changed elsewhere meanwhile.

    `untouched` says that `data` is known to be, as a whole, what the edit left behind; then no place needs looking for.
    """
    out = []
    for hunk in hunks:
        there, other, at = (hunk.new, hunk.old, hunk.after_at) if undo else (hunk.old, hunk.new, hunk.before_at)
        start = at if untouched else _place(data, hunk, there, at)
        if isinstance(start, NotFound):
            return start
        out.append(Patch(start, there, other))
    return tuple(out)


def is_so_already(data: bytes, hunks: Sequence[Hunk], *, undo: bool) -> bool:
    """Whether every hunk is found in the state that is asked for."""
    return not isinstance(found_again(data, hunks, undo=not undo, untouched=False), NotFound)


def _place(data: bytes, hunk: Hunk, there: bytes, at: int) -> int | NotFound:
    block = hunk.lead + there + hunk.trail
    places = list(_whole_lines(data, block))
    if len(places) > 1:
        alike = [
            place for place in places if data.endswith(hunk.above, 0, place) and data.startswith(hunk.below, place + len(block))
        ]
        places = alike if len(alike) == 1 else places
    if len(places) == 1:
        return places[0] + len(hunk.lead)
    left = _line_start(data, min(at, len(data)))
    present = data[left : _line_end(data, left + len(block))]
    return NotFound(_readable(block), _readable(present), len(places) > 1)


def _whole_lines(data: bytes, block: bytes) -> list[int]:
    """Where `block` stands with nothing else on its lines."""
    places = []
    at = data.find(block) if block else -1
    while at >= 0:
        end = at + len(block)
        starts = at == 0 or data[at - 1] in _BREAKS or data[:at] == b"\xef\xbb\xbf"
        ends = end == len(data) or data[end] in _BREAKS or block[-1] in _BREAKS
        if starts and ends:
            places.append(at)
        at = data.find(block, at + 1)
    return places


def _merged(before: bytes, patches: Sequence[Patch]) -> list[tuple[int, int, bytes]]:
    out: list[tuple[int, int, bytes]] = []
    for patch in patches:
        if out and before.count(b"\n", out[-1][1], patch.start) <= 2 * _CONTEXT_LINES:
            start, end, new = out[-1]
            out[-1] = start, patch.end, new + before[end : patch.start] + patch.new
        else:
            out.append((patch.start, patch.end, patch.new))
    return out


def _line_start(data: bytes, at: int, more: int = 0) -> int:
    """The beginning of the line that holds byte `at`, or of one `more` lines above it."""
    for _ in range(more + 1):
        at = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
        if at == 0 or more == 0:
            break
        at -= 2 if data[at - 2 : at] == b"\r\n" else 1
    else:
        at = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    return at


def _line_end(data: bytes, at: int, more: int = 0) -> int:
    """The end, without its break, of the line that holds byte `at`, or of one `more` lines below it."""
    for number in range(more + 1):
        while at < len(data) and data[at] not in _BREAKS:
            at += 1
        if number < more and at < len(data):
            at += 2 if data[at : at + 2] == b"\r\n" else 1
    return at


def _readable(block: bytes) -> str:
    return block.decode("utf-8", "replace").strip("\r\n")

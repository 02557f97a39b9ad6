"""An edit of bytes that names the bytes it replaces, so that it can be refused and inverted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class PatchRefused(ValueError):
    """The text is not the one the patch was made for; nothing was applied."""


class Patch(NamedTuple):
    """Replace `old` by `new` at byte `start`. An insertion has an empty `old`, a deletion an empty `new`."""

    start: int
    old: bytes
    new: bytes

    @property
    def end(self) -> int:
        """The byte after the last one that is replaced."""
        return self.start + len(self.old)


def apply(data: bytes, patches: Sequence[Patch]) -> bytes:
    """`data` with all patches applied; offsets are those of `data` itself.

    Raises PatchRefused when the bytes at a patch are not its `old`, or when two patches overlap.
    """
    pieces: list[bytes] = []
    at = 0
    for patch in sorted(patches, key=lambda each: each.start):
        if patch.start < at:
            raise PatchRefused(f"two changes overlap at byte {patch.start}")
        if data[patch.start : patch.end] != patch.old:
            found = data[patch.start : patch.end]
            raise PatchRefused(f"byte {patch.start} holds {found!r}, not {patch.old!r}")
        pieces += (data[at : patch.start], patch.new)
        at = patch.end
    pieces.append(data[at:])
    return b"".join(pieces)


def invert(patches: Sequence[Patch]) -> tuple[Patch, ...]:
    """The patches that take the result of `apply` back to what it was made from."""
    inverted: list[Patch] = []
    shift = 0
    for patch in sorted(patches, key=lambda each: each.start):
        inverted.append(Patch(patch.start + shift, patch.new, patch.old))
        shift += len(patch.new) - len(patch.old)
    return tuple(inverted)

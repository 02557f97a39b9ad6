"""What planning an edit gives: a change that is proven, or a refusal with its reason."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.text.patch import Patch


class Change(NamedTuple):
    """Patches that were applied in memory, read again, and found to do exactly what was meant."""

    path: str
    before: bytes
    after: bytes
    patches: tuple[Patch, ...]
    """Empty when the file says so already."""
    summary: str
    """One line in words, such as `ticked "Two devices converge"`."""
    line: int


class Refusal(NamedTuple):
    """Why nothing was done, and what to do about it."""

    text: str
    advice: str
    candidates: tuple[str, ...] = ()
    """What was found instead, each on one line."""
    passing: bool = False
    """Whether the disk is the reason: the same edit may well be made later."""

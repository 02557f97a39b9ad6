"""What somebody wants changed, without a word of where the bytes are."""

from __future__ import annotations

from typing import NamedTuple


class SetBox(NamedTuple):
    """Make one box say `done` or `open`. Absolute, so that two people who tick the same box agree."""

    path: str
    done: bool
    line: int = 0
    """Where the box was seen; 0 when only its text is known."""
    text: str = ""
    """The item's text as it was seen, or the words that name it."""
    item: str = ""
    """The item's key, or empty."""
    exact: bool = False
    """Whether `text` must be the item's whole text (`--expect`), rather than part of it."""
    milestone: str = ""
    """The key of the milestone it belongs to, or empty for anywhere in the file."""


class SetField(NamedTuple):
    """Give one field of a milestone another value."""

    path: str
    milestone: str
    """The milestone's key."""
    field: str
    value: str
    raw: bool = False
    """Write the value as it is given, not in the words of the file's dialect."""
    expect: str | None = None
    """The raw value that was seen, or None to take whatever is there."""


Edit = SetBox | SetField

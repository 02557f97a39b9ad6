"""Boxes under their headings."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

STATES = ("open", "active", "blocked", "deferred", "done", "dropped")
"""Of an item, in the order in which a key goes through them."""


class Item(NamedTuple):
    """A task list item."""

    key: str
    """Names this item across edits of the file: heading path, folded text, nth among equals."""
    text: str
    """What stands after the box, on one line."""
    state: str
    """One of `STATES`."""
    counted: bool
    """Whether it counts: GFM takes it for a box, or the project's configuration names its marker."""
    line: int
    depth: int
    """0 at the left; nested items follow their parent."""
    owner: str | None
    due: date | None
    estimate: str | None
    """The words of the file, such as `4 hours`."""


class ChecklistSection(NamedTuple):
    """A heading with the boxes that stand directly under it."""

    title: str
    path: tuple[str, ...]
    """The headings above, outermost first, this one last."""
    line: int
    """Of the heading; of the first item when there is no heading."""
    total: int
    done: int
    items: tuple[Item, ...]
    closing: bool
    """Post-completion, rollback and lessons sections: their open boxes never contradict a status."""

"""The block kinds of a Markdown text. All offsets are bytes of the whole file; all spans leave white space at the ends out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.text.span import Span


class Heading(NamedTuple):
    """An ATX heading, or a setext heading over one line of text."""

    start: int
    end: int
    level: int
    """1 to 6."""
    text: Span


class Paragraph(NamedTuple):
    """Text that is no list item's first paragraph."""

    start: int
    end: int
    item: int
    """Index of the list item it stands in, or -1."""
    quoted: bool


class Item(NamedTuple):
    """A list item; its own text is its first paragraph."""

    start: int
    end: int
    """Where the item ends with everything nested in it, blank lines included."""
    depth: int
    """How many list items it is nested in: 0 for an item at the left."""
    parent: int
    """Index of the item it is nested in, or -1."""
    ordered: bool
    box: int
    """The byte between the brackets of a GFM task list marker, or -1."""
    text: Span
    """The first paragraph, after bullet and box."""
    quoted: bool


class Table(NamedTuple):
    """A GFM table."""

    start: int
    end: int
    rows: Sequence[Sequence[Span]]
    """The header row first; cells with the space around them. Excess cells are dropped, as GFM does."""


class Fence(NamedTuple):
    """A code block; `info` is empty for an indented one."""

    start: int
    end: int
    info: str
    body: Span


class Html(NamedTuple):
    """A block of HTML, comments among it."""

    start: int
    end: int


class Rule(NamedTuple):
    """A thematic break."""

    start: int
    end: int


Block = Heading | Paragraph | Item | Table | Fence | Html | Rule

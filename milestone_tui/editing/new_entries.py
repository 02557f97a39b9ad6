"""An entry to be added to a list that holds no boxes, or as the first one under a heading, with what is nested in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from milestone_tui.editing.adding import spots_under
from milestone_tui.editing.layout import Layout, Line, Marker
from milestone_tui.editing.new_items import Spot, beside, item_at
from milestone_tui.markdown.blocks import Item
from milestone_tui.reading.outline import Section
from milestone_tui.text.patch import Patch


def behind(layout: Layout, index: int, text: str, nested: Sequence[str]) -> Iterator[tuple[Patch, int]]:
    """The patch that adds an entry behind the item `index`, and the line that it comes to stand in."""
    spot = beside(layout, index)
    if spot is not None:
        yield _at(layout, spot, text, nested, index)


def under(layout: Layout, section: Section, text: str, nested: Sequence[str]) -> Iterator[tuple[Patch, int]]:
    """The patches that add an entry as the last directly under a heading."""
    for spot in spots_under(section, 0, [], layout):
        yield _at(layout, spot, text, nested, -1)


def entry_lines(layout: Layout, spot: Spot, text: str, nested: Sequence[str], model: int = -1) -> list[Line]:
    """The lines of the entry; those `nested` as in the item `model`, or as is usual."""
    margin, bullet = _nesting(layout, spot, model)
    gap = spot.marker.gap if spot.marker.gap.strip(b"\r\n") else b" "
    first = Line(spot.margin + spot.marker.bullet + gap + text.encode(), b"")
    return [first, *(Line(margin + bullet + b" " + each.encode(), b"") for each in nested)]


def _at(layout: Layout, spot: Spot, text: str, nested: Sequence[str], model: int) -> tuple[Patch, int]:
    lines = [*spot.gap, *entry_lines(layout, spot, text, nested, model)]
    if spot.gap and spot.behind < len(layout) and not layout.is_blank(spot.behind + 1):
        lines.append(Line(b"", b""))
    return layout.inserted(spot.behind, lines), spot.behind + len(spot.gap) + 1


def _nesting(layout: Layout, spot: Spot, model: int) -> tuple[bytes, bytes]:
    """What stands before a nested line, and its bullet."""
    document = layout.document
    for block in document.blocks:
        if isinstance(block, Item) and block.parent == model and model >= 0 and not block.ordered:
            margin = layout.margin(block)
            if margin is not None and layout.margin(item_at(document, model)) == spot.margin:
                return margin, layout.marker(block).bullet
    marker: Marker = spot.marker
    return spot.margin + b" " * marker.width, b"-" if marker.number >= 0 else marker.bullet

"""Deletes an item with what is nested in it, and the blank line that set it apart."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.editing.finishing import finished, first_proven, items_are, likeness
from milestone_tui.editing.layout import Extent, Layout
from milestone_tui.editing.new_items import item_at, siblings
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.model.edit import RemoveItem
from milestone_tui.reading.reader import Reading
from milestone_tui.text.patch import Patch


def plan_removed(edit: RemoveItem, reading: Reading) -> Change | Refusal:
    """The change that deletes the item."""
    boxes = boxes_of(reading.document, reading.outline)
    box = target_of(edit.target, reading, boxes)
    if isinstance(box, Refusal):
        return box
    layout = Layout(reading.document)
    item = item_at(reading.document, box.place.block)
    if layout.margin(item) is None:
        return shares_line(box)
    extent = layout.extent(item)
    gone = taken_along(box, boxes, extent)
    if len(gone) > 1 and not edit.nested:
        inside = tuple(f"{each.item.line}: {each.item.text}" for each in gone[1:])
        return Refusal(f'{len(gone) - 1} boxes are nested in "{box.item.text}"', "delete those first, or all of it", inside)
    expected = [likeness(each, reading) for each in boxes if each not in gone]
    more = f" and {len(gone) - 1} nested in it" if len(gone) > 1 else ""

    def outcomes() -> Iterator[Change | Refusal]:
        for lines in stretches(layout, extent):
            patch = layout.removed(lines.first, lines.last)
            for further in ([], handed_on(layout, box.place.block)):
                patches = [patch, *further]
                yield finished(reading, patches, f'deleted "{box.item.text}"{more}', extent.first, items_are(expected))

    return first_proven(outcomes())


def taken_along(box: Box, boxes: list[Box], extent: Extent) -> list[Box]:
    """A box and those nested in it."""
    return [each for each in boxes if each is box or extent.first <= each.item.line <= extent.last]


def stretches(layout: Layout, extent: Extent) -> Iterator[Extent]:
    """The lines to take out with an item: between blank lines those behind it too, at the end of a file those before."""
    first, last = extent
    if layout.is_blank(first - 1) and layout.is_blank(last + 1):
        after = last
        while after < len(layout) and layout.is_blank(after + 1):
            after += 1
        if after < len(layout):
            yield Extent(first, after)
        else:
            before = first
            while before > 1 and layout.is_blank(before - 1):
                before -= 1
            if before > 1:
                yield Extent(before, last)
    yield extent


def handed_on(layout: Layout, index: int) -> list[Patch]:
    """Gives the number of the first item of a list to the second: only a list that begins with 1 can follow a text line."""
    before, after = siblings(layout.document, index)
    if before >= 0 or after < 0:
        return []
    own, following = layout.marker(item_at(layout.document, index)), item_at(layout.document, after)
    theirs = layout.marker(following)
    counts = own.number >= 0 and theirs.number >= 0 and len(own.bullet) == len(theirs.bullet)
    return [Patch(following.start, theirs.bullet, own.bullet)] if counts else []


def shares_line(box: Box) -> Refusal:
    """Two items on one line cannot be told apart by lines."""
    return Refusal(f'"{box.item.text}" begins on the line of another item', "edit the line in an editor")

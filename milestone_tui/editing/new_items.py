"""The line of a new item in the manner of those around it: indentation, bullet or number, and the blank lines between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from milestone_tui.editing.layout import Layout, Line, Marker
from milestone_tui.markdown.blocks import Item
from milestone_tui.markdown.document import Document

_BOX = b"[ ] "


class Spot(NamedTuple):
    """Where an item can go, and how it begins there."""

    behind: int
    """The line that it follows."""
    gap: tuple[Line, ...]
    """Blank lines before it, as between its neighbours."""
    margin: bytes
    marker: Marker
    depth: int
    before: bool = False
    """Whether the blank lines come behind it instead: it goes before the first of its neighbours."""
    fresh: bool = False
    """Whether it begins a list of its own, so that any marker will do."""

    def lines(self, text: bytes) -> list[Line]:
        """The lines of a new item with an open box."""
        gap = self.marker.gap if self.marker.gap.strip(b"\r\n") else b" "
        return [*self.gap, Line(self.margin + self.marker.bullet + gap + _BOX + text, b"")]


def beside(layout: Layout, index: int) -> Spot | None:
    """The spot behind an item, at its depth; None when another item begins on its line."""
    item = item_at(layout.document, index)
    margin = layout.margin(item)
    if margin is None:
        return None
    return Spot(layout.extent(item).last, _gap(layout, index), margin, _numbered_on(layout, index), item.depth)


def within(layout: Layout, index: int) -> Iterator[Spot]:
    """The spots for the last item nested in one: as those that are there, else as others in the file, else as usual."""
    document = layout.document
    children = [at for at, block in enumerate(document.blocks) if isinstance(block, Item) and block.parent == index]
    if children:
        spot = beside(layout, children[-1])
        if spot:
            yield spot
        return
    item = item_at(document, index)
    margin, marker = layout.margin(item), layout.marker(item)
    if margin is None:
        return
    bullet = marker._replace(bullet=b"-", number=-1) if marker.number >= 0 else marker
    usual = [habit for habit, _ in _habits(layout).most_common() if habit[0] == marker.width]
    steps = [(step, bullet._replace(bullet=sign)) for _, step, sign in usual[:2]]
    for step, own in (*steps, (b" " * marker.width, bullet), (b"\t", bullet)):
        yield Spot(layout.extent(item).last, (), margin + step, own._replace(gap=own.gap or b" "), item.depth + 1, fresh=True)


def outermost(document: Document, index: int, depth: int) -> int:
    """The item at `depth` that an item is nested in; itself when it stands there."""
    item = item_at(document, index)
    while item.depth > depth and item.parent >= 0:
        index = item.parent
        item = item_at(document, index)
    return index


def item_at(document: Document, index: int) -> Item:
    """The list item of that index."""
    block = document.blocks[index]
    assert isinstance(block, Item)
    return block


def usual_marker(layout: Layout) -> Marker:
    """The bullet that the file puts before most of its boxes, or before most of its items, else a dash."""
    boxes: Counter[Marker] = Counter()
    plain: Counter[Marker] = Counter()
    for block in layout.document.blocks:
        if isinstance(block, Item) and block.depth == 0 and not block.ordered and not block.quoted:
            marker = layout.marker(block)
            if marker.gap.strip(b" ") == b"" and marker.gap:
                (boxes if block.box >= 0 else plain)[marker] += 1
    counted = boxes or plain
    return counted.most_common(1)[0][0] if counted else Marker(b"-", -1, b" ")


def siblings(document: Document, index: int) -> tuple[int, int]:
    """The items before and after one under the same item or at the same margin; -1 where there is none."""
    item = item_at(document, index)
    before = after = -1
    for at, block in enumerate(document.blocks):
        if isinstance(block, Item) and block.parent == item.parent and block.depth == item.depth:
            if at < index:
                before = at
            elif at > index:
                after = at
                break
    return before, after


def _gap(layout: Layout, index: int) -> tuple[Line, ...]:
    """The blank lines between an item and its neighbour in the same list."""
    before, after = siblings(layout.document, index)
    own = layout.extent(item_at(layout.document, index))
    between = []
    if before >= 0:
        between.append(range(layout.extent(item_at(layout.document, before)).last + 1, own.first))
    if after >= 0:
        between.append(range(own.last + 1, layout.extent(item_at(layout.document, after)).first))
    for lines in between:
        if all(layout.is_blank(number) for number in lines):
            return tuple(layout.line(number) for number in lines)
    return ()


def _numbered_on(layout: Layout, index: int) -> Marker:
    """The marker of an item; a number goes on where the list counts."""
    marker = layout.marker(item_at(layout.document, index))
    if marker.number < 0:
        return marker
    before, after = siblings(layout.document, index)
    others = [layout.marker(item_at(layout.document, each)).number for each in (before, after) if each >= 0]
    number = marker.number if marker.number in others else marker.number + 1
    return marker._replace(bullet=str(number).encode() + marker.bullet[-1:], number=number)


def _habits(layout: Layout) -> Counter[tuple[int, bytes, bytes]]:
    """How the file nests: width of the outer marker, what is put before the inner one, and its bullet."""
    found: Counter[tuple[int, bytes, bytes]] = Counter()
    document = layout.document
    for block in document.blocks:
        if isinstance(block, Item) and block.parent >= 0 and not block.ordered:
            outer = item_at(document, block.parent)
            around, inner = layout.margin(outer), layout.margin(block)
            if around is not None and inner is not None and inner.startswith(around) and inner != around:
                marker = layout.marker(outer)
                found[marker.width, inner[len(around) :], layout.marker(block).bullet] += 1
    return found

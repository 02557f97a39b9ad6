"""Moves an item with what is nested in it: one line block taken out and put in elsewhere, indented as it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from milestone_tui.editing.adding import spots_behind, spots_under
from milestone_tui.editing.finishing import finished, first_proven, items_are, likeness
from milestone_tui.editing.headings import heading_named, sections_of
from milestone_tui.editing.layout import Layout, Line, Marker
from milestone_tui.editing.new_items import Spot, item_at, siblings, within
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.removing import handed_on, shares_line, stretches, taken_along
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.model.edit import IndentItem, ItemTarget, MoveItem
from milestone_tui.reading.reader import Reading
from milestone_tui.text.patch import Patch


class _Move:
    """An item on its way within one file."""

    def __init__(self, reading: Reading, boxes: list[Box], box: Box) -> None:
        self.reading = reading
        self.layout = Layout(reading.document)
        self.boxes = boxes
        self.box = box
        self.item = item_at(reading.document, box.place.block)
        self.margin = self.layout.margin(self.item)
        self.marker = self.layout.marker(self.item)
        self.extent = self.layout.extent(self.item)
        self.moved = taken_along(box, boxes, self.extent)

    def to(self, spots: Iterator[Spot], summary: str, swapped: Box | None = None) -> Iterator[Change | Refusal]:
        """The outcomes for spots elsewhere. `swapped` is a neighbour that changes places with it, and numbers."""
        for spot in spots:
            if self.extent.first <= spot.behind < self.extent.last:
                yield Refusal("an item cannot go into itself", "name another one")
                return
            numbers = self.numbers(swapped)
            lines = self.lines_at(spot._replace(marker=numbers[0]) if numbers else spot, exchanged=bool(numbers))
            if lines is None:
                yield Refusal("its nested lines are indented by tabs and spaces", "move it in an editor")
                return
            for patches in self.placed(spot, lines):
                for further in ([numbers[1]],) if numbers else ([], handed_on(self.layout, self.box.place.block)):
                    yield self.proven([*patches, *further], spot, summary)

    def numbers(self, other: Box | None) -> tuple[Marker, Patch] | None:
        """In a list that counts, the marker to take over from a neighbour, and what gives the neighbour ours."""
        if other is None or self.marker.number < 0:
            return None
        item = item_at(self.reading.document, other.place.block)
        theirs = self.layout.marker(item)
        if theirs.number < 0 or theirs.number == self.marker.number or theirs.width != self.marker.width:
            return None
        return theirs, Patch(item.start, theirs.bullet, self.marker.bullet)

    def placed(self, spot: Spot, lines: list[Line]) -> Iterator[list[Patch]]:
        """Ways to bring the lines to the spot."""
        above = range(spot.behind + 1, self.extent.first)
        if all(self.layout.is_blank(number) for number in above or range(self.extent.last + 1, spot.behind + 1)):
            yield [self.indented(lines)]
            return
        whole = [*lines, *spot.gap] if spot.before else [*spot.gap, *lines]
        for gone in stretches(self.layout, self.extent):
            if not gone.first <= spot.behind <= gone.last:
                patches = [self.layout.inserted(spot.behind, whole), self.layout.removed(*gone)]
                yield sorted(patches, key=lambda patch: (patch.start, len(patch.old)))

    def indented(self, lines: list[Line]) -> Patch:
        """The same lines in the same place, otherwise indented."""
        start, end = self.layout.start(self.extent.first), self.layout.lines.span_of(self.extent.last).end
        new = b"".join(line.content + line.ending for line in lines)
        return Patch(start, self.reading.document.data[start:end], new)

    def lines_at(self, spot: Spot, *, exchanged: bool) -> list[Line] | None:
        """The item's lines as they are at the spot; None when their indentation cannot be carried over."""
        margin, marker = self.margin or b"", self.marker
        counts_on = spot.marker.number >= 0 and marker.number >= 0 and spot.marker.bullet[-1:] == marker.bullet[-1:]
        own = marker if counts_on and not exchanged else spot.marker._replace(gap=marker.gap)
        if spot.fresh:  # only a list that begins with 1 can follow a line without a blank one between
            own = marker if marker.number < 0 else marker._replace(bullet=b"1" + marker.bullet[-1:], number=1)
        first = self.layout.line(self.extent.first)
        head = len(margin) + len(marker.bullet)
        out = [Line(spot.margin + own.bullet + first.content[head:], first.ending)]
        for number in range(self.extent.first + 1, self.extent.last + 1):
            line = self.layout.line(number)
            moved = _carried(line.content, margin, spot.margin, own.width - marker.width)
            if moved is None:
                return None
            out.append(Line(moved, line.ending))
        return out

    def proven(self, patches: Sequence[Patch], spot: Spot, summary: str) -> Change | Refusal:
        shift = spot.depth - self.box.item.depth
        staying = [box for box in self.boxes if box not in self.moved]
        place = sum(box.item.line <= spot.behind for box in staying)
        expected = [likeness(box, self.reading) for box in staying]
        expected[place:place] = [likeness(box, self.reading, box.item.depth + shift) for box in self.moved]
        return finished(self.reading, patches, summary, self.box.item.line, items_are(expected))


def _begun(target: ItemTarget, reading: Reading) -> _Move | Refusal:
    """The item, ready to be moved."""
    boxes = boxes_of(reading.document, reading.outline)
    box = target_of(target, reading, boxes)
    if isinstance(box, Refusal):
        return box
    move = _Move(reading, boxes, box)
    return shares_line(box) if move.margin is None else move


def plan_moved(edit: MoveItem, reading: Reading) -> Change | Refusal:
    """The change that moves the item."""
    move = _begun(edit.target, reading)
    if isinstance(move, Refusal):
        return move
    boxes, box = move.boxes, move.box
    words = f'moved "{box.item.text}"'
    if edit.where in ("up", "down"):
        other = _neighbour(box, boxes, reading, up=edit.where == "up")
        if other is None:
            place = "first" if edit.where == "up" else "last"
            return Refusal(f'"{box.item.text}" is the {place} of those beside it', "name the item that it is to follow")
        spots = _at(other, move.layout, "before" if edit.where == "up" else "after")
        return first_proven(move.to(spots, f"{words} {edit.where}", other))
    if edit.where == "under":
        sections = sections_of(edit.target.milestone, reading)
        section = sections if isinstance(sections, Refusal) else heading_named(edit.under, sections, reading)
        if isinstance(section, Refusal):
            return section
        return first_proven(move.to(spots_under(section, None, boxes, move.layout), f'{words} under "{section.title}"'))
    anchor = target_of(edit.other, reading, boxes) if edit.other else Refusal("where to is not said", "name another item")
    if isinstance(anchor, Refusal):
        return anchor
    if anchor in move.moved:
        return Refusal("an item cannot go to itself or to what is nested in it", "name another one")
    summary = f'{words} {"into" if edit.where == "in" else edit.where} "{anchor.item.text}"'
    return first_proven(move.to(_at(anchor, move.layout, edit.where), summary))


def plan_indented(edit: IndentItem, reading: Reading) -> Change | Refusal:
    """The change that nests the item in the one above it, or takes it out behind the one it is nested in."""
    move = _begun(edit.target, reading)
    if isinstance(move, Refusal):
        return move
    box = move.box
    if edit.deeper:
        above = siblings(reading.document, box.place.block)[0]
        if above < 0 or not _same_list(move, above):
            return Refusal(f'there is no item above "{box.item.text}" to nest it in', "put one there first")
        return first_proven(move.to(within(move.layout, above), f'indented "{box.item.text}"'))
    if move.item.parent < 0:
        return Refusal(f'"{box.item.text}" is nested in nothing', "it stands at the left already")
    return first_proven(move.to(spots_behind(move.item.parent, None, move.layout), f'outdented "{box.item.text}"'))


def _at(box: Box, layout: Layout, where: str) -> Iterator[Spot]:
    """The spots before, behind or within another item."""
    index = box.place.block
    if where == "in":
        return within(layout, index)
    return (
        spot if where == "after" else spot._replace(behind=layout.extent(item_at(layout.document, index)).first - 1, before=True)
        for spot in spots_behind(index, None, layout)
    )


def _neighbour(box: Box, boxes: list[Box], reading: Reading, *, up: bool) -> Box | None:
    """The next box above or below in the same section and nested in the same item."""
    document = reading.document
    own = item_at(document, box.place.block)
    section = next(each for each in reading.outline.sections if each.first <= box.place.block < each.last)
    beside = [
        each
        for each in boxes
        if section.first <= each.place.block < section.last
        and (item_at(document, each.place.block).parent, each.item.depth) == (own.parent, box.item.depth)
    ]
    at = beside.index(box) + (-1 if up else 1)
    return beside[at] if 0 <= at < len(beside) else None


def _same_list(move: _Move, above: int) -> bool:
    """Whether only blank lines stand between an item and the one above."""
    last = move.layout.extent(item_at(move.reading.document, above)).last
    return all(move.layout.is_blank(number) for number in range(last + 1, move.extent.first))


def _carried(content: bytes, old: bytes, new: bytes, step: int) -> bytes | None:
    """A line of an item whose margin becomes another one, and whose marker gets wider by `step`."""
    if not content.strip(b" \t"):
        return content
    if not content.startswith(old):
        bare = content.lstrip(b" \t>")
        return content if content.startswith(bare) or b">" not in old else None  # a lazy line goes on wherever it stands
    rest = content[len(old) :]
    if step > 0:
        rest = b" " * step + rest
    elif step < 0:
        room = rest[:-step]
        if room.strip(b" "):
            return None if room.strip(b" \t") == b"" else new + rest
        rest = rest[-step:]
    return new + rest

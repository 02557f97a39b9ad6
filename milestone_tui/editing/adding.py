"""Adds an item: behind or within another one, or as the last or first under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from milestone_tui.editing.finishing import finished, first_proven, items_are, likeness
from milestone_tui.editing.headings import heading_named, listed_headings, sections_of
from milestone_tui.editing.item_parts import PARTS, with_part
from milestone_tui.editing.items import part_fault
from milestone_tui.editing.layout import Layout, Line
from milestone_tui.editing.new_items import Spot, beside, item_at, outermost, usual_marker, within
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.editing.valid import fault_of_item
from milestone_tui.markdown.blocks import Heading, Item, Rule
from milestone_tui.model.edit import AddItem
from milestone_tui.reading.outline import Section
from milestone_tui.reading.reader import Reading


def plan_added(edit: AddItem, reading: Reading) -> Change | Refusal:
    """The change that adds the item."""
    boxes = boxes_of(reading.document, reading.outline)
    text = _text(edit, boxes)
    if isinstance(text, Refusal):
        return text
    layout = Layout(reading.document)
    spots = _spots(edit, reading, boxes, layout)
    if isinstance(spots, Refusal):
        return spots
    return first_proven(_written(spot, text, reading, boxes, layout) for spot in spots)


def _text(edit: AddItem, boxes: list[Box]) -> str | Refusal:
    text = edit.text.strip()
    others = [box.item.text for box in boxes]
    for part in PARTS:
        value = getattr(edit, part).strip().removeprefix("@")
        refusal = part_fault(part, value)
        if refusal:
            return refusal
        if value:
            text = with_part(part, value, text, others)
    fault = fault_of_item(text)
    return Refusal(f'"{text}" cannot be written: {fault}', "leave that out") if fault else text


def _spots(edit: AddItem, reading: Reading, boxes: list[Box], layout: Layout) -> Iterator[Spot] | Refusal:
    if edit.after is not None:
        box = target_of(edit.after, reading, boxes)
        return box if isinstance(box, Refusal) else spots_behind(box.place.block, edit.depth, layout)
    sections = sections_of(edit.milestone, reading)
    if isinstance(sections, Refusal):
        return sections
    if edit.under:
        section = heading_named(edit.under, sections, reading)
        return section if isinstance(section, Refusal) else spots_under(section, edit.depth, boxes, layout)
    numbers = {section.number for section in sections}
    holders = [section for section in _holding(boxes, reading) if section.number in numbers]
    if len(holders) == 1:
        return spots_under(holders[0], edit.depth, boxes, layout)
    if holders:
        return Refusal(f"{len(holders)} headings hold boxes", "say under which it belongs", listed_headings(holders, reading))
    return Refusal("there are no boxes yet", "say under which heading it belongs", listed_headings(sections, reading))


def _holding(boxes: list[Box], reading: Reading) -> list[Section]:
    """The sections in which boxes stand."""
    blocks = {box.place.block for box in boxes}
    return [
        section for section in reading.outline.sections if any(index in blocks for index in range(section.first, section.last))
    ]


def spots_behind(index: int, depth: int | None, layout: Layout) -> Iterator[Spot]:
    """The spots for an item that follows another one, at a depth from the left up to one deeper than that."""
    item = item_at(layout.document, index)
    if depth is not None and depth > item.depth:
        yield from within(layout, index)
    else:
        spot = beside(layout, index if depth is None else outermost(layout.document, index, depth))
        if spot is not None:
            yield spot


def spots_under(section: Section, depth: int | None, boxes: list[Box], layout: Layout) -> Iterator[Spot]:
    """The spots for the last item directly under a heading; the first one goes below what is said there."""
    document = layout.document
    end = next((at for at in range(section.first, section.last) if isinstance(document.blocks[at], Rule)), section.last)
    items = [at for at in range(section.first, end) if isinstance(document.blocks[at], Item)]
    held = {box.place.block for box in boxes}
    for index in ([at for at in items if at in held] or items)[-1:]:
        top = index if depth else outermost(document, index, 0)
        yield from spots_behind(top, depth, layout)
        return
    yield from _first_spots(section, end, layout)


def _first_spots(section: Section, end: int, layout: Layout) -> Iterator[Spot]:
    document = layout.document
    marker = usual_marker(layout)
    behind = document.line_at(max(section.text.start, section.text.end - 1)) if section.level else 0
    heading = document.blocks[section.first - 1] if section.level else None
    if isinstance(heading, Heading):
        behind = document.line_at(max(heading.start, heading.end - 1))
    matter = document.front_matter
    if not section.level and matter is not None:
        behind = document.line_at(max(0, matter.body - 1))
    empty = end == section.first
    if not empty:
        block = document.blocks[end - 1]
        behind = document.line_at(max(block.start, block.end - 1))
        while behind > 1 and layout.is_blank(behind):
            behind -= 1
    blank = (Line(b"", b""),)
    gap = () if empty and not _airy(layout) else blank
    yield Spot(behind, gap if behind else (), b"", marker, 0)
    yield Spot(behind, blank, b"", marker, 0)


def _airy(layout: Layout) -> bool:
    """Whether the file puts a blank line behind most headings that something follows."""
    document = layout.document
    votes = 0
    for block, following in zip(document.blocks, document.blocks[1:], strict=False):
        if isinstance(block, Heading) and not isinstance(following, Heading):
            votes += 1 if layout.is_blank(document.line_at(block.end - 1) + 1) else -1
    return votes >= 0


def _written(spot: Spot, text: str, reading: Reading, boxes: list[Box], layout: Layout) -> Change | Refusal:
    lines = spot.lines(text.encode())
    following = spot.behind + 1
    if spot.gap and following <= len(layout) and isinstance(_block_at(following, reading), Heading):
        lines.append(Line(b"", b""))
    patch = layout.inserted(spot.behind, lines)
    place = sum(box.item.line <= spot.behind for box in boxes)
    expected = [likeness(box, reading) for box in boxes]
    expected.insert(place, (text, b" ", True, spot.depth))
    line = spot.behind + len(spot.gap) + 1
    return finished(reading, [patch], f'added "{text}"', line, items_are(expected))


def _block_at(line: int, reading: Reading) -> object:
    document = reading.document
    return next((block for block in document.blocks if document.line_at(block.start) == line), None)

"""Finds again what an edit means: an item of a file that may have moved on, or a milestone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from milestone_tui.editing.outcome import Refusal
from milestone_tui.markdown.document import Document
from milestone_tui.model.checklist import Item
from milestone_tui.reading.boxes import BoxPlace, checklist
from milestone_tui.reading.milestones import ReadMilestone
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.places import Scope
from milestone_tui.reading.reader import Reading
from milestone_tui.text.fold import fold

_SHOWN = 6
"""How many candidates a refusal lists."""


class Box(NamedTuple):
    """An item with the place of its box."""

    item: Item
    place: BoxPlace


class Target(Protocol):
    """What names an item; see ItemTarget."""

    @property
    def line(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def exact(self) -> bool: ...
    @property
    def milestone(self) -> str: ...


def target_of(target: Target, reading: Reading, boxes: list[Box]) -> Box | Refusal:
    """The one box of `boxes` that is meant; refused with what was found when it is gone or ambiguous."""
    return _find(target, _within(target, reading, boxes))


def milestone_of(key: str, reading: Reading) -> tuple[int, ReadMilestone] | Refusal:
    """The milestone of that key and its place in the reading."""
    for number, found in enumerate(reading.found):
        if found.milestone.key == key:
            return number, found
    names = tuple(f"{each.milestone.id}  {each.milestone.title}" for each in reading.found)
    return Refusal(f"{reading.path} no longer holds that milestone", "look at the file again", names)


def boxes_of(document: Document, outline: Outline) -> list[Box]:
    """Every box of a document, in order."""
    sections, places = checklist(document, outline, Scope(0, len(outline.sections), True))
    items = [item for section in sections for item in section.items]
    return [Box(item, place) for item, place in zip(items, places, strict=True)]


def _within(edit: Target, reading: Reading, boxes: list[Box]) -> list[Box]:
    """Only the boxes of the milestone that the edit names, when one file holds several."""
    if not edit.milestone:
        return boxes
    for found in reading.found:
        if found.milestone.key == edit.milestone and not found.scope.whole:
            sections = reading.outline.sections[found.scope.section : found.scope.last]
            first, last = sections[0].first, sections[-1].last
            return [box for box in boxes if first <= box.place.block < last]
    return boxes


def _find(edit: Target, boxes: Sequence[Box]) -> Box | Refusal:
    wanted = fold(edit.text)
    here = [box for box in boxes if box.item.line == edit.line] if edit.line else []
    if here and _fits(here[0], edit, wanted):
        return here[0]
    if edit.item:
        same = [box for box in boxes if box.item.key == edit.item]
        if len(same) == 1:
            return same[0]
    if edit.line and not wanted:
        return Refusal(f"line {edit.line} holds no box", "give the line of a box", _nearest(boxes, edit.line))
    alike = [box for box in boxes if fold(box.item.text) == wanted]
    if not alike and not edit.exact and not edit.line:
        alike = [box for box in boxes if wanted in fold(box.item.text)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        return Refusal(f'{len(alike)} boxes match "{edit.text}"', "give more of the text, or FILE:LINE", _listed(alike))
    if edit.line:
        there = _listed(here) or _nearest(boxes, edit.line)
        return Refusal(f'line {edit.line} no longer says "{edit.text}"', "look at the file again", there)
    return Refusal(f'no box says "{edit.text}"', "give some of its text, or FILE:LINE", _listed(boxes))


def _fits(box: Box, edit: Target, wanted: str) -> bool:
    if edit.item and box.item.key == edit.item:
        return True
    text = fold(box.item.text)
    return not wanted or text == wanted or (not edit.exact and not edit.item and wanted in text)


def _listed(boxes: Sequence[Box]) -> tuple[str, ...]:
    shown = [f"{box.item.line}: [{'x' if box.item.state == 'done' else ' '}] {box.item.text}" for box in boxes[:_SHOWN]]
    if len(boxes) > _SHOWN:
        shown.append(f"and {len(boxes) - _SHOWN} more")
    return tuple(shown)


def _nearest(boxes: Sequence[Box], line: int) -> tuple[str, ...]:
    return _listed(sorted(sorted(boxes, key=lambda box: abs(box.item.line - line))[:3], key=lambda box: box.item.line))

"""Ticks one box: finds it again in a file that may have moved on, and changes one byte."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.markdown.document import Document
from milestone_tui.model.checklist import Item
from milestone_tui.model.edit import SetBox
from milestone_tui.reading.boxes import BoxPlace, checklist, is_done
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.places import Scope
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.lexicon import Lexicon, marker
from milestone_tui.text.fold import fold
from milestone_tui.text.patch import Patch, apply

_SHOWN = 6
"""How many candidates a refusal lists."""


class Box(NamedTuple):
    """An item with the place of its box."""

    item: Item
    place: BoxPlace


def plan_box(edit: SetBox, reading: Reading) -> Change | Refusal:
    """The change that makes the box say what `edit` says."""
    boxes = boxes_of(reading.document, reading.outline)
    lexicon = reading.outline.lexicon
    within = _within(edit, reading, boxes)
    found = _find(edit, within)
    if isinstance(found, Refusal):
        return found
    word = "ticked" if edit.done else "unticked"
    document = reading.document
    old = document.data[found.place.byte : found.place.byte + found.place.width]
    line = found.item.line
    if is_done(document, found.place, lexicon) == edit.done:
        return Change(reading.path, document.data, document.data, (), f'"{found.item.text}" is {word} already', line)
    new = _mark(edit.done, old, boxes, reading)
    patches = (Patch(found.place.byte, old, new),)
    after = apply(document.data, patches)
    wrong = _proof(boxes, found, after, lexicon, done=edit.done)
    if wrong:
        return Refusal(f'"{found.item.text}" was not {word}: {wrong}', "edit the line in an editor")
    return Change(reading.path, document.data, after, patches, f'{word} "{found.item.text}"', line)


def boxes_of(document: Document, outline: Outline) -> list[Box]:
    """Every box of a document, in order."""
    sections, places = checklist(document, outline, Scope(0, len(outline.sections), True))
    items = [item for section in sections for item in section.items]
    return [Box(item, place) for item, place in zip(items, places, strict=True)]


def _within(edit: SetBox, reading: Reading, boxes: list[Box]) -> list[Box]:
    """Only the boxes of the milestone that the edit names, when one file holds several."""
    if not edit.milestone:
        return boxes
    for found in reading.found:
        if found.milestone.key == edit.milestone and not found.scope.whole:
            sections = reading.outline.sections[found.scope.section : found.scope.last]
            first, last = sections[0].first, sections[-1].last
            return [box for box in boxes if first <= box.place.block < last]
    return boxes


def _find(edit: SetBox, boxes: Sequence[Box]) -> Box | Refusal:
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


def _fits(box: Box, edit: SetBox, wanted: str) -> bool:
    if edit.item and box.item.key == edit.item:
        return True
    text = fold(box.item.text)
    return not wanted or text == wanted or (not edit.exact and not edit.item and wanted in text)


def _listed(boxes: Sequence[Box]) -> tuple[str, ...]:
    shown = [f"{box.item.line}: [{'x' if box.item.state == 'done' else ' '}] {box.item.text}" for box in boxes[:_SHOWN]]
    if len(boxes) > _SHOWN:
        shown.append(f"… and {len(boxes) - _SHOWN} more")
    return tuple(shown)


def _nearest(boxes: Sequence[Box], line: int) -> tuple[str, ...]:
    return _listed(sorted(sorted(boxes, key=lambda box: abs(box.item.line - line))[:3], key=lambda box: box.item.line))


def _mark(done: bool, old: bytes, boxes: Sequence[Box], reading: Reading) -> bytes:
    """The letter that the file itself ticks with; a word where the file writes words."""
    if not done:
        return b" "
    marks = [reading.document.data[place.byte : place.byte + place.width] for _, place in boxes]
    if _is_word(old):
        lexicon = reading.outline.lexicon
        words = [mark for mark in marks if _is_word(mark) and lexicon.markers.get(marker(mark.decode())) == "done"]
        own = [mark for mark in sorted(lexicon.counted) if len(mark) > 1 and mark.isalpha() and lexicon.markers[mark] == "done"]
        return max(words, key=words.count) if words else own[0].encode() if own else b"DONE"
    return b"X" if marks.count(b"X") > marks.count(b"x") else b"x"


def _is_word(mark: bytes) -> bool:
    return len(mark) > 1 and mark.isalpha()


def _proof(boxes: Sequence[Box], target: Box, after: bytes, lexicon: Lexicon, *, done: bool) -> str:
    """Why the text after the change does not say exactly what was meant; empty when it does."""
    document = Document(after)
    again = boxes_of(document, Outline(document, lexicon))
    if len(again) != len(boxes):
        return f"the file would have {len(again)} boxes instead of {len(boxes)}"
    for old, new in zip(boxes, again, strict=True):
        if old.place.block == target.place.block:
            if is_done(document, new.place, lexicon) != done or new.item.text != old.item.text:
                return "the box would not read so"
        elif old.item != new.item:
            return f"line {new.item.line} would change too"
    return ""

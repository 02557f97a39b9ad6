"""Boxes under their headings, with the state, owner, estimate and date that their text states (docs/dialects.md R5)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from milestone_tui.markdown.blocks import Item as ItemBlock
from milestone_tui.markdown.document import Document
from milestone_tui.model.checklist import ChecklistSection, Item
from milestone_tui.model.values import Count
from milestone_tui.reading.day_words import day_of
from milestone_tui.reading.outline import Outline, Section
from milestone_tui.reading.places import Scope
from milestone_tui.reading.vocabulary.lexicon import Lexicon, marker
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_MARKER = re.compile(r"^\[([^\[\]\n]{1,8}?)\ufe0f?\](?=\s)\s*")
_OPEN = b" \t\v\f"
"""What the parser takes for nothing between the brackets of a box."""
_CLOSING = frozenset(("closing", "rollback", "lesson"))
OWNER = re.compile(
    r"(?<![\w@./])@([A-Za-z][\w.-]{0,60}(?<![.-]))(?![\w.-]{0,60}/)"
    r"|\((?:owner|assignee|assigned to|负责人):\s*+([^()]++)\)|\bowner:\s*([^,;)|]+)",
    re.IGNORECASE,
)
DUE = re.compile(r"(?:📅|🗓|◷|due:?|by|until|deadline:?|\(due:?)\s*(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
TRAILING_DAY = re.compile(r"(?:\s[-–—]\s|\()\s*(\d{4}-\d{2}-\d{2})\)?\s*$")
ESTIMATE = re.compile(
    r"\((?:est(?:imated?)?\.?:?\s*)?(~?\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?\s*(?:h|hrs?|hours?|d|days?|w|weeks?|pts?|points?|min|minutes?))\)"
    r"|\b(?:est(?:imated?)?\.?|estimate):?\s*(?:tokens:\s*)?([^,;)\n]+)",
    re.IGNORECASE,
)
_STATE_SECTIONS = {"tasks_active": "active", "tasks_blocked": "blocked"}


class BoxPlace(NamedTuple):
    """Where an item's box lies."""

    byte: int
    """Offset of the state between the brackets."""
    width: int
    """Bytes between the brackets: 1 unless the marker is an emoji or a word."""
    block: int
    key: str


def box_count(document: Document, outline: Outline, scope: Scope) -> tuple[Count, Count]:
    """How many boxes count in the scope, and how many of them stand in closing sections. Empty boxes are none."""
    total = done = late_total = late_done = 0
    text, lexicon = document.text, outline.lexicon
    for section in outline.sections[scope.section : scope.last]:
        if section.kind == "legend":
            continue
        own_total = own_done = 0
        for block in document.blocks[section.first : section.last]:
            if type(block) is ItemBlock and block.box >= 0 and block.text[1] > block.text[0]:
                own_total += 1
                if text[block.box] not in _OPEN:
                    own_done += 1
            elif lexicon.counted and type(block) is ItemBlock and block.box < 0:
                own = _own_marker(document.string(block.text), lexicon)
                own_total += own in lexicon.counted
                own_done += own in lexicon.counted and lexicon.markers[own] == "done"
        if own_total:
            total += own_total
            done += own_done
            if not _CLOSING.isdisjoint(section.kinds):
                late_total += own_total
                late_done += own_done
    return Count(total, done), Count(late_total, late_done)


def checklist(document: Document, outline: Outline, scope: Scope) -> tuple[tuple[ChecklistSection, ...], tuple[BoxPlace, ...]]:
    """The sections that hold boxes, flat and in file order, and where each box lies."""
    sections: list[ChecklistSection] = []
    places: list[BoxPlace] = []
    seen: Counter[tuple[str, str]] = Counter()
    for section in outline.sections[scope.section : scope.last]:
        if section.kind == "legend":
            continue
        items: list[Item] = []
        path = tuple(repair(title) for title in outline.path(section))
        for index in range(section.first, section.last):
            block = document.blocks[index]
            if type(block) is ItemBlock:
                read = _item(document, outline, section, index, block, path, seen)
                if read:
                    items.append(read[0])
                    places.append(read[1])
        if items:
            counted = [item for item in items if item.counted]
            own = zip(items, places[-len(items) :], strict=True)
            done = sum(_is_ticked(document, place, outline.lexicon) for item, place in own if item.counted)
            line = document.line_at(section.text.start) if section.level else items[0].line
            closing = not _CLOSING.isdisjoint(section.kinds)
            title = path[-1] if path else ""
            sections.append(ChecklistSection(title, path, line, len(counted), done, tuple(items), closing))
    return tuple(sections), tuple(places)


def _item(
    document: Document,
    outline: Outline,
    section: Section,
    index: int,
    block: ItemBlock,
    path: tuple[str, ...],
    seen: Counter[tuple[str, str]],
) -> tuple[Item, BoxPlace] | None:
    raw = document.string(block.text)
    counted = block.box >= 0
    if counted:
        if not raw.strip():
            return None
        mark, byte, width = chr(document.text[block.box]), block.box, 1
    else:
        mark = _own_marker(raw, outline.lexicon)
        if not mark:
            return None
        byte, width = block.text.start + 1, len(raw[1 : raw.index("]")].encode())
        raw = raw[raw.index("]") + 1 :]
        counted = mark in outline.lexicon.counted
    text = repair(" ".join(raw.split()))
    state = _state(outline, section, mark, text)
    place = ("/".join(path), fold(text))
    key = f"{place[0]}\n{place[1]}\n{seen[place]}"
    seen[place] += 1
    line = document.line_at(byte)
    item = Item(key, text, state, counted, line, block.depth, _owner(text), _due(text), _estimate(text))
    return item, BoxPlace(byte, width, index, key)


def _own_marker(raw: str, lexicon: Lexicon) -> str:
    """The marker at the head of an item that is no box to GFM; empty where there is none that means anything."""
    found = _MARKER.match(raw)
    if found is None or found[1] in " xX" or not raw[found.end() :].strip():
        return ""
    mark = marker(found[1])
    return mark if mark in lexicon.markers else ""


def _is_ticked(document: Document, place: BoxPlace, lexicon: Lexicon) -> bool:
    """Whether a box that counts is done."""
    block = document.blocks[place.block]
    if type(block) is ItemBlock and block.box >= 0:
        return document.text[place.byte] not in _OPEN
    return is_done(document, place, lexicon)


def is_done(document: Document, place: BoxPlace, lexicon: Lexicon) -> bool:
    """Whether what stands between the brackets says done."""
    mark = document.text[place.byte : place.byte + place.width].decode().replace("\ufe0f", "")
    return lexicon.markers.get(marker(mark)) == "done"


def _state(outline: Outline, section: Section, mark: str, text: str) -> str:
    state = outline.lexicon.markers.get(marker(mark), "open")
    if state == "done" and text.startswith("~~") and text.count("~~") >= 2:
        return "dropped"
    if state == "open":
        for kind in section.kinds:
            if kind in _STATE_SECTIONS:
                return _STATE_SECTIONS[kind]
            if kind.startswith("tasks_"):
                break
    return state


def _owner(text: str) -> str | None:
    found = OWNER.search(text)
    return next((group.strip() for group in found.groups() if group), None) if found else None


def _due(text: str) -> date | None:
    found = DUE.search(text) or TRAILING_DAY.search(text)
    return day_of(found[1])[0] if found else None


def _estimate(text: str) -> str | None:
    found = ESTIMATE.search(text)
    return next((group.strip() for group in found.groups() if group), None) if found else None

"""Changes an item in its own line: its state by a marker of the file, its words, its owner, day and estimate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from milestone_tui.editing.finishing import finished, first_proven, likeness, unchanged
from milestone_tui.editing.item_parts import PARTS, place_of, with_part
from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.shown import Shown
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.editing.ticking import mark_of
from milestone_tui.editing.valid import fault_of, fault_of_item
from milestone_tui.markdown.blocks import Item
from milestone_tui.model.checklist import STATES
from milestone_tui.model.edit import ItemTarget, SetItem, SetState
from milestone_tui.reading.boxes import is_done
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.lexicon import marker
from milestone_tui.text.patch import Patch
from milestone_tui.text.repair import repair
from milestone_tui.text.span import Span

_MARKER_AHEAD = re.compile(r"\[[^\[\]\n]{1,8}?\](?=\s)\s*")


def states_of(reading: Reading) -> dict[str, str]:
    """State → the marker that this file writes for it, in the order in which they are gone through.

    A file's own markers are those that stand in it and those that the project's configuration counts; `open` and `done` are
    always among them.
    """
    lexicon = reading.outline.lexicon
    boxes = boxes_of(reading.document, reading.outline)
    counts: dict[str, dict[str, int]] = {}
    for box in boxes:
        mark = _mark_at(box, reading)
        state = lexicon.markers.get(marker(mark.replace("\ufe0f", "")))
        if state:
            seen = counts.setdefault(state, {})
            seen[mark] = seen.get(mark, 0) + 1
    for mark in sorted(lexicon.counted):
        counts.setdefault(lexicon.markers[mark], {}).setdefault(mark, 0)
    found = {state: max(seen, key=lambda mark: seen[mark]) for state, seen in counts.items()}
    found["open"] = " "
    found["done"] = mark_of(True, b" ", boxes, reading).decode()
    return {state: found[state] for state in STATES if state in found}


def next_state(target: ItemTarget, reading: Reading) -> str | Refusal:
    """The state that comes after the item's own among those of its file."""
    box = target_of(target, reading, boxes_of(reading.document, reading.outline))
    if isinstance(box, Refusal):
        return box
    states = list(states_of(reading))
    own = reading.outline.lexicon.markers.get(marker(_mark_at(box, reading).replace("\ufe0f", "")), "open")
    return states[(states.index(own) + 1) % len(states)] if own in states else states[0]


def plan_state(edit: SetState, reading: Reading) -> Change | Refusal:
    """The change that writes the marker of the state between the brackets."""
    boxes = boxes_of(reading.document, reading.outline)
    box = target_of(edit.target, reading, boxes)
    if isinstance(box, Refusal):
        return box
    lexicon = reading.outline.lexicon
    known = states_of(reading)
    canonical = edit.state if edit.state in STATES else lexicon.markers.get(marker(edit.state), "")
    if edit.or_next and canonical in STATES:
        at = STATES.index(canonical)
        canonical = next(state for state in (*STATES[at:], *STATES[:at]) if state in known)
    mark = known.get(canonical)
    if mark is None:
        listed = tuple(f"[{each}] {state}" for state, each in known.items())
        return Refusal(
            f'no box of this file is marked "{edit.state}"', "only markers that the file itself uses are written", listed
        )
    old, line = _mark_at(box, reading), box.item.line
    if canonical == "done":
        mark = mark_of(True, old.encode(), boxes, reading).decode()
    if lexicon.markers.get(marker(old.replace("\ufe0f", ""))) == canonical:
        return unchanged(reading, f'"{box.item.text}" is {canonical} already', line)
    patch = Patch(box.place.byte, old.encode(), mark.encode())

    def check(after: Reading) -> str:
        again = _same_place(boxes, box, after)
        if again is None:
            return "the file would have another number of items"
        wrong = again.item.text != box.item.text or _mark_at(again, after) != mark
        if not wrong and canonical in ("open", "done"):
            wrong = is_done(after.document, again.place, lexicon) != (canonical == "done")
        return "the box would not read so" if wrong else ""

    return finished(reading, [patch], f'marked "{box.item.text}" {canonical}', line, check)


def plan_item(edit: SetItem, reading: Reading) -> Change | Refusal:
    """The change that gives the part its value; what stays of the text keeps its bytes."""
    boxes = boxes_of(reading.document, reading.outline)
    box = target_of(edit.target, reading, boxes)
    if isinstance(box, Refusal):
        return box
    text = box.item.text
    if edit.expect is not None and edit.expect != text:
        return Refusal(f'the item now says "{text}"', "look at the file again", (f"{box.item.line}: {text}",))
    others = [each.item.text for each in boxes if each is not box]

    def outcomes() -> Iterator[Change | Refusal]:
        for comma in (False, True):
            wanted = _wanted(edit, text, others, comma=comma)
            yield wanted if isinstance(wanted, Refusal) else _reworded(edit, wanted, box, boxes, reading)

    return first_proven(outcomes())


def _reworded(edit: SetItem, wanted: str, box: Box, boxes: list[Box], reading: Reading) -> Change | Refusal:
    """The change after which the item reads `wanted`."""
    text, line = box.item.text, box.item.line
    fault = fault_of_item(wanted) if edit.part == "text" else fault_of(wanted)
    if fault:
        return Refusal(f'"{wanted}" cannot be written: {fault}', "leave that out")
    if wanted == text:
        return unchanged(reading, f"{edit.part} is so already", line)

    def check(after: Reading) -> str:
        again = _same_place(boxes, box, after)
        if again is None:
            return "the file would have another number of items"
        if again.item.text != repair(wanted):
            return f'it would read "{again.item.text}"'
        same = likeness(again, after)[1:] == likeness(box, reading)[1:]
        return _parts_fault(edit, box, again) if same else "its box would read otherwise"

    said = f'set {edit.part} of "{text}" to "{edit.value}"' if edit.value else f'took {edit.part} off "{text}"'
    patches = Shown(reading.document, own_text(box, reading)).replaced(wanted)
    told = frozenset((line,))
    return finished(reading, patches, f'reworded "{text}"' if edit.part == "text" else said, line, check, told=told)


def own_text(box: Box, reading: Reading) -> Span:
    """The bytes of an item's text, behind its box."""
    block = reading.document.blocks[box.place.block]
    assert isinstance(block, Item)
    if block.box >= 0:
        return block.text
    marked = _MARKER_AHEAD.match(reading.document.string(block.text))
    return Span(block.text.start + len(marked.group().encode()), block.text.end) if marked else block.text


def _wanted(edit: SetItem, text: str, others: Sequence[str], *, comma: bool) -> str | Refusal:
    if edit.part == "text":
        return edit.value
    if edit.part not in PARTS:
        return Refusal(f'an item has no "{edit.part}"', "it has text, owner, due, estimate and state")
    value = edit.value.strip()
    fault = part_fault(edit.part, value)
    if fault:
        return fault
    if edit.part == "owner":
        place = place_of("owner", text)
        bare = value.removeprefix("@")
        if place and text[place[0] - 1 : place[0]] == "@" and not re.fullmatch(r"[A-Za-z][\w.-]*", bare) and bare:
            return with_part("owner", bare, with_part("owner", "", text), others)
        value = bare
    return with_part(edit.part, value, text, others, comma=comma)


def part_fault(part: str, value: str) -> Refusal | None:
    """Why the value is none for that part of an item."""
    if part == "due" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            return Refusal(f'"{value}" is no day', "write it as YYYY-MM-DD")
    if part != "due" and re.search(r"[()\[\]|,;]", value):
        return Refusal(f'"{value}" cannot be the {part} of an item', "leave out brackets, commas, semicolons and bars")
    return None


def _parts_fault(edit: SetItem, before: Box, after: Box) -> str:
    """Whether owner, day and estimate are read as they were, but for the one that was set."""
    if edit.part == "text":
        return ""
    for part in PARTS:
        was, now = getattr(before.item, part), getattr(after.item, part)
        if part == edit.part:
            meant = edit.value.strip().removeprefix("@") if part == "owner" else edit.value.strip()
            if str(now or "") != meant:
                return f'"{edit.value}" would be read as {part} "{now or ""}"'
        elif was != now:
            return f"its {part} would change too"
    return ""


def _mark_at(box: Box, reading: Reading) -> str:
    data = reading.document.text
    return data[box.place.byte : box.place.byte + box.place.width].decode()


def _same_place(boxes: Sequence[Box], box: Box, after: Reading) -> Box | None:
    again = boxes_of(after.document, after.outline)
    return again[boxes.index(box)] if len(again) == len(boxes) else None

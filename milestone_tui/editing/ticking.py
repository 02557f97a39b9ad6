"""Ticks one box: finds it again in a file that may have moved on, and changes one byte."""

from __future__ import annotations

from collections.abc import Sequence

from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.targets import Box, boxes_of, target_of
from milestone_tui.markdown.document import Document
from milestone_tui.model.edit import SetBox
from milestone_tui.reading.boxes import is_done
from milestone_tui.reading.outline import Outline
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.lexicon import Lexicon, marker
from milestone_tui.text.patch import Patch, apply


def plan_box(edit: SetBox, reading: Reading) -> Change | Refusal:
    """The change that makes the box say what `edit` says."""
    boxes = boxes_of(reading.document, reading.outline)
    lexicon = reading.outline.lexicon
    found = target_of(edit, reading, boxes)
    if isinstance(found, Refusal):
        return found
    word = "ticked" if edit.done else "unticked"
    document = reading.document
    old = document.data[found.place.byte : found.place.byte + found.place.width]
    line = found.item.line
    if is_done(document, found.place, lexicon) == edit.done:
        return Change(reading.path, document.data, document.data, (), f'"{found.item.text}" is {word} already', line)
    new = mark_of(edit.done, old, boxes, reading)
    patches = (Patch(found.place.byte, old, new),)
    after = apply(document.data, patches)
    wrong = _proof(boxes, found, after, lexicon, done=edit.done)
    if wrong:
        return Refusal(f'"{found.item.text}" was not {word}: {wrong}', "edit the line in an editor")
    return Change(reading.path, document.data, after, patches, f'{word} "{found.item.text}"', line)


def mark_of(done: bool, old: bytes, boxes: Sequence[Box], reading: Reading) -> bytes:
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

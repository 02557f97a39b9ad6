"""Patches become a Change only when the text they make was read again and says what was meant, and nothing else new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.editing.proof import unmeant
from milestone_tui.editing.targets import Box, boxes_of
from milestone_tui.reading.reader import Reading, read
from milestone_tui.text.patch import Patch, PatchRefused, apply

Check = Callable[[Reading], str]
"""Why the reading after the edit does not say what was meant; empty when it does."""


def finished(
    reading: Reading,
    patches: Iterable[Patch],
    summary: str,
    line: int,
    check: Check,
    aside: frozenset[str] = frozenset(),
    told: frozenset[int] = frozenset(),
) -> Change | Refusal:
    """The change that `patches` make. For `aside` and `told` see `unmeant`."""
    data = reading.document.data
    wanted = tuple(patch for patch in patches if patch.old != patch.new)
    if not wanted:
        return unchanged(reading, f"{summary}: it is so already", line)
    try:
        after = apply(data, wanted)
    except PatchRefused:
        return Refusal("the file repeats it in places that overlap", "edit the lines in an editor")
    again = read(after, reading.path, reading.outline.lexicon)
    wrong = check(again) or unmeant(reading, again, wanted, aside, told)
    if wrong:
        return Refusal(f"nothing was changed: {wrong}", "edit the line in an editor")
    return Change(reading.path, data, after, wanted, summary, line)


def first_proven(outcomes: Iterable[Change | Refusal]) -> Change | Refusal:
    """The first of several ways to write an edit that holds; the refusal of the first one when none does."""
    refusal: Refusal | None = None
    for outcome in outcomes:
        if isinstance(outcome, Change):
            return outcome
        refusal = refusal or outcome
    return refusal or Refusal("there is no place for it in this file", "edit the file in an editor")


def unchanged(reading: Reading, summary: str, line: int) -> Change:
    """What was asked for is so already."""
    data = reading.document.data
    return Change(reading.path, data, data, (), summary, line)


def items_are(expected: Sequence[tuple[object, ...]]) -> Check:
    """Checks that the boxes of the file are just these, in this order; see `likeness`."""

    def check(after: Reading) -> str:
        found = boxes_of(after.document, after.outline)
        if len(found) != len(expected):
            return f"the file would have {len(found)} boxes instead of {len(expected)}"
        for box, wanted in zip(found, expected, strict=True):
            if likeness(box, after) != wanted:
                otherwise = " nested otherwise" if box.item.text == wanted[0] else ""
                return f'line {box.item.line} would read "{box.item.text}"{otherwise}'
        return ""

    return check


def likeness(box: Box, reading: Reading, depth: int | None = None) -> tuple[object, ...]:
    """What makes a box the one that was meant: text, marker, depth. `depth` stands for its own."""
    mark = reading.document.data[box.place.byte : box.place.byte + box.place.width]
    return (box.item.text, mark, box.item.counted, box.item.depth if depth is None else depth)

"""The line at the bottom: the keys in force or what just happened, and at the right where the selected thing stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, spread, width_of

_PLACE_LEAST = 18


class Hint(NamedTuple):
    """A key and what it does; the lowest rank goes first when there is no room."""

    key: str
    word: str
    rank: int
    off: bool = False
    """Whether the key does nothing now."""


def footer_line(keys: Sequence[Hint], message: Piece | None, place: str, width: int, glyphs: Glyphs) -> Line:
    """As many keys as have room, each with its word; a message stands in their place. `place` is cut at its left."""
    room = max(width // 3, min(_PLACE_LEAST, width))
    if message is not None:
        room = max(width - cell_width(message[0]) - 4, 0)
    right: Line = ((place_words(place, room, glyphs), "dim"), (" ", "")) if place and room > len(glyphs.ellipsis) + 5 else ()
    if message is not None:
        return spread(((" ", ""), message), right, width, glyphs.ellipsis)
    kept = list(keys)
    while kept and 1 + sum(cell_width(hint.key) + cell_width(hint.word) + 3 for hint in kept) > width - width_of(right):
        kept.remove(min(kept, key=lambda hint: hint.rank))
    left: list[Piece] = [(" ", "")]
    for hint in kept:
        left += [(hint.key, "dim strike" if hint.off else "key"), (f" {hint.word}  ", "dim")]
    return spread(tuple(left), right, width, glyphs.ellipsis, gap=0)


def place_words(place: str, room: int, glyphs: Glyphs) -> str:
    """The end of a place, which holds the name of the file and the line."""
    if cell_width(place) <= room:
        return place
    ellipsis = glyphs.ellipsis
    kept = place
    while kept and cell_width(kept) + len(ellipsis) > room:
        kept = kept[1:]
    return ellipsis + kept


def settled_words(summary: str, changed: bool, undoable: bool, glyphs: Glyphs) -> str:
    """What is said of an edit that is done."""
    if not changed:
        return summary
    undo = f" {glyphs.dot} u undoes" if undoable else ""
    return f"{glyphs.states['completed']} {summary}{undo}"

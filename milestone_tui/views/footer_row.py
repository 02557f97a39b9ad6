"""The line at the bottom: the keys in force or what just happened, and at the right where the selected thing stands."""

from __future__ import annotations

from collections.abc import Sequence

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Line, Piece, clip, spread, width_of

_PLACE_LEAST = 18


def footer_line(keys: Sequence[tuple[str, str]], message: Piece | None, place: str, width: int, glyphs: Glyphs) -> Line:
    """As many keys as have room, each with its word; a message stands in their place. `place` is cut at its left."""
    room = max(width // 3, min(_PLACE_LEAST, width))
    if message is not None:
        room = max(width - cell_width(message[0]) - 4, 0)
    right: Line = ((place_words(place, room, glyphs), "dim"), (" ", "")) if place and room > 3 else ()
    left_width = width - width_of(right) - 2
    if message is not None:
        return spread(((" ", ""), message), right, width, glyphs.ellipsis)
    left: list[Piece] = [(" ", "")]
    taken = 1
    for key, word in keys:
        cells = cell_width(key) + cell_width(word) + 3
        if taken + cells > left_width:
            continue
        left += [(key, "key"), (f" {word}  ", "dim")]
        taken += cells
    return spread(tuple(left), right, width, glyphs.ellipsis, gap=0) if taken <= width else clip(tuple(left), width, glyphs.ellipsis)


def place_words(place: str, room: int, glyphs: Glyphs) -> str:
    """The end of a place, which holds the name of the file and the line."""
    if cell_width(place) <= room:
        return place
    ellipsis = glyphs.ellipsis
    kept = place
    while kept and cell_width(kept) + len(ellipsis) > room:
        kept = kept[1:]
    return ellipsis + kept


def settled_words(summary: str, changed: bool, glyphs: Glyphs) -> str:
    """What is said of an edit that is done."""
    if not changed:
        return summary
    return f"{glyphs.states['completed']} {summary} {glyphs.dot} u undoes"

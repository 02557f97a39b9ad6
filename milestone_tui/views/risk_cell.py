"""What stands in one cell of the risk grid: heat, count and as many ids as have room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from milestone_tui.analysis.exposure import RatedRisk
from milestone_tui.text.terminal import cell_width, clipped
from milestone_tui.views.figures import shown

CELL_MOST = 24
"""Cells of the terminal."""
LINES_MOST = 3
WORDS_LEAST = 3
"""In fewer cells only the count."""


def cell_texts(risks: Sequence[RatedRisk], sign: str, lines: int, room: int, ellipsis: str, more: str) -> list[str]:
    """Heat, count and ids in so many lines of `room` cells; where there is room for no more, the count alone.

    `more` stands for a count that has no room, and for the ellipsis where that has none.
    """
    count = str(len(risks))
    words = _words(risks, sign)
    if room < WORDS_LEAST or cell_width(words[0] + more) > room:
        return [count if len(count) <= room else more]
    return _cut(_wrapped(words, room), lines, room, ellipsis if cell_width(words[0] + ellipsis) <= room else more)


def lines_wanted(risks: Sequence[RatedRisk], room: int) -> int:
    """Lines of `room` cells that their ids need, within reason."""
    return min(len(_wrapped(_words(risks, " "), room)), LINES_MOST) if room >= WORDS_LEAST else 1


def _words(risks: Sequence[RatedRisk], sign: str) -> list[str]:
    """Heat and count in one word, then each id once, of no more ids than the largest cell has room for."""
    ids = islice(dict.fromkeys(each.id for each in risks), LINES_MOST * CELL_MOST)
    return [f"{sign}{len(risks)}", *dict.fromkeys(shown(each) for each in ids)]


def _wrapped(words: list[str], room: int) -> list[str]:
    """The words in lines of `room` cells; a word that is wider has a line for itself."""
    lines = [""]
    for word in words:
        if lines[-1] and cell_width(lines[-1]) + 1 + cell_width(word) <= room:
            lines[-1] += f" {word}"
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
    return lines


def _cut(lines: list[str], most: int, room: int, ellipsis: str) -> list[str]:
    """At most so many lines, none wider than `room`; the ellipsis stands for whole words where one has room beside it."""
    kept = [clipped(line, room, ellipsis) for line in lines[:most]]
    if len(lines) > most and not kept[-1].endswith(ellipsis):
        words = kept[-1].split(" ")
        while len(words) > 1 and cell_width(" ".join(words) + ellipsis) > room:
            words.pop()
        kept[-1] = clipped(" ".join(words) + ellipsis, room, ellipsis)
    return kept

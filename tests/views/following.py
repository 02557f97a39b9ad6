"""Follows the lines of a drawing with the eye's own rules: from a box along the line to the heads, straight on at a crossing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from milestone_tui.views.graph_layout import Box

Way = tuple[int, int]
RIGHT, LEFT, DOWN, UP = (1, 0), (-1, 0), (0, 1), (0, -1)
_NAMED = {
    "RIGHT": (RIGHT,),
    "LEFT": (LEFT,),
    "DOWN": (DOWN,),
    "UP": (UP,),
    "HORIZONTAL": (LEFT, RIGHT),
    "VERTICAL": (UP, DOWN),
}


def ways(character: str) -> frozenset[Way]:
    """Where a line goes on from a character of a drawing."""
    name = unicodedata.name(character, "")
    if not name.startswith("BOX DRAWINGS"):
        return frozenset()
    return frozenset(way for word in name.split() for way in _NAMED.get(word, ()))


def heads(rows: Sequence[str], box: Box, boxes: dict[str, Box], down: bool) -> set[str]:
    """The keys of all boxes at whose arrow heads one arrives from `box`."""
    grid = [row.ljust(max(map(len, rows))) for row in rows]
    ahead, head = (DOWN, "▼") if down else (RIGHT, "▶")
    if down:
        starts = [(x, box.y + box.height) for x in range(box.x, box.x + box.width)]
    else:
        starts = [(box.x + box.width, y) for y in range(box.y, box.y + box.height)]
    back = (-ahead[0], -ahead[1])
    work = [(cell, ahead) for cell in starts if _within(grid, cell) and back in ways(grid[cell[1]][cell[0]])]
    seen: set[tuple[tuple[int, int], Way]] = set()
    found: set[str] = set()
    while work:
        (x, y), way = work.pop()
        if not _within(grid, (x, y)) or ((x, y), way) in seen:
            continue
        seen.add(((x, y), way))
        character = grid[y][x]
        if character == head and way == ahead:
            found.add(_entered(x + ahead[0], y + ahead[1], boxes))
            continue
        goes = ways(character)
        if (-way[0], -way[1]) not in goes:
            raise AssertionError(f"the line from {box.key} breaks off at {x},{y} before {character!r}")
        on = {way} if len(goes) == 4 else goes - {(-way[0], -way[1])}
        work += [((x + step[0], y + step[1]), step) for step in on]
    return found


def _within(grid: Sequence[str], cell: tuple[int, int]) -> bool:
    return 0 <= cell[1] < len(grid) and 0 <= cell[0] < len(grid[cell[1]])


def _entered(x: int, y: int, boxes: dict[str, Box]) -> str:
    for box in boxes.values():
        if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
            return box.key
    raise AssertionError(f"the head before {x},{y} points at no box")

"""Signs of the dependency drawing: lines by the directions in which they go on, frames, heads, and what a box is."""

from __future__ import annotations

from typing import NamedTuple

_CROSSROADS = " ╶╺╷┌┍╻┎┏╵└┕│├┝╽┟┢╹┖┗╿┞┡┃┠┣╴─╼┐┬┮┒┰┲┘┴┶┤┼┾┧╁╆┚┸┺┦╀╄┨╂╊╸╾━┑┭┯┓┱┳┙┵┷┥┽┿┪╅╈┛┹┻┩╃╇┫╉╋"
"""By left, up, down and right, each 0 without a line, 1 with a light and 2 with a heavy one: the digits of a number to base 3."""


class Frame(NamedTuple):
    """Corners from the top left clockwise, then the horizontal and the vertical side."""

    top_left: str
    top_right: str
    bottom_right: str
    bottom_left: str
    across: str
    upright: str


class GraphSigns(NamedTuple):
    """One set, each sign a cell wide."""

    plain: Frame
    lit: Frame
    chosen: Frame
    right: str
    down: str
    cycle: str
    ready: str
    dangling: str
    external: str
    ascii_only: bool

    def line(self, up: int, right: int, down: int, left: int, crossing: bool) -> str:
        """Where a line goes on in these directions: 0 not, 1 light, 2 heavy. `crossing`: of two lines that do not touch."""
        if not self.ascii_only:
            return _CROSSROADS[27 * left + 9 * up + 3 * down + right]
        heavy = max(up, right, down, left) == 2
        if crossing or not (left or right):
            return "#" if max(up, down) == 2 else "|"
        if not (up or down):
            return "=" if heavy else "-"
        return "#" if heavy else "+"


UNICODE = GraphSigns(
    plain=Frame("╭", "╮", "╯", "╰", "─", "│"),
    lit=Frame("┏", "┓", "┛", "┗", "━", "┃"),
    chosen=Frame("╔", "╗", "╝", "╚", "═", "║"),
    right="▶",
    down="▼",
    cycle="↺",
    ready="▷",
    dangling="?",
    external="↗",
    ascii_only=False,
)

ASCII = GraphSigns(
    plain=Frame("+", "+", "+", "+", "-", "|"),
    lit=Frame("+", "+", "+", "+", "=", "|"),
    chosen=Frame("#", "#", "#", "#", "=", "#"),
    right=">",
    down="v",
    cycle="%",
    ready="+",
    dangling="?",
    external="^",
    ascii_only=True,
)

"""A layout as lines of text: wires with their joins, arrow heads, boxes with their texts, each with the name of its style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from milestone_tui.text.terminal import cell_width
from milestone_tui.views.graph_layout import Box, Layout
from milestone_tui.views.graph_signs import Frame, GraphSigns
from milestone_tui.views.lines import Line, Piece, clip

_UP, _RIGHT, _DOWN, _LEFT, _RANK = range(5)


class Stroke(NamedTuple):
    """How an edge is drawn. Where edges share a line, the one of the highest rank decides the style."""

    rank: int
    style: str
    heavy: bool


class Face(NamedTuple):
    """What a box shows."""

    frame: Frame
    border: str
    """Style of the frame."""
    head: Line
    """Signs and id."""
    title: Piece


StrokeOf = Callable[[str, str], Stroke]
"""Of the edge from one key to another."""


class Canvas:
    """Cells with a character and a style name each."""

    def __init__(self, width: int, height: int) -> None:
        self.rows: list[list[Piece]] = [[(" ", "")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str) -> None:
        """Write `text` from a cell on; what does not fit the canvas is left out."""
        row = self.rows[y]
        for character in text:
            cells = 1 if character.isascii() else cell_width(character)
            if cells == 0 and x:
                row[x - 1] = (row[x - 1][0] + character, row[x - 1][1])
            if cells == 0 or x + cells > len(row):
                continue
            row[x] = (character, style)
            if cells == 2:
                row[x + 1] = ("", style)
            x += cells

    def lines(self) -> list[Line]:
        """Each row with its pieces of one style put together, and without blanks at its end."""
        return [_merged(row) for row in self.rows]


def painted(layout: Layout, faces: Mapping[str, Face], stroke: StrokeOf, signs: GraphSigns, ellipsis: str) -> list[Line]:
    """The drawing. Boxes without a face are left out."""
    canvas = Canvas(layout.width, layout.height)
    _paint_wires(layout, stroke, signs, canvas)
    head = signs.down if layout.down else signs.right
    for arrow in layout.arrows:
        canvas.put(arrow.x, arrow.y, head, stroke(arrow.source, arrow.target).style)
    for box in layout.boxes.values():
        if box.key in faces:
            _paint_box(box, faces[box.key], layout.frame, canvas, ellipsis)
    return canvas.lines()


def _paint_wires(layout: Layout, stroke: StrokeOf, signs: GraphSigns, canvas: Canvas) -> None:
    cells: dict[tuple[int, int], list[int]] = {}
    styles: dict[int, str] = {}
    for wire in layout.wires:
        strokes = [stroke(wire.source, target) for target in wire.targets]
        top = max(strokes, key=lambda each: each.rank)
        styles[top.rank] = top.style
        weight = 2 if any(each.heavy for each in strokes) else 1
        upright = wire.x == wire.to_x
        before, after = (_UP, _DOWN) if upright else (_LEFT, _RIGHT)
        first, last = sorted((wire.y, wire.to_y) if upright else (wire.x, wire.to_x))
        for at in range(first, last + 1):
            cell = cells.setdefault((wire.x, at) if upright else (at, wire.y), [0, 0, 0, 0, -1])
            if at > first:
                cell[before] = max(cell[before], weight)
            if at < last:
                cell[after] = max(cell[after], weight)
            cell[_RANK] = max(cell[_RANK], top.rank)
    for (x, y), (up, right, down, left, rank) in cells.items():
        crossing = min(up, right, down, left) > 0  # the edges of one source never meet in a crossroads
        canvas.put(x, y, signs.line(up, right, down, left, crossing), styles[rank])


def _paint_box(box: Box, face: Face, inset: int, canvas: Canvas, ellipsis: str) -> None:
    frame, side = face.frame, "".join
    across = frame.across * (box.width - 2)
    canvas.put(box.x, box.y, side((frame.top_left, across, frame.top_right)), face.border)
    for y in range(box.y + 1, box.y + box.height - 1):
        canvas.put(box.x, y, frame.upright + " " * (box.width - 2) + frame.upright, face.border)
    canvas.put(box.x, box.y + box.height - 1, side((frame.bottom_left, across, frame.bottom_right)), face.border)
    room = box.width - inset
    for number, line in enumerate(_texts(face, room, box.height - 2, ellipsis)):
        x = box.x + inset // 2
        for text, style in line:
            canvas.put(x, box.y + 1 + number, text, style)
            x += cell_width(text)


def _texts(face: Face, room: int, rows: int, ellipsis: str) -> list[Line]:
    """The id, and the title behind it or, where there is a second row, below it."""
    head = clip(face.head, room, ellipsis)
    left = room - sum(cell_width(text) for text, _ in head) - 1
    if not face.title[0]:
        return [head]
    if rows > 1:
        return [head, clip((face.title,), room, ellipsis)]
    needed = cell_width(face.title[0])
    return [(*head, (" ", ""), *clip((face.title,), left, ellipsis))] if left >= min(5, needed) else [head]


def _merged(row: Iterable[Piece]) -> Line:
    out: list[Piece] = []
    for text, style in row:
        if out and (out[-1][1] == style or (text == " " and not text.strip())):
            out[-1] = (out[-1][0] + text, out[-1][1])
        else:
            out.append((text, style))
    if out:
        out[-1] = (out[-1][0].rstrip(" "), out[-1][1])
    return tuple(piece for piece in out if piece[0])

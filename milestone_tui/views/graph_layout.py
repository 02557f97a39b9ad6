"""The geometry of a layered drawing: boxes, straight wires and arrow heads in cells, from left to right or from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from milestone_tui.views.graph_channels import Channel
from milestone_tui.views.graph_layers import BOX, Edges, Fork, Layers, forward, layered
from milestone_tui.views.graph_places import Placed, Shape, placed

FRAME = 4
"""Cells of a box beside its text: two borders, and a space inside each."""
TIGHT_FRAME = 2
LEAD = 1
GRID_GAP = 2


class Label(NamedTuple):
    """How many cells the text of a box takes."""

    least: int
    """Sign and id."""
    best: int
    """With its title."""


class Box(NamedTuple):
    """A rectangle of cells, borders counted in."""

    key: str
    x: int
    y: int
    width: int
    height: int
    layer: int
    """-1 for one without edges."""


class Wire(NamedTuple):
    """A straight stretch of the edges from one source to some of its targets; both ends are part of it."""

    x: int
    y: int
    to_x: int
    to_y: int
    source: str
    targets: tuple[str, ...]


class Arrow(NamedTuple):
    """The head of one edge, in the cell before its box."""

    x: int
    y: int
    source: str
    target: str


class Layout(NamedTuple):
    """A drawing without its texts and styles."""

    width: int
    height: int
    down: bool
    """Whether it goes from top to bottom."""
    frame: int
    """Cells of a box beside its text, FRAME or TIGHT_FRAME."""
    boxes: dict[str, Box]
    wires: tuple[Wire, ...]
    arrows: tuple[Arrow, ...]
    closing: tuple[tuple[str, str], ...]
    """Edges that close a circle: they are not drawn."""


class _Style(NamedTuple):
    """Distances along the way of the edges."""

    down: bool
    spread: int
    """From one turn to the next."""
    tail: int
    """From the last turn to the box, with the arrow head."""
    frame: int = FRAME


def arranged(keys: Sequence[str], edges: Edges, labels: Mapping[str, Label], width: int, height: int = 0) -> Layout | None:
    """A layout within `width` cells, and within `height` rows if it can be; None when it can't be within the width.

    From left to right with air, then without, then with narrow channels; else from top to bottom.
    """
    drawn, closing = forward(keys, edges)
    linked = {key for edge in drawn for key in edge}
    layers = layered([key for key in keys if key in linked], drawn)
    needs: dict[str, int] = {}
    for _, target in drawn:
        needs[target] = needs.get(target, 0) + 1
    lone = [key for key in keys if key not in linked]
    kept: Layout | None = None
    for layout in _tries(layers, needs, labels, width):
        if layout is None:
            continue
        layout = _with_lone(layout, lone, labels, width)._replace(closing=tuple(closing))
        if not height or layout.height <= height:
            return layout
        if kept is None or (not layout.down and layout.height < kept.height and not kept.down):
            kept = layout
    return kept


def _tries(layers: Layers, needs: Mapping[str, int], labels: Mapping[str, Label], width: int) -> Iterator[Layout | None]:
    least = [max((labels[key].least for key, layer in column if layer == BOX), default=0) for column in layers.columns]
    if sum(least) + TIGHT_FRAME * len(least) + 3 * (len(least) - 1) <= width:
        airy, tight = (placed(layers, _rows(needs, gap)) for gap in (1, 0))
        for style in (_Style(False, 2, 2), _Style(False, 1, 2), _Style(False, 1, 1, TIGHT_FRAME)):
            for rows in (airy, tight):
                yield _across(layers, rows, style, labels, width) if rows else None
    for measure in (_best, _least):
        shape = _columns(needs, labels, measure)
        columns = placed(layers, shape, width)
        yield _laid(layers, columns, _Style(True, 1, 1), [3] * len(layers.columns), shape) if columns else None


def _rows(needs: Mapping[str, int], gap: int) -> Shape:
    """A box has a row for each edge that enters it."""

    def size(key: str) -> int:
        return max(1, needs.get(key, 0)) + 2

    return Shape(size, lambda key, count: [1 + number for number in range(count)], lambda key: 1 + (size(key) - 3) // 2, gap)


def _best(label: Label) -> int:
    return label.best


def _least(label: Label) -> int:
    return label.least


def _columns(needs: Mapping[str, int], labels: Mapping[str, Label], measure: Callable[[Label], int]) -> Shape:
    """A box has two columns for each edge that enters it, and as many as its text takes."""

    def size(key: str) -> int:
        return max(measure(labels[key]) + FRAME, 2 * needs.get(key, 0) + 2)

    def ports(key: str, count: int) -> list[int]:
        room = size(key)
        return [room * (2 * number + 1) // (2 * count) for number in range(count)]

    return Shape(size, ports, lambda key: size(key) // 2, 1)


def _across(layers: Layers, rows: Placed, style: _Style, labels: Mapping[str, Label], width: int) -> Layout | None:
    """From left to right, with as much text in the boxes as the width has room for."""
    wanted = [[labels[key] for key, layer in column if layer == BOX] for column in layers.columns]
    texts = [max((label.least for label in column), default=0) for column in wanted]
    best = [max((label.best for label in column), default=0) for column in wanted]
    spare = width - sum(_length(channel, style) for channel in rows.channels) - sum(texts) - style.frame * len(texts)
    if spare < 0:
        return None
    while spare and texts != best:
        for number, text in enumerate(texts):
            if spare and text < best[number]:
                texts[number] += 1
                spare -= 1
    return _laid(layers, rows, style, [text + style.frame for text in texts], None)


def _length(channel: Channel, style: _Style) -> int:
    """Cells between two layers."""
    return LEAD + ((channel.columns - 1) * style.spread + 1 if channel.columns else 0) + style.tail


def _laid(layers: Layers, across: Placed, style: _Style, depths: list[int], shape: Shape | None) -> Layout:
    """The drawing along its way: layer, channel, layer, and so on. `depths` are the cells of each layer on that way."""
    start = 0
    boxes: dict[str, Box] = {}
    wires: list[Wire] = []
    arrows: list[Arrow] = []
    rows = _rows({target: 0 for _, target in across.entries} | _counts(across), 0) if shape is None else shape
    for layer, column in enumerate(layers.columns):
        end = start + depths[layer]
        passing = {fork.left: fork for fork in layers.forks[layer]} if layer < len(layers.forks) else {}
        for item in column:
            at = across.at[item]
            if item[1] == BOX:
                boxes[item[0]] = _box(item[0], start, at, depths[layer], rows.size(item[0]), layer, style.down)
            else:
                targets = tuple(key for keys in passing[item].targets for key in keys)
                wires.append(_wire(start - 1, at, end, at, item[0], targets, style.down))
        if layer < len(layers.forks):
            channel = across.channels[layer]
            after = end + _length(channel, style)
            _wire_channel(layers.forks[layer], across, channel, rows, (end, after), style, wires, arrows)
            end = after
        start = end
    width, height = (across.extent, start) if style.down else (start, across.extent)
    return Layout(width, height, style.down, style.frame, boxes, tuple(wires), tuple(arrows), ())


def _counts(across: Placed) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, target in across.entries:
        counts[target] = counts.get(target, 0) + 1
    return counts


def _wire_channel(
    forks: Sequence[Fork],
    across: Placed,
    channel: Channel,
    shape: Shape,
    ends: tuple[int, int],
    style: _Style,
    wires: list[Wire],
    arrows: list[Arrow],
) -> None:
    """The wires of one channel, which begins at the first of `ends` and stops before the second."""
    first, after = ends
    for number, fork in enumerate(forks):
        left = across.at[fork.left] + (shape.exit(fork.source) if fork.left[1] == BOX else 0)
        turns = [(turn, column) for turn, column in channel.turns if turn.bundle == number]
        for item, targets in zip(fork.right, fork.targets, strict=True):
            row = across.entries[fork.source, item[0]] if item[1] == BOX else across.at[item]
            column = next((column for turn, column in turns if row != left and turn.top <= row <= turn.bottom), None)
            last = after - 1
            if column is None:
                wires.append(_wire(first - 1, left, last, row, fork.source, targets, style.down))
            else:
                turn_at = first + LEAD + column * style.spread
                wires.append(_wire(first - 1, left, turn_at, left, fork.source, targets, style.down))
                wires.append(_wire(turn_at, left, turn_at, row, fork.source, targets, style.down))
                wires.append(_wire(turn_at, row, last, row, fork.source, targets, style.down))
            if item[1] == BOX:
                arrows.append(Arrow(*_turned(last, row, style.down), fork.source, item[0]))


def _turned(along: int, across: int, down: bool) -> tuple[int, int]:
    return (across, along) if down else (along, across)


def _wire(along: int, across: int, to: int, to_across: int, source: str, targets: tuple[str, ...], down: bool) -> Wire:
    return Wire(*_turned(along, across, down), *_turned(to, to_across, down), source, targets)


def _box(key: str, along: int, across: int, depth: int, size: int, layer: int, down: bool) -> Box:
    return Box(key, *_turned(along, across, down), *_turned(depth, size, down), layer)


def _with_lone(layout: Layout, lone: Sequence[str], labels: Mapping[str, Label], width: int) -> Layout:
    """Boxes without edges stand below the rest, side by side."""
    boxes = dict(layout.boxes)
    x, y, widest = 0, layout.height + (1 if boxes else 0), layout.width
    for key in lone:
        cells = min(labels[key].best + layout.frame, width)
        if x and x + cells > width:
            x, y = 0, y + 3
        boxes[key] = Box(key, x, y, cells, 3, -1)
        widest = max(widest, x + cells)
        x += cells + GRID_GAP
    return layout._replace(width=widest, height=y + 3 if lone else layout.height, boxes=boxes)

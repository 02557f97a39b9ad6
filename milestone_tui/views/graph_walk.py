"""Where the arrow keys lead from box to box: along an edge, or to the neighbour in the same layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from milestone_tui.views.graph_layout import Box


class Steps(NamedTuple):
    """The keys of boxes; empty where there is none."""

    left: str = ""
    right: str = ""
    up: str = ""
    down: str = ""


def steps(boxes: Mapping[str, Box], edges: Iterable[tuple[str, str]], down: bool) -> dict[str, Steps]:
    """For each box. In a drawing from left to right, left and right go along edges; from top to bottom, up and down do."""
    needs: dict[str, list[str]] = {}
    feeds: dict[str, list[str]] = {}
    for source, target in edges:
        needs.setdefault(target, []).append(source)
        feeds.setdefault(source, []).append(target)
    layers: dict[int, list[Box]] = {}
    for box in boxes.values():
        layers.setdefault(box.layer if edges or not down else 0, []).append(box)
    out = {}
    for layer in layers.values():
        layer.sort(key=lambda box: (box.x, box.y) if down and edges else (box.y, box.x))
        for number, box in enumerate(layer):
            before = layer[number - 1].key if number else ""
            after = layer[number + 1].key if number + 1 < len(layer) else ""
            back = _nearest(box, needs.get(box.key, ()), boxes, down)
            ahead = _nearest(box, feeds.get(box.key, ()), boxes, down)
            along = down and bool(edges)
            out[box.key] = Steps(before, after, back, ahead) if along else Steps(back, ahead, before, after)
    return out


def _nearest(box: Box, keys: Sequence[str], boxes: Mapping[str, Box], down: bool) -> str:
    """The one whose middle is nearest across the way of the edges."""

    def distance(key: str) -> int:
        other = boxes[key]
        if down:
            return abs(2 * other.x + other.width - 2 * box.x - box.width)
        return abs(2 * other.y + other.height - 2 * box.y - box.height)

    return min((key for key in keys if key in boxes), key=distance, default="")

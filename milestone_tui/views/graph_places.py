"""Where each item stands within its layer: in order, without overlap, and as straight behind its neighbours as possible."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from milestone_tui.views.graph_channels import Bundle, Channel, route
from milestone_tui.views.graph_layers import BOX, Fork, Item, Layers

ROUNDS = 6
STRAIGHT = 5.0
"""How much more it counts that an edge goes straight where it passes through a layer."""
SNAP = 1.5
"""A bend smaller than this is not worth drawing."""
MOST_NUDGES = 200


class Shape(NamedTuple):
    """How boxes are measured across the layers: rows of a drawing from left to right, columns of one from top to bottom."""

    size: Callable[[str], int]
    """Of a box, by its key."""
    ports: Callable[[str, int], list[int]]
    """For so many edges that enter the box of that key, how far from its beginning each one does."""
    exit: Callable[[str], int]
    gap: int
    """Free space between two items where one is a box."""


class Placed(NamedTuple):
    """The beginning of each item, and the channels between the layers."""

    at: dict[Item, int]
    entries: dict[tuple[str, str], int]
    """(source, key of a box) → where the edge enters."""
    channels: list[Channel]
    extent: int


def placed(layers: Layers, shape: Shape, most: int = 0) -> Placed | None:
    """Places for all items within `most` cells, or as many as it takes when that is 0; None when there is no room."""
    wishes = _settled(layers, shape)
    at: dict[Item, int] = {}
    entries: dict[tuple[str, str], int] = {}
    channels: list[Channel] = []
    for layer, column in enumerate(layers.columns):
        straight = _straight(layers.forks[layer - 1], at, shape) if layer else {}
        wanted = [_snapped(wishes[item], straight.get(item)) for item in column]
        starts = _apart(column, wanted, shape, most)
        if starts is None:
            return None
        if layer:
            channel = _join(layers.forks[layer - 1], column, starts, at, shape)
            if channel is None:
                return None
            channels.append(channel)
            entries.update(_entries(layers.forks[layer - 1], dict(zip(column, starts, strict=True)), at, shape))
        at.update(zip(column, starts, strict=True))
    extent = max((start + _size(item, shape) for item, start in at.items()), default=0)
    return None if most and extent > most else Placed(at, entries, channels, extent)


def _straight(forks: Sequence[Fork], at: Mapping[Item, int], shape: Shape) -> dict[Item, float]:
    """Where each item that a single edge enters would have to begin for that edge to go straight."""
    found: dict[Item, list[float]] = {}
    for fork in forks:
        row = out_row(fork.left, at, shape)
        for item in fork.right:
            found.setdefault(item, []).append(row - shape.ports(item[0], 1)[0] if item[1] == BOX else row)
    return {item: rows[0] for item, rows in found.items() if len(rows) == 1}


def _snapped(wish: float, straight: float | None) -> float:
    return straight if straight is not None and abs(straight - wish) < SNAP else wish


def out_row(item: Item, at: Mapping[Item, float], shape: Shape) -> float:
    """Where the edges of an item leave it."""
    return at[item] + (shape.exit(item[0]) if item[1] == BOX else 0)


def _size(item: Item, shape: Shape) -> int:
    return shape.size(item[0]) if item[1] == BOX else 1


def _step(item: Item, following: Item, shape: Shape) -> int:
    """From the beginning of an item to that of the next, at least."""
    return _size(item, shape) + (shape.gap if item[1] == BOX or following[1] == BOX else 0)


def _entries(
    forks: Sequence[Fork], starts: Mapping[Item, float], at: Mapping[Item, float], shape: Shape
) -> dict[tuple[str, str], int]:
    """Where each edge enters its box: in the order in which they come from the left."""
    coming: dict[str, list[tuple[float, str]]] = {}
    for fork in forks:
        for item in fork.right:
            if item[1] == BOX:
                coming.setdefault(item[0], []).append((out_row(fork.left, at, shape), fork.source))
    out: dict[tuple[str, str], int] = {}
    for key, sources in coming.items():
        for (_, source), port in zip(sorted(sources), shape.ports(key, len(sources)), strict=True):
            out[source, key] = round(starts[key, BOX]) + port
    return out


def _join(forks: Sequence[Fork], column: list[Item], starts: list[int], at: Mapping[Item, int], shape: Shape) -> Channel | None:
    """Route the edges into a layer; where they are knotted, an item of the layer moves on by one. Changes `starts`."""
    for _ in range(MOST_NUDGES):
        here = dict(zip(column, starts, strict=True))
        entries = _entries(forks, here, at, shape)
        rows = {
            (fork.source, item): entries[fork.source, item[0]] if item[1] == BOX else here[item]
            for fork in forks
            for item in fork.right
        }
        bundles = [
            Bundle(round(out_row(fork.left, at, shape)), tuple(rows[fork.source, item] for item in fork.right)) for fork in forks
        ]
        found = route(bundles)
        if isinstance(found, Channel):
            return found
        moved = next(item for (_, item), row in rows.items() if row == found.row)
        _push(column, starts, column.index(moved), shape)
    return None


def _push(column: list[Item], starts: list[int], first: int, shape: Shape) -> None:
    starts[first] += 1
    for number in range(first + 1, len(column)):
        starts[number] = max(starts[number], starts[number - 1] + _step(column[number - 1], column[number], shape))


def _settled(layers: Layers, shape: Shape) -> dict[Item, float]:
    """Places as fractions: each layer is drawn towards its neighbours in turn, from the left and from the right."""
    at: dict[Item, float] = {}
    for column in layers.columns:
        start = 0
        for number, item in enumerate(column):
            start += _step(column[number - 1], item, shape) if number else 0
            at[item] = float(start)
    for turn in range(ROUNDS):
        forward = turn % 2 == 0
        for layer in range(len(layers.columns)) if forward else reversed(range(len(layers.columns))):
            _draw(layers, layer, forward, at, shape)
    for layer in range(1, len(layers.columns)):
        _draw(layers, layer, True, at, shape)
    lowest = min(at.values(), default=0.0)
    return {item: start - lowest for item, start in at.items()}


def _draw(layers: Layers, layer: int, forward: bool, at: dict[Item, float], shape: Shape) -> None:
    """Move the items of one layer towards those of the layer before it, or after it."""
    column = layers.columns[layer]
    pulls: dict[Item, list[tuple[float, float]]] = {}
    gap = layer - 1 if forward else layer
    forks = layers.forks[gap] if 0 <= gap < len(layers.forks) else []
    entries = _entries(forks, at, at, shape)
    for fork in forks:
        row = out_row(fork.left, at, shape)
        for item in fork.right:
            enters = entries[fork.source, item[0]] if item[1] == BOX else at[item]
            weight = STRAIGHT if item[1] != BOX or fork.left[1] != BOX else 1.0
            moved, shift = (item, row - enters) if forward else (fork.left, enters - row)
            pulls.setdefault(moved, []).append((at[moved] + shift, weight))
    wishes = []
    for item in column:
        drawn = pulls.get(item)
        weight = sum(pull for _, pull in drawn) if drawn else 0.1
        wishes.append((sum(wish * pull for wish, pull in drawn) / weight if drawn else at[item], weight))
    for item, start in zip(column, _spread(column, wishes, shape), strict=True):
        at[item] = start


def _spread(column: list[Item], wishes: list[tuple[float, float]], shape: Shape) -> list[float]:
    """The places nearest to the wishes that keep the order and the distances (pool adjacent violators)."""
    offsets = [0.0]
    for number in range(1, len(column)):
        offsets.append(offsets[-1] + _step(column[number - 1], column[number], shape))
    pools: list[tuple[float, float, int]] = []
    for (wish, weight), offset in zip(wishes, offsets, strict=True):
        mean, total, count = wish - offset, weight, 1
        while pools and pools[-1][0] > mean:
            other, others, number = pools.pop()
            mean = (mean * total + other * others) / (total + others)
            total, count = total + others, count + number
        pools.append((mean, total, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def _apart(column: list[Item], wishes: list[float], shape: Shape, most: int) -> list[int] | None:
    """Whole places near the wishes, in order and apart, within `most` cells; None when they are too many for that."""
    steps = [_step(column[number], column[number + 1], shape) for number in range(len(column) - 1)]
    starts: list[int] = []
    for number, wish in enumerate(wishes):
        starts.append(max(round(wish), starts[-1] + steps[number - 1] if starts else 0))
    if most and column:
        ceiling = most - _size(column[-1], shape)
        for number in range(len(column) - 1, -1, -1):
            starts[number] = min(starts[number], ceiling)
            ceiling = starts[number] - (steps[number - 1] if number else 0)
        if starts[0] < 0:
            return None
    return starts

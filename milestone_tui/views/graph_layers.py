"""Layers of a graph without circles, and the order within each that lets few edges cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

SWEEPS = 10
BOX = -1

Item = tuple[str, int]
"""A box (key, BOX), or the edges of one source where they pass through a layer (key of the source, layer)."""


class Fork(NamedTuple):
    """The edges of one source between two neighbouring layers: from one item on the left to several on the right."""

    source: str
    left: Item
    right: tuple[Item, ...]
    targets: tuple[tuple[str, ...], ...]
    """For each item on the right the keys of the boxes that are reached by way of it."""


class Layers(NamedTuple):
    """Items by layer, each layer in its order, and the forks between each layer and the next."""

    columns: list[list[Item]]
    forks: list[list[Fork]]


Edges = Sequence[tuple[str, str]]


def forward(keys: Iterable[str], edges: Edges) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The edges without those that close a circle, and these."""
    feeds: dict[str, list[str]] = {}
    for source, target in edges:
        feeds.setdefault(source, []).append(target)
    seen: set[str] = set()
    back: set[tuple[str, str]] = set()
    for root in keys:
        work = [(root, iter(feeds.get(root, ())))] if root not in seen else []
        way = {root: None} if work else {}
        seen.add(root)
        while work:
            key, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                way.pop(key, None)
            elif following in way:
                back.add((key, following))
            elif following not in seen:
                seen.add(following)
                way[following] = None
                work.append((following, iter(feeds.get(following, ()))))
    return [edge for edge in edges if edge not in back], [edge for edge in edges if edge in back]


def layered(keys: Sequence[str], edges: Edges) -> Layers:
    """The layers of boxes that have edges; `edges` make no circle."""
    needs: dict[str, list[str]] = {key: [] for key in keys}
    feeds: dict[str, list[str]] = {key: [] for key in keys}
    for source, target in edges:
        needs[target].append(source)
        feeds[source].append(target)
    depth = _depths(keys, needs, feeds)
    columns: list[list[Item]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in keys:
        columns[depth[key]].append((key, BOX))
    forks: list[list[Fork]] = [[] for _ in columns[1:]]
    for key in keys:
        for layer in range(depth[key], max((depth[target] for target in feeds[key]), default=0)):
            left = (key, BOX) if layer == depth[key] else (key, layer)
            here = [target for target in feeds[key] if depth[target] == layer + 1]
            beyond = tuple(target for target in feeds[key] if depth[target] > layer + 1)
            right: list[Item] = [(target, BOX) for target in here]
            reached: list[tuple[str, ...]] = [(target,) for target in here]
            if beyond:
                right.append((key, layer + 1))
                columns[layer + 1].append((key, layer + 1))
                reached.append(beyond)
            forks[layer].append(Fork(key, left, tuple(right), tuple(reached)))
    _untangle(columns, forks)
    return Layers(columns, forks)


def _depths(keys: Sequence[str], needs: Mapping[str, list[str]], feeds: Mapping[str, list[str]]) -> dict[str, int]:
    """As far left as what comes before allows; then what feeds more than it needs moves right, next to what it feeds."""
    depth: dict[str, int] = {}
    waiting = {key: len(needs[key]) for key in keys}
    order = [key for key in keys if not waiting[key]]
    for key in order:
        depth[key] = max((depth[need] + 1 for need in needs[key]), default=0)
        for target in feeds[key]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    for key in reversed(order):
        if feeds[key] and len(feeds[key]) > len(needs[key]):
            depth[key] = max(depth[key], min(depth[target] for target in feeds[key]) - 1)
    return depth


def _untangle(columns: list[list[Item]], forks: list[list[Fork]]) -> None:
    """Sort each layer by where its neighbours stand, to and fro; the best of all arrangements stays."""
    links = [[(fork.left, right) for fork in gap for right in fork.right] for gap in forks]
    best, fewest = [list(column) for column in columns], _crossings(columns, links)
    for sweep in range(SWEEPS):
        if sweep % 2 == 0:
            for layer in range(1, len(columns)):
                _sort(columns[layer], columns[layer - 1], [(right, left) for left, right in links[layer - 1]])
        else:
            for layer in range(len(columns) - 2, -1, -1):
                _sort(columns[layer], columns[layer + 1], links[layer])
        crossings = _crossings(columns, links)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
        if not fewest:
            break
    columns[:] = best


def _sort(column: list[Item], fixed: list[Item], links: list[tuple[Item, Item]]) -> None:
    place = {item: number for number, item in enumerate(fixed)}
    sums: dict[Item, tuple[float, int]] = {}
    for item, other in links:
        total, count = sums.get(item, (0.0, 0))
        sums[item] = total + place[other], count + 1
    scale = len(fixed) / max(len(column), 1)
    wish = {item: sums[item][0] / sums[item][1] if item in sums else number * scale for number, item in enumerate(column)}
    column.sort(key=wish.__getitem__)


def _crossings(columns: list[list[Item]], links: list[list[tuple[Item, Item]]]) -> int:
    total = 0
    for layer, gap in enumerate(links):
        left = {item: number for number, item in enumerate(columns[layer])}
        right = {item: number for number, item in enumerate(columns[layer + 1])}
        seen: list[int] = []
        for _, end in sorted((left[one], right[other]) for one, other in gap):
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total

"""The space between two layers: which column each bundle of edges turns in, so that no two sources share a line.

A bundle is what one source sends through: it comes in on one row at the left and leaves on several at the right. Where one
row is entered by one bundle and left by another, the first has to turn before the second does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Bundle(NamedTuple):
    """The rows of one source, by its number among the bundles."""

    left: int
    right: tuple[int, ...]


class Turn(NamedTuple):
    """A vertical stretch of one bundle."""

    bundle: int
    top: int
    bottom: int


class Channel(NamedTuple):
    """The turns with their columns, from the left."""

    turns: tuple[tuple[Turn, int], ...]
    columns: int


class Knot(NamedTuple):
    """Bundles that would each have to turn before the other: somebody has to leave this row at the right."""

    row: int


def route(bundles: Sequence[Bundle]) -> Channel | Knot:
    """A column for each turn; turns that do not come near each other share one."""
    turns = [turn for number, bundle in enumerate(bundles) for turn in _turns(number, bundle)]
    before = _before(bundles, turns)
    order = _order(bundles, turns, before)
    if isinstance(order, Knot):
        return order
    order = _fewer_crossings(order, bundles, turns, before)
    columns: dict[int, int] = {}
    for number in order:
        turn = turns[number]
        column = max((columns[other] + 1 for other in before[number]), default=0)
        while any(columns.get(other) == column and _near(turn, turns[other]) for other in columns):
            column += 1
        columns[number] = column
    return Channel(tuple((turns[number], columns[number]) for number in order), max(columns.values(), default=-1) + 1)


def _turns(number: int, bundle: Bundle) -> list[Turn]:
    """One stretch; two where edges go straight on, up and down, so that no row is a crossroads of one source."""
    top, bottom = min(bundle.left, *bundle.right), max(bundle.left, *bundle.right)
    if top == bottom:
        return []
    if bundle.left in bundle.right and top < bundle.left < bottom:
        return [Turn(number, top, bundle.left), Turn(number, bundle.left, bottom)]
    return [Turn(number, top, bottom)]


def _before(bundles: Sequence[Bundle], turns: Sequence[Turn]) -> list[set[int]]:
    """For each turn those that have to stand further left."""
    entering = {bundle.left: number for number, bundle in enumerate(bundles)}
    before: list[set[int]] = [set() for _ in turns]
    for at, turn in enumerate(turns):
        bundle = bundles[turn.bundle]
        for row in bundle.right:
            other = entering.get(row)
            if other is not None and other != turn.bundle and turn.top <= row <= turn.bottom:
                before[at].update(number for number, each in enumerate(turns) if each.bundle == other)
    return before


def _order(bundles: Sequence[Bundle], turns: Sequence[Turn], before: list[set[int]]) -> list[int] | Knot:
    """From left to right: what goes up from the top, what goes down from the bottom, each after those it has to follow."""
    wish = sorted(range(len(turns)), key=lambda number: _wish(bundles, turns[number]))
    order: list[int] = []
    done: set[int] = set()
    while len(order) < len(turns):
        free = next((number for number in wish if number not in done and before[number] <= done), None)
        if free is None:
            return _knot(bundles, turns, before, done)
        order.append(free)
        done.add(free)
    return order


def _wish(bundles: Sequence[Bundle], turn: Turn) -> tuple[int, int]:
    left = bundles[turn.bundle].left
    return (0, left) if turn.bottom == left else (1, -left)


def _knot(bundles: Sequence[Bundle], turns: Sequence[Turn], before: list[set[int]], done: set[int]) -> Knot:
    """The lowest row by which one of those that wait for each other holds up another."""
    number = next(number for number in range(len(turns)) if number not in done)
    seen: list[int] = []
    while number not in seen:
        seen.append(number)
        number = min(before[number] - done)
    rows = []
    circle = seen[seen.index(number) :]
    for at, waiting in enumerate(circle):
        left = bundles[turns[circle[(at + 1) % len(circle)]].bundle].left
        if left in bundles[turns[waiting].bundle].right:
            rows.append(left)
    return Knot(max(rows))


def _fewer_crossings(order: list[int], bundles: Sequence[Bundle], turns: Sequence[Turn], before: list[set[int]]) -> list[int]:
    """Neighbours change places as long as that takes a crossing away."""
    for _ in range(len(order)):
        changed = False
        for at in range(len(order) - 1):
            one, other = order[at], order[at + 1]
            if one in before[other] or turns[one].bundle == turns[other].bundle:
                continue
            here = _crossed(bundles, turns[one], turns[other])
            if _crossed(bundles, turns[other], turns[one]) < here:
                order[at], order[at + 1] = other, one
                changed = True
        if not changed:
            break
    return order


def _crossed(bundles: Sequence[Bundle], first: Turn, second: Turn) -> int:
    """Crossings of two turns with the first one further left."""
    one, other = bundles[first.bundle], bundles[second.bundle]
    leaving = sum(second.top < row < second.bottom for row in one.right if first.top <= row <= first.bottom)
    return leaving + (first.top < other.left < first.bottom)


def _near(one: Turn, other: Turn) -> bool:
    return one.top <= other.bottom + 1 and other.top <= one.bottom + 1

"""Late ends, and the chains that decide when a project ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Times(NamedTuple):
    """Early start and end of one milestone, as numbers of working days; ends are the day after the last."""

    start: int | None
    end: int | None
    length: int | None
    bound: int
    """When what waits for it may begin: after its end, after today when that is past; its earliest start when no end is known."""
    unsure: bool


def late_pass(order: Sequence[str], needs: Mapping[str, Sequence[str]], times: Mapping[str, Times], end: int) -> dict[str, int]:
    """The late end of each: as late as what waits for it allows; what nothing waits for has until `end`, or until its own end."""
    late = {key: max(end, times[key].bound) for key in order}
    for key in reversed(order):
        latest_start = late[key] - (times[key].length or 0)
        for need in needs[key]:
            if need in late:
                late[need] = min(late[need], latest_start)
    return late


def critical_chain(
    order: Sequence[str], needs: Mapping[str, Sequence[str]], times: Mapping[str, Times], end: int | None
) -> tuple[tuple[str, ...], frozenset[str], frozenset[tuple[str, str]]]:
    """One chain that decides the `end`, first milestone first, and the members and the edges of all such chains.

    Back from whatever ends last to the one that it had to wait for longest. Without stated dates these are the
    milestones without slack; where a stated start leaves a gap, the chain goes on beyond it.
    """
    last = [key for key in order if times[key].bound == end and times[key].length is not None]
    critical: set[str] = set()
    edges: set[tuple[str, str]] = set()
    work = list(last)
    while work:
        key = work.pop()
        if key not in critical:
            critical.add(key)
            awaited = _awaited(key, needs, times)
            edges.update((need, key) for need in awaited)
            work += awaited
    chain: list[str] = []
    following = last[:1]
    while following:
        chain.append(following[0])
        following = _awaited(following[0], needs, times)
    return tuple(reversed(chain)), frozenset(critical), frozenset(edges)


def _awaited(key: str, needs: Mapping[str, Sequence[str]], times: Mapping[str, Times]) -> list[str]:
    """Those that end last among what `key` needs."""
    before = [need for need in needs[key] if need in times]
    latest = max((times[need].bound for need in before), default=None)
    return [need for need in before if times[need].bound == latest]

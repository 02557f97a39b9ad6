"""Circles of dependencies (Tarjan, without recursion), and an order in which everything comes after what it needs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

Links = Mapping[str, Sequence[str]]


def circles(keys: Iterable[str], links: Links) -> list[list[str]]:
    """The strongly connected components of more than one member, each in the order of `keys`."""
    order = list(keys)
    rank = {key: number for number, key in enumerate(order)}
    search = _Search(links)
    for key in order:
        if key not in search.index:
            search.from_(key)
    found = [sorted(members, key=rank.__getitem__) for members in search.components if len(members) > 1]
    return sorted(found, key=lambda members: rank[members[0]])


class _Search:
    """Depth first; a component is complete when the search leaves the first of its members."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.index: dict[str, int] = {}
        self.components: list[list[str]] = []
        self._low: dict[str, int] = {}
        self._open: list[str] = []
        self._is_open: set[str] = set()

    def from_(self, root: str) -> None:
        work = [(root, 0)]
        while work:
            key, step = work.pop()
            if step == 0:
                self.index[key] = self._low[key] = len(self.index)
                self._open.append(key)
                self._is_open.add(key)
            following = self.links.get(key, ())
            while step < len(following) and following[step] in self.index:
                if following[step] in self._is_open:
                    self._low[key] = min(self._low[key], self.index[following[step]])
                step += 1
            if step < len(following):
                work += [(key, step + 1), (following[step], 0)]
            else:
                self._leave(key, work[-1][0] if work else None)

    def _leave(self, key: str, parent: str | None) -> None:
        if self._low[key] == self.index[key]:
            members = [self._open.pop()]
            while members[-1] != key:
                members.append(self._open.pop())
            self.components.append(members)
            self._is_open.difference_update(members)
        if parent is not None:
            self._low[parent] = min(self._low[parent], self._low[key])


def shortest_loop(members: Sequence[str], links: Links) -> tuple[str, ...]:
    """A shortest way round within a component, from its first member; each is needed by the next, the last by the first."""
    inside, start = set(members), members[0]
    came: dict[str, str] = {}
    queue = deque([start])
    while queue:
        key = queue.popleft()
        for following in links.get(key, ()):
            if following == start:
                way = [key]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if following in inside and following not in came:
                came[following] = key
                queue.append(following)
    return tuple(members)


def sorted_by_need(keys: Iterable[str], needs: Links) -> list[str]:
    """The keys, each after those that it needs, otherwise in their own order. Members of circles are left out, and only they."""
    order = list(keys)
    known = set(order)
    circled = {key for members in circles(order, needs) for key in members}
    done: dict[str, None] = {}
    for root in order:
        work = [root]
        while work:
            key = work[-1]
            waits = [need for need in needs.get(key, ()) if need in known and need not in done and need not in circled]
            if key in circled or key in done or not waits:
                work.pop()
                if key not in circled:
                    done.setdefault(key)
            else:
                work += reversed(waits)
    return list(done)


def reached(start: str, links: Links) -> frozenset[str]:
    """Everything that can be reached from `start`, without it."""
    seen = {start}
    work = [start]
    while work:
        for following in links.get(work.pop(), ()):
            if following not in seen:
                seen.add(following)
                work.append(following)
    return frozenset(seen - {start})

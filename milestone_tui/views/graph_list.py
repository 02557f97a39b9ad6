"""The graph as an indented list, each milestone once: below the first of those it needs, with the others named behind it."""

from __future__ import annotations

from typing import NamedTuple

from milestone_tui.analysis.graph import Graph

MOST_INDENT = 12


class ListRow(NamedTuple):
    """One line."""

    key: str
    indent: int
    """Cells."""
    others: tuple[str, ...]
    """What it needs besides the one that it stands below."""


def listed(graph: Graph, keys: tuple[str, ...]) -> list[ListRow]:
    """The rows, roots in the order of `keys`; whatever only a circle leads to comes last."""
    inside = set(keys)
    needs = {key: [need for need in graph.needs.get(key, ()) if need in inside] for key in keys}
    rows: list[ListRow] = []
    seen: set[str] = set()
    for key in [*(key for key in keys if not needs[key]), *keys]:
        work = [(key, "", 0)] if key not in seen else []
        while work:
            at, parent, depth = work.pop()
            if at in seen:
                continue
            seen.add(at)
            others = tuple(need for need in needs[at] if need != parent)
            rows.append(ListRow(at, min(2 * depth, MOST_INDENT), others))
            feeds = [other for other in graph.feeds.get(at, ()) if other in inside and other not in seen]
            work += [(other, at, depth + 1) for other in reversed(feeds)]
    return rows

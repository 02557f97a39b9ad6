"""Graph, schedule and drawing of 500 milestones are there before a key feels slow."""

from __future__ import annotations

import random
import time

import pytest

from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.graph_rows import graph_lines, graph_view
from tests.factories import depends, milestone, project
from tests.views.graphs import TODAY, days

MOST_MS = 100


@pytest.mark.bench
def test_five_hundred_milestones() -> None:
    chance = random.Random(2)
    milestones = []
    for number in range(1, 501):
        needs = {max(1, number - 1 - int(chance.expovariate(1 / 30))) for _ in range(chance.choice((0, 1, 1, 2, 3)))} - {number}
        dependencies = tuple(depends(f"M{need:03}") for need in sorted(needs))
        state = "completed" if number <= 125 else "planned"
        milestones.append(milestone(f"M{number:03}", status=state, effort=days(5), dependencies=dependencies))
    whole = project(*milestones)
    standing = standings(whole, TODAY)
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        found = graph(whole, standing)
        view = graph_view(found, schedule(whole, found, TODAY), 120, glyphs(), height=36, focus="M250.md")
        rows = graph_lines(view, "M250.md")
        taken.append(1000 * (time.perf_counter() - start))
    print(f"500 milestones: {min(taken):.0f} ms, {len(rows)} rows")
    assert min(taken) < MOST_MS

"""Graphs to draw: at random from a seed, and from the words of a test."""

from __future__ import annotations

import random
from datetime import date

from milestone_tui.analysis.graph import Graph, graph
from milestone_tui.analysis.schedule import Schedule, schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Effort
from tests.factories import depends, milestone, project

TODAY = date(2026, 11, 23)
"""A Monday."""


def days(amount: float) -> tuple[Effort, ...]:
    return (Effort("duration", amount, amount, "days", f"{amount:g} days", 7),)


def random_milestones(count: int, edges: int, seed: int, titles: str = "Title of") -> list[Milestone]:
    """`count` milestones M01, M02, …, with so many `edges` from earlier to later ones."""
    chance = random.Random(seed)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < edges:
        first, later = sorted(chance.sample(range(1, count + 1), 2))
        pairs.add((first, later))
    return [
        milestone(
            f"M{number:02}",
            title=f"{titles} {number}",
            status="planned",
            effort=days(chance.randint(1, 9)),
            dependencies=tuple(depends(f"M{first:02}") for first, later in sorted(pairs) if later == number),
        )
        for number in range(1, count + 1)
    ]


def analysed(*milestones: Milestone, today: date = TODAY) -> tuple[Graph, Schedule]:
    whole = project(*milestones)
    found = graph(whole, standings(whole, today))
    return found, schedule(whole, found, today)

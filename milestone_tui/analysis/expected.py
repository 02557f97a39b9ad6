"""How far a milestone should be on a day, if work went evenly."""

from __future__ import annotations

from datetime import date


def expected_percent(start: date | None, target: date | None, today: date) -> float | None:
    """0 to 100 on the straight line from `start` to `target` in calendar days; None when either is unknown."""
    if start is None or target is None:
        return None
    if today >= target:
        return 100.0
    if today <= start:
        return 0.0
    return 100.0 * (today - start).days / (target - start).days

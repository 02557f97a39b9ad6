"""What can be asked of a milestone with yes or no, in the words of the search line and in those of the screen."""

from __future__ import annotations

from collections.abc import Callable

from milestone_tui.analysis.standing import Standing

PROPERTIES: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "late": ("late", lambda standing: standing.late_days > 0),
    "blocked": ("blocked", lambda standing: standing.blocked),
    "ready": ("ready to begin", lambda standing: standing.ready),
    "disagreeing": ("disagreeing", lambda standing: bool(standing.disagreements)),
    "open": ("not completed or cancelled", lambda standing: not standing.closed),
    "closed": ("completed or cancelled", lambda standing: standing.closed),
    "uncounted": ("without boxes", lambda standing: standing.percent is None and standing.state != "cancelled"),
}
"""`is:` word → the words for it, and who it holds for."""

STATES = ("blocked", "active", "review", "testing", "planned", "unknown", "on_hold", "completed", "cancelled")
"""All statuses, in the order in which somebody has to look at them."""

RISK_LEVELS = ("critical", "high", "medium", "low")
"""From the worst."""

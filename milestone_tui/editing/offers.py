"""The words that a file's own dialect writes for what a field can say: to be offered where somebody edits it."""

from __future__ import annotations

from milestone_tui.editing.wording import level_text, status_text
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon

_STATES = ("planned", "active", "review", "testing", "blocked", "on_hold", "completed", "cancelled")
_LEVELS = ("low", "medium", "high", "critical")
_FIELDS_OF_LEVELS = ("priority", "risk", "risk_level", "value", "probability", "impact", "level")


def offered(field: str, raw: str, dialect: str, lexicon: Lexicon = BUILT_IN) -> tuple[str, ...]:
    """What could stand in the place of `raw`, each as the file would have it; empty for a field that holds any text."""
    if field == "status":
        found = [status_text(state, raw, dialect, lexicon=lexicon) for state in _STATES]
    elif field in _FIELDS_OF_LEVELS:
        found = [level_text(level, raw, lexicon=lexicon) for level in _LEVELS]
    else:
        return ()
    return tuple(dict.fromkeys(found))

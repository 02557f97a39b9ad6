"""The values that a field holds now, where it holds several."""

from __future__ import annotations

from milestone_tui.editing.list_carriers import carriers_of
from milestone_tui.editing.outcome import Refusal
from milestone_tui.editing.targets import milestone_of
from milestone_tui.reading.reader import Reading
from milestone_tui.reading.vocabulary.fields import KIND
from milestone_tui.text.fold import fold

SEVERAL = frozenset(("labels", "stakeholder", "participants", "recipients", "supporting_agents", "audience", "related_docs"))
"""Fields that hold several values although their kind does not say so."""


def holds_several(name: str, key: str, reading: Reading) -> bool:
    """Whether the field is a list, by its kind or because this file writes it as one."""
    if KIND.get(name) == "dependencies" or name in SEVERAL:
        return True
    found = milestone_of(key, reading)
    return not isinstance(found, Refusal) and any(
        carrier.style in ("flow", "block") for carrier in carriers_of(name, found[1], reading)
    )


def listed_values(name: str, key: str, reading: Reading) -> tuple[str, ...]:
    """The values as the file has them now; names of milestones without what is said about them."""
    found = milestone_of(key, reading)
    if isinstance(found, Refusal):
        return ()
    seen: dict[str, str] = {}
    for carrier in carriers_of(name, found[1], reading):
        for piece in carrier.pieces:
            if piece.ref:
                seen.setdefault(fold(piece.ref), piece.ref)
    return tuple(seen.values())

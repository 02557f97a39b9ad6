"""The one door of this room: an edit and a fresh reading in, a proven change or a refusal out."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.model.edit import Edit
from milestone_tui.reading.reader import Reading

__all__ = ["Change", "Refusal", "plan"]

_PLANNERS = {
    "SetBox": ("ticking", "plan_box"),
    "SetState": ("items", "plan_state"),
    "SetItem": ("items", "plan_item"),
    "AddItem": ("adding", "plan_added"),
    "RemoveItem": ("removing", "plan_removed"),
    "MoveItem": ("moving", "plan_moved"),
    "IndentItem": ("moving", "plan_indented"),
    "SetField": ("setting", "plan_field"),
    "SetList": ("lists", "plan_list"),
    "SetRisk": ("risks", "plan_risk"),
    "AddRisk": ("new_risks", "plan_new_risk"),
    "RemoveRisk": ("whole", "plan_removed_risk"),
    "SetCheckpoint": ("checkpoints", "plan_checkpoint"),
    "AddCheckpoint": ("new_checkpoints", "plan_new_checkpoint"),
    "RemoveCheckpoint": ("whole", "plan_removed_checkpoint"),
    "AddSection": ("sections", "plan_section"),
    "Align": ("aligning", "plan_aligned"),
}
"""Edit → the module that plans it, loaded when it is asked for: ticking a box needs none of the others."""


def plan(edit: Edit, reading: Reading) -> Change | Refusal:
    """The change that does what `edit` asks in the text of `reading`.

    Nothing is guessed: a target that is gone or ambiguous, and a change that would alter anything else, is refused.
    """
    if reading.document.read_only:
        reason = f"{reading.path} is {reading.document.source.encoding.value} and is only shown"
        return Refusal(reason, "save it as UTF-8 to edit it here")
    if reading.conflict:
        reason = f"{reading.path}:{reading.conflict} begins a conflict of a merge that was left unfinished"
        return Refusal(reason, "choose what is to stay and remove the markers, then edit it here")
    module, function = _PLANNERS[type(edit).__name__]
    planner: Callable[[Edit, Reading], Change | Refusal] = getattr(import_module(f"milestone_tui.editing.{module}"), function)
    return planner(edit, reading)

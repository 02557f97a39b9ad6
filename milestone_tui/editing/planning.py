"""The one door of this room: an edit and a fresh reading in, a proven change or a refusal out."""

from __future__ import annotations

from milestone_tui.editing.outcome import Change, Refusal
from milestone_tui.model.edit import Edit, SetBox
from milestone_tui.reading.reader import Reading

__all__ = ["Change", "Refusal", "plan"]


def plan(edit: Edit, reading: Reading) -> Change | Refusal:
    """The change that does what `edit` asks in the text of `reading`.

    Nothing is guessed: a target that is gone or ambiguous, and a change that would alter anything else, is refused.
    """
    if reading.document.read_only:
        reason = f"{reading.path} is {reading.document.source.encoding.value} and is only shown"
        return Refusal(reason, "save it as UTF-8 to edit it here")
    if isinstance(edit, SetBox):
        from milestone_tui.editing.ticking import plan_box

        return plan_box(edit, reading)
    from milestone_tui.editing.setting import plan_field

    return plan_field(edit, reading)

"""The key that edits what the cursor is on, wherever that is: one key, one id, in every panel."""

from __future__ import annotations

from textual.binding import Binding


def edit_key(tooltip: str) -> Binding:
    """`e` and F2, for the action `edit` of the class that binds it; `tooltip` says what is edited there."""
    return Binding("e,f2", "edit", "edit", id="edit.form", tooltip=tooltip)

"""The keys of the dashboard, and which of all keys in force the line at the bottom names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding, Binding, BindingType

from milestone_tui.tui.panels.registry import KINDS
from milestone_tui.views.footer_row import Hint

MAIN_BINDINGS: list[BindingType] = [
    *(
        Binding(kind.key, f"panel('{kind.name}')", kind.title, show=False, id=f"panel.{kind.name}", tooltip=kind.tooltip)
        for kind in KINDS
    ),
    Binding("escape", "back", "back", id="screen.back", tooltip="Back to the list of milestones; never quits"),
    Binding("h,left", "back", "back", show=False, id="screen.left", tooltip="Back to the list of milestones"),
    Binding("tab", "switch(1)", "Switch", show=False, id="screen.switch", tooltip="Between the list and the panels"),
    Binding("shift+tab", "switch(-1)", "Switch back", show=False, id="screen.switch_back", tooltip="The other way round"),
    Binding("f", "filter", "filter", id="screen.filter", tooltip="Show only late, blocked, open or other milestones"),
    Binding("slash", "find", "find", key_display="/", id="find.open", tooltip="Find words where the cursor is"),
    Binding("n", "find_next(1)", "Next found", show=False, id="find.next", tooltip="To the next that was found"),
    Binding("N", "find_next(-1)", "Found before", show=False, id="find.previous", tooltip="To the one before"),
]

_FOOTER_RANKS = {
    "edit.tick": 19,
    "edit.form": 15,
    "edit.add": 11,
    "edit.later": 13,
    "edit.earlier": 12,
    "filter.toggle": 19,
    "list.open": 17,
    "overview.agenda": 12,
    "overview.order": 14,
    "milestone.view": 11,
    "risks.only": 12,
    "risks.all": 11,
    "graph.centre": 11,
    "graph.fold": 12,
    "tracks.nearer": 13,
    "tracks.farther": 12,
    "tracks.fit": 11,
    "activity.since": 12,
    "screen.back": 18,
    "find.open": 13,
    "find.back": 19,
    "screen.filter": 10,
    "app.undo": 16,
    "app.help": 20,
    "app.quit": 9,
}
"""Ids of the bindings that the line at the bottom shows, in its order; the lowest number goes first when there is no room."""


_WRITING = ("app.undo", "app.redo", "app.commit", "app.unwritten")


def writes(binding: Binding) -> bool:
    """Whether the key changes files: it does nothing where nothing is written."""
    return (binding.id or "").startswith("edit.") or binding.id in _WRITING


def why_not(app: App[Any]) -> str:
    """Why nothing is written; empty when edits are made."""
    return str(getattr(app, "read_only", ""))


def hints(bindings: Iterable[ActiveBinding], app: App[Any]) -> list[Hint]:
    """Those in force that are worth a place."""
    idle = bool(why_not(app))
    found: dict[str, Hint] = {}
    for active in bindings:
        binding = active.binding
        if binding.show and active.enabled and binding.id in _FOOTER_RANKS:
            words, off = binding.description.lower(), idle and writes(binding)
            found.setdefault(binding.id, Hint(app.get_key_display(binding), words, _FOOTER_RANKS[binding.id], off))
    return [found[name] for name in _FOOTER_RANKS if name in found]

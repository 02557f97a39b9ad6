"""Loads, beside the screen, the modules that the first keys will need, so that none of these keys waits for them."""

from __future__ import annotations

from importlib import import_module

from milestone_tui.tui.panels.registry import KINDS, loaded

_SCREENS = ("filtering", "choice", "help", "source", "form")
"""Those that open over the dashboard, by the names of their modules."""


def load_ahead() -> None:
    """Import them; nothing of them is made."""
    for kind in KINDS:
        loaded(kind.name)
    for name in _SCREENS:
        import_module(f"milestone_tui.tui.screens.{name}")

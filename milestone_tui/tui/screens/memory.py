"""Where one was when the program ended: what is kept of the dashboard, and how it is taken up again."""

from __future__ import annotations

from typing import Any

from milestone_tui.tui.screens.main import MainScreen
from milestone_tui.views.selection import Selection
from milestone_tui.views.selection_text import parse, words


def remembered(main: MainScreen) -> dict[str, Any]:
    """The milestone, the panel, what is shown and folded; for JSON."""
    selection = words(main.view.selection) if main.view else ""
    return {
        "selected": main.selected,
        "panel": main.stage.kept or main.stage.active,
        "selection": selection,
        "panels": main.stage.remember(),
    }


def take_up(main: MainScreen, values: dict[str, Any]) -> None:
    """Be where one was. Of these values nothing can be taken for granted."""
    main.recalled = str(values.get("selected") or "")
    selection = parse(str(values.get("selection") or ""))
    if isinstance(selection, Selection) and main.view is not None:
        main.view = main.view._replace(selection=selection)
    panels = values.get("panels")
    main.stage.recall(panels if isinstance(panels, dict) else {})
    if main.only:
        main.stage.kept = str(values.get("panel") or "overview")
    elif values.get("panel") in main.stage.names():
        main.open_panel(values["panel"])

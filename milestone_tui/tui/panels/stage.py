"""The place of the panels: which of them is open, or which stand side by side. Panels are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.containers import Container
from textual.content import Content

from milestone_tui.tui.panels.panel import Panel, View
from milestone_tui.tui.panels.registry import KINDS, SIDE_BY_SIDE, comes_before, made, tab_title
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.writer import Job

_SHARE = 0.7
"""Of the screen that the panels take beside the list, until that is known."""


class Stage(Container):
    """Holds the panels and hands the view down to those that can be seen."""

    def __init__(self, *, ascii_only: bool = False, id: str | None = None) -> None:
        self._remembered: dict[str, dict[str, Any]] = {}
        self.panels: dict[str, Panel] = {name: self._made(name, ascii_only) for name in ("overview", "milestone")}
        super().__init__(*self.panels.values(), id=id)
        self.active = "overview"
        self.wide = False
        self.seen = True
        """False while the list has the whole screen."""
        self.waiting = True
        """Until there is something to show, only the first of several panels is made."""
        self.kept = ""
        """The panel to be opened in the next run, while another one is alone on the screen; else empty."""
        self.moved: Callable[[Panel], None] | None = None
        self._ascii_only = ascii_only
        self._edge = "", ""
        """Which panel is open, and what stands on the upper edge."""
        self._view: View | None = None
        self._arrange()

    @property
    def side_by_side(self) -> bool:
        """Whether several panels are in view."""
        return self.wide and self.active == "overview"

    def names(self) -> tuple[str, ...]:
        """Of all panels, also of those that are not made yet."""
        return tuple(kind.name for kind in KINDS)

    def panel(self, name: str) -> Panel:
        """The panel of that name, made if need be."""
        panel = self.panels.get(name)
        if panel is None:
            panel = self.panels[name] = self._made(name, self._ascii_only)
            later = next((kind.name for kind in KINDS if kind.name in self.panels and comes_before(name, kind.name)), None)
            self.mount(panel, before=self.panels[later] if later else None)
        return panel

    def in_view(self) -> list[Panel]:
        """The panels that can be seen."""
        return [self.panel(name) for name in self._shown()] if self.seen else []

    def _shown(self) -> tuple[str, ...]:
        if not self.side_by_side:
            return (self.active,)
        return tuple(name for name in SIDE_BY_SIDE if name in self.panels) if self.waiting else SIDE_BY_SIDE

    def release(self) -> None:
        """There is something to show."""
        if self.waiting:
            self.waiting = False
            self._arrange()
            self._hand_down()

    def focused(self) -> Panel | None:
        """The panel that keys go to."""
        return next((panel for panel in self.panels.values() if panel.has_focus_within), None)

    def needs(self) -> frozenset[str]:
        """The parts of a survey that the panels in view show."""
        return frozenset().union(*(panel.needs() for panel in self.in_view()))

    def open(self, name: str) -> Panel:
        """Put a panel into view."""
        self.active = name
        self._arrange()
        return self.panel(name)

    def set_room(self, seen: bool, wide: bool) -> None:
        """Whether the stage can be seen, and has room for several panels."""
        if (self.seen, self.wide) != (seen, wide):
            self.seen, self.wide = seen, wide
            self._arrange()
            self._hand_down()

    def show_view(self, view: View) -> None:
        """Show another view."""
        self._view = view
        self._hand_down()

    def rest(self) -> None:
        """The cursor rests; see Panel."""
        for panel in self.panels.values():
            panel.rest()

    def settled(self, job: Job, snapshot: Snapshot | None) -> None:
        """What somebody asked for came to its end; see Panel."""
        for panel in self.panels.values():
            panel.settled(job, snapshot)

    def show_tabs(self, alone: bool) -> None:
        """Name the panels on the upper edge; `alone`, the one that is open."""
        width = self.app.size.width
        if not self.screen.has_class("-narrow"):
            width = self.outer_size.width or int(width * _SHARE)
        edge = Content(self.panel(self.active).title) if alone else tab_title(self.active, width)
        if (self.active, edge.plain) != self._edge:
            self._edge = self.active, edge.plain
            self.border_title = edge

    def remember(self) -> dict[str, Any]:
        """What each panel wants to find again."""
        return self._remembered | {name: values for name, panel in self.panels.items() if (values := panel.remember())}

    def recall(self, values: dict[str, Any]) -> None:
        """What they remembered, also those that are not made yet."""
        self._remembered = {name: each for name, each in values.items() if isinstance(each, dict)}
        for name, panel in self.panels.items():
            panel.recall(self._remembered.get(name, {}))

    def _made(self, name: str, ascii_only: bool) -> Panel:
        panel = made(name, ascii_only)
        panel.moved = partial(self._moved, panel)
        panel.recall(self._remembered.get(name, {}))
        return panel

    def _moved(self, panel: Panel) -> None:
        if self.moved is not None:
            self.moved(panel)

    def _hand_down(self) -> None:
        if self._view is not None:
            for panel in self.in_view():
                panel.show_view(self._view)

    def _arrange(self) -> None:
        shown, several = self._shown(), self.side_by_side
        before = self.focused() if self.is_mounted else None
        self.styles.layout = "grid" if several else "vertical"  # a class would have all styles inside worked out anew
        for name in shown:
            if self.is_mounted or name in self.panels:
                self.panel(name)
        for name, panel in self.panels.items():
            panel.display = name in shown
            if panel.display:  # one that cannot be seen stays as it is: it may well be seen again in the same place
                panel.set_pane(several, self.content_size)
        if before is not None and not before.display:
            self.panel(self.active).keys().focus()

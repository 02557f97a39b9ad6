"""Choosing which milestones are shown, in which order and groups."""

from __future__ import annotations

from textual import on

from milestone_tui.tui.messages import SelectionWanted
from milestone_tui.tui.screens.searching import SearchingScreen
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.views.choices import choices
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.selection import Selection
from milestone_tui.views.selection_text import parse


class SelectingScreen(SearchingScreen):
    """The selection is a part of the view; everything else follows from that."""

    def __init__(self, signs: Glyphs) -> None:
        super().__init__()
        self.glyphs = signs
        self.saved_views: dict[str, str] = {}
        """Name → line of a selection, from the configuration."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state of the project."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Choose from all that the milestones say."""
        from milestone_tui.tui.screens.filtering import FilterScreen

        if self.view is not None:
            snapshot = self.view.snapshot
            groups = choices(snapshot.project, snapshot.standings)
            self.app.push_screen(FilterScreen(groups, self.saved_views, self.view.selection, self.select, self.glyphs))

    def select(self, selection: Selection) -> int:
        """Show other milestones, or in another order; how many are shown."""
        if self.view is None:
            return 0
        self.view = self.view._replace(selection=selection)
        self.show_snapshot(self.view.snapshot)
        return self.shown_milestones()

    def show_line(self, line: str) -> None:
        """Show what the line of a selection describes, or say what is wrong with it."""
        found = parse(line)
        if isinstance(found, Selection):
            self.select(found)
        else:
            self.say(f"{line}: {found[0].text}", "error")

    def shown_milestones(self) -> int:
        """How many belong to the selection."""
        raise NotImplementedError

    @on(SelectionWanted)
    def _selection_wanted(self, event: SelectionWanted) -> None:
        event.stop()
        self.select(event.selection)

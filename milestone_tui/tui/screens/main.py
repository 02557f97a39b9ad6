"""The dashboard: header, milestones at the left, one panel at the right, footer. Hands values down and wishes up."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from milestone_tui.model.contents import Contents
from milestone_tui.tui.messages import MilestoneOpened, Said
from milestone_tui.tui.panels.bars import FooterBar, HeaderBar
from milestone_tui.tui.panels.milestone import MilestonePanel
from milestone_tui.tui.panels.milestones import MilestoneList
from milestone_tui.tui.panels.overview import Overview
from milestone_tui.tui.panels.panel import Panel, Place, View
from milestone_tui.tui.panels.stage import Stage
from milestone_tui.tui.screens.keys import MAIN_BINDINGS, hints
from milestone_tui.tui.screens.resting import Resting
from milestone_tui.tui.screens.selecting import SelectingScreen
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.survey import Survey
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import glyphs
from milestone_tui.views.list_rows import file_of


class MainScreen(SelectingScreen):
    """Everything that is there all the time."""

    AUTO_FOCUS = "#list"
    BINDING_GROUP_TITLE = "Dashboard"
    BINDINGS: ClassVar[list[BindingType]] = MAIN_BINDINGS

    inside: var[bool] = var(False, toggle_class="-inside")
    """Whether the panel has the screen where it and the list take turns."""

    class Wanted(Message):
        """What the panels in view need to be read."""

        def __init__(self, key: str, parts: frozenset[str]) -> None:
            super().__init__()
            self.key = key
            """The milestone whose contents are shown, or empty."""
            self.parts = parts
            """The parts of a survey."""

    def __init__(self, *, ascii_only: bool = False, watching: bool = True, only: str = "") -> None:
        super().__init__(glyphs(ascii_only))
        self.only = only
        """The panel that has the screen to itself, or empty."""
        self.watching = watching
        self.header = HeaderBar(id="header", ascii_only=ascii_only)
        self.list = MilestoneList(id="list", ascii_only=ascii_only)
        self.stage = Stage(id="panels", ascii_only=ascii_only)
        self.footer = FooterBar(id="footer", ascii_only=ascii_only)
        self._read: tuple[str, Contents] | None = None
        self._resting = Resting(self, self._catch_up)
        self.recalled = ""
        """Key of the milestone that was selected when the program ended; it is gone to once it is read."""

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.header
        with Horizontal(id="body"):
            yield self.list
            yield self.stage
        yield self.find_bar
        yield self.footer

    def on_mount(self) -> None:
        """Before anything is read."""
        self.take_room()
        self.set_class(bool(self.only), "-only")
        self._settle_room()
        self.stage.show_tabs(bool(self.only))
        if self.only:
            self.action_panel(self.only)
        self.list.moved = self._list_moved
        self.stage.moved = self._panel_moved
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_keys())

    @property
    def milestone(self) -> MilestonePanel:
        """The panel of one milestone."""
        panel = self.stage.panel("milestone")
        assert isinstance(panel, MilestonePanel)
        return panel

    @property
    def overview(self) -> Overview:
        """The panel of all milestones."""
        panel = self.stage.panel("overview")
        assert isinstance(panel, Overview)
        return panel

    @property
    def snapshot(self) -> Snapshot | None:
        """What was read last."""
        return self.view.snapshot if self.view else None

    @property
    def selected(self) -> str:
        """Key of the milestone that the cursor is on."""
        return self.view.selected if self.view else ""

    # Values come down

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state of the project."""
        view = self.view._replace(snapshot=snapshot) if self.view else View(snapshot)
        with self.app.batch_update():
            self.list.show_snapshot(snapshot, view.selection)
            if self.recalled in snapshot.milestones and not self.list.touched:
                self.list.go_to(self.recalled)
            self.header.show_snapshot(snapshot, self.watching)
            self._show(view._replace(selected=self.list.current_key))
        if self.stage.waiting and (snapshot.loaded or snapshot.milestones):
            self.after_paint(self._release)
        self.want()

    def _release(self) -> None:
        self.stage.release()
        self.want()

    def show_contents(self, key: str, contents: Contents) -> None:
        """The contents of a milestone were read."""
        self._read = key, contents
        if self.view is not None and key == self.selected:
            self._show(self.view)

    def show_touched(self) -> None:
        """Files changed in what milestones hold beyond their facts."""
        if self.view is not None:
            self._show(self.view._replace(touched=self.view.touched + 1))
        self.want()

    def show_survey(self, survey: Survey) -> None:
        """More was read of all milestones."""
        if self.view is not None:
            self._show(self.view._replace(survey=survey))

    def _show(self, view: View) -> None:
        read = self._read
        self.view = view._replace(contents=read[1] if read is not None and read[0] == view.selected else None)
        self.stage.show_view(self.view)
        self._show_place()

    def shown_milestones(self) -> int:
        """Rows of the list."""
        return len(self.list.rows)

    def want(self, parts: frozenset[str] = frozenset()) -> None:
        """Ask for what the panels in view lack, and for these parts of a survey."""
        if self.view is not None and self.view.snapshot.loaded:
            one = self.selected if self.milestone in self.stage.in_view() else ""
            wanted = self.stage.needs() | parts
            self.post_message(self.Wanted(one if one in self.view.snapshot.standings else "", wanted))

    # The line at the bottom

    def pend(self, row_key: str, number: int, done: bool) -> None:
        """The tick of that number is on its way."""
        for listed in (self.milestone.boxes, self.overview.agenda):
            listed.pend(row_key, number, done)

    def settle(self, number: int) -> None:
        """It came to its end."""
        for listed in (self.milestone.boxes, self.overview.agenda):
            listed.settle(number)

    def say(self, text: str, style: str = "") -> None:
        """Tell something in the line at the bottom, for a while."""
        self.footer.say(text, style)

    @on(Said)
    def _said(self, event: Said) -> None:
        self.say(event.text, event.style)

    def _show_keys(self) -> None:
        self.footer.show_keys(hints(self.active_bindings.values(), self.app))

    def _show_place(self) -> None:
        place = self.place()
        self.footer.show_place(shown(f"{place[0]}:{place[1]}") if place else "")

    def place(self) -> Place | None:
        """Path and line of what is selected; line 1 when it is a file as a whole."""
        panel = self.stage.focused()
        place = panel.place() if panel is not None else None
        if place is not None or self.view is None:
            return place
        milestone = self.view.snapshot.milestones.get(self.selected)
        if milestone is not None:
            return milestone.path, milestone.line
        path = file_of(self.selected)
        return (path, 1) if path else None

    def on_descendant_focus(self) -> None:
        """Keys go elsewhere; where there is room for one thing only, a panel with the keys has the screen."""
        self.inside = self.inside or self.stage.focused() is not None
        self._show_place()

    # Moving about

    def _list_moved(self) -> None:
        self._select(self.list.current_key)

    def _panel_moved(self, panel: Panel) -> None:
        self._select(panel.key() or self.selected)

    def _select(self, key: str) -> None:
        """Another milestone is selected at once; what follows it does so when the cursor rests."""
        if self.view is not None:
            self.view = self.view._replace(selected=key)
        self._resting.moved()

    def _catch_up(self) -> None:
        self.stage.rest()
        if self.view is None or not self.stage.seen:
            self._show_place()
            return
        if not self.list.has_focus and self.list.current_key != self.selected:
            self.list.mark(self.selected)
        self._show(self.view)
        self.want()

    @on(MilestoneOpened)
    def _opened(self, event: MilestoneOpened) -> None:
        event.stop()
        self._select(event.key)
        self.list.go_to(event.key)
        self.milestone.go_to(event.line)
        self.action_panel("milestone")

    def open_panel(self, name: str) -> Panel:
        """Put a panel into view; keys go where they went."""
        panel = self.stage.open(name)
        self.stage.show_tabs(bool(self.only))
        return panel

    def action_panel(self, name: str) -> None:
        """Go to a panel."""
        self.inside = True
        self._settle_room()
        panel = self.open_panel(name)
        if name == "overview" and not (self.list.touched or self.overview.table.touched):
            self.overview.table.action_edge(-1)
        if panel.is_mounted:
            self._arrived()
        else:
            self.call_after_refresh(self._arrived)

    def action_overview(self, name: str) -> None:
        """Do in the overview what its own key does there."""
        if self.overview not in self.stage.in_view():
            self.action_panel("overview")
        getattr(self.overview, f"action_{name}")()

    def _arrived(self) -> None:
        self._give_keys(self.stage.panel(self.stage.active).keys())
        if self.view is not None:
            self._show(self.view)
        self.want()

    def _give_keys(self, widget: Widget) -> None:
        """At once, so that what is said of them at the bottom is in the same frame."""
        self.set_focus(widget, scroll_visible=False)
        self._show_keys()
        self._show_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is behind the list, there is no way back; a panel that is alone has no others beside it."""
        if self.only and action in ("panel", "switch"):
            return False
        at_home = self.stage.active == self.only if self.only else self.focused is self.list and not self.inside
        return not (action == "back" and at_home)

    def action_back(self) -> None:
        """To the list, or to the panel that is alone."""
        if self.only:
            self.action_panel(self.only)
            return
        self.inside = False
        self._settle_room()
        self._give_keys(self.list)

    def action_switch(self, step: int) -> None:
        """Let the keys go to what stands beside."""
        if self.has_class("-narrow"):
            self.action_back() if self.inside else self.action_panel(self.stage.active)
            return
        places: list[Widget] = [self.list, *(panel.keys() for panel in self.stage.in_view())]
        at = next((number for number, place in enumerate(places) if place.has_focus), 0)
        self._give_keys(places[(at + step) % len(places)])

    # Size

    def on_resize(self) -> None:
        """Other panels may be in view, and tabs have another room."""
        self.call_after_refresh(self._settle_size)

    def _settle_size(self) -> None:
        if self.has_class("-narrow") and self.focused is not None and self.focused is not self.list:
            self.inside = True
        self._settle_room()
        self.stage.show_tabs(bool(self.only))
        self.want()

    def _settle_room(self) -> None:
        wide = self.has_class("-wide") and self.has_class("-high") and not self.only
        self.stage.set_room(self.inside or not self.has_class("-narrow"), wide)

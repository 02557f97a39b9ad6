"""The dashboard: header, milestones at the left, one panel at the right, footer. Hands values down and wishes up."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.messages import MilestoneOpened, MilestoneSelected
from milestone_tui.tui.panels.bars import FooterBar, HeaderBar
from milestone_tui.tui.panels.milestone import MilestonePanel
from milestone_tui.tui.panels.milestones import MilestoneList, file_of, is_problem
from milestone_tui.tui.panels.overview import Overview, OverviewTable
from milestone_tui.tui.panels.tabs import DOORS, tab_title
from milestone_tui.tui.screens.finding import FindingScreen
from milestone_tui.tui.screens.keys import MAIN_BINDINGS, hints
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.columns import TableRow
from milestone_tui.views.figures import shown
from milestone_tui.views.ordering import FILTERS

FOLLOW_SECONDS = 0.08
"""How long the cursor of the list rests before the panels follow it."""


class MainScreen(FindingScreen):
    """Everything that is there all the time."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # noqa: RUF012 -- as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (11, "-tall")]  # noqa: RUF012 -- as the base class has it
    AUTO_FOCUS = "#list"
    BINDING_GROUP_TITLE = "Dashboard"
    BINDINGS: ClassVar[list[BindingType]] = MAIN_BINDINGS

    panel: var[str] = var("overview")
    inside: var[bool] = var(False, toggle_class="-inside")
    """Whether the panel has the screen where it and the list take turns."""

    class ContentsWanted(Message):
        """The contents of milestones are to be read; `keys` are all that are on the screen."""

        def __init__(self, keys: tuple[str, ...]) -> None:
            super().__init__()
            self.keys = keys

    class CheckpointsWanted(ContentsWanted):
        """The next checkpoints of milestones are to be found."""

    def __init__(self, *, ascii_only: bool = False, watching: bool = True) -> None:
        super().__init__()
        self.snapshot: Snapshot | None = None
        self.selected = ""
        self.chosen = "all"
        self.watching = watching
        self.header = HeaderBar(id="header", ascii_only=ascii_only)
        self.list = MilestoneList(id="list", ascii_only=ascii_only)
        self.overview = Overview(id="overview", ascii_only=ascii_only)
        self.milestone = MilestonePanel(id="milestone", ascii_only=ascii_only)
        self.panels = Horizontal(self.overview, self.milestone, id="panels")
        self.footer = FooterBar(id="footer", ascii_only=ascii_only)
        self._contents: dict[str, Contents] = {}
        self._follow: Timer | None = None
        self._to_box = False

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.header
        with Horizontal(id="body"):
            yield self.list
            yield self.panels
        yield self.find_bar
        yield self.footer

    def on_mount(self) -> None:
        """Before anything is read."""
        self.set_class(True, "-overview")
        self.milestone.show_nothing("reading …")
        for listed in (self.list, self.overview.table):
            listed.moved = partial(self._select, listed)
        self.milestone.moved = self._show_place
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_keys())

    # Values come down

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another state of the project."""
        self.snapshot = snapshot
        with self.app.batch_update():
            self.list.show_snapshot(snapshot, self.chosen)
            self.selected = self.list.current_key
            self.header.show_snapshot(snapshot, self.watching)
            self._show_overview()
            self._show_milestone()
            self._show_place()
        self.want_contents()

    def show_contents(self, key: str, contents: Contents) -> None:
        """The contents of a milestone were read."""
        self._contents = {key: contents}
        if key == self.selected:
            self._show_milestone()
            if self._to_box:
                self._to_box = False
                self.milestone.to_first_box()
            self._show_place()

    def want_contents(self) -> None:
        """Ask for what the panels in view lack."""
        if self.snapshot is None or not self.snapshot.loaded:
            return
        if self.milestone_in_view and self.selected in self.snapshot.standings:
            self.post_message(self.ContentsWanted((self.selected,)))
        if self.overview_in_view:
            missing = self.overview.missing_checkpoints()
            if missing:
                self.post_message(self.CheckpointsWanted(tuple(missing)))

    @property
    def milestone_in_view(self) -> bool:
        """Whether the Milestone panel can be seen."""
        return self.panels_in_view and (self.panel == "milestone" or self.has_class("-wide"))

    @property
    def overview_in_view(self) -> bool:
        """Whether the overview can be seen."""
        return self.panels_in_view and self.panel == "overview"

    @property
    def panels_in_view(self) -> bool:
        """Whether any panel can be seen."""
        return self.inside or not self.has_class("-narrow")

    def _milestone(self, key: str) -> Milestone | None:
        return self.snapshot.milestones.get(key) if self.snapshot else None

    def _show_overview(self) -> None:
        if self.snapshot is not None and self.overview_in_view:
            self.overview.show_snapshot(self.snapshot, self.chosen, self.selected)

    def _show_milestone(self) -> None:
        snapshot = self.snapshot
        if snapshot is None or not self.milestone_in_view:
            return
        milestone = self._milestone(self.selected)
        if milestone is not None:
            self.milestone.show_milestone(milestone, self._contents.get(milestone.key), snapshot)
        elif is_problem(self.selected):
            self.milestone.show_problem(self.selected, snapshot.project.problems)
        else:
            self.milestone.show_nothing(self._why_nothing(snapshot))

    def _why_nothing(self, snapshot: Snapshot) -> str:
        """What stands in the place of a milestone."""
        passed = next((each for each in snapshot.candidates if file_of(self.selected) == each.path), None)
        if passed is not None:
            return f"{shown(passed.path)} was passed over: {shown(passed.reason)}. Enter, in the list, takes it in."
        if not snapshot.loaded:
            return "reading …"
        return "no milestone is selected" if snapshot.milestones else "no milestones were found here"

    # The line at the bottom

    def say(self, text: str, style: str = "") -> None:
        """Tell something in the line at the bottom, for a while."""
        self.footer.say(text, style)

    def _show_keys(self) -> None:
        self.footer.show_keys(hints(self.active_bindings.values(), self.app.get_key_display))

    def _show_place(self) -> None:
        place = self.place()
        self.footer.show_place(shown(f"{place[0]}:{place[1]}") if place else "")

    def place(self) -> tuple[str, int] | None:
        """Path and line of what is selected; line 1 when it is a file as a whole."""
        row = self.milestone.current if self.milestone.has_focus else None
        line = row.line if row is not None else 0
        milestone = self._milestone(self.selected)
        if milestone is not None:
            return milestone.path, line or milestone.line
        path = file_of(self.selected)
        return (path, line or 1) if path else None

    # Moving about

    @on(MilestoneSelected)
    def _selected(self, event: MilestoneSelected) -> None:
        event.stop()
        if self._follow is not None:
            self._follow.stop()
        if self.panels_in_view:
            self._follow = self.set_timer(FOLLOW_SECONDS, self._catch_up)

    def _select(self, listed: LineList[TableRow]) -> None:
        self.selected = listed.current_key
        self._show_place()

    def _catch_up(self) -> None:
        """The cursor rests: let the other panels show what it is on."""
        self._follow = None
        for other in (self.list, self.overview.table):
            if not other.has_focus and other.current_key != self.selected:
                other.mark(self.selected)
        self._show_milestone()
        self.want_contents()

    @on(MilestoneOpened)
    def _opened(self, event: MilestoneOpened) -> None:
        event.stop()
        self.selected = event.key
        self.list.go_to(event.key)
        self._to_box = True
        self.action_panel("milestone")

    @on(MilestonePanel.Said)
    def _said(self, event: MilestonePanel.Said) -> None:
        self.say(event.text, "dim")

    @on(OverviewTable.OrderRequested)
    def _order(self) -> None:
        self.say(f"sorted by {self.overview.next_order(self.selected)}")

    @on(OverviewTable.Scrolled)
    def _scrolled(self) -> None:
        self.want_contents()

    def action_panel(self, name: str) -> None:
        """Go to a panel, or say what there is in its place."""
        door = DOORS.get(name)
        if door is not None and not door.section:
            self.say(door.nothing)
            return
        self.panel = "overview" if name == "overview" else "milestone"
        self.set_class(self.panel == "overview", "-overview")
        self.set_class(self.panel == "milestone", "-milestone")
        self.inside = True
        if name == "overview" and not (self.list.touched or self.overview.table.touched):
            self.overview.table.action_edge(-1)
            self._select(self.overview.table)
        (self.overview.table if self.panel == "overview" else self.milestone).focus()
        self._show_tabs()
        self.call_after_refresh(self._arrived, name)

    def _arrived(self, name: str) -> None:
        self._show_overview()
        self._show_milestone()
        door = DOORS.get(name)
        if door is not None:
            found = self.milestone.to_section(door.section)
            self.say(door.later if found else door.nothing)
        elif self._to_box and self.selected in self._contents:
            self._to_box = False
            self.milestone.to_first_box()
        self.want_contents()
        self._show_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is behind the list, there is no way back."""
        return not (action == "back" and self.focused is self.list and not self.inside)

    def action_back(self) -> None:
        """To the list."""
        self.inside = False
        self.list.focus()
        self._show_place()

    def action_switch(self, step: int) -> None:
        """Let the keys go to what stands beside."""
        if self.has_class("-narrow"):
            self.action_back() if self.inside else self.action_panel(self.panel)
            return
        places: list[LineList[Any]] = [self.list]
        places += [self.overview.table] if self.overview_in_view else []
        places += [self.milestone] if self.milestone_in_view else []
        at = next((number for number, place in enumerate(places) if place.has_focus), 0)
        places[(at + step) % len(places)].focus()
        self._show_place()

    def action_filter(self) -> None:
        """Choose which milestones are shown."""
        from milestone_tui.tui.screens.choice import ChoiceScreen, Option

        if self.snapshot is None:
            return
        standings = self.snapshot.standings.values()
        options = [Option(name, words, str(sum(map(passes, standings)))) for name, (words, passes) in FILTERS.items()]
        self.app.push_screen(ChoiceScreen("Show which milestones?", options, self.chosen), self._filtered)

    def _filtered(self, chosen: str | None) -> None:
        if chosen is not None and self.snapshot is not None:
            self.chosen = chosen
            self.show_snapshot(self.snapshot)

    # Size

    def on_resize(self) -> None:
        """Other panels may be in view, and tabs have another room."""
        self.call_after_refresh(self._settle_size)

    def _settle_size(self) -> None:
        if not self.panels_in_view and self.focused is not None and self.focused is not self.list:
            self.inside = True
        self._show_tabs()
        self._show_overview()
        self._show_milestone()
        self.want_contents()

    def _show_tabs(self) -> None:
        self.panels.border_title = tab_title(self.panel, self.panels.outer_size.width or self.size.width)

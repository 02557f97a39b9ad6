"""The dashboard: header, milestones at the left, one panel at the right, footer. Hands values down and wishes up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.tui.messages import MilestoneOpened, MilestoneSelected
from milestone_tui.tui.panels.bars import FooterBar, HeaderBar
from milestone_tui.tui.panels.milestone import MilestonePanel
from milestone_tui.tui.panels.milestones import MilestoneList, is_problem
from milestone_tui.tui.panels.overview import Overview, OverviewTable
from milestone_tui.tui.panels.tabs import DOORS, TABS, tab_title
from milestone_tui.tui.screens.finding import Finder
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.find_bar import FindBar
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.columns import TableRow
from milestone_tui.views.figures import shown
from milestone_tui.views.footer_row import Hint
from milestone_tui.views.ordering import FILTERS

FOLLOW_SECONDS = 0.08
"""How long the cursor of the list rests before the panels follow it."""
MESSAGE_SECONDS = 6.0
_FOOTER_RANKS = {
    "milestone.tick": 9,
    "list.open": 7,
    "overview.order": 5,
    "screen.back": 8,
    "find.open": 4,
    "find.back": 9,
    "screen.filter": 2,
    "app.undo": 6,
    "app.help": 10,
    "app.quit": 3,
}
"""Ids of the bindings that the line at the bottom shows, in its order; the lowest number goes first when there is no room."""


class MainScreen(Screen[None]):
    """Everything that is there all the time."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # noqa: RUF012 -- as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (11, "-tall")]  # noqa: RUF012 -- as the base class has it
    AUTO_FOCUS = "#list"
    BINDING_GROUP_TITLE = "Dashboard"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                tab.key, f"panel('{tab.name}')", tab.title, show=False, id=f"panel.{tab.name}", tooltip=f"The panel {tab.title}"
            )
            for tab in TABS
        ),
        Binding("escape", "back", "back", id="screen.back", tooltip="Back to the list of milestones; never quits"),
        Binding("h,left", "back", "back", show=False, id="screen.left", tooltip="Back to the list of milestones"),
        Binding(
            "slash", "find", "find", key_display="/", id="find.open", tooltip="Find in the list or the panel that keys go to"
        ),
        Binding("n", "find_next(1)", "Next found", show=False, id="find.next", tooltip="To the next that was found"),
        Binding("N", "find_next(-1)", "Found before", show=False, id="find.previous", tooltip="To the one before"),
        Binding("f", "filter", "filter", id="screen.filter", tooltip="Show only late, blocked, open … milestones"),
    ]

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
        self.find_bar = FindBar(id="find")
        self.footer = FooterBar(id="footer", ascii_only=ascii_only)
        self.finder = Finder(self)
        self._contents: dict[str, Contents] = {}
        self._follow: Timer | None = None
        self._forget: Timer | None = None
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
            self.milestone.show_nothing(
                "no milestone is selected" if snapshot.project.milestones else "no milestones were found here"
            )

    # The line at the bottom

    def say(self, text: str, style: str = "") -> None:
        """Tell something in the line at the bottom, for a while."""
        self.footer.message = shown(text), style
        self.footer.redraw()
        if self._forget is not None:
            self._forget.stop()
        self._forget = self.set_timer(MESSAGE_SECONDS, self._forget_message)

    def _forget_message(self) -> None:
        self.footer.message = None
        self.footer.redraw()

    def _show_keys(self) -> None:
        self.footer.keys = list(self._keys())
        self.footer.redraw()

    def _keys(self) -> Iterator[Hint]:
        """Those that are worth a place, nearest to the focus first."""
        found: dict[str, Hint] = {}
        for active in self.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.id in _FOOTER_RANKS:
                words = binding.description.lower()
                found.setdefault(binding.id, Hint(self.app.get_key_display(binding), words, _FOOTER_RANKS[binding.id]))
        return (found[name] for name in _FOOTER_RANKS if name in found)

    def _show_place(self) -> None:
        self.footer.place = shown(self.place())
        self.footer.redraw()

    def place(self) -> str:
        """`path:line` of what is selected, or an empty string."""
        milestone = self._milestone(self.selected)
        if milestone is None:
            return self.selected.partition(":")[2] if is_problem(self.selected) else ""
        row = self.milestone.current if self.milestone.has_focus else None
        line = row.line if row is not None and row.line else milestone.line
        return f"{milestone.path}:{line}"

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

    def action_filter(self) -> None:
        """Choose which milestones are shown."""
        from milestone_tui.tui.screens.choice import ChoiceScreen

        if self.snapshot is None:
            return
        standings = self.snapshot.standings.values()
        options = [(name, words, str(sum(map(passes, standings)))) for name, (words, passes) in FILTERS.items()]
        self.app.push_screen(ChoiceScreen("Show which milestones?", options, self.chosen), self._filtered)

    def _filtered(self, chosen: str | None) -> None:
        if chosen is not None and self.snapshot is not None:
            self.chosen = chosen
            self.show_snapshot(self.snapshot)

    def action_find(self) -> None:
        """Type what to look for."""
        self.finder.open()

    def action_find_next(self, step: int) -> None:
        """To the next that was found."""
        self.finder.next(step)

    @on(FindBar.Typed)
    def _find_typed(self, event: FindBar.Typed) -> None:
        self.finder.typed(event.words)

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        self.finder.closed(event.words, event.kept)

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

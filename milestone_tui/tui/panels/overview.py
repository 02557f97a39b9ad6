"""Panel 1: how are we doing? A row a milestone, and in its place the agenda: the open boxes of all of them."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from milestone_tui.model.plan import Checkpoint
from milestone_tui.tui.messages import FactsAsked, MilestoneOpened, Said, SelectionWanted
from milestone_tui.tui.panels.agenda import AgendaList
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.panels.overview_table import Headings, OverviewTable, Totals
from milestone_tui.tui.panels.panel import Panel, Place, View
from milestone_tui.tui.survey import AGENDA, CONTENTS
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.agenda_rows import ARRANGEMENT_WORDS, ARRANGEMENTS
from milestone_tui.views.columns import TableRow, widest
from milestone_tui.views.grouping import grouped
from milestone_tui.views.lines import Line
from milestone_tui.views.list_rows import broken_paths
from milestone_tui.views.ordering import ORDERS, order_words
from milestone_tui.views.overview_rows import OVERVIEW_COLUMNS, group_row, nearest_target, next_checkpoints, overview_row
from milestone_tui.views.row_memo import RowMemo
from milestone_tui.views.selection import DEFAULT_ORDER, GROUPS, Selection, described

_CHECKPOINT = 14
"""Cells that the column of the next checkpoint takes as long as nobody knows that there is none."""


class Overview(Panel):
    """Totals, headings, and a row a milestone: late, blocked and disagreeing ones first once everything is read."""

    PANE_TITLE = "Progress"
    shows = ("snapshot", "selection", "survey")
    BINDING_GROUP_TITLE = "Overview"
    BINDINGS: ClassVar[list[BindingType]] = [
        edit_key("Edit the facts of the milestone"),
        Binding("s", "standup", "agenda", id="overview.agenda", tooltip="The open boxes of all milestones, or the table again"),
        Binding("o", "order", "sort", id="overview.order", tooltip="Sort by attention, id, target, progress, status or risk"),
        Binding("O", "turn", "Turn round", show=False, id="overview.turn", tooltip="The other way round"),
        Binding("b", "group", "group", show=False, id="overview.group", tooltip="Group by status, track, owner or risk"),
    ]

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.table = OverviewTable(self.glyphs, id="overview-table")
        self.totals = Totals(self.glyphs)
        self.headings = Headings(self.table)
        self.agenda = AgendaList(self.glyphs, id="agenda")
        self.agenda.display = False
        self.table.moved = self.agenda.moved = self.tell_moved
        self._memo = RowMemo()
        self._checkpoints: dict[str, Checkpoint | None] = {}

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.totals
        yield self.headings
        yield self.table
        yield self.agenda

    # What it shows

    def update(self, view: View) -> None:
        """Show what is selected, with the cursor on the same milestone."""
        if self.agenda.display:
            self.agenda.show_view(view)
        else:
            self._show_table(view)
        snapshot = view.snapshot
        nearest = nearest_target(snapshot.project, snapshot.standings, snapshot.today)
        chosen = "" if self.has_class("-pane") else self._chosen(view)
        self.totals.show(snapshot, nearest, self.agenda.totals(view) if self.agenda.display else (), chosen)
        self.headings.redraw()

    def _chosen(self, view: View) -> str:
        """What is shown, if that is not all: how many milestones, and which."""
        if not view.selection.terms:
            return ""
        words = described(view.selection._replace(order="", group=""), f" {self.glyphs.dot} ")
        if self.agenda.display:
            return f"only {words}:"
        shown_now = sum(bool(row.cells) for row in self.table.rows)
        return f"only {words}: {shown_now} of {len(view.snapshot.project.milestones)} "

    def _show_table(self, view: View) -> None:
        snapshot = view.snapshot
        self._checkpoints = next_checkpoints(view.survey.pairs, snapshot.standings) if view.survey else {}
        broken = broken_paths(snapshot.project)
        selection = view.selection if snapshot.loaded else view.selection._replace(order="id", group="")
        rows: list[TableRow] = []
        for group in grouped(snapshot.project.milestones, snapshot.standings, selection):
            if selection.group:
                rows.append(group_row(group, self.glyphs))
            for each in group.milestones:
                checkpoint = self._checkpoints.get(each.key, "")
                inputs = each, snapshot.standings[each.key], broken.get(each.path), checkpoint, snapshot.today
                rows.append(self._memo.row(each.key, inputs, partial(overview_row, *inputs, self.glyphs)))
        if not selection.terms:
            self._memo.settle()  # what is only filtered out comes again
        survey = view.survey
        known = survey is not None and CONTENTS in survey.parts and not survey.unread
        wanted = widest(OVERVIEW_COLUMNS, (row for row in rows if row.cells))
        self.table.possible = wanted | ({"checkpoint": _CHECKPOINT} if rows else {})
        self.table.wanted = wanted if known and not any(self._checkpoints.values()) else self.table.possible
        self.table.forget_widths()
        self.table.show_rows(rows, view.selected)

    def follow(self, key: str) -> None:
        """Mark the milestone."""
        if not self.table.has_focus:
            self.table.mark(key)

    # Keys

    def action_edit(self) -> None:
        """Edit the facts."""
        self.post_message(FactsAsked(self.key(), "status"))

    def action_standup(self) -> None:
        """The agenda, or the table."""
        self.agenda.display = not self.agenda.display
        self.table.display = self.headings.display = not self.agenda.display
        if self.view is not None:
            self.update(self.view)
            self.post_message(SelectionWanted(self.view.selection))
        self.keys().focus()

    def action_order(self) -> None:
        """Sort by what comes next."""
        if self.agenda.display:
            at = ARRANGEMENTS.index(self.agenda.arrangement) + 1
            self.agenda.arrangement = ARRANGEMENTS[at % len(ARRANGEMENTS)]
            self._show_again(f"by {ARRANGEMENT_WORDS[self.agenda.arrangement]}")
        elif self.view is not None:
            order = self.view.selection.order or DEFAULT_ORDER
            self._sort(self.view.selection, ORDERS[(ORDERS.index(order.lstrip("-")) + 1) % len(ORDERS)])

    def action_turn(self) -> None:
        """The same order the other way round."""
        if self.view is not None and not self.agenda.display:
            order = self.view.selection.order or DEFAULT_ORDER
            self._sort(self.view.selection, order[1:] if order.startswith("-") else f"-{order}")

    def action_group(self) -> None:
        """In groups by what comes next, or in none."""
        if self.view is not None and not self.agenda.display:
            groups = ("", *GROUPS)
            group = groups[(groups.index(self.view.selection.group) + 1) % len(groups)]
            said = f"in groups by {group}" if group else "in no groups"
            self._select(self.view.selection._replace(group=group), said)

    def _sort(self, selection: Selection, order: str) -> None:
        self._select(selection._replace(order=order), f"sorted by {order_words(order)}")

    def _select(self, selection: Selection, said: str) -> None:
        self.post_message(SelectionWanted(selection))
        self.post_message(Said(said, "dim"))

    def _show_again(self, said: str) -> None:
        if self.view is not None:
            self.update(self.view)
        self.post_message(Said(said, "dim"))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter."""
        event.stop()
        place = self.place()
        if self.key():
            self.post_message(MilestoneOpened(self.key(), place[1] if place else 0))

    # What is remembered

    def remember(self) -> dict[str, Any]:
        """How the agenda is arranged."""
        return {"arrangement": self.agenda.arrangement}

    def recall(self, values: dict[str, Any]) -> None:
        """How it was arranged."""
        if values.get("arrangement") in ARRANGEMENTS:
            self.agenda.arrangement = values["arrangement"]

    # What others ask

    def keys(self) -> Widget:
        """The table or the agenda."""
        return self.agenda if self.agenda.display else self.table

    def key(self) -> str:
        """The milestone at the cursor."""
        return self.agenda.current_milestone if self.agenda.display else self.table.current_key

    def place(self) -> Place | None:
        """The line of the box, in the agenda."""
        return self.agenda.place() if self.agenda.display else None

    def needs(self) -> frozenset[str]:
        """What the files hold: for the agenda, and where there is room to say which checkpoint is next."""
        if self.agenda.display:
            return frozenset((CONTENTS, AGENDA))
        return frozenset((CONTENTS,) if self.table.has_room_for("checkpoint", self.table.size.width - 2) else ())

    def figures(self) -> Line:
        """What is shown, if that is not all."""
        words = described(self.view.selection, f" {self.glyphs.dot} ") if self.view else ""
        return ((words, "late"),) if words else ()


PANEL = Overview

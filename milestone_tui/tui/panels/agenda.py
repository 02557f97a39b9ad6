"""The agenda: open boxes over all milestones, ticked where they are listed."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.analysis.agenda import Entry
from milestone_tui.model.edit import SetBox
from milestone_tui.tui.messages import EditRequested, Said
from milestone_tui.tui.panels.panel import Place, View
from milestone_tui.tui.panels.pending import Pending
from milestone_tui.tui.survey import AGENDA, Survey
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.agenda_rows import ARRANGEMENTS, AgendaRow, agenda_rows, drawn_agenda, totals_line
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, plain
from milestone_tui.views.selection import condition_of

_BOX_CELLS = range(3, 6)


class AgendaList(LineList[AgendaRow]):
    """Boxes under headings by due day, owner or readiness."""

    ONE_LINE_ROWS = False
    BINDING_GROUP_TITLE = "Agenda"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="milestone.tick", tooltip="Tick the box: one byte of its file"),
    ]

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = signs
        self.marker = signs.cursor
        self.arrangement = ARRANGEMENTS[0]
        self.pending = Pending()
        self._entries: tuple[Entry, ...] = ()
        self._of: Survey | None = None
        self._today: date | None = None

    def show_view(self, view: View) -> None:
        """Show the open boxes of the milestones that are selected."""
        survey = view.survey
        if survey is None or AGENDA not in survey.parts:
            self.show_rows([])
            return
        self._of, self._today = survey, survey.snapshot.today
        self._entries = survey.entries
        if view.selection.terms:
            belongs, snapshot = condition_of(view.selection), survey.snapshot
            kept = {key for key, each in snapshot.milestones.items() if belongs(each, snapshot.standings[key])}
            self._entries = tuple(entry for entry in self._entries if entry.milestone in kept)
        self.show_rows(agenda_rows(self._entries, self.arrangement, self._today))

    def totals(self, view: View) -> Line:
        """How many boxes there are."""
        if self._of is None:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        unread: Line = ((f"  {self._of.unread} milestones not read yet", "dim"),) if self._of.unread else ()
        return (*totals_line(self._entries, self.glyphs), *unread)

    def key_of(self, row: AgendaRow) -> str:
        """Milestone and box."""
        return row.key

    def stops(self, row: AgendaRow) -> bool:
        """At boxes."""
        return not row.heading

    def height_of(self, row: AgendaRow, width: int) -> int:
        """One line, and an empty one above a heading that is not the first."""
        return 1 + (row.heading and row is not self.rows[0])

    def draw(self, row: AgendaRow, width: int) -> list[Drawn]:
        """The row."""
        if self._today is None:
            return [Drawn((), 0)]
        return drawn_agenda(row, self._today, width, self.glyphs, self.pending.says(row.key), first=row is self.rows[0])

    def words_of(self, row: AgendaRow) -> str:
        """Everything in the row."""
        return plain(self.draw(row, 300)[-1].line)

    @property
    def current_milestone(self) -> str:
        """Key of the milestone of the box at the cursor; empty where there is none."""
        row = self.current
        return row.milestone if row is not None else ""

    def place(self) -> Place | None:
        """The line of the box."""
        row = self.current
        return (row.path, row.line) if row is not None and row.line else None

    def pend(self, row_key: str, number: int, done: bool) -> None:
        """The edit of that number is on its way."""
        self.pending.begin(row_key, number, done)
        self.redraw_key(row_key)

    def settle(self, number: int) -> None:
        """It came to its end."""
        for key in self.pending.end(number):
            self.redraw_key(key)

    def action_tick(self) -> None:
        """Ask for the box to be ticked, or opened again while its row is still there."""
        row = self.current
        item = row.item if row is not None else None
        if row is None or item is None:
            self.post_message(Said("there is no box in this row", "dim"))
            return
        done = not (self.pending.says(row.key) or False)
        edit = SetBox(row.path, done, line=item.line, text=item.text, item=item.key, milestone=row.milestone)
        self.post_message(EditRequested(edit, row.key))

    def clicked(self, number: int, x: int, again: bool) -> None:
        """On the box itself a click ticks."""
        if x in _BOX_CELLS:
            self.action_tick()
        elif again:
            self.action_open()

"""The agenda: open boxes over all milestones, changed where they are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from milestone_tui.analysis.agenda import Entry
from milestone_tui.tui.panels.item_list import Held, ItemList
from milestone_tui.tui.panels.panel import Place, View
from milestone_tui.tui.survey import AGENDA, Survey
from milestone_tui.views.agenda_rows import ARRANGEMENTS, AgendaRow, agenda_rows, drawn_agenda, totals_line
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, plain
from milestone_tui.views.selection import condition_of

_BOX_CELLS = range(3, 6)


class AgendaList(ItemList[AgendaRow]):
    """Boxes under headings by due day, owner or readiness."""

    BINDING_GROUP_TITLE = "Agenda"

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(signs, id=id)
        self.arrangement = ARRANGEMENTS[0]
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
        rows = agenda_rows(self._entries, self.arrangement, self._today)
        self.show_rows(rows, self._same_line(rows))

    def _same_line(self, rows: list[AgendaRow]) -> str | None:
        """The key of the box at the cursor when that is called otherwise now: the one in its line."""
        here = self.current
        if here is None or any(row.key == here.key for row in rows):
            return None
        return next((row.key for row in rows if row.entry is not None and (row.path, row.line) == (here.path, here.line)), None)

    def totals(self, view: View) -> Line:
        """How many boxes there are."""
        if self._of is None:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        unread: Line = ((f"  {self._of.unread} milestones not read yet", "dim"),) if self._of.unread else ()
        return (*totals_line(self._entries, self.glyphs), *unread)

    def key_of(self, row: AgendaRow) -> str:
        """Milestone and box."""
        return row.key

    def held(self, row: AgendaRow) -> Held | None:
        """Its box."""
        return Held(row.item, row.path, row.milestone) if row.item is not None else None

    def states_beside(self, held: Held) -> Iterable[str]:
        """Those of all boxes of its milestone."""
        pairs = self._of.pairs if self._of is not None else ()
        contents = next((contents for milestone, contents in pairs if milestone.key == held.milestone), None)
        return (item.state for section in contents.checklist for item in section.items) if contents else ()

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
        first, marked = row is self.rows[0], row.key in self.marked
        return drawn_agenda(row, self._today, width, self.glyphs, self.pending.says(row.key), first=first, marked=marked)

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

    def clicked(self, number: int, x: int, again: bool) -> None:
        """On the box itself a click ticks."""
        if x in _BOX_CELLS:
            self.action_tick()
        elif again:
            self.action_open()

"""Panel 6: are we on time? Checkpoints, reviews and targets by day, and each milestone's ladder."""

from __future__ import annotations

from textual.app import ComposeResult

from milestone_tui.tui.panels.listed import ListedPanel, Origin
from milestone_tui.tui.panels.panel import PanelTotals, View
from milestone_tui.tui.survey import CONTENTS
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.figures import counted_words
from milestone_tui.views.ladder_rows import LadderRow, drawn_ladder, ladder_rows, totals_line
from milestone_tui.views.lines import Drawn, Line, plain, width_of


class LadderList(LineList[LadderRow]):
    """The rows."""

    ONE_LINE_ROWS = False
    BINDING_GROUP_TITLE = "Checkpoints"

    def __init__(self, panel: CheckpointsPanel) -> None:
        super().__init__(id="ladders")
        self.panel = panel
        self.marker = panel.glyphs.cursor

    def key_of(self, row: LadderRow) -> str:
        """Milestone, kind and words."""
        return row.key

    def stops(self, row: LadderRow) -> bool:
        """At all but headings."""
        return not row.title

    def height_of(self, row: LadderRow, width: int) -> int:
        """One line, and an empty one above a heading that is not the first."""
        return 1 + (bool(row.title) and row is not self.rows[0])

    def draw(self, row: LadderRow, width: int) -> list[Drawn]:
        """The row."""
        view = self.panel.view
        if view is None or view.survey is None:
            return [Drawn((), 0)]
        line = drawn_ladder(row, view.survey.snapshot.today, width, self.panel.glyphs, self.panel.has_class("-pane"))
        drawn = Drawn(line, 0 if row.title else width_of(line))
        return [drawn] if self.height_of(row, width) == 1 else [Drawn((), 0), drawn]

    def words_of(self, row: LadderRow) -> str:
        """Everything in the row."""
        return plain(self.draw(row, 300)[-1].line)


class CheckpointsPanel(ListedPanel[LadderRow]):
    """What is missed first, then by day; the ladders below."""

    shows = ("survey",)

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.totals = PanelTotals(self)
        self.listed: LadderList = LadderList(self)

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.totals
        yield self.listed

    def update(self, view: View) -> None:
        """Show the dates that are read."""
        if view.survey is not None and CONTENTS in view.survey.parts:
            self.listed.show_rows(ladder_rows(view.survey.ladders, self.has_class("-pane")))
        self.totals.redraw()

    def origin(self, row: LadderRow) -> Origin:
        """Where the date is stated."""
        return Origin(row.milestone, row.path, row.line)

    def needs(self) -> frozenset[str]:
        """What the files hold."""
        return frozenset((CONTENTS,))

    def figures(self) -> Line:
        """How many are met and missed, and which one is next."""
        survey = self.view.survey if self.view else None
        if survey is None or CONTENTS not in survey.parts:
            return ((f"reading {self.glyphs.ellipsis}", "dim"),)
        words = counted_words(survey.unread, "milestone", "milestones")
        unread: Line = ((f"  {words} not read yet", "dim"),) if survey.unread else ()
        return (*totals_line(survey.ladders, self.glyphs), *unread)


PANEL = CheckpointsPanel

"""The list at the left: all milestones in natural order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from milestone_tui.model.project import Skipped
from milestone_tui.tui.messages import FactsAsked, MilestoneOpened
from milestone_tui.tui.panels.edit_key import edit_key
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.columns import TableRow, Widths, drawn_row, fitted, widest
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.lines import Drawn, Line, wrapped
from milestone_tui.views.list_rows import CANDIDATE, LIST_COLUMNS, NOTHING_FOUND, WIDE_LIST_COLUMNS, candidate_row, list_rows
from milestone_tui.views.nothing_found import nothing_words
from milestone_tui.views.row_memo import RowMemo
from milestone_tui.views.selection import Selection, condition_of, described

_GAP = 1
_WIDE = 60
"""From this width on there is room for more than a name and a bar."""
_ID_SHARE, _ID_LEAST = 3, 6
"""An id has at most this part of a row, so that the title has room too; and never less than so many cells."""
_NARROW_COLUMNS = ("id", "title", "bar", "percent")


class MilestoneList(LineList[TableRow]):
    """Posts the milestone that the cursor is on, and the one that somebody opens."""

    BINDING_GROUP_TITLE = "Milestones"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "screen.overview('standup')", "agenda", id="overview.agenda", tooltip="The open boxes of all milestones"),
        Binding("o", "screen.overview('order')", "sort", id="overview.order", tooltip="Sort the overview by what comes next"),
        Binding("O", "screen.overview('turn')", "Turn round", show=False, id="overview.turn", tooltip="The other way round"),
        Binding("b", "screen.overview('group')", "group", show=False, id="overview.group", tooltip="Group the overview"),
        edit_key("Edit the facts of the milestone"),
        Binding("l,right", "open", "Open", show=False, id="list.into", tooltip="Into the milestone"),
    ]

    class CandidateOpened(Message):
        """Somebody wants a file taken in that was passed over."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self, *, id: str | None = None, ascii_only: bool = False) -> None:
        super().__init__(id=id)
        self.border_title = "Milestones"
        self.glyphs: Glyphs = glyphs(ascii_only)
        self.marker = self.glyphs.cursor
        self._memo = RowMemo()
        self._told = ""
        self._loaded = False
        """Whether everything was read once; from then on the cursor stays where it is."""
        self._wanted: Widths = {}
        self._widths: Widths = {}
        self._fitted_to = -1
        self._advice: list[str] = []
        """Where nothing was found: a statement each."""

    def show_snapshot(self, snapshot: Snapshot, selection: Selection) -> None:
        """Show the milestones that belong to the selection, in their natural order."""
        if snapshot.candidates:
            self._show_candidates(snapshot.candidates)
            return
        rows: Sequence[TableRow] = list_rows(snapshot.project, snapshot.standings, snapshot.today, self.glyphs, self._memo)
        title = ""
        if selection.terms:
            belongs = condition_of(selection)
            rows = [
                row
                for row in rows
                if row.key in snapshot.milestones and belongs(snapshot.milestones[row.key], snapshot.standings[row.key])
            ]
            title = f"{described(selection._replace(order='', group=''), f' {self.glyphs.dot} ')}: {len(rows)}"
        elif snapshot.loaded and not rows:
            title = NOTHING_FOUND
        self._advice = nothing_words(snapshot.project.name, snapshot.project) if title == NOTHING_FOUND else []
        self._tell(title)
        self._wanted = widest(LIST_COLUMNS, rows)
        self._fitted_to = -1
        self.show_rows(rows, None if self.touched or self._loaded or not rows else rows[0].key)
        self._loaded = snapshot.loaded

    def instead(self, y: int, width: int) -> Line:
        """In the middle what to do where nothing was found."""
        lines: list[Line] = []
        for words in self._advice:
            style = "dim" if lines else ""
            lines += [
                (),
                *wrapped(((f"{words[:1].upper()}{words[1:]}", style),), max(width - 2, 1), ellipsis=self.glyphs.ellipsis),
            ]
        at = y - max((self.size.height - len(lines)) // 2, 0)
        return ((" ", ""), *lines[at]) if 0 <= at < len(lines) else ()

    def _show_candidates(self, candidates: Sequence[Skipped]) -> None:
        """Nothing was recognised: show what comes nearest, to be taken in."""
        rows = [candidate_row(each, self.glyphs) for each in candidates]
        self._tell("enter takes a file in")
        self._wanted = widest(LIST_COLUMNS, rows)
        self._fitted_to = -1
        self.show_rows(rows)

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.border_subtitle = Content(words)

    def key_of(self, row: TableRow) -> str:
        """The milestone's key."""
        return row.key

    def draw(self, row: TableRow, width: int) -> list[Drawn]:
        """One line."""
        if width != self._fitted_to:
            wanted = self._wanted if width >= _WIDE else {name: self._wanted.get(name, 0) for name in _NARROW_COLUMNS}
            wanted = wanted | {"id": min(wanted.get("id", 0), max(width // _ID_SHARE, _ID_LEAST))}
            columns = WIDE_LIST_COLUMNS if width >= _WIDE else LIST_COLUMNS
            self._fitted_to, self._widths = width, fitted(columns, wanted, width, self._gap(width))
        return [drawn_row(LIST_COLUMNS, row, self._widths, "title", self.glyphs.ellipsis, self._gap(width))]

    def words_of(self, row: TableRow) -> str:
        """Id, title and path."""
        return " ".join((row.hint, *(text for cell in row.cells[:2] for text, _ in cell)))

    def _gap(self, width: int) -> int:
        return _GAP if width < _WIDE else _GAP + 1

    def action_edit(self) -> None:
        """Edit the facts."""
        self.post_message(FactsAsked(self.current_key, "status"))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter."""
        event.stop()
        if event.key.startswith(CANDIDATE):
            self.post_message(self.CandidateOpened(event.key.removeprefix(CANDIDATE)))
        else:
            self.post_message(MilestoneOpened(event.key))

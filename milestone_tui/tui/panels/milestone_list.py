"""The rows of one milestone: boxes to tick under headings to fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.values import Problem
from milestone_tui.tui.panels.item_list import Held, ItemList
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.views.figures import shown
from milestone_tui.views.folding import folded, heading_of
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn
from milestone_tui.views.list_rows import PROBLEM, located
from milestone_tui.views.milestone_row import Row
from milestone_tui.views.milestone_rows import drawn_row, marked_row, milestone_rows, pending_row

_BOX_CELLS = 3
WIDEST = 120
"""Cells of a row; in a wider panel owners and dates would stand too far from their text."""


class MilestoneRows(ItemList[Row]):
    """Rows of one milestone."""

    BINDING_GROUP_TITLE = "Milestone"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "z",
            "fold",
            "fold",
            show=False,
            id="milestone.fold",
            tooltip="Fold the section up, or open it; also enter on it",
        ),
        Binding("Z", "fold_all", "Fold all", show=False, id="milestone.fold_all", tooltip="Fold all sections up, or open all"),
        Binding("]", "section(1)", "Next section", show=False, id="milestone.next_section", tooltip="To the next heading"),
        Binding("[", "section(-1)", "Section above", show=False, id="milestone.previous_section", tooltip="To the heading above"),
    ]

    def __init__(self, signs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(signs, id=id)
        self.milestone: Milestone | None = None
        self.contents: Contents | None = None
        self._all: list[Row] = []
        """With those that are folded away."""
        self.folds: dict[str, list[str]] = {}
        """Key of a milestone → the keys of its folded headings."""

    def key_of(self, row: Row) -> str:
        """Stays the same for the same item of a file that changed."""
        return row.key

    def held(self, row: Row) -> Held | None:
        """Its box."""
        milestone = self.milestone
        return Held(row.item, milestone.path, milestone.key) if row.item is not None and milestone is not None else None

    def states_beside(self, held: Held) -> Iterable[str]:
        """Those of all boxes of the milestone."""
        return (item.state for section in self.contents.checklist for item in section.items) if self.contents else ()

    def draw(self, row: Row, width: int) -> list[Drawn]:
        """As many lines as the text takes."""
        pending = self.pending.says(row.key)
        row = marked_row(row, self.glyphs) if row.key in self.marked else row
        return drawn_row(pending_row(row, pending) if pending is not None else row, min(width, WIDEST), self.glyphs)

    def words_of(self, row: Row) -> str:
        """Everything of the row."""
        return "".join(text for text, _ in (*row.text, *row.tail))

    def show_milestone(self, milestone: Milestone, contents: Contents | None, snapshot: Snapshot) -> None:
        """Show a milestone, with the cursor where it was if it is the one that was shown."""
        same = self.milestone is not None and self.milestone.key == milestone.key
        self.milestone, self.contents = milestone, contents
        problems = tuple(problem for problem in snapshot.project.problems if problem.path == milestone.path)
        self._all = milestone_rows(milestone, snapshot.standings[milestone.key], contents, problems, snapshot.today, self.glyphs)
        rows = folded(self._all, self._folds, self.glyphs)
        if same:
            self.show_rows(rows)
            return
        self.pending.clear()
        self.marked.clear()
        first = next((row.key for row in rows if row.item is not None), rows[0].key) if self.has_focus else rows[0].key
        self.scroll_to(y=0, animate=False, immediate=True)
        self.show_rows(rows, first)

    def show_problem(self, key: str, problems: tuple[Problem, ...]) -> None:
        """Show why a file gave no milestone."""
        path = key.removeprefix(PROBLEM)
        self.milestone = None
        rows = [Row("title", (), ((shown(path), "bold"),), (("not read", "error"),))]
        for number, problem in enumerate(problem for problem in problems if problem.path == path):
            sign = ((f"{self.glyphs.problem} ", "error"),)
            rows.append(Row(f"problem:{number}", sign, ((located(problem), "error"),), (), problem.line))
            rows.append(Row(f"advice:{number}", (("  ", ""),), ((shown(problem.advice), "dim"),), (), problem.line))
        self.show_rows(rows, "title")

    def show_nothing(self, text: str) -> None:
        """Nothing is selected."""
        self.milestone = None
        self.show_rows([Row("nothing", (), ((text, "dim"),))])

    @property
    def _folds(self) -> list[str]:
        return self.folds.get(self.milestone.key, []) if self.milestone is not None else []

    def _fold(self, folds: list[str]) -> None:
        if self.milestone is None:
            return
        self.folds.pop(self.milestone.key, None)
        if folds:
            self.folds[self.milestone.key] = folds
        key = self.current_key
        rows = folded(self._all, folds, self.glyphs)
        if not any(row.key == key for row in rows):
            key = heading_of(self._all, next((at for at, row in enumerate(self._all) if row.key == key), 0))
        self.show_rows(rows, key)
        self._keep_in_view()

    def action_fold(self) -> None:
        """Fold the section of the row up, or open it."""
        heading = heading_of(self.rows, self.cursor)
        if heading:
            folds = self._folds
            self._fold([key for key in folds if key != heading] if heading in folds else [*folds, heading])

    def action_fold_all(self) -> None:
        """Fold all sections up, or open them all."""
        self._fold([] if self._folds else [row.key for row in self._all if row.heading])

    def to_line(self, line: int) -> None:
        """Put the cursor on the row that comes from a line of the file, or the last one above it; its section is opened."""
        heading = heading_of(self._all, _at_line(self._all, line))
        if heading in self._folds:
            self._fold([key for key in self._folds if key != heading])
        number = _at_line(self.rows, line)
        if number >= 0:
            self._move(number)

    def to_first_box(self) -> None:
        """Put the cursor on the first open box, when it is still at the top."""
        if self.cursor == 0:
            boxes = [number for number, row in enumerate(self.rows) if row.item is not None]
            opened = [number for number in boxes if (item := self.rows[number].item) is not None and item.state != "done"]
            if boxes:
                self._move((opened or boxes)[0])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a heading can be opened."""
        return action != "open" or (self.current is not None and self.current.heading)

    def action_open(self) -> None:
        """Open a heading, or fold it up."""
        self.action_fold()

    def action_section(self, step: int) -> None:
        """To a heading."""
        headings = [number for number, row in enumerate(self.rows) if row.heading]
        beyond = [number for number in headings if (number - self.cursor) * step > 0]
        if beyond:
            self._move(beyond[0] if step > 0 else beyond[-1])

    def clicked(self, number: int, x: int, again: bool) -> None:
        """On the box itself a click ticks."""
        row = self.rows[number]
        at = len(row.lead[0][0]) + 1 if row.lead else 0
        if row.item is not None and at <= x < at + _BOX_CELLS:
            self.action_tick()


def _at_line(rows: Sequence[Row], line: int) -> int:
    """The number of the first row that comes from `line`, or from the last line above it; -1 when there is none.

    A heading comes from the line of its first row too; the row is meant.
    """
    found = [(row.line, not row.heading, -number) for number, row in enumerate(rows) if 0 < row.line <= line]
    return -max(found)[2] if found else -1

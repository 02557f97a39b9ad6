"""Panel 2: what is left here? Facts, boxes under their headings, and everything else that the file tells."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from milestone_tui.tui.messages import DocumentRead, DocumentWanted
from milestone_tui.tui.panels.document import DocumentPage
from milestone_tui.tui.panels.milestone_edits import EditableRows
from milestone_tui.tui.panels.milestone_list import WIDEST
from milestone_tui.tui.panels.panel import Panel, Place, View
from milestone_tui.views.figures import shown
from milestone_tui.views.list_rows import NOTHING_FOUND, file_of, is_problem


class MilestonePanel(Panel):
    """The selected milestone."""

    BINDING_GROUP_TITLE = "Milestone"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "view", id="milestone.view", tooltip="The document as it is meant to look, or what was read of it"),
    ]
    shows = ("snapshot", "contents", "selected")

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.boxes = EditableRows(self.glyphs, id="boxes")
        self.boxes.moved = self.tell_moved
        self.document = DocumentPage(id="document")
        self.document.display = False
        self._wanted: int | None = None
        """The line to go to as soon as the file is read; 0 for the first open box."""

    def compose(self) -> ComposeResult:
        """The rows."""
        yield self.head
        yield self.boxes
        yield self.document

    def update(self, view: View) -> None:
        """Show the selected milestone, why a file gave none, or that nothing is selected."""
        snapshot = view.snapshot
        milestone = snapshot.milestones.get(view.selected)
        if milestone is not None:
            self.boxes.show_milestone(milestone, view.contents, snapshot)
        elif is_problem(view.selected):
            self.boxes.show_problem(view.selected, snapshot.project.problems)
        else:
            self.boxes.show_nothing(nothing_words(view, self.glyphs.ellipsis))
        self._want_document()
        self._arrive()

    def go_to(self, line: int) -> None:
        """Put the cursor on a line of the file, 0 for the first open box, as soon as that is read and keys go here."""
        self._wanted = line
        if self.document.display:
            self._turn()
        self.call_after_refresh(self._arrive)

    def on_descendant_focus(self) -> None:
        """Keys go here."""
        super().on_descendant_focus()
        self._arrive()

    def _arrive(self) -> None:
        ready = self.view is not None and self.view.contents is not None and self.boxes.has_focus
        if self._wanted is None or not ready:
            return
        line, self._wanted = self._wanted, None
        if line:
            self.boxes.to_line(line)
        else:
            self.boxes.to_first_box()

    # The file as a document

    def action_view(self) -> None:
        """See the document, or what was read of it."""
        self._turn()
        self.keys().focus()
        self.tell_moved()

    def _turn(self) -> None:
        self.document.display = not self.document.display
        self.boxes.display = not self.document.display
        self._want_document()

    def show_document(self, read: DocumentRead) -> None:
        """The file was read."""
        if read.key == self.key():
            self.document.show_document(read)

    def _want_document(self) -> None:
        if self.document.display and self.key():
            self.post_message(DocumentWanted(self.key(), max(min(self.content_size.width - 2, WIDEST), 1)))

    def on_resize(self) -> None:
        """The document is laid out for another width."""
        self._want_document()

    # What is remembered

    def remember(self) -> dict[str, Any]:
        """What is folded up."""
        return {"folds": self.boxes.folds}

    def recall(self, values: dict[str, Any]) -> None:
        """What was folded up."""
        folds = values.get("folds")
        if isinstance(folds, dict):
            self.boxes.folds = {
                str(key): [str(each) for each in headings] for key, headings in folds.items() if isinstance(headings, list)
            }

    # What others ask

    def keys(self) -> Widget:
        """The rows, or the document."""
        return self.document if self.document.display else self.boxes

    def key(self) -> str:
        """The milestone that is shown."""
        return self.boxes.milestone.key if self.boxes.milestone is not None else ""

    def place(self) -> Place | None:
        """The line of the row."""
        milestone = self.boxes.milestone
        row = self.boxes.current
        return (milestone.path, row.line or milestone.line) if row is not None and milestone is not None else None


def nothing_words(view: View, ellipsis: str) -> str:
    """What stands in the place of a milestone."""
    snapshot = view.snapshot
    passed = next((each for each in snapshot.candidates if file_of(view.selected) == each.path), None)
    if passed is not None:
        return f"{shown(passed.path)} was passed over: {shown(passed.reason)}. Enter, in the list, takes it in."
    if not snapshot.loaded:
        return f"reading {ellipsis}"
    return "no milestone is selected" if snapshot.milestones else NOTHING_FOUND


PANEL = MilestonePanel

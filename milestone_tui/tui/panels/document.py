"""The file of a milestone as it is meant to look."""

from __future__ import annotations

from milestone_tui.tui.messages import DocumentRead
from milestone_tui.tui.widgets.line_page import LinePage


class DocumentPage(LinePage, can_focus=True):
    """The document, laid out."""

    BINDING_GROUP_TITLE = "Document"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines_of = ""

    def show_document(self, read: DocumentRead) -> None:
        """Show a file; another one than before from its beginning."""
        words = "the file is too large to be laid out; i shows it line by line"
        self.show_lines(read.laid_out or [((words, "dim"),)])
        if self._lines_of != read.key:
            self._lines_of = read.key
            self.scroll_to(y=0, animate=False, immediate=True)

"""A file line by line over the dashboard, each line with what it was read as and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from milestone_tui.reading.explaining import Explained
from milestone_tui.tui.screens.finding import FindingScreen
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.explain_lines import explained_line
from milestone_tui.views.figures import shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, clip, width_of


class SourceList(LineList[Explained]):
    """The lines of the file."""

    BINDING_GROUP_TITLE = "Source"

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="source")
        self.glyphs = signs
        self.marker = signs.cursor

    def key_of(self, row: Explained) -> str:
        """Its number."""
        return str(row.line)

    def draw(self, row: Explained, width: int) -> list[Drawn]:
        """Number, text, and what it was read as."""
        line = clip(explained_line(row, len(self.rows), width, self.glyphs), width, self.glyphs.ellipsis)
        return [Drawn(line, width_of(line[:2]))]

    def words_of(self, row: Explained) -> str:
        """The text, and what it was read as."""
        return f"{row.text} {row.noun}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open in a line."""
        return action != "open"


class SourceScreen(FindingScreen):
    """The lines, with the cursor on one of them."""

    DEFAULT_CSS = """
    SourceScreen { align: center middle; background: $background 0%; }
    SourceScreen Vertical { width: 96%; height: 90%; background: $panel; border: round $primary; }
    SourceScreen SourceList { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i", "leave", "back", id="find.back", tooltip="Back to the dashboard"),
        Binding("slash", "find", "find", key_display="/", id="find.open", tooltip="Find words in the file"),
        Binding("n", "find_next(1)", "Next found", show=False, id="find.next", tooltip="To the next that was found"),
        Binding("N", "find_next(-1)", "Found before", show=False, id="find.previous", tooltip="To the one before"),
    ]

    def __init__(self, path: str, line: int, signs: Glyphs) -> None:
        super().__init__()
        self.path = path
        self.line = line
        self.listed = SourceList(signs)

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical() as box:
            box.border_title = Content(f" {shown(self.path)} and what each line was read as ")
            box.border_subtitle = " / finds, esc closes "
            yield self.listed
            yield self.find_bar

    def on_mount(self) -> None:
        """Before the file is read."""
        self.listed.focus()

    def show_lines(self, lines: Sequence[Explained]) -> None:
        """The file was read: begin at the line."""
        self.listed.show_rows(lines, str(self.line))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()

"""Panel 7: what changed? Since the program started, and since a moment as far as git knows."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from milestone_tui.tui.messages import ActivityRead, ActivityWanted
from milestone_tui.tui.panels.listed import ListedPanel, Origin
from milestone_tui.tui.panels.panel import View
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.activity_rows import ActivityPart, ActivityRow, activity_rows
from milestone_tui.views.figures import counted_words, shown
from milestone_tui.views.glyphs import Glyphs
from milestone_tui.views.lines import Drawn, Line, plain, width_of

DEFAULT_MOMENT = "HEAD"
"""What is in no commit yet."""


class ActivityList(LineList[tuple[str, ActivityRow]]):
    """Keys and rows."""

    BINDING_GROUP_TITLE = "Activity"

    def __init__(self, signs: Glyphs) -> None:
        super().__init__(id="changes")
        self.marker = signs.cursor

    def key_of(self, row: tuple[str, ActivityRow]) -> str:
        """Kind, place and words."""
        return row[0]

    def stops(self, row: tuple[str, ActivityRow]) -> bool:
        """At milestones, changes and commits."""
        return row[1].kind in ("milestone", "change", "commit")

    def draw(self, row: tuple[str, ActivityRow], width: int) -> list[Drawn]:
        """One line."""
        return [Drawn(row[1].line, width_of(row[1].line))]

    def words_of(self, row: tuple[str, ActivityRow]) -> str:
        """The line."""
        return plain(row[1].line)


class ActivityPanel(ListedPanel[tuple[str, ActivityRow]]):
    """A simple list; asked for anew whenever a file changes while it is in view."""

    BINDING_GROUP_TITLE = "Activity"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "moment", "since", id="activity.since", tooltip="Since another moment: a day, yesterday, a commit"),
    ]
    shows = ("snapshot", "touched")

    def __init__(self, title: str, *, ascii_only: bool = False, id: str | None = None) -> None:
        super().__init__(title, ascii_only=ascii_only, id=id)
        self.listed: ActivityList = ActivityList(self.glyphs)
        self.moment = DEFAULT_MOMENT
        self.parts: tuple[ActivityPart, ...] = ()

    def compose(self) -> ComposeResult:
        """From above."""
        yield self.head
        yield self.listed

    # What it shows

    def update(self, view: View) -> None:
        """Ask what changed."""
        if view.snapshot.loaded:
            self.post_message(ActivityWanted(self.moment))

    def show_activity(self, read: ActivityRead) -> None:
        """That changed."""
        self.parts = read.parts
        self._show_rows()

    def _show_rows(self) -> None:
        view = self.view
        width = self.content_size.width - 2
        if view is None or width < 2:
            return
        seen: dict[str, int] = {}
        rows = []
        for row in activity_rows(self.parts, view.snapshot.today, width, self.glyphs):
            key = f"{row.kind}:{row.path}:{plain(row.line)}"
            seen[key] = seen.get(key, 0) + 1
            rows.append((f"{key}~{seen[key]}", row))
        self.listed.show_rows(rows)
        self.head.redraw()
        if self.has_focus_within:
            self.tell_moved()

    def on_resize(self) -> None:
        """There is other room; the first time there is any, what changed is asked for if no answer is there."""
        if not self.parts and self.view is not None:
            self.update(self.view)
        self._show_rows()

    # Keys

    def action_moment(self) -> None:
        """Since when?"""
        from milestone_tui.tui.screens.asking import AskScreen

        def asked(words: str | None) -> None:
            if words is not None and self.view is not None:
                self.moment = words or DEFAULT_MOMENT
                self.update(self.view)

        hint = "yesterday, monday, 3 days ago, 2026-11-14, a commit, tag or branch"
        self.app.push_screen(AskScreen("What changed since when?", hint, self.moment), asked)

    # What others ask

    def remember(self) -> dict[str, Any]:
        """Since when."""
        return {"moment": self.moment}

    def recall(self, values: dict[str, Any]) -> None:
        """Since when it was."""
        self.moment = str(values.get("moment") or DEFAULT_MOMENT)

    def origin(self, row: tuple[str, ActivityRow]) -> Origin:
        """Where the change stands."""
        return Origin(row[1].key, row[1].path, row[1].at or (1 if row[1].path else 0))

    def figures(self) -> Line:
        """How many changes."""
        if not self.parts:
            return ((f"looking at what changed {self.glyphs.ellipsis}", "dim"),)
        words = (f"{shown(part.title)}: {counted_words(len(part.changes), 'change', 'changes')}" for part in self.parts)
        return ((f"  {self.glyphs.dot}  ".join(words), "dim"),)


PANEL = ActivityPanel

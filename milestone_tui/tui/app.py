"""The application: puts the disk, the screen and the themes together. All state of the project changes here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen

from milestone_tui.editing.outcome import Refusal
from milestone_tui.model.edit import SetBox
from milestone_tui.model.project import Project
from milestone_tui.tui.disk import Disk, Turn
from milestone_tui.tui.messages import (
    CheckpointsRead,
    ContentsRead,
    EditRequested,
    EditSettled,
    FilesTouched,
    ProjectChanged,
    ReadingFailed,
)
from milestone_tui.tui.panels.milestones import MilestoneList
from milestone_tui.tui.screens.main import MainScreen
from milestone_tui.tui.snapshot import snapshot_of
from milestone_tui.tui.themes import load_themes, semantic_defaults, starting_theme
from milestone_tui.views.footer_row import settled_words

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace

_KEY_NAMES = {"enter": "enter", "up": "up", "down": "down", "left": "left", "right": "right", "tab": "tab"}
"""For keys that are shown by a sign where there is one."""


def milestone_commands() -> type[Provider]:
    """The provider of milestones, imported when the palette opens."""
    from milestone_tui.tui.commands import MilestoneCommands

    return MilestoneCommands


class MilestoneApp(App[None]):
    """The dashboard over one workspace."""

    TITLE = "milestone-tui"
    CSS_PATH = "screens/main.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Any]] = App.COMMANDS | {milestone_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "undo", id="app.undo", tooltip="Take back the last edit, also one of an earlier run"),
        Binding("ctrl+r", "redo", "Redo", show=False, id="app.redo", tooltip="Make it again"),
        Binding("E", "editor", "Editor", show=False, id="app.editor", tooltip="Open $VISUAL or $EDITOR at the selected line"),
        Binding("y", "copy_place", "Copy", show=False, id="app.copy", tooltip="Copy path:line of what is selected"),
        Binding("r", "reload", "Reload", show=False, id="app.reload", tooltip="Look at the files now"),
        Binding("t", "next_theme", "Theme", show=False, id="app.theme", tooltip="The next theme"),
        Binding(
            "colon,ctrl+p",
            "command_palette",
            "Commands",
            show=False,
            key_display=":",
            id="app.palette",
            tooltip="All commands and milestones by name",
        ),
        Binding("question_mark", "help", "help", key_display="?", id="app.help", tooltip="The keys that are in force"),
        Binding(
            "q,ctrl+q", "quit", "quit", key_display="q", id="app.quit", tooltip="Quit; what was ticked is in its file before"
        ),
    ]

    def __init__(
        self,
        workspace: Workspace | Callable[[], Workspace],
        *,
        today: Callable[[], date],
        watch: bool = True,
        ascii: bool = False,
        theme: str | None = None,
        colours: int = 1 << 24,
        driver_class: type[Driver] | None = None,
    ) -> None:
        self._themes, self._notices = load_themes()
        super().__init__(driver_class=driver_class, ansi_color=True if "NO_COLOR" in os.environ else None)
        for each in self._themes:
            self.register_theme(each)
        self.theme_names = [each.name for each in self._themes]
        self.theme, notice = starting_theme(theme, self.theme_names or ["textual-dark"], 16 if self.no_color else colours)
        if notice:
            self._notices.append(notice)
        self.set_class(ascii, "-ascii")
        self.watch_files = watch
        self.disk = Disk(workspace if callable(workspace) else lambda: workspace, today, self.post_message)
        self.main = MainScreen(ascii_only=ascii, watching=watch)
        self._today = today

    def get_default_screen(self) -> Screen[None]:
        """The dashboard."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our meanings, for themes that do not know them."""
        return semantic_defaults(self.current_theme)

    def get_key_display(self, binding: Binding) -> str:
        """The key in signs that the terminal has."""
        shown = super().get_key_display(binding)
        return _KEY_NAMES.get(binding.key, shown) if not shown.isascii() and self.has_class("-ascii") else shown

    def on_ready(self) -> None:
        """The first screen is painted before a file is read."""
        self.main.call_after_refresh(self._begin)

    def _begin(self) -> None:
        nothing = Project("", (), (), ())
        self.main.show_snapshot(snapshot_of(nothing, self._today(), loaded=False))
        for notice in self._notices:
            self.main.say(notice, "error")
        self.disk.start(self.watch_files)

    def on_unmount(self) -> None:
        """Every edit that was asked for is finished before the program ends."""
        self.disk.close()

    # What comes back from the disk

    @on(ProjectChanged)
    def _project_changed(self, event: ProjectChanged) -> None:
        if event.snapshot.loaded and event.snapshot.project is not self.disk.workspace.project:
            return  # a later one is on its way already
        self.main.show_snapshot(event.snapshot)

    @on(FilesTouched)
    def _files_touched(self) -> None:
        self.main.want_contents()

    @on(ContentsRead)
    def _contents_read(self, event: ContentsRead) -> None:
        self.main.show_contents(event.key, event.contents)

    @on(CheckpointsRead)
    def _checkpoints_read(self, event: CheckpointsRead) -> None:
        self.main.overview.show_checkpoints(event.found, self.main.selected)

    @on(ReadingFailed)
    def _reading_failed(self, event: ReadingFailed) -> None:
        self.main.say(event.text, "error")

    @on(MainScreen.ContentsWanted)
    def _contents_wanted(self, event: MainScreen.ContentsWanted) -> None:
        if isinstance(event, MainScreen.CheckpointsWanted):
            self.disk.want_checkpoints(event.keys)
        else:
            self.disk.want_contents(event.keys)

    @on(MilestoneList.CandidateOpened)
    def _candidate_opened(self, event: MilestoneList.CandidateOpened) -> None:
        self.disk.take_in(event.path)

    # Edits

    @on(EditRequested)
    def _edit_requested(self, event: EditRequested) -> None:
        number = self.disk.edit(event.edit, (self.main.selected,))
        if isinstance(event.edit, SetBox):
            self.main.milestone.pend(event.row_key, number, event.edit.done)

    @on(EditSettled)
    def _edit_settled(self, event: EditSettled) -> None:
        outcome = event.outcome
        with self.batch_update():
            for key, contents in event.contents.items():
                self.main.show_contents(key, contents)
            if event.snapshot is not None and event.snapshot.project is self.disk.workspace.project:
                self.main.show_snapshot(event.snapshot)
            self.main.milestone.settle(event.number)
            if isinstance(outcome, Refusal):
                self.main.say(f"not done: {outcome.text}. {outcome.advice}", "error")
            else:
                undoable = self.disk.workspace.state_dir is not None
                self.main.say(settled_words(outcome.summary, outcome.changed, undoable, self.main.footer.glyphs))

    def _turn(self, turn: Turn) -> None:
        self.disk.edit(turn, (self.main.selected,))

    def action_undo(self) -> None:
        """Take the last edit back."""
        self._turn("undo")

    def action_redo(self) -> None:
        """Make it again."""
        self._turn("redo")

    # Other keys

    def action_reload(self) -> None:
        """Look at the files now."""
        self.disk.look_again()
        self.main.say("looked at the files again", "dim")

    def action_next_theme(self) -> None:
        """The next theme."""
        names = self.theme_names or sorted(self.available_themes)
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        self.main.say(f"theme {self.theme}", "dim")

    def action_help(self) -> None:
        """The keys that are in force."""
        from milestone_tui.tui.screens.help import HelpScreen, keys_in_force

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(keys_in_force(self)))

    def action_copy_place(self) -> None:
        """Copy `path:line`."""
        place = self.main.place()
        if place is not None:
            self.copy_to_clipboard(f"{place[0]}:{place[1]}")
            self.main.say(f"copied {place[0]}:{place[1]}", "dim")

    def action_editor(self) -> None:
        """Open the file in an editor."""
        from milestone_tui.tui.editor import open_editor

        place = self.main.place()
        if place is None:
            self.main.say("nothing is selected", "dim")
            return
        failure = open_editor(self, self.disk.workspace.root / place[0], place[1])
        if failure:
            self.main.say(failure, "error")
        self.disk.look_again()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key with a name, and the themes."""
        from milestone_tui.tui.commands import system_commands

        return system_commands(self, screen)

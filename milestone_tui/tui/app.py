"""The application: puts the disk, the screen and the themes together. All state of the project changes here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen

from milestone_tui.model.project import Project
from milestone_tui.tui.commits import Commits
from milestone_tui.tui.disk import Disk
from milestone_tui.tui.messages import (
    ActivityRead,
    ActivityWanted,
    ContentsRead,
    DocumentRead,
    DocumentWanted,
    FilesTouched,
    FindWanted,
    LinesExplained,
    LinesFound,
    PermissionRead,
    ProjectChanged,
    ReadingFailed,
    Recalled,
    SurveyRead,
    WishesRead,
)
from milestone_tui.tui.panels.milestones import MilestoneList
from milestone_tui.tui.screens.main import MainScreen
from milestone_tui.tui.screens.memory import remembered, take_up
from milestone_tui.tui.snapshot import snapshot_of
from milestone_tui.tui.themes import load_themes, semantic_defaults, starting_theme
from milestone_tui.tui.unwritten import Unwritten
from milestone_tui.tui.wishes import NO_WISHES

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace


def milestone_commands() -> type[Provider]:
    """The provider of milestones, imported when the palette opens."""
    from milestone_tui.tui.commands import MilestoneCommands

    return MilestoneCommands


def item_commands() -> type[Provider]:
    """The provider of boxes, as above."""
    from milestone_tui.tui.commands import ItemCommands

    return ItemCommands


class MilestoneApp(Commits, Unwritten):
    """The dashboard over one workspace."""

    TITLE = "milestone-tui"
    CSS_PATH = "screens/main.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[Any]] = App.COMMANDS | {milestone_commands, item_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"

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
        theme_folder: Path | None = None,
        only: str = "",
        read_only: str = "",
    ) -> None:
        self.theme_folder = theme_folder
        self.read_only = self._asked_read_only = read_only
        self._asked_theme = theme is not None
        self._wishes = NO_WISHES
        self._themes, self._notices = load_themes(theme_folder)
        super().__init__(driver_class=driver_class, ansi_color=True if "NO_COLOR" in os.environ else None)
        for each in self._themes:
            self.register_theme(each)
        self.theme_names = [each.name for each in self._themes]
        self._colours = 16 if self.no_color else colours
        self.theme, notice = starting_theme(theme, self.theme_names or ["textual-dark"], self._colours)
        if notice:
            self._notices.append(notice)
        self.set_class(ascii, "-ascii")
        self.watch_files = watch
        self.disk = Disk(workspace if callable(workspace) else lambda: workspace, today, self.post_message, ascii)
        self.main = MainScreen(ascii_only=ascii, watching=watch, only="overview" if only == "agenda" else only)
        self._begins_with_agenda = only == "agenda"
        self.today = today

    def get_default_screen(self) -> Screen[None]:
        """The dashboard."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our meanings, for themes that do not know them."""
        return semantic_defaults(self.current_theme)

    def on_ready(self) -> None:
        """The first screen is painted before a file is read."""
        nothing = Project("", (), (), ())
        self.main.show_snapshot(snapshot_of(nothing, self.today(), loaded=False))
        if self._begins_with_agenda:
            self.main.overview.action_standup()
        for notice in self._notices:
            self.main.say(notice, "error")
        self.disk.start(self.watch_files)

    def on_unmount(self) -> None:
        """Every edit that was asked for is finished before the program ends."""
        self.disk.remember(remembered(self.main))
        self.disk.close()

    # What comes back from the disk

    @on(ProjectChanged)
    def _project_changed(self, event: ProjectChanged) -> None:
        self.main.after_paint(event.seen)
        if event.snapshot.loaded and event.snapshot.project is not self.disk.workspace.project:
            return  # a later one is on its way already
        self.main.show_snapshot(event.snapshot)

    @on(PermissionRead)
    def _permission_read(self, event: PermissionRead) -> None:
        self.read_only = self._asked_read_only or event.why_not
        self.main.refresh_bindings()
        self.main.header.redraw()
        if event.why_not and not self._asked_read_only:
            self.main.say(f"read-only: {event.why_not}", "late")

    @on(FilesTouched)
    def _files_touched(self) -> None:
        self.main.show_touched()
        self.tell_form()

    @on(ActivityWanted)
    def _activity_wanted(self, event: ActivityWanted) -> None:
        self.disk.inquiries.want_activity(event.moment)

    @on(ActivityRead)
    def _activity_read(self, event: ActivityRead) -> None:
        self.main.stage.panel("activity").show_activity(event)

    @on(ContentsRead)
    def _contents_read(self, event: ContentsRead) -> None:
        self.main.show_contents(event.key, event.contents)

    @on(FindWanted)
    def _find_wanted(self, event: FindWanted) -> None:
        self.disk.inquiries.find(event.words)

    @on(LinesFound)
    def _lines_found(self, event: LinesFound) -> None:
        self.main.show_trail(event.trail)

    @on(DocumentWanted)
    def _document_wanted(self, event: DocumentWanted) -> None:
        self.disk.inquiries.want_document(event.key, event.width)

    @on(DocumentRead)
    def _document_read(self, event: DocumentRead) -> None:
        self.main.milestone.show_document(event)

    @on(LinesExplained)
    def _lines_explained(self, event: LinesExplained) -> None:
        from milestone_tui.tui.screens.source import SourceScreen

        for screen in self.screen_stack:  # another dialog may stand over it by now
            if isinstance(screen, SourceScreen) and screen.path == event.path:
                screen.show_lines(event.lines)

    @on(Recalled)
    def _recalled(self, event: Recalled) -> None:
        take_up(self.main, event.values)

    @on(WishesRead)
    def _wishes_read(self, event: WishesRead) -> None:
        wishes, before = event.wishes, self._wishes
        self._wishes = wishes
        self.main.saved_views = wishes.views
        if wishes.keys != before.keys:
            self.set_keymap(wishes.keys)
        if wishes.theme != before.theme and not self._asked_theme:
            self.theme, notice = starting_theme(wishes.theme or None, self.theme_names, self._colours)
            if notice:
                self.main.say(notice, "error")
        for problem in wishes.problems:
            self.main.say(f"{problem.path}:{problem.line}: {problem.text}; {problem.advice}", "error")

    @on(SurveyRead)
    def _survey_read(self, event: SurveyRead) -> None:
        self.main.after_paint(event.seen)
        self.main.show_survey(event.survey)

    @on(ReadingFailed)
    def _reading_failed(self, event: ReadingFailed) -> None:
        self.main.say(event.text, "error")

    @on(MainScreen.Wanted)
    def _wanted(self, event: MainScreen.Wanted) -> None:
        self.disk.inquiries.want_contents(event.key)
        self.disk.surveyor.want(event.parts)

    @on(MilestoneList.CandidateOpened)
    def _candidate_opened(self, event: MilestoneList.CandidateOpened) -> None:
        self.disk.take_in(event.path)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key with a name, and the themes."""
        from milestone_tui.tui.commands import system_commands

        return system_commands(self, screen)

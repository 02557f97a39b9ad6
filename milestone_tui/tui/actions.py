"""The keys that are in force everywhere, and what they do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from milestone_tui.text.terminal import harmless
from milestone_tui.tui.disk import Disk
from milestone_tui.tui.themes import load_themes
from milestone_tui.tui.writer import Turn

if TYPE_CHECKING:
    from milestone_tui.tui.screens.main import MainScreen

_KEY_NAMES = {"enter": "enter", "up": "up", "down": "down", "left": "left", "right": "right", "tab": "tab"}
"""For keys that are shown by a sign where there is one."""


class Actions(App[None]):
    """What one can do wherever one is. The app that they belong to gives the disk and the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "undo", id="app.undo", tooltip="Take back the last edit, also one of an earlier run"),
        Binding("ctrl+r", "redo", "Redo", show=False, id="app.redo", tooltip="Make it again"),
        Binding("E", "editor", "Editor", show=False, id="app.editor", tooltip="Open $VISUAL or $EDITOR at the selected line"),
        Binding("y", "copy_place", "Copy", show=False, id="app.copy", tooltip="Copy path:line of what is selected"),
        Binding("i", "explain", "Explain", show=False, id="app.explain", tooltip="What the line was read as, and by which rule"),
        Binding("r", "reload", "Reload", show=False, id="app.reload", tooltip="Look at the files now"),
        Binding("t", "themes", "Theme", show=False, id="app.theme", tooltip="Choose a theme; each is shown at once"),
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

    main: MainScreen
    disk: Disk
    theme_names: list[str]
    theme_folder: Path | None
    """Where the user's own themes are."""

    def get_key_display(self, binding: Binding) -> str:
        """The key in signs that the terminal has."""
        shown = super().get_key_display(binding)
        if shown.isascii() or not self.has_class("-ascii"):
            return shown
        with_it, plus, key = binding.key.rpartition("+")
        return f"{with_it}{plus}{_KEY_NAMES[key]}" if key in _KEY_NAMES else shown

    def _turn(self, turn: Turn) -> None:
        self.disk.writer.edit(turn, (self.main.selected,))

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

    def action_themes(self) -> None:
        """Choose a theme from a list; the one at the cursor is shown at once. The files of themes are read again."""
        from milestone_tui.tui.screens.choice import ChoiceScreen, Option

        for notice in self.load_themes():
            self.main.say(notice, "error")
        before = self.theme

        def preview(name: str) -> None:
            self.theme = name

        def chosen(name: str | None) -> None:
            self.theme = name or before
            self.main.say(f"theme {self.theme}", "dim")

        options = [Option(name, name, "dark" if self.available_themes[name].dark else "light") for name in self.theme_names]
        self.push_screen(ChoiceScreen("Theme", options, before, preview), chosen)

    def load_themes(self) -> list[str]:
        """Read the theme files; what is wrong with some of them."""
        themes, notices = load_themes(self.theme_folder)
        for theme in themes:
            self.register_theme(theme)
        self.theme_names = [theme.name for theme in themes] or sorted(self.available_themes)
        return notices

    def action_command_palette(self) -> None:
        """All commands, milestones and boxes by name."""
        from milestone_tui.tui.screens.palette import SafeCommandPalette

        if self.use_command_palette and not isinstance(self.screen, SafeCommandPalette):
            self.push_screen(SafeCommandPalette(id="--command-palette"))

    def action_help(self) -> None:
        """The keys that are in force."""
        from milestone_tui.tui.screens.help import HelpScreen, keys_in_force

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(keys_in_force(self)))

    def action_copy_place(self) -> None:
        """Copy `path:line`; a line break in a name would run what stands before it, in the shell that it is pasted into."""
        place = self.main.place()
        if place is not None:
            self.copy_to_clipboard(harmless(f"{place[0]}:{place[1]}"))
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

    def action_explain(self) -> None:
        """Show what the line was read as; the lines come when the file is read."""
        from milestone_tui.tui.screens.source import SourceScreen

        place = self.main.place()
        if place is not None and self.screen is self.main:
            self.push_screen(SourceScreen(place[0], place[1], self.main.glyphs))
            self.disk.inquiries.explain(*place)

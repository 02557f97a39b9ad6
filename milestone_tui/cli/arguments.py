"""The arguments of each command. Only the parser of the command that was given is ever built."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable

from milestone_tui import __version__
from milestone_tui.cli.output import output_width

PANELS = ("risks", "dependencies", "tracks", "checkpoints", "agenda", "activity")
ALL_PANELS = ("overview", "milestone", *PANELS)
"""Those that the dashboard and `--plain` have."""
FIELDS = ("status", "priority", "target", "start", "completed", "owner", "progress", "risk_level", "track", "title")
"""Those that `set` is asked for most; it takes every field that the file states."""
SHELLS = ("bash", "zsh", "fish", "ids")

OVERVIEW = """\
A dashboard over the milestone Markdown files of a project.

  milestone-tui [PATH]             the dashboard; PATH is a project, a folder of milestones or one file
  milestone-tui --plain [PATH]     what it shows, as lines of text
  milestone-tui demo               the dashboard on a throw-away copy of the sample project
  milestone-tui status [PATH]      the state of all milestones, a line each
  milestone-tui status --since monday   what changed since then, as far as git knows
  milestone-tui show FILE|ID       everything that was read of one
  milestone-tui explain FILE       each line of a file and what it was read as
  milestone-tui tick FILE:LINE     tick a box; also: tick ID TEXT
  milestone-tui untick FILE:LINE   and the other way round
  milestone-tui set ID FIELD VALUE  a field; also a part of an item, a risk or a checkpoint
  milestone-tui add ID TEXT        a new item; also: add FILE:LINE TEXT
  milestone-tui move FILE:LINE --up    an item elsewhere; --down, --after, --indent, …
  milestone-tui rm FILE:LINE       delete an item
  milestone-tui align ID           percentage and counts as the boxes have it
  milestone-tui undo               take the last edit back; also: redo, history
  milestone-tui commit             your edits to git, and nothing else
  milestone-tui completions SHELL  a script that completes all this in bash, zsh or fish

Each command answers to --help. A folder that is called like a command: milestone-tui ./status"""

COMMIT = """\
Commit to git the edits in and below PATH that git lacks: those made with milestone-tui, also in the dashboard.

What else changed in these files, and what is staged, stays as it is. `git commit` makes the commit: with your hooks,
your name, your signature."""

COMPLETIONS = """\
Print a script that completes command lines: commands, options, files, and the ids of the project.

  bash   eval "$(milestone-tui completions bash)"            in ~/.bashrc
  zsh    eval "$(milestone-tui completions zsh)"             in ~/.zshrc, below compinit
  fish   milestone-tui completions fish > ~/.config/fish/completions/milestone-tui.fish"""

EXIT_CODES = "Exit codes: 0 done, 1 a refused edit, 2 wrong usage or nothing to read."


def parser_for(command: str) -> ArgumentParser:
    """The parser of what follows `command`."""
    add, description = _COMMANDS[command]
    name = "milestone-tui" if command == "dashboard" else f"milestone-tui {command}"
    parser = ArgumentParser(prog=name, description=description, epilog=EXIT_CODES, formatter_class=_formatter)
    add(parser)
    return parser


def description_of(command: str) -> str:
    """What a command does, as its help says it."""
    return _COMMANDS[command][1]


def _formatter(prog: str) -> RawDescriptionHelpFormatter:
    """A given width spares argparse an import of shutil for every command."""
    return RawDescriptionHelpFormatter(prog, width=min(output_width(), 100))


def _dashboard(parser: ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"milestone-tui {__version__}")
    _look(parser)
    _path_last(parser)


def _demo(parser: ArgumentParser) -> None:
    _look(parser)


def _status(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the same figures as JSON")
    parser.add_argument("--width", type=_cells, metavar="N", help="cells to a line (default: the terminal's, 120 without one)")
    parser.add_argument("--panel", choices=PANELS, help="print what that panel of the dashboard shows instead")
    parser.add_argument("--since", metavar="MOMENT", help="what changed since: yesterday, monday, 2w, 2026-11-14, HEAD~3")
    parser.add_argument("-v", "--verbose", action="store_true", help="list problems and files passed over")
    _ascii(parser)
    _path_last(parser)


def _show(parser: ArgumentParser) -> None:
    parser.add_argument("what", metavar="FILE|ID", help="a file, read alone, or the id of a milestone")
    parser.add_argument("--json", action="store_true", help="as JSON; milestone.schema.json in the package describes it")
    _ascii(parser)
    _project(parser)


def _explain(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="any Markdown file, also one that a search would pass over")


def _edit(command: str) -> Callable[[ArgumentParser], None]:
    """The arguments of a command that edits, loaded when they are asked for: no other command needs them."""

    def add(parser: ArgumentParser) -> None:
        from milestone_tui.cli import edit_arguments

        getattr(edit_arguments, command)(parser)
        parser.description = getattr(edit_arguments, parser.prog.rpartition(" ")[2].upper())

    return add


def _turn(parser: ArgumentParser) -> None:
    _path_either_way(parser)


def _history(parser: ArgumentParser) -> None:
    parser.add_argument("-n", "--number", type=int, default=20, metavar="N", help="at most so many steps (20)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    _path_either_way(parser)


def _commit(parser: ArgumentParser) -> None:
    parser.add_argument("-m", "--message", metavar="TEXT", help="the words of the commit, instead of those made of the edits")
    parser.add_argument("--dry-run", action="store_true", help="print the words and the difference, and commit nothing")
    _path_either_way(parser)


def _completions(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish; `ids` prints what the scripts ask for")
    _project(parser)


def _path_last(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?", default=".", help="a project, a folder or a file; the current folder")


def _path_either_way(parser: ArgumentParser) -> None:
    """As the commands that look take it, or as those that edit do."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("-C", dest="project", metavar="PATH", help="the same as PATH, as the commands that edit take it")
    either.add_argument("path", metavar="PATH", nargs="?", default=".", help="a project, a folder or a file; the current folder")


def _project(parser: ArgumentParser) -> None:
    parser.add_argument("-C", dest="path", metavar="PATH", default=".", help="the project to look in; the current folder")


def _ascii(parser: ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")


def _look(parser: ArgumentParser) -> None:
    _ascii(parser)
    parser.add_argument("--theme", metavar="NAME", help="a theme to begin with; `t` in the dashboard goes through all")
    parser.add_argument("--plain", action="store_true", help="print the panels as lines of text, for screen readers and pipes")
    parser.add_argument("--only", metavar="PANEL", help=f"that panel alone: {', '.join(ALL_PANELS)}; with --plain also an ID")
    parser.add_argument("--read-only", action="store_true", help="change no file of the project, whatever is pressed")


def _cells(text: str) -> int:
    """A width that something can be drawn in."""
    return max(20, int(text))


_COMMANDS: dict[str, tuple[Callable[[ArgumentParser], None], str]] = {
    "dashboard": (_dashboard, OVERVIEW),
    "demo": (_demo, "Open the dashboard on a throw-away copy of the sample project."),
    "status": (_status, "Print the state of all milestones, a line each."),
    "show": (_show, "Print everything that was read of one milestone or one file."),
    "explain": (_explain, "Print a file, each line beside what it was read as."),
    "tick": (_edit("tick"), "Tick a box."),
    "untick": (_edit("tick"), "Open a box again."),
    "set": (_edit("set_"), "Give a field, or a part of an item, a risk or a checkpoint, another value."),
    "add": (_edit("add"), "Add an item with an open box."),
    "move": (_edit("move"), "Move an item."),
    "rm": (_edit("rm"), "Delete an item."),
    "align": (_edit("align"), "Bring percentage, counts and the day of the last update in line with the boxes."),
    "undo": (_turn, "Take back your last edit in or below PATH, also one of the dashboard, if its text is still there."),
    "redo": (_turn, "Make the edit again that was taken back last."),
    "history": (_history, "List your edits in and below PATH, the newest first, and those that were taken back."),
    "commit": (_commit, COMMIT),
    "completions": (_completions, COMPLETIONS),
}

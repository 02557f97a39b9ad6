"""`milestone-tui explain`: a file, each line beside what it was read as."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from milestone_tui.cli.output import DONE, USAGE, ascii_wanted, complain, output_width, print_lines
from milestone_tui.cli.state import user_file
from milestone_tui.cli.targets import existing


def run(args: Namespace) -> int:
    """Print the file with its reading beside it."""
    path = existing(args.file)
    if path is None:
        return USAGE
    if not path.is_file():
        complain(f"{args.file} is no file.", "Give one Markdown file.")
        return USAGE
    from milestone_tui.model.values import Problem
    from milestone_tui.reading.reader import read
    from milestone_tui.views.explain_lines import explain_lines
    from milestone_tui.views.glyphs import glyphs
    from milestone_tui.workspace.files import read_file
    from milestone_tui.workspace.workspace import Workspace

    found = read_file(str(path), Path(args.file).as_posix())
    if isinstance(found, Problem):
        complain(f"{args.file} cannot be read: {found.text}.", found.advice)
        return USAGE
    reading = read(found.data, Path(args.file).as_posix(), Workspace(path, user_file=user_file()).lexicon)
    print_lines(explain_lines(reading, output_width(), glyphs(ascii_wanted(False))))
    return DONE

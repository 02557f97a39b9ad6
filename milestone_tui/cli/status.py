"""`milestone-tui status`: the state of all milestones as a table, or as JSON. Imports little: it must answer at once."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from milestone_tui.analysis.standing import standings
from milestone_tui.analysis.totals import totals
from milestone_tui.cli.output import DONE, USAGE, ascii_wanted, complain, output_width, print_json, print_lines
from milestone_tui.cli.state import user_file
from milestone_tui.cli.targets import existing
from milestone_tui.model.project import Project

if TYPE_CHECKING:
    from milestone_tui.workspace.workspace import Workspace


def run(args: Namespace) -> int:
    """Read, then print. A broken file is a row and changes nothing about the exit code."""
    path = existing(args.path)
    if path is None:
        return USAGE
    from milestone_tui.workspace.workspace import Workspace

    workspace = Workspace(path, user_file=user_file())
    project = workspace.load()
    args.ascii = args.ascii or workspace.ascii_only
    panel = args.panel or ("activity" if args.since else None)
    if args.since and panel != "activity":
        complain(f"--since goes with --panel activity, not with --panel {panel}.")
        return USAGE
    if workspace.is_configured:
        project = _with_wishes(workspace, project, args.verbose)
    something = bool(project.milestones) or (bool(project.problems) and path.is_dir())
    if something and panel == "activity":
        from datetime import datetime

        from milestone_tui.cli.activity import print_activity

        return print_activity(workspace, args, datetime.now())
    if something and panel:
        from milestone_tui.cli.panels import print_panel

        print_panel(workspace, project, args, date.today())
    elif something or args.json:
        print_status(project, args, date.today())
    if something:
        return DONE
    from milestone_tui.views.nothing_found import nothing_words

    complain(*nothing_words(args.path, project))
    return USAGE


def _with_wishes(workspace: Workspace, project: Project, verbose: bool) -> Project:
    """The project with what is wrong with the views that the configuration names and, if `verbose`, with its keys."""
    configuration = workspace.configuration
    if not configuration.views and not (configuration.keys and verbose):
        return project
    from milestone_tui.tui.wishes import wishes_of

    return project._replace(problems=(*project.problems, *wishes_of(configuration, of_keys=verbose).problems))


def print_status(project: Project, args: Namespace, today: date) -> None:
    """Print `project` as it stands on `today`. `args` has `json`, `width`, `ascii` and `verbose`."""
    standing = standings(project, today)
    sums = totals(project, standing)
    if args.json:
        from milestone_tui.views.status_json import status_json

        print_json(status_json(project, standing, sums, today))
    else:
        from milestone_tui.views.status_table import status_lines

        width = args.width or output_width()
        print_lines(status_lines(project, standing, sums, width, ascii_wanted(args.ascii), args.verbose))

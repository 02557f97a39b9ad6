"""`milestone-tui show`: everything that was read of a file or of one milestone."""

from __future__ import annotations

from argparse import Namespace

from milestone_tui.analysis.references import index, resolve
from milestone_tui.cli.lookup import Found, find
from milestone_tui.cli.output import DONE, USAGE, ascii_wanted, complain, output_width, print_json, print_lines
from milestone_tui.model.project import Project
from milestone_tui.views.figures import problem_words


def run(args: Namespace) -> int:
    """Print as JSON or for people."""
    found = find(args.what, args.path)
    if found is None:
        return USAGE
    project = found.workspace.project
    if args.json:
        from milestone_tui.views.show_json import show_json

        pairs = [(milestone, found.workspace.contents(milestone.key)) for milestone in found.milestones]
        problems = project.problems if found.milestones == project.milestones else _problems_of(found, project)
        print_json(show_json(pairs, project.skipped, problems, _targets(found, project)))
    else:
        from milestone_tui.views.show_text import show_lines

        for milestone in found.milestones:
            lines = show_lines(
                milestone,
                found.workspace.contents(milestone.key),
                output_width(),
                ascii_wanted(args.ascii or found.workspace.ascii_only),
            )
            print_lines(lines)
    for problem in project.problems:
        if not found.milestones or problem.path in {milestone.path for milestone in found.milestones}:
            complain(problem_words(problem))
    return DONE if found.milestones else USAGE


def _problems_of(found: Found, project: Project) -> list:  # type: ignore[type-arg]
    paths = {milestone.path for milestone in found.milestones}
    return [problem for problem in project.problems if problem.path in paths]


def _targets(found: Found, project: Project) -> dict[str, str]:
    """Dependency name → id of the milestone it means, for the names that mean one of this project."""
    names = index(project)
    ids = {milestone.key: milestone.id for milestone in project.milestones}
    targets: dict[str, str] = {}
    for milestone in found.milestones:
        for dependency in milestone.dependencies:
            key = resolve(dependency.ref, names)
            if key is not None:
                targets[dependency.ref] = ids[key]
    return targets

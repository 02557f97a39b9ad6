"""`milestone-tui --plain`: what the panels of the dashboard show, as lines of text without a sign, for ears and for pipes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.cli.lookup import named
from milestone_tui.cli.output import DONE, USAGE, complain, print_lines
from milestone_tui.cli.state import user_file
from milestone_tui.cli.targets import existing
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.views.plain_words import section
from milestone_tui.workspace.workspace import Workspace


class _Material(NamedTuple):
    """What the sentences are made from."""

    workspace: Workspace
    project: Project
    pairs: list[tuple[Milestone, Contents]]
    standing: dict[str, Standing]
    now: datetime

    @property
    def today(self) -> date:
        """The day on which they are told."""
        return self.now.date()


def run(args: Namespace) -> int:
    """Print the panels of `args.path`, or the one that `args.only` names: a panel, or the id of a milestone."""
    path = existing(args.path)
    if path is None:
        return USAGE
    workspace = Workspace(path, user_file=user_file())
    project = workspace.load()
    if not project.milestones and not project.problems:
        from milestone_tui.views.nothing_found import nothing_words

        complain(*nothing_words(args.path, project))
        return USAGE
    milestones = project.milestones
    panels = list(PANELS)
    if args.only:
        panels = [args.only] if args.only in PANELS else []
    if args.only and not panels:
        milestones = named(args.only, milestones)
        panels = ["milestone"]
        if not milestones:
            complain(f'"{args.only}" is no panel and no milestone of "{args.path}".', f"Panels: {', '.join(PANELS)}.")
            return USAGE
    now = datetime.now()
    pairs = [(milestone, workspace.contents(milestone.key)) for milestone in milestones]
    material = _Material(workspace, project, pairs, standings(project, now.date()), now)
    print_lines(_without_last_blank(line for panel in panels for line in _section(panel, material)))
    return DONE


def _section(panel: str, material: _Material) -> Iterator[str]:
    title, sentences, nothing = PANELS[panel]
    return section(title, sentences(material), nothing)


def _without_last_blank(lines: Iterable[str]) -> Iterator[str]:
    waiting = False
    for line in lines:
        if waiting:
            yield ""
        waiting = not line
        if line:
            yield line


def _overview(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.totals import totals
    from milestone_tui.views.plain_overview import overview_sentences

    sums = totals(material.project, material.standing)
    return overview_sentences(material.project, material.pairs, material.standing, sums, material.today)


def _milestones(material: _Material) -> Iterator[str]:
    from milestone_tui.views.plain_milestone import milestone_sentences

    for number, (milestone, contents) in enumerate(material.pairs):
        problems = tuple(problem for problem in material.project.problems if problem.path == milestone.path)
        if number:
            yield ""
        yield from milestone_sentences(milestone, material.standing[milestone.key], contents, problems, material.today)


def _risks(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.exposure import matrix, register
    from milestone_tui.views.plain_risks import risk_sentences

    return risk_sentences(matrix(register((milestone, contents.risks) for milestone, contents in material.pairs)))


def _dependencies(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.views.plain_graph import dependency_sentences

    found = graph(material.project, material.standing)
    return dependency_sentences(found, schedule(material.project, found, material.today), material.today)


def _tracks(material: _Material) -> Iterable[str]:
    from milestone_tui.views.plain_graph import track_sentences
    from milestone_tui.views.track_rows import tracks_of

    return track_sentences(tracks_of(material.project, material.pairs, material.standing, material.today))


def _checkpoints(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.ladder import ladders
    from milestone_tui.views.plain_checkpoints import checkpoint_sentences

    return checkpoint_sentences(ladders(material.pairs, material.standing, material.today), material.today)


def _agenda(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.agenda import agenda
    from milestone_tui.views.plain_agenda import agenda_sentences

    return agenda_sentences(agenda(material.pairs, material.standing, material.today), material.today)


def _activity(material: _Material) -> Iterable[str]:
    from milestone_tui.analysis.changes import changes
    from milestone_tui.cli.activity import DEFAULT, part_of, sought
    from milestone_tui.views.plain_activity import activity_sentences
    from milestone_tui.views.plain_words import ended
    from milestone_tui.workspace.history import Past
    from milestone_tui.workspace.past import compared

    found = sought(material.workspace, DEFAULT, material.now)
    if not isinstance(found, Past):
        return [ended(f"{found.text[:1].upper()}{found.text[1:]}")]
    told = changes(*compared(material.workspace, found))
    return activity_sentences([part_of(found, told, material.now)], material.today)


PANELS: dict[str, tuple[str, Callable[[_Material], Iterable[str]], str]] = {
    "overview": ("Overview", _overview, ""),
    "milestone": ("Milestones", _milestones, "No milestone could be read."),
    "risks": ("Risks", _risks, "No milestone lists a risk."),
    "dependencies": ("Dependencies", _dependencies, "No milestone waits for another."),
    "tracks": ("Tracks", _tracks, "No milestone states a track."),
    "checkpoints": ("Checkpoints", _checkpoints, "No milestone sets a day for anything."),
    "agenda": ("Agenda", _agenda, "Nothing is left to tick."),
    "activity": ("Activity", _activity, ""),
}
"""Panel → its heading, its sentences, and what is said where there are none."""

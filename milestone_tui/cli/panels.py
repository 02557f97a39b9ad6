"""`status --panel`: what the panels of the dashboard show, as lines of text or as JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.cli.output import ascii_wanted, output_width, print_json, print_lines
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.lines import Line, plain
from milestone_tui.workspace.workspace import Workspace


class _Material(NamedTuple):
    """What the panels are made from."""

    project: Project
    pairs: list[tuple[Milestone, Contents]]
    standing: dict[str, Standing]
    today: date


class _Paper(NamedTuple):
    """What the lines are drawn on."""

    width: int
    signs: Glyphs
    ascii_only: bool


def print_panel(workspace: Workspace, project: Project, args: Namespace, today: date) -> None:
    """Print the panel that `args.panel` names. `args` has `json`, `width` and `ascii` too."""
    pairs = [(milestone, workspace.contents(milestone.key)) for milestone in project.milestones]
    material = _Material(project, pairs, standings(project, today), today)
    lines, data = _PANELS[args.panel]
    if args.json:
        head = {"schema": 1, "panel": args.panel, "project": project.name, "today": today.isoformat()}
        print_json(head | data(material))
        return
    ascii_only = ascii_wanted(args.ascii)
    paper = _Paper(args.width or output_width(), glyphs(ascii_only), ascii_only)
    print_lines(plain(line).rstrip() for line in lines(material, paper))


def _risk_lines(material: _Material, paper: _Paper) -> Iterable[Line]:
    from milestone_tui.analysis.exposure import matrix, register
    from milestone_tui.views.risk_rows import panel_lines

    risks = register((milestone, contents.risks) for milestone, contents in material.pairs)
    return panel_lines(matrix(risks), paper.width, paper.signs)


def _risk_data(material: _Material) -> dict[str, Any]:
    from milestone_tui.analysis.exposure import matrix, register
    from milestone_tui.views.panel_json import risks_json

    risks = register((milestone, contents.risks) for milestone, contents in material.pairs)
    return risks_json(risks, matrix(risks))


def _graph_lines(material: _Material, paper: _Paper) -> Iterable[Line]:
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.views.graph_rows import graph_view
    from milestone_tui.views.graph_words import dependency_report

    found = graph(material.project, material.standing)
    times = schedule(material.project, found, material.today)
    return dependency_report(graph_view(found, times, paper.width, paper.signs, ascii_only=paper.ascii_only), "")


def _graph_data(material: _Material) -> dict[str, Any]:
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.views.panel_json import dependencies_json

    found = graph(material.project, material.standing)
    return dependencies_json(material.project, found, schedule(material.project, found, material.today))


def _track_lines(material: _Material, paper: _Paper) -> Iterable[Line]:
    from milestone_tui.views.track_rows import track_axis, track_rows, tracks_of

    tracks = tracks_of(*material)
    rows = track_rows(tracks, track_axis(tracks, paper.width), paper.width, paper.signs, paper.ascii_only)
    return (line for row in rows for line in row.lines)


def _track_data(material: _Material) -> dict[str, Any]:
    from milestone_tui.views.panel_json import tracks_json
    from milestone_tui.views.track_rows import tracks_of

    return tracks_json(material.project, tracks_of(*material))


def _ladder_lines(material: _Material, paper: _Paper) -> Iterable[Line]:
    from milestone_tui.analysis.ladder import ladders
    from milestone_tui.views.ladder_rows import panel_lines

    found = ladders(material.pairs, material.standing, material.today)
    return panel_lines(found, material.today, paper.width, paper.signs)


def _ladder_data(material: _Material) -> dict[str, Any]:
    from milestone_tui.analysis.ladder import ladders
    from milestone_tui.views.panel_json import checkpoints_json

    return checkpoints_json(ladders(material.pairs, material.standing, material.today))


def _agenda_lines(material: _Material, paper: _Paper) -> Iterable[Line]:
    from milestone_tui.analysis.agenda import agenda
    from milestone_tui.views.agenda_rows import panel_lines

    return panel_lines(agenda(material.pairs, material.standing, material.today), material.today, paper.width, paper.signs)


def _agenda_data(material: _Material) -> dict[str, Any]:
    from milestone_tui.analysis.agenda import agenda
    from milestone_tui.views.panel_json import agenda_json

    return agenda_json(agenda(material.pairs, material.standing, material.today))


_PANELS: dict[str, tuple[Callable[[_Material, _Paper], Iterable[Line]], Callable[[_Material], dict[str, Any]]]] = {
    "risks": (_risk_lines, _risk_data),
    "dependencies": (_graph_lines, _graph_data),
    "tracks": (_track_lines, _track_data),
    "checkpoints": (_ladder_lines, _ladder_data),
    "agenda": (_agenda_lines, _agenda_data),
}
"""Panel → its lines, and its data."""

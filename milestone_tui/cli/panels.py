"""`status --panel`: what the panels of the dashboard show, as lines of text or as JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from milestone_tui.analysis.standing import Standing, standings
from milestone_tui.cli.output import ascii_wanted, output_width, print_json, print_lines
from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.views.glyphs import Glyphs, glyphs
from milestone_tui.views.lines import Line, plain
from milestone_tui.workspace.workspace import Workspace

Pairs = list[tuple[Milestone, Contents]]


def print_panel(workspace: Workspace, project: Project, args: Namespace, today: date) -> None:
    """Print the panel that `args.panel` names. `args` has `json`, `width` and `ascii` too."""
    pairs = [(milestone, workspace.contents(milestone.key)) for milestone in project.milestones]
    standing = standings(project, today)
    if args.json:
        print_json({"schema": 1, "panel": args.panel, args.panel: _DATA[args.panel](project, pairs, standing, today)})
        return
    ascii_only = ascii_wanted(args.ascii)
    lines = _LINES[args.panel](project, pairs, standing, today, args.width or output_width(), glyphs(ascii_only), ascii_only)
    print_lines(plain(line).rstrip() for line in lines)


def _risk_lines(
    project: Project, pairs: Pairs, standing: dict[str, Standing], today: date, width: int, signs: Glyphs, ascii_only: bool
) -> Iterable[Line]:
    from milestone_tui.analysis.exposure import matrix, register
    from milestone_tui.views.risk_rows import risk_rows

    grid = matrix(register((milestone, contents.risks) for milestone, contents in pairs))
    return (row.line for row in risk_rows(grid, width, signs))


def _risk_data(project: Project, pairs: Pairs, standing: dict[str, Standing], today: date) -> list[dict[str, Any]]:
    from milestone_tui.analysis.exposure import register

    return [
        {
            "milestone": each.id,
            "path": each.path,
            "line": each.risk.line,
            "text": each.risk.text,
            "probability": each.probability,
            "impact": each.impact,
            "exposure": each.exposure,
            "mitigation": each.risk.mitigation,
            "contingency": each.risk.contingency,
            "owner": each.risk.owner,
            "status": each.risk.status,
        }
        for each in register((milestone, contents.risks) for milestone, contents in pairs)
    ]


def _ladder_lines(
    project: Project, pairs: Pairs, standing: dict[str, Standing], today: date, width: int, signs: Glyphs, ascii_only: bool
) -> Iterable[Line]:
    from milestone_tui.analysis.ladder import ladders
    from milestone_tui.views.ladder_rows import ladder_rows

    return (row.line for row in ladder_rows(ladders(pairs, standing, today), today, width, signs))


def _ladder_data(project: Project, pairs: Pairs, standing: dict[str, Standing], today: date) -> list[dict[str, Any]]:
    from milestone_tui.analysis.ladder import ladders

    return [
        {
            "milestone": each.id,
            "actual": each.actual,
            "expected": each.expected,
            "dates": [
                {**rung._asdict(), "milestone": rung.id, "day": rung.day.isoformat() if rung.day else None} for rung in each.rungs
            ],
        }
        for each in ladders(pairs, standing, today)
    ]


def _graph_lines(
    project: Project, pairs: Pairs, standing: dict[str, Standing], today: date, width: int, signs: Glyphs, ascii_only: bool
) -> Iterable[Line]:
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.views.graph_rows import graph_view
    from milestone_tui.views.graph_words import dependency_report

    found = graph(project, standing)
    view = graph_view(found, schedule(project, found, today), width, signs, ascii_only=ascii_only)
    return dependency_report(view, "")


def _graph_data(project: Project, pairs: Pairs, standing: dict[str, Standing], today: date) -> list[dict[str, Any]]:
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule

    found = graph(project, standing)
    plan = schedule(project, found, today)
    ids = {milestone.key: milestone.id for milestone in project.milestones}
    return [
        {
            "milestone": milestone.id,
            "needs": [ids.get(edge.source, edge.source) for edge in found.edges if edge.target == milestone.key],
            "frees": [ids.get(edge.target, edge.target) for edge in found.edges if edge.source == milestone.key],
            "critical": milestone.key in plan.plans and plan.plans[milestone.key].critical,
        }
        for milestone in project.milestones
    ]


def _track_lines(
    project: Project, pairs: Pairs, standing: dict[str, Standing], today: date, width: int, signs: Glyphs, ascii_only: bool
) -> Iterable[Line]:
    from milestone_tui.views.track_rows import track_axis, track_rows

    tracks = _tracks(project, pairs, standing, today)
    return (row.line for row in track_rows(tracks, track_axis(tracks, width), width, signs, ascii_only))


def _track_data(project: Project, pairs: Pairs, standing: dict[str, Standing], today: date) -> list[dict[str, Any]]:
    tracks = _tracks(project, pairs, standing, today)
    ids = {milestone.key: milestone.id for milestone in project.milestones}
    return [
        {"track": lane.name, "proposed": lane.proposed, "milestones": [ids[key] for key in lane.keys]} for lane in tracks.lanes
    ]


def _tracks(project: Project, pairs: Pairs, standing: dict[str, Standing], today: date) -> Any:  # noqa: ANN401 -- imported late
    from milestone_tui.analysis.conflicts import conflicts
    from milestone_tui.analysis.graph import graph
    from milestone_tui.analysis.schedule import schedule
    from milestone_tui.analysis.tracks import lanes
    from milestone_tui.views.track_bars import marks
    from milestone_tui.views.track_rows import Tracks

    found = graph(project, standing)
    plan = schedule(project, found, today)
    points = {
        milestone.key: marks(contents.checkpoints, milestone, standing[milestone.key], today) for milestone, contents in pairs
    }
    return Tracks(found, plan, lanes(project, found, plan), conflicts(project, found, plan), points, today)


_LINES: dict[str, Callable[..., Iterable[Line]]] = {
    "risks": _risk_lines,
    "dependencies": _graph_lines,
    "tracks": _track_lines,
    "checkpoints": _ladder_lines,
}
_DATA: dict[str, Callable[..., list[dict[str, Any]]]] = {
    "risks": _risk_data,
    "dependencies": _graph_data,
    "tracks": _track_data,
    "checkpoints": _ladder_data,
}

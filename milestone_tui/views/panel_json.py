"""The panels over all milestones as data: what `status --panel … --json` prints, in the shape that panels.schema.json publishes.

Days are ISO days, per cents 0 to 100 with one decimal, durations and slack working days. What nobody states is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from milestone_tui.analysis.agenda import READINESS, Entry, by_due
from milestone_tui.analysis.exposure import RatedRisk, RiskMatrix, heat, step_of
from milestone_tui.analysis.graph import MILESTONE, Graph, Node, Place
from milestone_tui.analysis.ladder import STATES, Ladder, Rung, by_day
from milestone_tui.analysis.schedule import Plan, Schedule
from milestone_tui.model.project import Project
from milestone_tui.model.values import Stated
from milestone_tui.views.risk_grid import by_heat
from milestone_tui.views.status_json import rounded
from milestone_tui.views.track_rows import Tracks

Data = dict[str, Any]


def risks_json(risks: Iterable[RatedRisk], grid: RiskMatrix) -> Data:
    """The grid, hottest cell first, and every risk in the order of the register."""
    cells = [
        {
            "probability": probability,
            "impact": impact,
            "exposure": probability * impact,
            "level": heat(probability, impact, grid.scale),
            "risks": len(grid.cells[probability, impact]),
            "milestones": list(dict.fromkeys(each.id for each in grid.cells[probability, impact])),
        }
        for probability, impact in by_heat(grid)
    ]
    return {"scale": list(grid.scale), "cells": cells, "risks": [_risk(each, grid) for each in risks]}


def _risk(each: RatedRisk, grid: RiskMatrix) -> Data:
    risk, probability, impact = each.risk, each.probability, each.impact
    rated = probability is not None and impact is not None
    placed = rated and not each.over
    cell = {"probability": step_of(probability or 0, grid.scale), "impact": step_of(impact or 0, grid.scale)} if placed else None
    return {
        "milestone": each.id,
        "path": each.path,
        "line": risk.line,
        "text": risk.text,
        "probability": probability,
        "probability_raw": _raw(risk.probability),
        "impact": impact,
        "impact_raw": _raw(risk.impact),
        "exposure": each.exposure,
        "cell": cell,
        "heat": heat(probability or 0, impact or 0, grid.scale) if rated else None,
        "level": risk.level.value if risk.level else None,
        "status": risk.status,
        "over": each.over,
        "owner": risk.owner,
        "mitigation": risk.mitigation,
        "contingency": risk.contingency,
        "description": risk.description,
        "note": risk.note,
    }


def _raw(stated: Stated | None) -> str | None:
    return stated.raw if stated else None


def dependencies_json(project: Project, graph: Graph, schedule: Schedule) -> Data:
    """Every milestone with what it needs and frees; names outside the project; edges with the lines that state them; circles."""
    ids = {key: node.id for key, node in graph.nodes.items()}
    lines = {milestone.key: (milestone.path, milestone.line) for milestone in project.milestones}
    return {
        "dependencies": [
            _node(node, lines[node.key], graph, schedule.plans[node.key], ids)
            for node in graph.nodes.values()
            if node.kind == MILESTONE
        ],
        "outside": [
            {
                "name": node.id,
                "kind": node.kind,
                "state": node.state,
                "needed_by": [ids[key] for key in graph.feeds.get(node.key, ())],
            }
            for node in graph.nodes.values()
            if node.kind != MILESTONE
        ],
        "edges": [
            {
                "first": ids[edge.source],
                "then": ids[edge.target],
                "fulfilled": edge.fulfilled,
                "critical": (edge.source, edge.target) in schedule.critical_edges,
                "places": _places(edge.places),
            }
            for edge in graph.edges
        ],
        "parallel": [
            {"milestones": [ids[each.key], ids[each.other]], "places": _places((each.place,))} for each in graph.parallels
        ],
        "cycles": [
            {
                "milestones": [ids[key] for key in cycle.loop],
                "places": _places([place for edge in cycle.edges for place in edge.places]),
            }
            for cycle in graph.cycles
        ],
        "dangling": [
            {"name": each.name, "milestone": ids[each.key], "path": each.place.path, "line": each.place.line}
            for each in graph.missing
        ],
        "critical_path": [ids[key] for key in schedule.critical_path],
        "finish": _day(schedule.finish),
    }


def _node(node: Node, at: tuple[str, int], graph: Graph, plan: Plan, ids: dict[str, str]) -> Data:
    standing = graph.standings[node.key]
    return {
        "milestone": node.id,
        "title": node.title,
        "path": at[0],
        "line": at[1],
        "state": node.state,
        "ready": standing.ready,
        "blocked": standing.blocked and not standing.closed,
        "blocked_by": list(standing.blocked_by),
        "needs": [ids[key] for key in graph.needs.get(node.key, ())],
        "needed_by": [ids[key] for key in graph.feeds.get(node.key, ())],
        "frees": [ids[each.key] for each in graph.releases(node.key) if each.free],
        "critical": plan.critical,
        "slack": plan.slack,
    }


def tracks_json(project: Project, tracks: Tracks) -> Data:
    """The lanes with the days of their milestones, and what is at odds."""
    nodes, schedule = tracks.graph.nodes, tracks.schedule
    lines = {milestone.key: (milestone.path, milestone.line) for milestone in project.milestones}
    return {
        "tracks": [
            {
                "track": lane.name,
                "proposed": lane.proposed,
                "buffer": lane.buffer,
                "slack": lane.slack,
                "milestones": [_bar(tracks, schedule.plans[key], lines[key]) for key in lane.keys],
            }
            for lane in tracks.lanes
        ],
        "conflicts": [
            {
                "kind": conflict.kind,
                "text": conflict.text,
                "milestones": [nodes[key].id for key in conflict.keys],
                "places": _places(conflict.places),
            }
            for conflict in tracks.conflicts
        ],
        "critical_path": [nodes[key].id for key in schedule.critical_path],
        "finish": _day(schedule.finish),
    }


def _bar(tracks: Tracks, plan: Plan, at: tuple[str, int]) -> Data:
    standing = tracks.graph.standings[plan.key]
    return {
        "milestone": tracks.graph.nodes[plan.key].id,
        "path": at[0],
        "line": at[1],
        "state": standing.state,
        "percent": rounded(standing.percent),
        "start": _day(plan.start),
        "start_stated": plan.start_stated,
        "finish": _day(plan.finish),
        "finish_stated": plan.finish_stated,
        "computed": plan.computed,
        "uncertain": plan.uncertain,
        "days": plan.days,
        "late_start": _day(plan.late_start),
        "late_finish": _day(plan.late_finish),
        "slack": plan.slack,
        "buffer": plan.buffer,
        "critical": plan.critical,
        "note": plan.note,
        "checkpoints": [{"day": mark.day.isoformat(), "state": mark.state} for mark in tracks.marks.get(plan.key, ())],
    }


def checkpoints_json(ladders: Sequence[Ladder]) -> Data:
    """Everything with a day, earliest first, and each milestone's actual and expected per cent."""
    rungs = by_day(ladders)
    return {
        "totals": {state: sum(rung.state == state for rung in rungs) for state in STATES},
        "checkpoints": [_rung(rung) for rung in rungs],
        "milestones": [
            {
                "milestone": each.id,
                "title": each.title,
                "actual": rounded(each.actual),
                "expected": rounded(each.expected),
                "behind": each.behind,
            }
            for each in ladders
        ],
    }


def _rung(rung: Rung) -> Data:
    return {
        "milestone": rung.id,
        "kind": rung.kind,
        "percent": rung.percent,
        "day": _day(rung.day),
        "words": rung.words,
        "state": rung.state,
        "days": rung.days,
        "late_days": rung.late,
        "path": rung.path,
        "line": rung.line,
    }


def agenda_json(entries: Sequence[Entry]) -> Data:
    """Everything that is left to tick, the earliest due day first."""
    return {
        "totals": {
            "boxes": len(entries),
            "overdue": sum(entry.overdue > 0 for entry in entries),
            **{readiness: sum(entry.readiness == readiness for entry in entries) for readiness in READINESS},
        },
        "agenda": [_entry(entry) for entry in by_due(entries)],
    }


def _entry(entry: Entry) -> Data:
    return {
        "milestone": entry.id,
        "path": entry.path,
        "line": entry.item.line,
        "section": entry.section,
        "above": entry.above.text if entry.above else None,
        "text": entry.item.text,
        "state": entry.item.state,
        "owner": entry.owner or None,
        "owner_of": entry.owner_of or None,
        "due": _day(entry.due),
        "due_of": entry.due_of or None,
        "overdue_days": entry.overdue,
        "readiness": entry.readiness,
    }


def _places(places: Iterable[Place]) -> list[Data]:
    return [{"path": place.path, "line": place.line} for place in places]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

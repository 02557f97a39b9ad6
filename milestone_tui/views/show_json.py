"""The JSON of `show`: everything read of a milestone, in the shape that milestone.schema.json publishes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from milestone_tui.model.contents import Contents, Ledger, Passage
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.plan import Feature, Metric, Part, Risk
from milestone_tui.model.project import Skipped
from milestone_tui.model.values import Dated, Field, Problem, Stated

Json = dict[str, Any]
SCHEMA = 1
_SCORES = ("quality_score", "risk_score", "business_value_score", "complexity_score", "team_satisfaction", "satisfaction_score")


def show_json(
    milestones: Iterable[tuple[Milestone, Contents]],
    skipped: Iterable[Skipped],
    problems: Iterable[Problem],
    targets: dict[str, str],
) -> Json:
    """The document; `targets` maps a folded dependency name to the id of the milestone it means."""
    return {
        "schema": SCHEMA,
        "milestones": [milestone_json(milestone, contents, targets) for milestone, contents in milestones],
        "skipped": [each._asdict() for each in skipped],
        "problems": [each._asdict() for each in problems],
    }


def milestone_json(milestone: Milestone, contents: Contents, targets: dict[str, str]) -> Json:
    """One milestone with all its nouns."""
    return {
        "id": milestone.id,
        "title": milestone.title,
        "path": milestone.path,
        "line": milestone.line,
        "dialect": milestone.dialect,
        "aliases": list(milestone.aliases),
        "status": _stated(milestone.status),
        "priority": _stated(milestone.priority),
        "risk_level": _stated(milestone.risk_level),
        "value": _stated(milestone.value),
        "complexity": _stated(milestone.complexity),
        "dates": {dated.name: dated.day.isoformat() if dated.day else None for dated in milestone.dates},
        "dates_raw": {dated.name: _raw_date(dated) for dated in milestone.dates if dated.day is None},
        "owner": milestone.owner.value if milestone.owner else None,
        "people": [each._asdict() for each in milestone.people],
        "effort": [each._asdict() for each in milestone.effort],
        "progress": _progress(milestone),
        "track": _stated(milestone.track),
        "critical_path": _stated(milestone.critical_path),
        "weight": milestone.weight or None,
        "mode": milestone.mode or None,
        "checklist": _checklist(milestone, contents),
        "dependencies": [{**each._asdict(), "target": targets.get(each.ref)} for each in milestone.dependencies],
        "blockers": [each._asdict() for each in milestone.blockers],
        **_plan(contents),
        **_tables(contents.ledgers),
        **_passages(contents.passages),
        "scores": [_field(field) for field in (*milestone.fields, *contents.fields) if field.name in _SCORES],
        "velocity": next((_field(field) for field in (*milestone.fields, *contents.fields) if field.name == "velocity"), None),
        "token_budget": next((_field(field) for field in milestone.fields if field.name == "token_budget"), None),
        "links": [each._asdict() for each in contents.links],
        "next_milestone": _next_milestone(contents),
        "fields": [_field(field) for field in (*milestone.fields, *contents.fields)],
        "repeats": [_field(field) for field in milestone.repeats],
        "attached": [{"role": each.role, "path": each.path, **each.boxes._asdict()} for each in milestone.attached],
    }


def _stated(stated: Stated | None) -> Json | None:
    return stated._asdict() if stated else None


def _raw_date(dated: Dated) -> Json:
    return {"raw": dated.raw, "line": dated.line, "until": dated.until.isoformat() if dated.until else None}


def _field(field: Field) -> Json:
    return field._asdict()


def _progress(milestone: Milestone) -> Json:
    percent = milestone.boxes.percent
    return {
        "done": milestone.boxes.done if milestone.boxes.total else None,
        "total": milestone.boxes.total if milestone.boxes.total else None,
        "percent": round(percent, 1) if percent is not None else None,
        "declared": milestone.declared.value if milestone.declared else None,
        "declared_raw": milestone.declared.raw if milestone.declared else None,
        "declared_line": milestone.declared.line if milestone.declared else None,
    }


def _checklist(milestone: Milestone, contents: Contents) -> Json:
    sections = [
        {
            "title": section.title,
            "path": list(section.path),
            "line": section.line,
            "total": section.total,
            "done": section.done,
            "closing": section.closing,
            "items": [{**item._asdict(), "due": item.due.isoformat() if item.due else None} for item in section.items],
        }
        for section in contents.checklist
    ]
    return {"total": milestone.boxes.total, "done": milestone.boxes.done, "sections": sections}


def _plan(contents: Contents) -> Json:
    return {
        "risks": [_rated(_noun(each), "probability", "impact", "level") for each in contents.risks],
        "checkpoints": [
            {
                "percent": each.percent,
                "date": each.day.isoformat() if each.day else None,
                "date_raw": each.date_raw,
                "criteria": each.criteria,
                "reached": each.reached,
                "line": each.line,
            }
            for each in contents.checkpoints
        ],
        "reviews": [
            {
                "title": each.title,
                "date": each.day.isoformat() if each.day else None,
                "raw": each.raw,
                "held": each.held,
                "line": each.line,
            }
            for each in contents.reviews
        ],
        "parts": [_rated(_noun(each), "status") for each in contents.parts],
        "features": [_noun(each) for each in contents.features],
        "metrics": [_noun(each) for each in contents.metrics],
        "deliverables": [each._asdict() for each in contents.deliverables],
    }


def _noun(noun: Risk | Part | Feature | Metric) -> Json:
    return {**noun._asdict(), "details": [detail._asdict() for detail in noun.details]}


def _rated(values: Json, *names: str) -> Json:
    for name in names:
        values[name] = _stated(values[name])
    return values


_LEDGER_KEYS = {
    "time": "time",
    "effort": "team_effort",
    "budget": "budget",
    "defects": "defects",
    "resources": "resources",
    "debt": "technical_debt",
    "handover": "handovers",
    "sign_off": "sign_off",
    "questions": "open_questions",
    "team": "team",
    "tasks": "tasks",
    "duration": "durations",
}


def _tables(ledgers: tuple[Ledger, ...]) -> Json:
    found: Json = {key: [] for key in _LEDGER_KEYS.values()}
    found["tables"] = []
    for ledger in ledgers:
        rows = [{"line": row.line, "cells": list(row.cells)} for row in ledger.rows]
        key = _LEDGER_KEYS.get(ledger.kind, "tables")
        found[key].append({"section": ledger.section, "line": ledger.line, "columns": list(ledger.columns), "rows": rows})
    return found


PASSAGE_KEYS = {
    "objective": "objectives",
    "scope_in": "in_scope",
    "scope_out": "out_of_scope",
    "constraint": "constraints",
    "decision": "decisions",
    "question": "questions",
    "lesson": "lessons",
    "communication": "communication",
    "test": "testing",
    "documentation": "documentation",
    "feedback": "feedback",
    "deployment": "deployment",
    "rollback": "rollback",
    "closing": "after_completion",
    "troubleshooting": "troubleshooting",
    "architecture": "architecture",
    "resource": "capacity",
    "team": "team_notes",
    "handover": "handover",
    "sign_off": "approval",
    "criterion": "criteria",
    "risk_process": "risk_process",
    "impact": "impact",
    "dependency_note": "dependency_notes",
    "prerequisite": "prerequisites",
    "performance": "performance",
    "context": "context",
    "debt": "debt_notes",
    "blocker_note": "blocker_notes",
    "timeline": "timeline",
    "review": "review_notes",
    "quality": "quality",
    "metric": "metric_notes",
    "reference": "references",
    "deliverable": "deliverable_notes",
    "progress": "progress_notes",
    "metadata": "metadata",
    "note": "notes",
}
"""Kind of passage → its key in the JSON."""


def _passages(passages: tuple[Passage, ...]) -> Json:
    found: Json = {key: [] for key in PASSAGE_KEYS.values()}
    for passage in passages:
        key = PASSAGE_KEYS.get(passage.kind, "notes")
        found[key].append({"section": passage.section, "label": passage.label, "text": passage.text, "line": passage.line})
    return found


def _next_milestone(contents: Contents) -> Json | None:
    following = contents.next_milestone
    if following is None:
        return None
    return {
        "title": following.title,
        "line": following.line,
        "fields": [_field(field) for field in following.fields],
        "preparation": [{"label": task.label, "text": task.text, "line": task.line} for task in following.tasks],
    }

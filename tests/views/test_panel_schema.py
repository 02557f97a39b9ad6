"""What `status --panel … --json` prints is what its published schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from milestone_tui.analysis.agenda import agenda
from milestone_tui.analysis.exposure import matrix, register
from milestone_tui.analysis.graph import graph
from milestone_tui.analysis.ladder import ladders
from milestone_tui.analysis.schedule import schedule
from milestone_tui.analysis.standing import standings
from milestone_tui.model.milestone import Milestone
from milestone_tui.model.project import Project
from milestone_tui.model.values import Effort
from milestone_tui.reading.reader import read
from milestone_tui.views.panel_json import agenda_json, checkpoints_json, dependencies_json, risks_json, tracks_json
from milestone_tui.views.track_rows import tracks_of
from milestone_tui.workspace.workspace import Workspace
from tests.factories import dated, depends, milestone, project

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "milestone_tui" / "views" / "panels.schema.json").read_text(encoding="utf-8"))
REAL = sorted((ROOT.parent / "shared" / "templates").glob("*.md")) + sorted((ROOT.parent / "shared" / "corpus").rglob("*.md"))
TODAY = date(2026, 11, 21)
PANELS = ("risks", "dependencies", "tracks", "checkpoints", "agenda")
ODD = project(
    milestone("A", dependencies=(depends("B"), depends("M-9"), depends("Somebody else", "external"))),
    milestone("B", dependencies=(depends("A"),), dates=(dated("target", date(2026, 1, 1)),)),
    milestone("C", status="planned", effort=(Effort("duration", 2, 2, "weeks", "2 weeks", 5),)),
)
"""A circle, a name that is none, a name outside, a late target, computed days."""


def documents(whole: Project, pairs: list[tuple[Milestone, Any]]) -> dict[str, dict[str, Any]]:
    standing = standings(whole, TODAY)
    found = graph(whole, standing)
    risks = register((each, contents.risks) for each, contents in pairs)
    made = {
        "risks": risks_json(risks, matrix(risks)),
        "dependencies": dependencies_json(whole, found, schedule(whole, found, TODAY)),
        "tracks": tracks_json(whole, tracks_of(whole, pairs, standing, TODAY)),
        "checkpoints": checkpoints_json(ladders(pairs, standing, TODAY)),
        "agenda": agenda_json(agenda(pairs, standing, TODAY)),
    }
    head = {"schema": 1, "project": whole.name, "today": TODAY.isoformat()}
    return {panel: json.loads(json.dumps({**head, "panel": panel} | data)) for panel, data in made.items()}


def complaints(document: dict[str, Any]) -> list[str]:
    """Against the schema of its own panel: what `oneOf` says of it is no help."""
    own = {"$ref": f"#/$defs/{document['panel']}", "$defs": SCHEMA["$defs"]}
    errors = [*Draft202012Validator(own).iter_errors(document), *Draft202012Validator(SCHEMA).iter_errors(document)]
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def described(schema: Any, document: Any, path: str = "$") -> Iterator[str]:  # noqa: ANN401 -- any JSON
    """The keys of a document that its schema has no word about."""
    while isinstance(schema, dict) and ("$ref" in schema or "oneOf" in schema):
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema["oneOf"][-1]
    if isinstance(document, dict):
        for key, value in document.items():
            if key in schema["properties"]:
                yield from described(schema["properties"][key], value, f"{path}.{key}")
            else:
                yield f"{path}.{key}"
    elif isinstance(document, list):
        for each in document:
            yield from described(schema["items"], each, f"{path}[]")


@pytest.fixture(scope="module")
def sample() -> dict[str, dict[str, Any]]:
    workspace = Workspace(ROOT / "sample_project")
    whole = workspace.load()
    return documents(whole, [(each, workspace.contents(each.key)) for each in whole.milestones])


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("panel", PANELS)
def test_the_sample_project_fits(sample: dict[str, dict[str, Any]], panel: str) -> None:
    assert not complaints(sample[panel])


@pytest.mark.parametrize("panel", PANELS)
def test_every_key_that_is_printed_is_described(sample: dict[str, dict[str, Any]], panel: str) -> None:
    assert not list(described(SCHEMA["$defs"][panel], sample[panel]))


@pytest.mark.parametrize("panel", PANELS)
def test_circles_names_outside_and_computed_days_fit(panel: str) -> None:
    assert not complaints(documents(ODD, [])[panel])


@pytest.mark.parametrize("panel", PANELS)
def test_a_project_without_anything_fits(panel: str) -> None:
    assert not complaints(documents(project(), [])[panel])


@pytest.mark.corpus
@pytest.mark.skipif(not REAL, reason="no real files beside this checkout: the schema was NOT tried on them")
def test_real_files_fit() -> None:
    pairs = []
    for path in REAL:
        reading = read(path.read_bytes(), path.name)
        pairs += [(each, reading.contents(at)) for at, each in enumerate(reading.milestones)]
    pairs = list({each.key: (each, contents) for each, contents in pairs}.values())
    found = documents(project(*(each for each, _ in pairs)), pairs)
    assert not {panel: each[:3] for panel, document in found.items() if (each := complaints(document))}

"""What `show --json` prints is what its published schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from milestone_tui.reading.reader import read
from milestone_tui.views.show_json import show_json

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "milestone_tui" / "views" / "milestone.schema.json").read_text(encoding="utf-8"))
SAMPLE = sorted((ROOT / "sample_project").rglob("*.md"))
REAL = sorted((ROOT.parent / "shared" / "templates").glob("*.md")) + sorted((ROOT.parent / "shared" / "corpus").rglob("*.md"))


def shown(path: Path) -> dict[str, Any]:
    reading = read(path.read_bytes(), path.name)
    pairs = [(milestone, reading.contents(at)) for at, milestone in enumerate(reading.milestones)]
    return json.loads(json.dumps(show_json(pairs, (), reading.problems, {})))  # type: ignore[no-any-return]


def complaints(document: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(SCHEMA).iter_errors(document)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_the_sample_project_fits(path: Path) -> None:
    assert not complaints(shown(path))


@pytest.mark.corpus
@pytest.mark.skipif(not REAL, reason="no real files beside this checkout: the schema was NOT tried on them")
def test_real_files_fit() -> None:
    assert not {path.name: found[:3] for path in REAL if (found := complaints(shown(path)))}


def test_every_key_that_is_printed_is_described() -> None:
    described = SCHEMA["$defs"]["milestone"]["properties"]
    for path in SAMPLE:
        for milestone in shown(path)["milestones"]:
            assert list(milestone) == list(described)

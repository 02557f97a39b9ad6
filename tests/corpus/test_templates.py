"""Nothing of the templates is skipped: each filled slot is looked for in what `show --json` says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from milestone_tui.reading.reader import read
from milestone_tui.views.show_json import milestone_json
from tests.corpus.filled import filled
from tests.real_files import TEMPLATES, needs_real_files

BOXES = {
    "000-manifest": (37, 0),
    "001-component": (52, 2),
    "002-track": (14, 0),
    "003-report": (6, 0),
    "004-initiative": (38, 0),
}
"""Template → boxes and ticked boxes, by GFM."""

LEFT_UNREAD = {"{command 1}", "{command 2}", "{language}", "{code example}", "[domain]", "[previous-commit]", "[migration-name]"}
"""Slots of code fences: code is left unread on purpose; docs/dialects says so."""


def shown(path: Path, text: str) -> list[dict[str, Any]]:
    reading = read(text.encode(), path.name)
    return [milestone_json(milestone, reading.contents(number), {}) for number, milestone in enumerate(reading.milestones)]


def texts(value: object, line: int | None = None) -> Iterator[tuple[str, int | None]]:
    """Every text of a JSON value with the nearest `line` around it."""
    if isinstance(value, dict):
        own = value.get("line", line)
        for inner in value.values():
            yield from texts(inner, own)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, line)
    elif isinstance(value, str):
        yield value, line


def template_files() -> list[Path]:
    return sorted(TEMPLATES.glob("*.md"))


@needs_real_files
@pytest.mark.corpus
@pytest.mark.parametrize("path", template_files(), ids=lambda path: path.stem)
def test_each_filled_slot_comes_out_with_its_line(path: Path) -> None:
    text, slots = filled(path.read_text(encoding="utf-8"))
    said = list(texts(shown(path, text)))
    lost = [slot for slot in slots if not any(slot.token in words and line == slot.line for words, line in said)]
    assert [slot for slot in lost if slot.was not in LEFT_UNREAD] == []
    assert len(slots) > 60


@needs_real_files
@pytest.mark.corpus
def test_the_guide_names_every_slot_that_is_left_unread() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "dialects.md").read_text(encoding="utf-8")
    assert [slot for slot in sorted(LEFT_UNREAD) if slot not in guide] == []


@needs_real_files
@pytest.mark.corpus
@pytest.mark.parametrize("path", template_files(), ids=lambda path: path.stem)
def test_boxes_of_a_template_are_those_of_gfm(path: Path) -> None:
    reading = read(path.read_bytes(), path.name)
    assert tuple(reading.milestones[0].boxes) == BOXES[path.stem]


@needs_real_files
@pytest.mark.corpus
@pytest.mark.parametrize("path", template_files(), ids=lambda path: path.stem)
def test_a_template_is_known_by_its_marks_and_passed_over_by_a_scan(path: Path) -> None:
    reading = read(path.read_bytes(), path.name)
    assert reading.milestones[0].dialect == path.stem.split("-")[1]
    assert "template" in reading.skip_reason


@needs_real_files
@pytest.mark.corpus
@pytest.mark.parametrize("path", template_files(), ids=lambda path: path.stem)
def test_an_unfilled_slot_states_nothing(path: Path) -> None:
    milestone = read(path.read_bytes(), path.name).milestones[0]
    assert milestone.status is None or milestone.status.value in (None, "planned")
    assert milestone.declared is None
    assert [dated for dated in milestone.dates if dated.day is not None and dated.name != "updated"] == []
    assert milestone.dependencies == ()

"""Percent checkpoints and reviews (docs/dialects.md)."""

from __future__ import annotations

import re
from datetime import date

from milestone_tui.model.plan import Checkpoint, Review
from milestone_tui.reading.day_words import day_of
from milestone_tui.reading.facts import plain
from milestone_tui.reading.material import Grid, Material
from milestone_tui.reading.placeholders import is_none
from milestone_tui.text.fold import fold

_PERCENT = re.compile(r"^(\d{1,3}(?:\.\d+)?)\s*%\s*(?:checkpoint|complete|gate|review)?\b")
DATE_THEN_CRITERIA = re.compile(r"^(?P<date>.*?)(?<!\s)\s+(?:[-–—]|:)\s+(?P<criteria>.*)$", re.DOTALL)
_REACHED = re.compile(r"✅|✔|\breached\b|\bmet\b|\bdone\b|\bpassed\b|\[x\]", re.IGNORECASE)
_HELD = re.compile(r"✅|✔|\b(?:held|done|passed|completed)\b|\[x\]", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"❌|\b(?:missed|postponed|cancelled|canceled)\b|not (?:yet )?(?:held|done|passed|completed)", re.IGNORECASE
)
_NOT_REACHED = re.compile(r"❌|\bmissed\b|not (?:yet )?(?:reached|met)", re.IGNORECASE)


def read_checkpoints(material: Material) -> tuple[Checkpoint, ...]:
    """Entries such as `**25% Checkpoint**: 2025-03-03 - first slice works`, and rows of checkpoint tables."""
    found: list[Checkpoint] = []
    for section in material.sections:
        in_section = section.kind == "checkpoints"
        for index in range(section.first, section.last):
            if index in material.claims:
                continue
            for line in material.lines.get(index, ()):
                percent = _PERCENT.match(fold(material.document.string(line.key)))
                if percent and (in_section or "checkpoint" in percent[0]):
                    value = material.string(line.value)
                    found.append(_checkpoint(float(percent[1]), value, material.line_at(line.key.start)))
                    material.claim(index, "checkpoints", "percent checkpoint line")
        if in_section:
            found.extend(_rows(material, section.number))
    return tuple(found)


def _rows(material: Material, number: int) -> list[Checkpoint]:
    section = material.outline.sections[number]
    found = []
    for grid in material.grids(section):
        columns = checkpoint_columns(grid)
        name, day, criteria, status = (columns[part] for part in ("name", "date", "criteria", "status"))
        if name < 0 or day < 0:
            continue
        material.claim(grid.block, "checkpoints", "checkpoint table")
        for row in grid.rows:
            cells = [cell.text for cell in row]
            percent = re.search(r"(\d{1,3})\s*%", cells[name])
            state = cells[status] if 0 <= status < len(cells) else ""
            found.append(
                Checkpoint(
                    float(percent[1]) if percent else None,
                    day_of(plain(cells[day]))[0],
                    cells[day],
                    cells[criteria] if 0 <= criteria < len(cells) else cells[name],
                    _reached(state),
                    material.line_at(row[name].span.start),
                )
            )
    return found


def checkpoint_columns(grid: Grid) -> dict[str, int]:
    """Part of a checkpoint → the column that holds it, -1 for none."""
    return {
        "name": grid.column(r"checkpoint|gate|%"),
        "date": grid.column(r"date|when|target"),
        "criteria": grid.column(r"criteri|goal|what|descri"),
        "status": grid.column(r"status|reached|met"),
    }


def _checkpoint(percent: float, value: str, line: int) -> Checkpoint:
    parts = DATE_THEN_CRITERIA.match(value)
    day = _first_day(parts["date"] if parts else value)
    if parts and (day or not day_of(value)[0]):
        return Checkpoint(percent, day, parts["date"], parts["criteria"], _reached(value), line)
    if day:
        return Checkpoint(percent, day, value, "", _reached(value), line)
    return Checkpoint(percent, None, "", value, _reached(value), line)


def _first_day(text: str) -> date | None:
    return day_of(plain(re.sub(r"[✅✔❌⏳🔄]\ufe0f?", "", text)))[0]


def _reached(text: str) -> bool | None:
    if _NOT_REACHED.search(text):
        return False
    return True if _REACHED.search(text) else None


def _held(text: str) -> bool | None:
    if _NOT_HELD.search(text):
        return False
    return True if _HELD.search(text) else None


def read_reviews(material: Material) -> tuple[Review, ...]:
    """Entries under a heading such as `Milestone Reviews`, and a next review that a footer names."""
    found: list[Review] = []
    for section in material.sections:
        if section.kind != "reviews":
            continue
        for entry in material.entries(section):
            title, when = (entry.label, entry.text) if entry.label else (entry.text, "")
            if title and not is_none(fold(title)):
                material.claim(entry.block, "reviews", "entry under a review heading")
                found.append(Review(title, _first_day(when), when, entry.line, _held(when)))
    for index, lines in material.lines.items():
        for line in lines:
            if line.name == "next_review" and material.scope.section <= line.section < material.scope.last:
                raw = material.string(line.value)
                found.append(Review("Next review", day_of(plain(raw))[0], raw, material.line_at(line.key.start)))
                material.claim(index, "fields", "key line")
    return tuple(found)

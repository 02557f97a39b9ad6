"""Percent checkpoints and reviews (docs/dialects.md)."""

from __future__ import annotations

import re
from datetime import date

from milestone_tui.markdown.blocks import Item, Paragraph
from milestone_tui.markdown.document import Document
from milestone_tui.markdown.parser import text_lines
from milestone_tui.model.plan import Checkpoint, Review
from milestone_tui.reading.day_words import day_of, last_day_of
from milestone_tui.reading.facts import plain
from milestone_tui.reading.key_lines import KeyLine, pairs
from milestone_tui.reading.material import Grid, Material
from milestone_tui.reading.placeholders import is_none
from milestone_tui.reading.state_words import said
from milestone_tui.text.fold import fold
from milestone_tui.text.span import Span

_PERCENT = re.compile(r"^(\d{1,3}(?:\.\d+)?)\s*%\s*(?:checkpoint|complete|gate|review)?(?:\b|$)")
_PLAIN = re.compile(rb"(?P<key>\d{1,3}(?:\.\d+)?[ ]?%(?:[ ](?i:checkpoint|complete|gate|review))?)[ \t]*:[ \t]+")
"""The same where it is not bold: a key of these words alone."""
DATE_THEN_CRITERIA = re.compile(r"^(?P<date>.*?)(?<!\s)\s+(?:[-–—](?!\s+\d{4}-\d{2}-\d)|:)\s+(?P<criteria>.*)$", re.DOTALL)
_REACHED = (
    ("no", re.compile(r"missed|failed|not (?:yet )?(?:reached|met|done|passed|achieved|completed?)(?: yet)?")),
    ("yes", re.compile(r"(?:fully |already )?(?:reached|met|done|passed|achieved|completed?)\b")),
)
_ANSWERED = (*_REACHED, ("no", re.compile(r"no$")), ("yes", re.compile(r"yes$")))
_HELD = (
    ("no", re.compile(r"missed|postponed(?: (?:to|until))?|cancell?ed|not (?:yet )?(?:held|done|passed|completed)(?: yet)?")),
    ("yes", re.compile(r"(?:held|done|passed|completed)\b")),
)
_MARK = re.compile(r"[✅✔✓☑❌⏳🔄]\ufe0f?|\[[xX]\]")
_MARKS = ("yes", "no")


def read_checkpoints(material: Material) -> tuple[Checkpoint, ...]:
    """Entries such as `**25% Checkpoint**: 2025-03-03 - first slice works`, and rows of checkpoint tables."""
    found: list[Checkpoint] = []
    named = any(word in material.document.text for word in (b"heckpoint", b"HECKPOINT"))
    for section in material.sections:
        in_section = section.kind == "checkpoints"
        for index in range(section.first, section.last) if in_section or named else ():
            claim = material.claims.get(index)
            if claim is not None and claim.noun != "checklist":
                continue
            for line in material.lines.get(index) or checkpoint_lines(material.document, index):
                percent = _PERCENT.match(fold(material.document.string(line.key)))
                if percent and (in_section or "checkpoint" in percent[0]):
                    point = _checkpoint(float(percent[1]), material.string(line.value), material.line_at(line.key.start))
                    ticked = point.reached is None and _is_ticked(material, index)
                    found.append(point._replace(reached=True) if ticked else point)
                    material.claim(index, "checkpoints", "percent checkpoint line")
        if in_section:
            found.extend(_rows(material, section.number))
    return tuple(found)


def checkpoint_lines(document: Document, index: int) -> list[KeyLine]:
    """The lines of a block that state a per cent and are no key lines elsewhere: in a box, or not bold."""
    block = document.blocks[index]
    if type(block) is not Item and type(block) is not Paragraph:
        return []
    span = block.text if type(block) is Item else Span(block.start, block.end)
    found = []
    for line in text_lines(document.text, span.start, span.end) if document.text.find(b"%", *span) >= 0 else ():
        plain = _PLAIN.match(document.text, line.start, line.end)
        if plain:
            end = plain.end() + len(document.text[plain.end() : line.end].rstrip())
            found.append(KeyLine("", plain.start("key"), plain.end("key"), plain.end(), end, index, -1))
        elif type(block) is Item and block.box >= 0:
            found += [each._replace(block=index) for each in pairs(document.text, line.start, line.end)[:1]]
    return found


def _is_ticked(material: Material, index: int) -> bool:
    block = material.block(index)
    return type(block) is Item and block.box >= 0 and material.document.text[block.box] in b"xX"


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
                    last_day_of(plain(cells[day]))[0],
                    cells[day],
                    cells[criteria] if 0 <= criteria < len(cells) else cells[name],
                    _yes(said(state, _ANSWERED, _MARKS, cell=True)),
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
        "status": grid.column(r"status|reached|\bmet\b"),
    }


def _checkpoint(percent: float, value: str, line: int) -> Checkpoint:
    parts = DATE_THEN_CRITERIA.match(value)
    day = _first_day(parts["date"] if parts else value)
    if parts and (day or not any(day_of(value))):
        return Checkpoint(percent, day, parts["date"], parts["criteria"], _reached(value), line)
    if day:
        return Checkpoint(percent, day, value, "", _reached(value), line)
    return Checkpoint(percent, None, "", value, _reached(value), line)


def _first_day(text: str) -> date | None:
    return last_day_of(plain(_MARK.sub("", text)))[0]


def _reached(text: str) -> bool | None:
    return _yes(said(text, _REACHED, _MARKS))


def _yes(answer: str | None) -> bool | None:
    return None if answer is None else answer == "yes"


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
                found.append(Review(title, _first_day(when), when, entry.line, _yes(said(when, _HELD, _MARKS, cell=True))))
    for index, lines in material.lines.items():
        for line in lines:
            if line.name == "next_review" and material.scope.section <= line.section < material.scope.last:
                raw = material.string(line.value)
                found.append(Review("Next review", last_day_of(plain(raw))[0], raw, material.line_at(line.key.start)))
                material.claim(index, "fields", "key line")
    return tuple(found)

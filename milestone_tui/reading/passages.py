"""Paragraphs and entries that are no other noun, under the kind of their section; links; the next milestone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milestone_tui.markdown.blocks import Item, Paragraph
from milestone_tui.markdown.parser import text_lines
from milestone_tui.model.contents import Link, NextMilestone, Passage
from milestone_tui.model.values import Field
from milestone_tui.reading.key_lines import KeyLine
from milestone_tui.reading.material import Material, split_label
from milestone_tui.reading.outline import Section
from milestone_tui.text.span import Span

_KINDS = {
    "objectives": "objective",
    "scope_in": "scope_in",
    "scope_out": "scope_out",
    "constraints": "constraint",
    "decisions": "decision",
    "questions": "question",
    "lesson": "lesson",
    "communication": "communication",
    "tests": "test",
    "test_results": "test",
    "documentation": "documentation",
    "feedback": "feedback",
    "deployment": "deployment",
    "rollback": "rollback",
    "closing": "closing",
    "troubleshooting": "troubleshooting",
    "architecture": "architecture",
    "resources": "resource",
    "team": "team",
    "handover": "handover",
    "sign_off": "sign_off",
    "criteria": "criterion",
    "criteria_metrics": "criterion",
    "risk_process": "risk_process",
    "downstream": "impact",
    "sprint_dependencies": "dependency_note",
    "dependencies": "dependency_note",
    "prerequisites": "prerequisite",
    "benchmarks": "performance",
    "context": "context",
    "debt": "debt",
    "external": "dependency_note",
    "blockers": "blocker_note",
    "timeline": "timeline",
    "reviews": "review",
    "code_quality": "quality",
    "quality_metrics": "quality",
    "metrics": "metric",
    "links": "reference",
    "deliverables": "deliverable",
    "progress": "progress",
    "metadata": "metadata",
}
_ONLY_LINK = re.compile(r"^\[[^\[\]]+\]\([^()]+\)$")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(\s*+<?([^()<>\s]++)>?[^()]*+\)")


def read_passages(material: Material) -> tuple[Passage, ...]:
    """What is left: prose and entries, each under the kind of the section it stands in."""
    found: list[Passage] = []
    for section in material.sections:
        kind = next((_KINDS[kind] for kind in section.kinds if kind in _KINDS), "note")
        for index in range(section.first, section.last):
            if index in material.claims:
                continue
            block = material.block(index)
            if type(block) is Item and block.box < 0:
                found.extend(_entry(material, index, kind, section))
            elif type(block) is Paragraph:
                found.extend(_paragraph(material, index, block, kind, section))
    return tuple(found)


def _entry(material: Material, index: int, kind: str, section: Section) -> Iterator[Passage]:
    entry = material.entry(index)
    label, text = entry.label, entry.text
    if _ONLY_LINK.match(f"{label}{text}"):
        material.claim(index, "links", "entry that is a link")
        return
    if not label:
        label, text = split_label(text)
    if label or text:
        material.claim(index, "passages", f"entry of kind {kind}")
        yield Passage(kind, section.title, label, text, entry.line)


def _paragraph(material: Material, index: int, block: Paragraph, kind: str, section: Section) -> Iterator[Passage]:
    keyed = {line.key.start: line for line in material.lines.get(index, ())}
    prose: list[str] = []
    first = 0
    for span in text_lines(material.document.text, block.start, block.end):
        if any(span.start <= start < span.end for start in keyed):
            continue
        first = first or span.start
        prose.append(material.string(span))
    if prose:
        text = " ".join(prose)
        label, rest = split_label(text) if text.startswith("**") else ("", text)
        material.claim(index, "passages", f"prose of kind {kind}")
        yield Passage(kind, section.title, label.strip("*"), rest, material.line_at(first))


def read_key_passages(material: Material, taken: frozenset[int]) -> tuple[Passage, ...]:
    """Key lines whose key we do not know: `**Unit Testing**: …` under the kind of their section."""
    found = []
    for index, lines in material.lines.items():
        for line in lines:
            if not _inside(material, line) or line.name or line.key.start in taken or index in material.claims:
                continue
            section = material.outline.sections[line.section]
            kind = next((_KINDS[kind] for kind in section.kinds if kind in _KINDS), "note")
            value = material.string(line.value)
            if value:
                found.append(Passage(kind, section.title, material.string(line.key), value, material.line_at(line.key.start)))
    return tuple(found)


def read_fields(material: Material, taken: frozenset[int]) -> tuple[Field, ...]:
    """Key lines with a key we know that are no facts of the milestone itself and belong to no other noun."""
    found = []
    for index, lines in material.lines.items():
        for line in lines:
            if not _inside(material, line) or not line.name or line.key.start in taken or index in material.claims:
                continue
            value = material.string(line.value)
            if value:
                section = material.outline.sections[line.section].title
                key = material.string(line.key)
                found.append(Field(line.name, key, value, material.line_at(line.key.start), "section", section))
    return tuple(found)


def claim_key_lines(material: Material, taken: frozenset[int]) -> None:
    """Marks the blocks that hold key lines as read, once all nouns had their turn."""
    for index, lines in material.lines.items():
        for line in lines:
            if _inside(material, line):
                known = line.name or "a key we do not know"
                rule = f"key line: {known}" + (", a fact of the milestone" if line.key.start in taken else "")
                material.claim(index, "fields", rule)


def _inside(material: Material, line: KeyLine) -> bool:
    return material.scope.section <= line.section < material.scope.last


def read_links(material: Material) -> tuple[Link, ...]:
    """Links to other documents, wherever they stand."""
    found = []
    for section in material.sections:
        for index in range(section.first, section.last):
            block = material.block(index)
            if type(block) is Item:
                span = block.text
            elif type(block) is Paragraph:
                span = Span(block.start, block.end)
            else:
                continue
            text = material.document.text
            if text.find(b"](", span.start, span.end) < 0:
                continue
            for line in text_lines(text, span.start, span.end):
                for match in _LINK.finditer(material.document.string(line)):
                    found.append(Link(match[1].replace("**", "").strip(), match[2], section.title, material.line_at(line.start)))
    return tuple(found)


def read_next_milestone(material: Material) -> NextMilestone | None:
    """The preview that a report gives of the milestone after it."""
    start = next((section for section in material.sections if section.kind == "next_milestone"), None)
    if start is None:
        return None
    title, line = "", material.line_at(start.text.start)
    fields: list[Field] = []
    tasks: list[Passage] = []
    for section in material.outline.sections[start.number : material.outline.last_within(start.number)]:
        if section.number != start.number and re.match(r"(?i)milestone\s*[:：]", section.title):
            title, line = section.title.split(":", 1)[-1].strip(), material.line_at(section.text.start)
        preparing = "preparatory" in section.kinds
        for index in range(section.first, section.last):
            own = [each for each in material.lines.get(index, ()) if not preparing]
            for key_line in own:
                key = material.string(key_line.key)
                value = material.string(key_line.value)
                fields.append(Field(key_line.name, key, value, material.line_at(key_line.key.start), "section", section.title))
            block = material.block(index)
            if not own and type(block) is Item:
                entry = material.entry(index)
                label, text = (entry.label, entry.text) if entry.label else split_label(entry.text)
                tasks.append(Passage("preparation", section.title, label, text, entry.line))
            if own or type(block) is Item:
                material.claim(index, "next_milestone", "preview of the next milestone")
    return NextMilestone(title, tuple(fields), tuple(tasks), line)
